"""What lies between two looks at a recording of many frames a second."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import scipy

from hingecheck.analysis.people import JUMP_TRUNKS
from hingecheck.domain.array import Bools, Floats, Ints
from hingecheck.domain.landmark import Landmark

Stored = npt.NDArray[np.float32]

_HIPS = [Landmark.LEFT_HIP, Landmark.RIGHT_HIP]
_SHOULDERS = [Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER]


def filled(landmarks: Stored, look: Ints, time_s: Floats, cuts: Ints) -> Stored:
    """Landmarks of every frame from those of the looks.

    Between two looks at the same person, on a smooth curve that never goes beyond its neighbours
    (Fritsch and Carlson 1980). Where the body is suddenly elsewhere a frame has the places of the
    nearer look, before a cut and after the last look those of the look before. Where one of the two
    looks saw nobody a frame is unseen.

    Args:
        landmarks: (L, K, C), x and y in the picture first; NaN = unseen.
        look: (L,) frames that were looked at, rising, the first one among them.
        time_s: (T,) of every frame.
        cuts: (C,) looks' frames that begin a new scene.

    Returns:
        (T, K, C); at the looks exactly what was given.
    """
    if len(look) == len(time_s):
        return landmarks
    before = np.searchsorted(look, np.arange(len(time_s)), side="right") - 1
    after = np.minimum(before + 1, len(look) - 1)
    seen = np.asarray(np.isfinite(landmarks[:, :, 0]).all(axis=1))
    cut, jump = np.zeros(len(look) - 1, dtype=np.bool_), _jumps(landmarks)
    cut[np.searchsorted(look, cuts) - 1] = True
    late = time_s - time_s[look[before]] > time_s[look[after]] - time_s
    over = np.append(np.logical_and(jump, ~cut), False)[before]
    whole = landmarks[np.where(late & over, after, before)]
    known = np.append(np.logical_or(cut, seen[1:]), True)[before]
    whole[~known] = np.nan
    for start, stop in _runs(seen, jump, cut):
        curve = scipy.interpolate.PchipInterpolator(time_s[look[start:stop]], landmarks[start:stop])
        own = slice(look[start], look[stop - 1] + 1)
        whole[own] = curve(time_s[own])
    whole[look] = landmarks
    return whole


def _jumps(landmarks: Stored) -> Bools:
    """(L - 1,) whether the hips are suddenly elsewhere in the next look; unseen is no jump."""
    hips, shoulders = (landmarks[:, pair, :2].mean(axis=1) for pair in (_HIPS, _SHOULDERS))
    trunks_px = np.linalg.norm(shoulders - hips, axis=1)
    usual_px = np.nanmedian(trunks_px) if np.isfinite(trunks_px).any() else np.nan
    return np.asarray(np.linalg.norm(np.diff(hips, axis=0), axis=1) > JUMP_TRUNKS * usual_px)


def _runs(seen: Bools, jump: Bools, cut: Bools) -> Iterator[tuple[int, int]]:
    """Half-open runs of two looks and more in which one person is seen."""
    joined = seen[1:] & seen[:-1] & ~jump & ~cut
    steps = np.diff(np.concatenate([[False], joined, [False]]).astype(np.int8))
    starts, stops = np.flatnonzero(steps > 0), np.flatnonzero(steps < 0)
    yield from zip(starts.tolist(), (stops + 1).tolist(), strict=True)
