"""`hingecheck analyze` with a stored track in the place of the pose model.

    python -m bench.speed.replayed TRACK analyze CLIP ...

The model takes nine tenths of the time and, once it is loaded, no memory that grows; everything
else is the real program.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import hingecheck
from hingecheck import pipeline
from hingecheck.capture.landmarker import Landmarker, Sighting
from hingecheck.cli import main
from hingecheck.domain.frame import Frame
from hingecheck.domain.pose_track import PoseTrack


class _Replay:
    def __init__(self, track: PoseTrack) -> None:
        self._track = track

    def see(self, frame: Frame) -> Sighting:
        index = frame.index % len(self._track.time_s)
        return Sighting(
            image_px=self._track.image_px[index],
            world_m=self._track.world_m[index],
            visibility=self._track.visibility[index],
            polygon_px=self._track.outline.polygon_px(index),
        )


if __name__ == "__main__":
    stored = hingecheck.load_track(Path(sys.argv[1]))

    @contextmanager
    def replaying(_model: Path) -> Iterator[Landmarker]:  # noqa: D103 - see above
        yield _Replay(stored)

    setattr(pipeline, "mediapipe_landmarker", replaying)  # noqa: B010 - a name of its imports
    main(sys.argv[2:])
