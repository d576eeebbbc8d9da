"""How far the hands go while one picture is taken: more than that cannot blur."""

import numpy as np

from hingecheck.domain.array import Floats
from hingecheck.domain.film_check import FactName, FilmFact, State
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack

# Body heights; a streak of this length is as wide as the wrist's own error, some 3 cm.
MAX_WAY = 0.02
_FAST_PERCENTILE = 95


def blur_fact(track: PoseTrack, body_height_px: float) -> FilmFact:
    """The hands' way from one picture to the next where they are fastest.

    A shutter is open for a frame's time at most, so this is the longest streak there can be; how
    much shorter it is depends on the light, which no measure tried so far could tell.
    """
    speed = hand_speed_hz(track, body_height_px)
    known = speed[np.isfinite(speed)]
    if not len(known):
        return FilmFact(FactName.BLUR, State.UNKNOWN, "blur is not known")
    way = float(np.percentile(known, _FAST_PERCENTILE)) / track.recording.fps
    if way <= MAX_WAY:
        words = f"nothing can blur by more than {way:.1%} of your height"
        return FilmFact(FactName.BLUR, State.GOOD, words, way, unit="ratio")
    words = f"quick hands can blur by up to {way:.0%} of your height; bright light prevents it"
    return FilmFact(FactName.BLUR, State.UNKNOWN, words, way, unit="ratio")


def hand_speed_hz(track: PoseTrack, body_height_px: float) -> Floats:
    """(T,) how fast the hands' middle moves, in body heights a second; NaN where unseen."""
    hands = track.image_px[:, [Landmark.LEFT_WRIST, Landmark.RIGHT_WRIST]].mean(axis=1)
    if len(hands) < 2:
        return np.full(len(hands), np.nan)
    moved = np.gradient(hands, track.time_s, axis=0)
    return np.asarray(np.linalg.norm(moved, axis=1) / body_height_px)
