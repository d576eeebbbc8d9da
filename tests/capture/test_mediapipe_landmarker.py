"""The real engine on a quarter of a second of a sample clip, 270 pixels wide."""

import re
import shutil
import subprocess
import sys
from itertools import islice
from pathlib import Path

import cv2
import numpy as np
import pytest

from hingecheck.capture import shared_tracking
from hingecheck.capture.mediapipe_landmarker import (
    WIDTH_STEP_PX,
    _outline,
    _prepared,
    engine_version,
    mediapipe_landmarker,
)
from hingecheck.capture.model_file import Model, model_file
from hingecheck.capture.video import opened
from hingecheck.domain.frame import Frame
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.errors import EngineUnavailable, ModelFileError
from tests.capture.tracked_clip import file_of, tracked
from tests.made_video import MadeVideo

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample_clips" / "swing_side_good.mp4"
FIRST, COUNT = 60, 8
SIZE = (270, 480)
TRUNK = [
    Landmark.LEFT_SHOULDER,
    Landmark.RIGHT_SHOULDER,
    Landmark.LEFT_HIP,
    Landmark.RIGHT_HIP,
]


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few frames of a swing, at a width that is no multiple of 4."""
    with opened(SAMPLE) as reader:
        chosen = list(islice(reader.frames(), FIRST, FIRST + COUNT))
    pictures = [
        cv2.resize(frame.picture, SIZE, interpolation=cv2.INTER_AREA).astype(np.uint8)
        for frame in chosen
    ]
    path = tmp_path_factory.mktemp("clip") / "swing.mp4"
    return MadeVideo(size=SIZE, frames=COUNT).write(path, pictures)


@pytest.fixture(scope="session")
def found(clip: Path) -> PoseTrack:
    """The clip's track with the smallest model."""
    return tracked(clip)


