"""The first pictures of a sample clip, for tests that need the real pose model and little else."""

from pathlib import Path

import av

from tests.made_video import MadeVideo

SAMPLE = Path(__file__).parents[1] / "sample_clips" / "swing_side_lean_back.mp4"


def write_tiny_clip(path: Path, frames: int = 8) -> Path:
    """A clip of a few frames with a lifter in it."""
    with av.open(str(SAMPLE)) as source:
        pictures = [
            frame.to_ndarray(format="bgr24")
            for frame, _ in zip(source.decode(video=0), range(frames), strict=False)
        ]
    size = (pictures[0].shape[1], pictures[0].shape[0])
    return MadeVideo(size=size, frames=len(pictures)).write(path, pictures)
