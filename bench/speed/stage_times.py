"""What each stage takes by itself, per frame, in a process without other work.

python -m bench.speed.stage_times CLIP TRACK    prints JSON
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

import hingecheck
from hingecheck.capture.mediapipe_landmarker import mediapipe_landmarker
from hingecheck.capture.model_file import Model, model_file
from hingecheck.capture.scene import thumbnail
from hingecheck.capture.shrinking import shrunk
from hingecheck.capture.video import opened
from hingecheck.domain.frame import Frame
from hingecheck.domain.output import Output
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.outputs import write_outputs

_FRAMES: Final = 90


def main() -> None:
    """Times every stage and prints core and wall milliseconds a frame."""
    clip, found = Path(sys.argv[1]), hingecheck.load_track(sys.argv[2])
    print(json.dumps({name: _timed(*stage) for name, stage in _stages(clip, found).items()}))


def _timed(work: Callable[[], object], frames: int) -> tuple[float, float]:
    start, before = time.perf_counter(), time.process_time()
    work()
    spent = time.process_time() - before, time.perf_counter() - start
    return 1e3 * spent[0] / frames, 1e3 * spent[1] / frames


def _stages(clip: Path, found: PoseTrack) -> dict[str, tuple[Callable[[], object], int]]:
    count = len(found.time_s)
    some = list(_some(clip))
    small = [Frame(f.index, f.time_s, shrunk(f.picture)[0]) for f in some]
    analysis = hingecheck.judge(found)
    every = {output: output for output in Output if output is not Output.TRACK}
    without = [output for output in every if output is not Output.VIDEO]
    return {
        "decode": (lambda: [None for _ in _some(clip)], _FRAMES),
        "find cuts": (lambda: [thumbnail(frame.picture) for frame in some], len(some)),
        "shrink": (lambda: [shrunk(frame.picture) for frame in some], len(some)),
        "landmarks and mask": (lambda: _look(small), len(small)),
        "judge": (lambda: hingecheck.judge(found), count),
        "annotated video": (lambda: _write(analysis, found, clip, [Output.VIDEO]), count),
        "everything else": (lambda: _write(analysis, found, clip, without), count),
    }


def _some(clip: Path) -> Iterator[Frame]:
    with opened(clip) as reader:
        yield from islice(reader.frames(), _FRAMES)


def _look(frames: list[Frame]) -> None:
    with mediapipe_landmarker(model_file(Model.FULL)) as engine:
        for frame in frames:
            engine.see(frame)


def _write(
    analysis: hingecheck.Analysis, found: PoseTrack, clip: Path, outputs: Sequence[Output]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        targets = [(output, Path(folder) / output.file_name) for output in outputs]
        write_outputs(analysis, found, clip, targets)


if __name__ == "__main__":
    main()
