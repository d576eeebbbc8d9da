import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.drifting import MIN_CHANGE, MIN_REPS, find_drifts
from hingecheck.domain.rep_set import RepSet, Tempo
from tests.synthetic.by_hand import rep_of, signal_set
from tests.synthetic.film import Film
from tests.synthetic.motion import Motion, Score
from tests.synthetic.posture import HINGE_BOTTOM, STANDING
from tests.synthetic.walk import analysed

NAMES = ("trunk_inclination", "knee_flexion", "hinge_index", "back_bow", "trunk_thigh_flexion")


def _found(values, yaw_deg=0.0):
    """Drifts of a trunk that reads so much at the bottom of each rep, all else being still."""
    reps = tuple(
        evolve(rep_of(number, bottom=(20 * number, 20 * number + 10)), bottom=20 * number + 5)
        for number in range(1, len(values) + 1)
    )
    flat = np.zeros(20 * len(values) + 40)
    trunk = flat.copy()
    for rep, value in zip(reps, values, strict=True):
        trunk[rep.bottom - 3 : rep.bottom + 4] = value
    signals = signal_set(
        {**dict.fromkeys(NAMES, flat), "swing_height": flat, "trunk_inclination": trunk}
        | {"camera_yaw": np.full(len(flat), yaw_deg)}
    )
    tempos = tuple(Tempo(rep.number, None, None, None) for rep in reps)
    return find_drifts((RepSet(1, tempos, 0.0, 1.0, None, None, None),), reps, signals)


@pytest.mark.parametrize(
    ("values", "since"),
    [
        pytest.param([60.0] * 6 + [75.0] * 4, 7, id="from-rep-7"),
        pytest.param([60, 61, 59, 60, 61, 50, 49, 51, 50, 49], 6, id="shallower"),
        pytest.param([60, np.nan, 59, 60, 61, 75, 76], 6, id="one-unseen"),
    ],
)
def test_a_change_is_told_from_its_rep_on(values, since) -> None:
    """The rep after which two levels fit best, with both levels."""
    (drift,) = _found(values)
    seen = np.array(values, dtype=float)
    assert (drift.signal, drift.since_rep, drift.set) == ("trunk_inclination", since, 1)
    assert drift.before == pytest.approx(np.nanmedian(seen[: since - 1]))
    assert drift.after == pytest.approx(np.nanmedian(seen[since - 1 :]))


@pytest.mark.parametrize(
    "values",
    [
        pytest.param([60.0] * 10, id="the-same"),
        pytest.param([60.0] * 5 + [60.0 + MIN_CHANGE["deg"] - 0.1] * 5, id="too-little"),
        pytest.param([60.0] * 2 + [80.0] * (MIN_REPS - 3), id="too-few-reps"),
        pytest.param([60, 75, 52, 70, 64, 80, 58, 73, 66, 79], id="only-noise"),
        pytest.param([60, 60, 60, 60, 60, 60, 90], id="one-rep-only"),
    ],
)
def test_no_change_is_told_without_one(values) -> None:
    """Noise, a single other rep, and sets that are too short tell nothing."""
    assert _found(values) == ()


def _slowing(ascents_s):
    """Drifts of a set whose reps take so long on their way up, all else being still."""
    numbers = range(1, len(ascents_s) + 1)
    reps = tuple(rep_of(number, bottom=(20 * number, 20 * number + 10)) for number in numbers)
    flat = np.zeros(20 * len(reps) + 40)
    signals = signal_set(dict.fromkeys((*NAMES, "swing_height", "camera_yaw"), flat))
    tempos = tuple(Tempo(n, None, None, s) for n, s in zip(numbers, ascents_s, strict=True))
    return find_drifts((RepSet(1, tempos, 0.0, 1.0, None, None, None),), reps, signals)


@pytest.mark.parametrize(
    ("ascents_s", "before", "after"),
    [
        pytest.param([0.2, 0.23, 0.2, 0.2, 0.3, 0.33, 0.3], 0.2, 0.3, id="swings-that-slow-down"),
        pytest.param([1.4, 1.5, None, 1.4, 1.4, 0.9, 0.8, 0.9], 1.4, 0.9, id="a-quicker-lift"),
    ],
)
def test_a_changed_way_up_is_told(ascents_s, before, after) -> None:
    """How quickly the hips come through is a trend over the set."""
    (drift,) = _slowing(ascents_s)
    assert (drift.signal, drift.moment, drift.unit) == ("ascent_s", "way up", "s")
    assert (drift.before, drift.after) == pytest.approx((before, after))


@pytest.mark.parametrize(
    "ascents_s",
    [
        pytest.param([0.2, 0.2, 0.2, 0.23, 0.23, 0.23], id="one-frame"),
        pytest.param([1.0, 1.0, 1.0, 1.2, 1.2, 1.2], id="less-than-a-quarter"),
        pytest.param([0.2, 0.2, 0.4, 0.4], id="too-few-reps"),
        pytest.param([None] * 6, id="unseen"),
    ],
)
def test_a_way_up_that_hardly_changes_is_not_told(ascents_s) -> None:
    """A frame more or less is no trend."""
    assert _slowing(ascents_s) == ()


def test_a_lifter_seen_from_the_front_is_not_compared() -> None:
    """Who turns away changes every angle of the picture."""
    assert _found([60.0] * 6 + [75.0] * 4, yaw_deg=45.0) == ()


def _tiring() -> Motion:
    """Eight hinges; from the sixth on the knees bend far more."""
    score = Score(STANDING).hold(0.5)
    for number in range(1, 9):
        knee = 18.0 if number < 6 else 45.0
        score.to(evolve(HINGE_BOTTOM, knee_deg=knee), 0.9).hold(0.2).to(STANDING, 0.8).hold(0.4)
    return score.motion()


def test_a_tiring_lifter_is_seen() -> None:
    """From the film to the word: the knees changed from rep 6."""
    motion = _tiring()
    drifts = analysed(motion, Film(noise_px=1.0, end_s=motion.duration_s)).drifts
    assert {drift.signal: drift.since_rep for drift in drifts}["knee_flexion"] == 6
