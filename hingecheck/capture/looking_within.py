"""A landmarker that looks at a part of the picture only."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain

import numpy as np
from attrs import evolve, frozen

from hingecheck.capture.landmarker import Landmarker, LandmarkerFactory, Sighting
from hingecheck.domain.frame import Frame
from hingecheck.domain.region import Region
from hingecheck.errors import RecordingUnsuitable


@frozen
class _Share:
    """A region in shares of the picture: its edges fit the picture in any size."""

    across: tuple[float, float]
    down: tuple[float, float]


def looking_within(
    region: Region | None, frames: Iterable[Frame], new_landmarker: LandmarkerFactory
) -> tuple[Iterable[Frame], LandmarkerFactory]:
    """Frames and landmarkers for a part of the picture; as they are where there is no region.

    Args:
        region: in pixels of the recording.
        frames: all of the stretch.
        new_landmarker: opens an engine without memory.

    Returns:
        The same frames, and what opens an engine that sees only the region of each frame but
        answers in pixels of the whole one.

    Raises:
        RecordingUnsuitable: the region does not lie in the picture.
    """
    if region is None:
        return frames, new_landmarker
    coming = iter(frames)
    first = next(coming)
    share = _share_of(region, first)
    return chain([first], coming), partial(_opened, new_landmarker, share)


def _share_of(region: Region, frame: Frame) -> _Share:
    height, width = frame.picture.shape[:2]
    if region.right_px > width or region.bottom_px > height:
        raise RecordingUnsuitable(
            f"The region {region.left_px},{region.top_px},{region.width_px},{region.height_px} "
            f"reaches beyond the picture of {width} x {height} pixels; give left, top, width and "
            "height that lie inside it"
        )
    across = region.left_px / width, region.right_px / width
    return _Share(across, (region.top_px / height, region.bottom_px / height))


@contextmanager
def _opened(new_landmarker: LandmarkerFactory, share: _Share) -> Iterator[Landmarker]:
    with new_landmarker() as whole:
        yield _Within(whole, share)


class _Within:
    def __init__(self, whole: Landmarker, share: _Share) -> None:
        self._whole = whole
        self._share = share

    def see(self, frame: Frame) -> Sighting | None:
        """The person in the share of the frame, or None."""
        height, width = frame.picture.shape[:2]
        left, right = (round(edge * width) for edge in self._share.across)
        top, bottom = (round(edge * height) for edge in self._share.down)
        part = np.ascontiguousarray(frame.picture[top:bottom, left:right])
        seen = self._whole.see(evolve(frame, picture=part))
        if seen is None:
            return None
        corner = np.array([left, top], dtype=np.float64)
        return evolve(seen, image_px=seen.image_px + corner, polygon_px=seen.polygon_px + corner)
