"""Zero-phase filters on true time stamps: (N, C) without NaN in, the same shape out."""

import numpy as np
import scipy
from numpy.lib.stride_tricks import sliding_window_view

from hingecheck.domain.array import Floats

# Half-width of the outlier window; at 30 fps three frames each side.
OUTLIER_WINDOW_S = 0.1
# A sample further than this many robust standard deviations from its neighbours' median is
# replaced by it (Hampel 1974; Pearson 2002, "Outliers in process modeling and identification").
OUTLIER_LIMIT = 3.0
_MAD_TO_SD = 1.4826
# A second-order filter run forth and back has a lower cut-off than either run: Winter,
# "Biomechanics and Motor Control of Human Movement", (2^(1/n) - 1)^(1/4) with n = 2 passes.
_TWO_PASSES = (2 ** (1 / 2) - 1) ** 0.25
# No cut-off above this share of the frame rate: the filter needs room below Nyquist.
_HIGHEST_CUTOFF = 0.4
_UNEVEN = 0.01


def without_outliers(values: Floats, fps: float) -> Floats:
    """Replaces single frames that jump away from both neighbours (Hampel filter)."""
    half = max(2, round(OUTLIER_WINDOW_S * fps))
    padded = np.pad(values, ((half, half), (0, 0)), mode="edge")
    # column by column: all windows of all landmarks at once would fill the memory
    columns = [_hampel(column, half) for column in padded.T]
    return np.stack(columns, axis=1)


def _hampel(padded: Floats, half: int) -> Floats:
    """(N + 2 half,) in, (N,) out.

    The spread is taken about the window's own median: on a smooth curve it then grows with the
    bend, and a turning point is no outlier.
    """
    windows = sliding_window_view(padded, 2 * half + 1)
    middle = _middle(windows, half)
    spread = _MAD_TO_SD * _middle(np.abs(windows - middle[:, None]), half)
    values = padded[half:-half]
    return np.asarray(np.where(np.abs(values - middle) > OUTLIER_LIMIT * spread, middle, values))


def _middle(windows: Floats, half: int) -> Floats:
    """(N,) the median of each of (N, 2 half + 1), an odd number, none NaN."""
    return np.asarray(np.partition(windows, half, axis=1)[:, half])


def low_pass(time_s: Floats, values: Floats, cutoff_hz: float) -> Floats:
    """Fourth-order zero-phase Butterworth in real seconds.

    Args:
        time_s: (N,) strictly increasing; an uneven clock is resampled to an even one and back.
        values: (N, C).
        cutoff_hz: where the result has lost 3 dB; lowered where the frame rate allows less.

    Returns:
        (N, C); unchanged where N is too short to filter.
    """
    count = len(time_s)
    if count < 3:
        return values
    fps = (count - 1) / float(time_s[-1] - time_s[0])
    design_hz = min(cutoff_hz / _TWO_PASSES, _HIGHEST_CUTOFF * fps)
    sections = scipy.signal.butter(2, design_hz, fs=fps, output="sos")
    # The transient of the filter, about one period of the cut-off, must fit into the mirrored edge.
    padding = min(count - 1, int(np.ceil(fps / design_hz)) * 2)
    even = np.linspace(time_s[0], time_s[-1], count)
    if np.max(np.abs(even - time_s)) <= _UNEVEN / fps:
        return np.asarray(scipy.signal.sosfiltfilt(sections, values, axis=0, padlen=padding))
    resampled = _resampled(even, time_s, values)
    smooth = np.asarray(scipy.signal.sosfiltfilt(sections, resampled, axis=0, padlen=padding))
    return _resampled(time_s, even, smooth)


def _resampled(wanted_s: Floats, time_s: Floats, values: Floats) -> Floats:
    columns = [np.interp(wanted_s, time_s, column) for column in values.T]
    return np.stack(columns, axis=1)
