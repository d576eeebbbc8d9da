import numpy as np
import pytest

from hingecheck.analysis.filtering import low_pass, without_outliers

FPS = 30.0
TIME_S = np.arange(180) / FPS
INSIDE = slice(15, -15)


def _wave(time_s, hz, phase=0.3):
    return np.cos(2 * np.pi * hz * time_s + phase)[:, None]


@pytest.mark.parametrize("hz", [0.3, 0.7, 1.0, 2.0])
@pytest.mark.parametrize("fps", [24.0, 30.0, 60.0, 120.0])
def test_a_clean_movement_has_no_outliers(hz, fps) -> None:
    """Turning points are no outliers: a smooth curve up to 2 Hz comes back untouched."""
    clean = _wave(np.arange(int(6 * fps)) / fps, hz)
    np.testing.assert_array_equal(without_outliers(clean, fps), clean)


@pytest.mark.parametrize(("count", "jump"), [(1, 1.5), (1, -1.5), (2, 3.0), (2, -3.0)])
def test_a_few_frames_that_jump_are_replaced(count, jump) -> None:
    """One or two wild frames come back near the curve; the others stay as they were."""
    clean = _wave(TIME_S, 0.7)
    wild = clean.copy()
    wild[70 : 70 + count] += jump
    mended = without_outliers(wild, FPS)
    assert np.abs(mended[70 : 70 + count] - clean[70 : 70 + count]).max() < 0.3
    untouched = np.r_[0:60, 80:180]
    np.testing.assert_array_equal(mended[untouched], clean[untouched])


def test_columns_do_not_know_each_other() -> None:
    """An outlier of one landmark changes no other."""
    two = np.hstack([_wave(TIME_S, 1.0), _wave(TIME_S, 0.5)])
    wild = two.copy()
    wild[50, 0] += 5.0
    np.testing.assert_array_equal(without_outliers(wild, FPS)[:, 1], two[:, 1])


@pytest.mark.parametrize(("hz", "loss"), [(1.0, 0.002), (2.0, 0.02)])
@pytest.mark.parametrize("fps", [30.0, 60.0])
def test_amplitude_is_kept(hz, loss, fps) -> None:
    """A swing's fold and its first overtone lose next to nothing at the body's cut-off."""
    wave = _wave(np.arange(int(6 * fps)) / fps, hz)
    smooth = low_pass(np.arange(len(wave)) / fps, wave, 6.0)
    assert np.abs(smooth - wave)[INSIDE].max() < loss


def test_nothing_moves_in_time() -> None:
    """The filter has zero phase: the best match of in and out is at no shift."""
    wave = _wave(TIME_S, 1.7)
    smooth = low_pass(TIME_S, wave, 6.0)
    shifts = range(-4, 5)
    match = [float((np.roll(smooth, shift) * wave)[INSIDE].sum()) for shift in shifts]
    assert shifts[int(np.argmax(match))] == 0


def test_the_cut_off_loses_3_db() -> None:
    """At the cut-off a wave keeps 71 % (both passes together), beyond it hardly anything."""
    fine = np.arange(1200) / 120.0
    for hz, kept in ((6.0, 0.7071), (18.0, 0.022)):
        smooth = low_pass(fine, _wave(fine, hz), 6.0)
        assert np.abs(smooth[200:-200]).max() == pytest.approx(kept, abs=0.01)


def test_a_straight_line_stays_straight_to_its_ends() -> None:
    """The edges are not bent, whatever slope they have."""
    line = (3.0 * TIME_S - 2.0)[:, None]
    np.testing.assert_allclose(low_pass(TIME_S, line, 6.0), line, atol=1e-4)


def test_an_uneven_clock_gives_the_same_curve() -> None:
    """True time stamps count: on a variable frame rate the curve is the same function of time."""
    rng = np.random.default_rng(3)
    uneven = TIME_S + np.r_[0, rng.uniform(-0.3, 0.3, len(TIME_S) - 2), 0] / FPS
    even = low_pass(TIME_S, _wave(TIME_S, 1.0), 6.0)
    other = low_pass(uneven, _wave(uneven, 1.0), 6.0)
    expected = np.interp(uneven, TIME_S, even[:, 0])
    assert np.abs(other[:, 0] - expected)[INSIDE].max() < 0.02


@pytest.mark.parametrize("count", [1, 2])
def test_too_few_frames_come_back_as_they_are(count) -> None:
    """There is nothing to filter in one frame or two."""
    values = np.ones((count, 4))
    np.testing.assert_array_equal(low_pass(TIME_S[:count], values, 6.0), values)
    np.testing.assert_array_equal(without_outliers(values, FPS), values)


@pytest.mark.parametrize("count", [3, 4, 7, 12])
def test_short_runs_do_not_crash(count) -> None:
    """A run shorter than the filter's edge is filtered with the edge that there is."""
    assert np.isfinite(low_pass(TIME_S[:count], np.ones((count, 2)), 6.0)).all()


def test_a_low_frame_rate_lowers_the_cut_off() -> None:
    """At 10 frames per second 6 Hz lies above Nyquist; the filter still works."""
    slow = np.arange(60) / 10.0
    smooth = low_pass(slow, _wave(slow, 0.3), 6.0)
    assert np.abs(smooth - _wave(slow, 0.3))[3:-3].max() < 0.02
