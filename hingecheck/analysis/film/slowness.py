"""Slow motion: said by the file or by the user, or betrayed by how slowly a bell swings."""

from itertools import pairwise

import numpy as np
import scipy

from hingecheck.analysis.film.blurring import hand_speed_hz
from hingecheck.domain.array import Floats
from hingecheck.domain.film_check import FactName, FilmFact, State
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack

# A bell on straight arms is a pendulum: whoever swings it takes this long, and the hands are this
# quick at their fastest (four labelled swings: 1.47 to 1.69 s, 1.3 to 1.75 heights a second).
SWING_S = 1.55
SWING_SPEED_HZ = 1.5
# Both together, as a standard deviation of the factor's logarithm.
U_SHARE = 0.15
# Below this it may be a slow swing.
MIN_FACTOR = 1.5
# The file's own words are believed from here on.
_MIN_SAID = 1.1
_LOW_ARM_TRUNKS, _HIGH_ARM_TRUNKS, _FOLD_TRUNKS = -0.7, -0.45, 0.35
_FEWEST_SWINGS = 2


def slow_motion_fact(track: PoseTrack, body_height_px: float, given: float | None) -> FilmFact:
    """How many times slower the film runs than the lifter did; 1 = real time."""
    if given is not None:
        words = f"slowed {given:g} times, as you said; tempo is told in real time"
        return _fact(State.GOOD, words, given, 0.0)
    said = said_factor(track)
    if said is not None:
        words = f"slowed {said:.1f} times, as the file says; tempo is told in real time"
        return _fact(State.GOOD, words, said, 0.0)
    factor = swing_factor(track, body_height_px)
    if not np.isfinite(factor):
        words = "slow motion can only be told in two or more swings"
        return _fact(State.UNKNOWN, words, factor, factor)
    u = U_SHARE * factor
    if factor < MIN_FACTOR:
        return _fact(State.GOOD, "real time, as far as the swing tells", factor, u)
    words = f"looks slowed about {factor:.1f} times: the bell swings too slowly; try --slowmo"
    return _fact(State.POOR, words, factor, u)


def _fact(state: State, words: str, factor: float, u: float) -> FilmFact:
    return FilmFact(FactName.SLOW_MOTION, state, words, factor, u, "ratio")


def said_factor(track: PoseTrack) -> float | None:
    """From the camera's own rate, where the file holds it; None where it runs in real time."""
    filmed = track.recording.filmed_fps
    if filmed is None or filmed / track.recording.fps < _MIN_SAID:
        return None
    return filmed / track.recording.fps


def swing_factor(track: PoseTrack, body_height_px: float) -> float:
    """From the time of a swing and the hands' speed, whichever is less slow.

    NaN without swings, and where neither hands nor height are known.
    """
    arm, fold = _arm_and_fold(track)
    known = np.isfinite(arm) & np.isfinite(fold)
    if np.count_nonzero(known) < 10:
        return float("nan")
    filled = np.interp(np.arange(len(arm)), np.flatnonzero(known), arm[known])
    tops = scipy.signal.find_peaks(filled, height=_HIGH_ARM_TRUNKS, prominence=0.4)[0]
    cycles = [
        (start, stop)
        for start, stop in pairwise(tops.tolist())
        if filled[start:stop].min() < _LOW_ARM_TRUNKS
        and np.ptp(fold[start:stop][known[start:stop]]) > _FOLD_TRUNKS
    ]
    if len(cycles) < _FEWEST_SWINGS - 1:
        return float("nan")
    cycle_s = np.median([track.time_s[stop] - track.time_s[start] for start, stop in cycles])
    inside = slice(cycles[0][0], cycles[-1][1])
    speed = hand_speed_hz(track, body_height_px)[inside]
    seen = speed[np.isfinite(speed)]
    if not len(seen):
        return float("nan")
    return float(min(cycle_s / SWING_S, SWING_SPEED_HZ / np.percentile(seen, 97)))


def _arm_and_fold(track: PoseTrack) -> tuple[Floats, Floats]:
    """(T,) the hands over the shoulders, and the shoulders over the ankles, in trunk lengths."""
    height = -track.image_px[..., 1]
    middle = {
        name: height[:, list(pair)].mean(axis=1)
        for name, pair in (
            ("hand", (Landmark.LEFT_WRIST, Landmark.RIGHT_WRIST)),
            ("shoulder", (Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER)),
            ("hip", (Landmark.LEFT_HIP, Landmark.RIGHT_HIP)),
            ("ankle", (Landmark.LEFT_ANKLE, Landmark.RIGHT_ANKLE)),
        )
    }
    upright = middle["shoulder"] - middle["hip"]
    known = upright[np.isfinite(upright)]
    trunk = float(np.percentile(known, 90)) if len(known) else float("nan")
    arm = (middle["hand"] - middle["shoulder"]) / trunk
    return np.asarray(arm), np.asarray((middle["shoulder"] - middle["ankle"]) / trunk)
