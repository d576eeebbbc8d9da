import numpy as np
import pytest

from hingecheck.analysis.lean_gained import LeanGained
from hingecheck.domain.rep import Phase, Rep, Span
from hingecheck.domain.signal import Signal, SignalSet

FRAMES = 30
REP = Rep(
    number=1,
    bottom=0,
    top=29,
    phases={Phase.BOTTOM: Span(0, 3), Phase.ASCENT: Span(3, 25), Phase.TOP: Span(25, 30)},
)
MEASURE = LeanGained("trunk_inclination", "knee_flexion", least_deg=20.0)
# The knee straightens evenly: held deepest in frame 2, half through in frame 15, 14 frames.
KNEE = 58.0 - 2.0 * np.arange(FRAMES)
LEAN = 60.0 + np.minimum(np.arange(FRAMES), 10)


def _signals(lean=LEAN, knee=KNEE) -> SignalSet:
    curves = {"trunk_inclination": lean, "knee_flexion": knee}
    return SignalSet(
        time_s=np.arange(FRAMES) / 30,
        signals=tuple(
            Signal(name, "deg", np.asarray(values, dtype=float), np.full(FRAMES, 3.0))
            for name, values in curves.items()
        ),
    )


def _without(values, frames):
    holed = np.asarray(values, dtype=float).copy()
    holed[frames] = np.nan
    return holed


def test_what_is_gained_until_the_joint_is_half_through() -> None:
    """The largest held lean less that at the joint's deepest, with both errors."""
    found = MEASURE(REP, _signals())
    assert found is not None
    assert found.value == pytest.approx(8.0)
    assert found.u == pytest.approx(np.hypot(3.0, 3.0))
    assert found.coverage == 1.0


def test_a_segment_that_rises_has_gained_nothing() -> None:
    """Never negative."""
    found = MEASURE(REP, _signals(lean=60.0 - np.arange(FRAMES)))
    assert found is not None
    assert found.value == 0.0


@pytest.mark.parametrize("hidden", ["lean", "knee"])
def test_what_is_hidden_on_the_way_counts_against_the_coverage(hidden) -> None:
    """A frame without segment or joint is missing, whichever of the two is hidden."""
    part = slice(3, 11)
    holes = {"lean": _without(LEAN, part)} if hidden == "lean" else {"knee": _without(KNEE, part)}
    found = MEASURE(REP, _signals(**holes))
    assert found is not None
    assert found.coverage == pytest.approx(6 / 14)


@pytest.mark.parametrize(
    "signals",
    [
        pytest.param(_signals(knee=KNEE / 10), id="a-knee-that-hardly-straightens"),
        pytest.param(_signals(lean=_without(LEAN, slice(0, 3))), id="no-lean-at-the-deepest"),
        pytest.param(_signals(knee=np.full(FRAMES, np.nan)), id="an-unseen-knee"),
    ],
)
def test_nothing_is_read(signals) -> None:
    """Where there is no half way, or nothing to count from, there is no measurement."""
    assert MEASURE(REP, signals) is None
