"""Whether the camera stood still: the path of the background through a scene."""

import numpy as np

from hingecheck.domain.array import Floats
from hingecheck.domain.film_check import FactName, FilmFact, State
from hingecheck.domain.pose_track import PoseTrack

# Share of the body's height by which the background may wander in a rep's time: 2 % are 3 cm.
# Still phones on the labelled clips read below 0.5 %, hand-held ones above 2 %.
MAX_TRAVEL = 0.02
_WINDOW_S = 3.0
# Share of the frames whose background must have a pattern to follow; every third is looked at.
_MIN_KNOWN = 0.16


def stillness_fact(track: PoseTrack, body_height_px: float) -> FilmFact:
    """The widest path of the background within three seconds."""
    travel = background_travel(track, body_height_px)
    if not np.isfinite(travel):
        words = "whether the camera stood still is not known"
        return FilmFact(FactName.STILLNESS, State.UNKNOWN, words)
    if travel > MAX_TRAVEL:
        words = f"the camera moves by {travel:.0%} of your height within {_WINDOW_S:.0f} seconds"
        return FilmFact(FactName.STILLNESS, State.POOR, words, travel, unit="ratio")
    return FilmFact(FactName.STILLNESS, State.GOOD, "the camera stands still", travel, unit="ratio")


def background_travel(track: PoseTrack, body_height_px: float) -> float:
    """In body heights; NaN where the background has no pattern or was not looked at."""
    if track.picture is None or not np.isfinite(body_height_px):
        return float("nan")
    wander = track.picture.wander_px
    if np.isfinite(wander[:, 0]).mean() < _MIN_KNOWN:
        return float("nan")
    frames = max(2, round(_WINDOW_S * track.recording.fps))
    starts = range(0, len(wander), max(1, frames // 2))
    return max(_widest(wander[start : start + frames]) for start in starts) / body_height_px


def _widest(wander: Floats) -> float:
    """The larger way, right or down, between the ends of the middle 90 %; 0 where unknown."""
    known = wander[np.isfinite(wander[:, 0])]
    if len(known) < _MIN_KNOWN * len(wander):
        return 0.0
    low, high = np.percentile(known, (5, 95), axis=0)
    return float(np.max(high - low))
