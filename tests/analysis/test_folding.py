import numpy as np
import pytest

from hingecheck.analysis.folding import is_still, stretches, turning_points
from tests.synthetic.by_hand import signal_set

WAVE = np.cos(np.linspace(0, 4 * np.pi, 121))
HANGING = np.full(121, -1.05)


def _stretches(height, hands=HANGING):
    return stretches(signal_set({"shoulder_height": height, "swing_height": hands}))


def test_turning_points_are_peaks_and_ends() -> None:
    """A curve that begins and ends high turns there as well."""
    assert turning_points(WAVE, 0.5).tolist() == [0, 60, 120]
    assert turning_points(-WAVE, 0.5).tolist() == [30, 90]


@pytest.mark.parametrize("curve", [np.zeros(50), np.full(50, -np.inf)], ids=["flat", "never-seen"])
def test_a_flat_curve_never_turns(curve) -> None:
    """Standing still is no fold, and hands that are never seen are never high."""
    assert turning_points(curve, 0.3).tolist() == []


def test_small_waves_do_not_count() -> None:
    """Below the prominence nothing turns."""
    assert turning_points(0.1 * WAVE, 0.3).tolist() == []


def test_the_fold_is_counted_from_standing() -> None:
    """0 is standing, positive is folded, in trunk lengths."""
    (stretch,) = _stretches(3.0 + 0.5 * WAVE)
    assert stretch.fold[0] == pytest.approx(0.0, abs=0.03)
    assert stretch.fold[30] == pytest.approx(1.0, abs=0.05)


@pytest.mark.parametrize(
    ("hole_s", "count"), [(0.3, 1), (0.49, 1), (0.7, 2)], ids=["short", "almost", "long"]
)
def test_a_long_hole_ends_a_stretch(hole_s, count) -> None:
    """Over half a second unseen, nobody knows what happened; before, the curve goes straight on."""
    height = 3.0 + 0.5 * WAVE
    height[50 : 50 + round(hole_s * 30) - 1] = np.nan
    found = _stretches(height)
    assert len(found) == count
    assert all(np.isfinite(stretch.fold).all() for stretch in found)


def test_a_glimpse_is_no_stretch() -> None:
    """Less than a fifth of a second between holes is left out."""
    height = np.full(121, np.nan)
    height[60:64] = 3.0
    assert _stretches(height) == ()
    height[60:70] = 3.0
    assert [(stretch.start, len(stretch)) for stretch in _stretches(height)] == [(60, 10)]


def test_nobody_makes_no_stretch() -> None:
    """All unseen is an empty tuple."""
    assert _stretches(np.full(121, np.nan)) == ()


def test_tops_of_the_hands_are_high() -> None:
    """Hands that rise to the knee are not high; hands at the shoulder are."""
    knee, shoulder = -1.4 + 0.3 * WAVE, -0.5 + 0.5 * WAVE
    assert _stretches(np.full(121, 3.0), knee)[0].tops_of_hands.tolist() == []
    assert len(_stretches(np.full(121, 3.0), shoulder)[0].tops_of_hands) == 3


def test_hands_that_are_never_seen_are_never_high() -> None:
    """Without a wrist there is a fold, but no top of the hands."""
    (stretch,) = _stretches(3.0 + 0.5 * WAVE, np.full(121, np.nan))
    assert stretch.tops_of_hands.tolist() == []


@pytest.mark.parametrize(
    ("moment", "still"),
    [pytest.param(30, True, id="turning"), pytest.param(15, False, id="in-mid-motion")],
)
def test_stillness_is_a_share_of_the_fastest(moment, still) -> None:
    """About its turning point a curve rests; halfway it does not, however slow it is."""
    time_s = np.arange(121) / 30
    for size in (1.0, 0.001):
        assert is_still(time_s, size * WAVE, moment / 30, slice(0, 61)) is still
