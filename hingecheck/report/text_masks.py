"""Smooth TrueType text as masks, in the font that Pillow carries, so that none has to be found."""

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from attrs import field, frozen

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

# The figures of a frame repeat within a recording; a mask takes some twenty kilobytes.
_MASKS_KEPT = 1024
ELLIPSIS = "…"
# Stands for a space at which a line is not broken; the font has no sign for it.
TIED = "\N{NO-BREAK SPACE}"


@frozen(eq=False)
class TextMask:
    """A line of text as a box of pixels.

    Attributes:
        cover: (height, width, 1) how much of each pixel is covered, 0 to 1.
    """

    cover: npt.NDArray[np.float32] = field(repr=False)

    @property
    def width(self) -> int:
        """Of the box in pixels."""
        return len(self.cover[0])

    @property
    def height(self) -> int:
        """Of the box in pixels."""
        return len(self.cover)


@lru_cache(maxsize=64)
def _font(size_px: int) -> "FreeTypeFont":
    from PIL import ImageFont  # noqa: PLC0415 - who judges a track again draws nothing

    font = ImageFont.load_default(size_px)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise TypeError("Pillow was built without FreeType, which its wheels always have")
    return font


@lru_cache(maxsize=_MASKS_KEPT)
def text_width_px(words: str, size_px: int) -> int:
    """How wide a line of text is, in pixels."""
    return int(np.ceil(_font(size_px).getlength(words)))


@lru_cache(maxsize=_MASKS_KEPT)
def text_mask(words: str, size_px: int) -> TextMask:
    """The pixels of a line of text.

    The height is the same for all words of a size: from above the tallest letter to below the
    deepest, so that lines set by their middles share a base line.
    """
    from PIL import Image, ImageDraw  # noqa: PLC0415 - as above

    font = _font(size_px)
    ascent, descent = font.getmetrics()
    image = Image.new("L", (text_width_px(words, size_px) + 1, ascent + descent))
    ImageDraw.Draw(image).text((0, ascent), words, fill=255, font=font, anchor="ls")
    shades = np.asarray(image, dtype=np.float32) / np.float32(255)
    return TextMask(shades[..., None])


def fitted(words: str, size_px: int, width_px: float) -> str:
    """The words, cut short with an ellipsis where they are wider than there is room."""
    words = words.replace(TIED, " ")
    if text_width_px(words, size_px) <= width_px:
        return words
    while words and text_width_px(words + ELLIPSIS, size_px) > width_px:
        words = words[:-1].rstrip()
    return words + ELLIPSIS if words else ""


def wrapped(words: str, size_px: int, width_px: float) -> list[str]:
    """The words in as many lines as they need; a word wider than the room is cut short."""
    lines = [""]
    for word in (word.replace(TIED, " ") for word in words.split(" ")):
        longer = f"{lines[-1]} {word}".strip(" ")
        if lines[-1] and text_width_px(longer, size_px) > width_px:
            lines.append(word)
        else:
            lines[-1] = longer
    return [fitted(line, size_px, width_px) for line in lines]