def separate(clip: Path, *before: str) -> subprocess.CompletedProcess[str]:
    """Tracks the clip in a process of its own, which native code may abort."""
    command = [*before, sys.executable, "-W", "error", "-m", "tests.capture.tracked_clip"]
    return subprocess.run(  # noqa: S603 - our own words
        [*command, str(clip)], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("size", [(270, 480), (480, 270), (1, 1), (641, 479), (1080, 1920)])
def test_the_engine_gets_a_picture_that_suits_it(size: tuple[int, int]) -> None:
    """A multiple of 16 wide, red first, its right edge repeated, not stretched."""
    width, height = size
    picture = np.zeros((height, width, 3), dtype=np.uint8)
    picture[..., 0], picture[:, -1, 2] = 200, 90
    made = _prepared(picture)
    assert made.shape[1] % WIDTH_STEP_PX == 0
    assert made.shape[0] == height
    assert made.shape[1] - width < WIDTH_STEP_PX
    assert made[0, 0, 2] == 200
    assert np.all(made[:, width:] == made[:, width - 1 : width])


def test_the_largest_body_is_outlined_in_pixel_centres() -> None:
    """A soft mask becomes one closed polygon; a smaller blob beside it is left out."""

    class Mask:
        def numpy_view(self) -> np.ndarray:
            mask = np.zeros((40, 30, 1), dtype=np.float32)
            mask[10:21, 5:16], mask[30:33, 20:22] = 0.9, 0.9
            return mask

    polygon = _outline([Mask()])
    assert polygon.min(axis=0).tolist() == [5.5, 10.5]
    assert polygon.max(axis=0).tolist() == [15.5, 20.5]


@pytest.mark.parametrize("level", [0.0, 0.5])
def test_no_body_no_outline(level: float) -> None:
    """A mask without a body, or none at all, gives an empty polygon."""

    class Mask:
        def numpy_view(self) -> np.ndarray:
            return np.full((8, 8), level, dtype=np.float32)

    assert _outline([Mask()]).shape == (0, 2)
    assert _outline([]).shape == (0, 2)


def test_the_engine_is_named_with_its_version() -> None:
    """Reports name what computed the landmarks."""
    assert re.fullmatch(r"mediapipe 0\.10\.3\d", engine_version())


@pytest.mark.model
def test_a_person_is_found(found: PoseTrack) -> None:
    """In every frame, inside the picture, head above hips above ankles."""
    assert found.seen.all()
    assert np.isfinite(found.image_px).all()
    trunk = found.image_px[:, TRUNK]
    assert np.all((trunk > 0) & (trunk < SIZE))
    heights = found.image_px[:, [Landmark.NOSE, Landmark.LEFT_HIP, Landmark.LEFT_ANKLE], 1]
    assert np.all(np.diff(heights[-1]) > 20)
    assert np.all((found.visibility >= 0) & (found.visibility <= 1))


@pytest.mark.model
def test_the_outline_encloses_hips_and_shoulders(found: PoseTrack) -> None:
    """The polygon is in the landmarks' own pixels: the trunk's corners lie inside it."""
    for index in range(COUNT):
        polygon = found.outline.polygon_px(index).astype(np.float32)
        for point in found.image_px[index, TRUNK]:
            corner = (float(point[0]), float(point[1]))
            assert cv2.pointPolygonTest(polygon, corner, measureDist=False) > 0


@pytest.mark.model
def test_two_runs_give_the_same_bytes(clip: Path, found: PoseTrack) -> None:
    """The same clip, the same machine: the track files are identical."""
    assert file_of(tracked(clip)) == file_of(found)


@pytest.mark.model
def test_a_chunk_computed_alone_is_the_same(
    clip: Path, found: PoseTrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second chunk depends on its own frames and its warm-up only."""
    monkeypatch.setattr(shared_tracking, "CHUNK_FRAMES", 5)
    monkeypatch.setattr(shared_tracking, "WARM_UP_FRAMES", 2)
    in_a_row = tracked(clip)
    with opened(clip) as reader, mediapipe_landmarker(model_file(Model.LITE)) as engine:
        alone = [engine.see(frame) for frame in reader.frames() if frame.index >= 3][2:]
    assert len(alone) == COUNT - 5
    for index, sighting in enumerate(alone, start=5):
        assert sighting is not None
        expected = sighting.image_px.astype(np.float32).astype(np.float64)
        np.testing.assert_array_equal(in_a_row.image_px[index], expected)
    np.testing.assert_array_equal(in_a_row.image_px[:5], found.image_px[:5])


@pytest.mark.model
@pytest.mark.parametrize("model", [Model.FULL, Model.HEAVY])
def test_every_model_runs(model: Model, clip: Path, found: PoseTrack) -> None:
    """The larger bundles find the same person in about the same place."""
    with opened(clip) as reader, mediapipe_landmarker(model_file(model)) as engine:
        sightings = [engine.see(frame) for frame in islice(reader.frames(), 3)]
    last = sightings[-1]
    assert last is not None
    distance_px = np.linalg.norm(last.image_px[TRUNK] - found.image_px[2, TRUNK], axis=1)
    assert distance_px.max() < 25


@pytest.mark.model
def test_nobody_is_found_in_an_empty_picture() -> None:
    """A grey wall shows no person; a picture of one pixel breaks nothing."""
    with mediapipe_landmarker(model_file(Model.LITE)) as engine:
        for index, size in enumerate([(48, 64), (1, 1), (3, 2000)]):
            wall = np.full((*size, 3), 127, dtype=np.uint8)
            assert engine.see(Frame(index=index, time_s=index / 30, picture=wall)) is None


@pytest.mark.model
def test_a_file_that_is_no_model(tmp_path: Path) -> None:
    """What MediaPipe refuses is told in one line with the file's name."""
    path = tmp_path / "pose.task"
    path.write_bytes(b"not a bundle")
    with pytest.raises(ModelFileError, match="refuses the model") as raised:
        mediapipe_landmarker(path).__enter__()
    assert "pose.task" in str(raised.value)


@pytest.mark.model
def test_a_library_that_is_missing_when_the_engine_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """MediaPipe loads its shared library late; that too says what to install."""
    from mediapipe.tasks.python import vision  # noqa: PLC0415 - takes a second

    def failing(_: object) -> None:
        raise OSError("libEGL.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(vision.PoseLandmarker, "create_from_options", failing)
    with pytest.raises(EngineUnavailable, match="apt-get install libegl1"):
        mediapipe_landmarker(model_file(Model.LITE)).__enter__()


@pytest.mark.model
def test_native_code_prints_nothing(clip: Path) -> None:
    """At 270 pixels the process neither aborts nor prints anything of its own."""
    done = separate(clip)
    assert done.returncode == 0
    assert done.stdout == f"{COUNT} of {COUNT} frames show a person\n"
    assert done.stderr == ""


@pytest.mark.model
@pytest.mark.trace
def test_nothing_goes_to_the_network(clip: Path, tmp_path: Path) -> None:
    """No thread of the process opens an internet socket or connects to anything."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed")
    log = tmp_path / "network.log"
    done = separate(
        clip, strace, "-f", "-qq", "--seccomp-bpf", "-e", "trace=network", "-o", str(log)
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{COUNT} of {COUNT} frames show a person\n"
    calls = log.read_text().splitlines()
    assert [line for line in calls if re.search(r"AF_INET|connect\(|send(to|msg)\(", line)] == []


@pytest.mark.trace
def test_the_trace_would_notice(tmp_path: Path) -> None:
    """The same watch on a process that does knock at a door shows it."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed")
    log = tmp_path / "network.log"
    code = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
    watch = [strace, "-f", "-qq", "--seccomp-bpf", "-e", "trace=network", "-o", str(log)]
    subprocess.run([*watch, sys.executable, "-c", code], check=True)  # noqa: S603 - our own words
    assert "AF_INET" in log.read_text()
    assert "connect(" in log.read_text()
