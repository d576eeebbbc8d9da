"""A landmarker that looks at a part of the picture only, the same or another as time goes on."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import chain

import numpy as np
from attrs import evolve, frozen

from hingecheck.capture.landmarker import Landmarker, LandmarkerFactory, Sighting
from hingecheck.capture.shrinking import shrunk
from hingecheck.domain.frame import Frame
from hingecheck.domain.region import Region
from hingecheck.errors import RecordingUnsuitable


@frozen
class Piece:
    """A region that is looked at from some time on, until the next piece begins."""

    start_s: float
    region: Region


@frozen
class _Share:
    """A region in shares of the picture: its edges fit the picture in any size."""

    start_s: float
    across: tuple[float, float]
    down: tuple[float, float]


def looking_within(
    pieces: Sequence[Piece], frames: Iterable[Frame], new_landmarker: LandmarkerFactory
) -> tuple[Iterable[Frame], LandmarkerFactory]:
    """Frames and landmarkers for parts of the picture; as they are where there are no pieces.

    Args:
        pieces: in time order, their regions in pixels of the recording; the first one counts from
            the beginning.
        frames: all of the stretch, in the recording's own size.
        new_landmarker: opens an engine without memory; opened anew for each piece.

    Returns:
        The same frames, and what opens an engine that sees only the region of each frame, shrunk
        where it is large, but answers in pixels of the whole one.

    Raises:
        RecordingUnsuitable: a region does not lie in the picture.
    """
    if not pieces:
        return frames, new_landmarker
    coming = iter(frames)
    first = next(coming)
    shares = [_share_of(piece, first) for piece in pieces]
    return chain([first], coming), partial(_opened, new_landmarker, shares)


def _share_of(piece: Piece, frame: Frame) -> _Share:
    height, width = frame.picture.shape[:2]
    region = piece.region
    if region.right_px > width or region.bottom_px > height:
        raise RecordingUnsuitable(
            f"The region {region.left_px},{region.top_px},{region.width_px},{region.height_px} "
            f"reaches beyond the picture of {width} x {height} pixels; give left, top, width and "
            "height that lie inside it"
        )
    across = region.left_px / width, region.right_px / width
    return _Share(piece.start_s, across, (region.top_px / height, region.bottom_px / height))


@contextmanager
def _opened(new_landmarker: LandmarkerFactory, shares: Sequence[_Share]) -> Iterator[Landmarker]:
    with ExitStack() as stack:
        yield _Within(new_landmarker, shares, stack)


class _Within:
    def __init__(
        self, new_landmarker: LandmarkerFactory, shares: Sequence[_Share], stack: ExitStack
    ) -> None:
        self._new = new_landmarker
        self._shares = shares
        self._stack = stack
        self._starts = [share.start_s for share in shares]
        self._place = -1
        self._whole: Landmarker | None = None

    def see(self, frame: Frame) -> Sighting | None:
        """The person in the share of the frame, or None."""
        place = max(0, bisect_right(self._starts, frame.time_s) - 1)
        if self._whole is None or place != self._place:  # an engine remembers places of its region
            self._stack.close()
            self._whole = self._stack.enter_context(self._new())
            self._place = place
        return _seen_within(self._whole, frame, self._shares[place])


def _seen_within(whole: Landmarker, frame: Frame, share: _Share) -> Sighting | None:
    height, width = frame.picture.shape[:2]
    left, right = (round(edge * width) for edge in share.across)
    top, bottom = (round(edge * height) for edge in share.down)
    part, scale = shrunk(np.ascontiguousarray(frame.picture[top:bottom, left:right]))
    seen = whole.see(evolve(frame, picture=part))
    if seen is None:
        return None
    corner = np.array([left, top], dtype=np.float64)
    return evolve(
        seen, image_px=seen.image_px * scale + corner, polygon_px=seen.polygon_px * scale + corner
    )
