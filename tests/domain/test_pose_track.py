import numpy as np
import pytest
from attrs import evolve

from hingecheck.domain.landmark import LANDMARK_COUNT, Landmark
from hingecheck.domain.outline import Outline
from hingecheck.domain.pose_track import PoseTrack
from tests.synthetic.film import Film, filmed
from tests.synthetic.movements import standing

TRACK = filmed(standing(0.5), Film(unseen_s=((0.1, 0.2),)))
FRAMES = len(TRACK.time_s)


def test_the_model_has_33_points() -> None:
    """Every right landmark follows its left twin, as `left + 1` relies on."""
    assert LANDMARK_COUNT == 33
    for landmark in Landmark:
        if landmark.name.startswith("LEFT_") and landmark > Landmark.RIGHT_EYE_OUTER:
            assert Landmark(landmark + 1).name == landmark.name.replace("LEFT", "RIGHT")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        pytest.param({"image_px": TRACK.image_px[1:]}, "image_px", id="image-short"),
        pytest.param({"image_px": TRACK.image_px[:, 1:]}, "image_px", id="a-landmark-missing"),
        pytest.param({"world_m": TRACK.world_m[..., :2]}, "world_m", id="world-flat"),
        pytest.param({"visibility": TRACK.visibility[:, 0]}, "visibility", id="visibility-flat"),
        pytest.param({"time_s": np.zeros(FRAMES)}, "increasing", id="time-stands-still"),
        pytest.param({"time_s": -TRACK.time_s}, "increasing", id="time-runs-back"),
        pytest.param({"time_s": np.full(FRAMES, np.nan)}, "increasing", id="time-unknown"),
        pytest.param({"outline": Outline.from_polygons([])}, "outline has 0", id="outline-short"),
        pytest.param({"cuts": [0]}, "cuts", id="cut-at-the-first-frame"),
        pytest.param({"cuts": [FRAMES]}, "cuts", id="cut-after-the-last-frame"),
        pytest.param({"looked": np.ones(FRAMES - 1)}, "looked", id="looks-short"),
        pytest.param({"looked": np.zeros(FRAMES)}, "first frame", id="nothing-looked-at"),
        pytest.param({"cuts": [-1]}, "cuts", id="cut-before-the-recording"),
    ],
)
def test_a_track_that_does_not_fit_together_is_refused(changes, message) -> None:
    """Each array is checked against the clock, and the clock against itself."""
    with pytest.raises(ValueError, match=message):
        evolve(TRACK, **changes)


def test_a_track_without_frames_is_refused() -> None:
    """There is no empty track."""
    with pytest.raises(ValueError, match="at least one frame"):
        evolve(
            TRACK,
            time_s=[],
            image_px=np.empty((0, LANDMARK_COUNT, 2)),
            world_m=np.empty((0, LANDMARK_COUNT, 3)),
            visibility=np.empty((0, LANDMARK_COUNT)),
            outline=Outline.from_polygons([]),
        )


def test_seen_tells_the_frames_with_a_person() -> None:
    """Seen is false exactly where nobody was found."""
    assert np.flatnonzero(~TRACK.seen).tolist() == [3, 4, 5]


def test_stretches_lie_between_cuts() -> None:
    """Cuts divide the frames into runs that touch and cover everything."""
    cut: PoseTrack = evolve(TRACK, cuts=[4, 9])
    assert cut.stretches() == [slice(0, 4), slice(4, 9), slice(9, FRAMES)]
    assert TRACK.stretches() == [slice(0, FRAMES)]


def test_looks_are_counted_by_the_second() -> None:
    """A third of the frames makes a third of the rate; without a word every frame counts."""
    assert TRACK.looks_hz == TRACK.recording.fps
    looked = np.arange(FRAMES) % 3 == 0
    some = evolve(TRACK, looked=looked)
    assert some.looks_hz == pytest.approx(TRACK.recording.fps * looked.mean())
    assert some.latest_look.tolist() == [frame - frame % 3 for frame in range(FRAMES)]
    assert TRACK.latest_look.tolist() == list(range(FRAMES))
