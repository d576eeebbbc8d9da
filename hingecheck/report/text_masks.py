"""Smooth TrueType text as masks, in the font that Pillow carries, so that none has to be found."""

from functools import lru_cache

import numpy as np
import numpy.typing as npt
from attrs import field, frozen
from PIL import Image, ImageDraw, ImageFont

# The figures of a frame repeat within a recording; a mask takes a few kilobytes.
_MASKS_KEPT = 2048
ELLIPSIS = "…"
# Stands for a space at which a line is not broken; the font has no sign for it.
TIED = "\N{NO-BREAK SPACE}"


@frozen(eq=False)
class TextMask:
    """A line of text as the pixels that it covers; most of its box is empty.

    Attributes:
        width: of the box in pixels.
        height: of the box in pixels.
        rows: (N,) of the covered pixels, from the top of the box.
        columns: (N,) of the covered pixels, from its left.
        cover: (N,) how much of each is covered, above 0 and up to 1.
    """

    width: int
    height: int
    rows: npt.NDArray[np.intp] = field(repr=False)
    columns: npt.NDArray[np.intp] = field(repr=False)
    cover: npt.NDArray[np.float32] = field(repr=False)


@lru_cache(maxsize=64)
def _font(size_px: int) -> ImageFont.FreeTypeFont:
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
    font = _font(size_px)
    ascent, descent = font.getmetrics()
    image = Image.new("L", (text_width_px(words, size_px) + 1, ascent + descent))
    ImageDraw.Draw(image).text((0, ascent), words, fill=255, font=font, anchor="ls")
    shades = np.asarray(image, dtype=np.float32) / np.float32(255)
    rows, columns = np.nonzero(shades)
    return TextMask(image.width, image.height, rows, columns, shades[rows, columns])


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
