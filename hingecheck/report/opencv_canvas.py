"""A canvas on a picture; the only file that knows OpenCV's strokes and its blue-green-red."""

import numpy as np
import numpy.typing as npt

from hingecheck.domain.array import Floats
from hingecheck.engines import load_cv2
from hingecheck.report.canvas import Anchor, Box
from hingecheck.report.ink import Ink
from hingecheck.report.text_masks import text_mask

# Blue, green, red. The verdicts keep apart in the common kinds of colour blindness (vermilion,
# amber, bluish green after Okabe and Ito 2008, lightened to 4.5:1 against a panel on white).
_COLOUR = {
    Ink.BODY: (245, 245, 245),
    Ink.BACK: (60, 225, 255),
    Ink.CHORD: (60, 225, 255),
    Ink.HELD: (255, 210, 120),
    Ink.PATH: (215, 150, 235),
    Ink.LEVEL: (245, 245, 245),
    Ink.HANDS: (235, 180, 85),
    Ink.TEXT: (255, 255, 255),
    Ink.QUIET: (190, 190, 190),
    Ink.ON_PATCH: (15, 15, 15),
    Ink.FAULT: (95, 125, 255),
    Ink.BORDERLINE: (40, 180, 255),
    Ink.CLEAR: (165, 225, 80),
    Ink.NOT_MEASURABLE: (200, 200, 200),
}
# A dark edge round light strokes keeps them visible on a white wall.
_CASING = (25, 25, 25)
_PANEL_LIGHT = 0.22
_FRACTION_BITS = 3
_DASH_WIDTHS = 6.0
# OpenCV's fixed-point places overflow beyond this; a line that leaves the picture looks the same.
_FARTHEST_PX = 20_000.0


class OpenCvCanvas:
    """Draws straight into a picture."""

    def __init__(self, picture: npt.NDArray[np.uint8]) -> None:
        """Takes the (H, W, 3) picture that is drawn on, contiguous and writeable."""
        self._cv2 = load_cv2()
        self._picture = picture

    def line(self, points_px: Floats, ink: Ink, width_px: float) -> None:
        """See `Canvas`."""
        if len(points_px) > 1:
            places = _fixed(points_px)
            self._stroke([places], _CASING, width_px + _casing_px(width_px))
            self._stroke([places], _COLOUR[ink], width_px)

    def dashes(self, points_px: Floats, ink: Ink, width_px: float) -> None:
        """See `Canvas`."""
        start, end = points_px
        count = max(1, int(np.hypot(*(end - start)) / (_DASH_WIDTHS * width_px)))
        edges = np.linspace(0, 1, count + 1)[:, None]
        corners = start + edges * (end - start)
        pieces = [_fixed(corners[index : index + 2]) for index in range(0, count, 2)]
        self._stroke(pieces, _CASING, width_px + _casing_px(width_px))
        self._stroke(pieces, _COLOUR[ink], width_px)

    def dot(self, at_px: Floats, ink: Ink, radius_px: float) -> None:
        """See `Canvas`."""
        x, y = (int(value) for value in _fixed(at_px))
        for colour, radius in ((_CASING, radius_px + 1), (_COLOUR[ink], radius_px)):
            size = round(radius * 2**_FRACTION_BITS)
            self._cv2.circle(
                self._picture, (x, y), size, colour, -1, self._cv2.LINE_AA, _FRACTION_BITS
            )

    def panel(self, box: Box) -> None:
        """See `Canvas`."""
        part = self._part(box)
        if part.size:
            part[:] = self._cv2.convertScaleAbs(part, alpha=_PANEL_LIGHT)

    def patch(self, box: Box, ink: Ink) -> None:
        """See `Canvas`."""
        self._part(box)[:] = _COLOUR[ink]

    def words(
        self,
        words: str,
        at_px: tuple[float, float],
        ink: Ink,
        size_px: int,
        anchor: Anchor = Anchor.LEFT,
    ) -> None:
        """See `Canvas`."""
        if not words:
            return
        mask = text_mask(words, size_px)
        before = {Anchor.LEFT: 0.0, Anchor.MIDDLE: mask.width / 2, Anchor.RIGHT: mask.width}
        top, left = round(at_px[1] - mask.height / 2), round(at_px[0] - before[anchor])
        behind = self._part(Box(left, top, mask.width, mask.height))
        rows, columns = behind.shape[:2]
        if rows and columns:
            cover = mask.cover[max(0, -top) :, max(0, -left) :][:rows, :columns]
            colour = np.array(_COLOUR[ink], dtype=np.float32)
            behind[:] = behind + cover * (colour - behind) + 0.5  # cut to whole numbers

    def _stroke(
        self, pieces: list[npt.NDArray[np.int32]], colour: tuple[int, int, int], width_px: float
    ) -> None:
        thickness = max(1, round(width_px))
        self._cv2.polylines(
            self._picture,
            pieces,
            isClosed=False,
            color=colour,
            thickness=thickness,
            lineType=self._cv2.LINE_AA,
            shift=_FRACTION_BITS,
        )

    def _part(self, box: Box) -> npt.NDArray[np.uint8]:
        """The pixels of the picture that a box covers, as a view; may be empty."""
        top, bottom = max(0, round(box.top)), max(0, round(box.bottom))
        left, right = max(0, round(box.left)), max(0, round(box.right))
        return self._picture[top:bottom, left:right]


def _casing_px(width_px: float) -> float:
    return max(2.0, 0.5 * width_px)


def _fixed(points_px: Floats) -> npt.NDArray[np.int32]:
    """Places as OpenCV's fixed-point numbers, which lets lines end between pixels."""
    # a landmark's 0 is the edge of the picture, OpenCV's 0 the middle of its first pixel
    near = np.clip(points_px - 0.5, -_FARTHEST_PX, _FARTHEST_PX)
    fixed: npt.NDArray[np.int32] = np.rint(near * 2**_FRACTION_BITS).astype(np.int32)
    return fixed
