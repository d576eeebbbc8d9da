import numpy as np
import pytest

from hingecheck.analysis.reading import Reading, Statistic
from hingecheck.domain.rep import Phase
from tests.synthetic.by_hand import rep_of, signal_set

REP = rep_of(descent=(0, 10), bottom=(10, 20), ascent=(20, 30), top=(30, 40))
BOTTOM = (Phase.BOTTOM,)


def _read(values, statistic, phases=BOTTOM, fps=30.0, rep=REP, **more):
    reading = Reading("angle", statistic, phases, **more)
    return reading(rep, signal_set({"angle": values}, fps, u=3.0))


def _with(value, frames, length=40):
    values = np.zeros(length)
    values[frames] = value
    return values


def test_the_median_is_a_median() -> None:
    """Of the phase asked for, with the frame that comes nearest to it."""
    read = _read(np.arange(40.0) ** 2, Statistic.MEDIAN)
    assert read.value == np.median(np.arange(10.0, 20.0) ** 2)
    assert read.frame in (14, 15)
    assert (read.u, read.coverage) == (3.0, 1.0)


@pytest.mark.parametrize(
    ("statistic", "sign"), [(Statistic.HELD_LARGEST, 1.0), (Statistic.HELD_SMALLEST, -1.0)]
)
@pytest.mark.parametrize(
    ("frames", "held"),
    [
        pytest.param([15], False, id="one-frame"),
        pytest.param([14, 15], False, id="two-frames"),
        pytest.param([14, 15, 16], True, id="a-tenth-of-a-second"),
        pytest.param([12, 14, 16, 18], False, id="now-and-then"),
        pytest.param([10, 11], False, id="two-frames-at-the-edge"),
        pytest.param([10, 11, 12], True, id="a-tenth-at-the-first-edge"),
        pytest.param([17, 18, 19], True, id="a-tenth-at-the-last-edge"),
        pytest.param([7, 8, 9, 10, 20, 21, 22], False, id="outside-the-phase"),
    ],
)
def test_a_held_value_lasts(statistic, sign, frames, held) -> None:
    """What stays for a tenth of a second inside the phase counts; what flickers does not."""
    read = _read(_with(sign * 50.0, frames), statistic)
    assert read.value == (sign * 50.0 if held else 0.0)
    assert read.frame in frames if held else read.frame not in frames


@pytest.mark.parametrize("fps", [25.0, 30.0, 60.0, 120.0])
def test_held_is_a_time_not_a_count(fps) -> None:
    """A tenth of a second is a tenth of a second at every frame rate."""
    count = round(fps)
    rep = rep_of(bottom=(0, count))
    long, short = (
        _with(9.0, slice(4, 4 + round(seconds * fps)), count) for seconds in (0.12, 0.04)
    )
    assert _read(long, Statistic.HELD_LARGEST, fps=fps, rep=rep).value == 9.0
    assert _read(short, Statistic.HELD_LARGEST, fps=fps, rep=rep).value == 0.0


def test_the_frame_shows_the_value() -> None:
    """A held value is the signal's own value in the frame that is named."""
    values = np.random.default_rng(5).normal(size=40)
    for statistic in (Statistic.HELD_LARGEST, Statistic.HELD_SMALLEST):
        read = _read(values, statistic)
        assert values[read.frame] == read.value


def test_a_phase_shorter_than_the_hold_counts_whole() -> None:
    """In a phase of two frames, both must show it."""
    rep = rep_of(bottom=(10, 12))
    assert _read(_with(5.0, [10, 11]), Statistic.HELD_LARGEST, rep=rep).value == 5.0
    assert _read(_with(5.0, [10]), Statistic.HELD_LARGEST, rep=rep).value == 0.0


def test_several_phases_are_read_as_one() -> None:
    """A value may be held over the border of two phases."""
    values = _with(7.0, [18, 19, 20, 21])
    assert _read(values, Statistic.HELD_LARGEST, (Phase.BOTTOM, Phase.ASCENT)).value == 7.0


@pytest.mark.parametrize(("unseen", "coverage"), [(2, 0.8), (9, 0.1)])
def test_coverage_is_the_share_that_was_seen(unseen, coverage) -> None:
    """Unseen frames lower the coverage and change no value."""
    values = np.full(40, 4.0)
    values[10 : 10 + unseen] = np.nan
    read = _read(values, Statistic.MEDIAN)
    assert (read.value, read.coverage) == (4.0, pytest.approx(coverage))
    assert read.frame >= 10 + unseen


@pytest.mark.parametrize("statistic", list(Statistic))
def test_what_was_never_seen_is_not_read(statistic) -> None:
    """No frame with a value, or no such phase in the rep: None, never zero."""
    assert _read(np.full(40, np.nan), statistic) is None
    assert _read(np.zeros(40), statistic, (Phase.SETUP,)) is None


def test_a_part_of_the_frames_may_be_asked_for() -> None:
    """`only` narrows the frames; where it leaves none, nothing is read."""
    late = _read(np.arange(40.0), Statistic.MEDIAN, only=lambda frames, _: frames[frames > 16])
    none = _read(np.arange(40.0), Statistic.MEDIAN, only=lambda frames, _: frames[:0])
    assert (late.value, none) == (18.0, None)
