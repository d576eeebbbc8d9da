"""Whether the hands leave streaks when they move fastest."""

import numpy as np

from hingecheck.domain.array import Floats
from hingecheck.domain.film_check import FactName, FilmFact, State
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack

# The part of the contrast that lies along the hand's way is one half where it is sharp; below
# this the hand is a streak.
MIN_SHARP = 0.3
_FAST_PERCENTILE = 85
# Frames that must have been read.
_FEWEST = 5
# Body heights a second below which nothing blurs.
MIN_SPEED_HZ = 0.5


def blur_fact(track: PoseTrack, body_height_px: float) -> FilmFact:
    """The sharpness in the frames in which the hands are fastest."""
    unknown = FilmFact(FactName.BLUR, State.UNKNOWN, "blur is not known")
    if track.picture is None:
        return unknown
    speed = hand_speed_hz(track, body_height_px)
    known = speed[np.isfinite(speed)]
    if not len(known):
        return unknown
    limit = float(np.percentile(known, _FAST_PERCENTILE))
    if limit < MIN_SPEED_HZ:
        return FilmFact(FactName.BLUR, State.GOOD, "nothing moves fast enough to blur")
    sharp = track.picture.hand_sharpness[np.nan_to_num(speed) >= limit]
    sharp = sharp[np.isfinite(sharp)]
    if len(sharp) < _FEWEST:
        return unknown
    typical = float(np.median(sharp))
    if typical < MIN_SHARP:
        words = "the hands blur when they are fast; more light keeps them sharp"
        return FilmFact(FactName.BLUR, State.POOR, words, typical, unit="ratio")
    return FilmFact(FactName.BLUR, State.GOOD, "the hands stay sharp", typical, unit="ratio")


def hand_speed_hz(track: PoseTrack, body_height_px: float) -> Floats:
    """(T,) how fast the hands' middle moves, in body heights a second; NaN where unseen."""
    hands = track.image_px[:, [Landmark.LEFT_WRIST, Landmark.RIGHT_WRIST]].mean(axis=1)
    if len(hands) < 2:
        return np.full(len(hands), np.nan)
    moved = np.gradient(hands, track.time_s, axis=0)
    return np.asarray(np.linalg.norm(moved, axis=1) / body_height_px)
