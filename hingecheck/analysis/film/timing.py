"""Pictures per second: how many, how even, and whether time runs as it did."""

import numpy as np

from hingecheck.analysis.gating import MIN_FPS, MIN_FPS_SLOW
from hingecheck.domain.film_check import FactName, FilmFact, State
from hingecheck.domain.movement import Movement
from hingecheck.domain.pose_track import PoseTrack

# Steps between frames, longest tenth over shortest tenth, from which the rate is told as uneven.
UNEVEN = 1.5


def frame_rate_fact(track: PoseTrack) -> FilmFact:
    """Whether there are enough pictures for a swing, and whether they come evenly."""
    fps = track.recording.fps
    uneven = rate_unevenness(track) > UNEVEN
    tail = ", in uneven steps" if uneven else ""
    if track.looked is not None:
        tail += f"; {track.looks_hz:.0f} of them are looked at"
    if fps >= MIN_FPS[Movement.SWING]:
        return _fact(State.GOOD, f"{fps:.0f} frames per second{tail}", fps)
    enough = "a slow lift, not for a swing" if fps >= MIN_FPS_SLOW else "nothing"
    return _fact(State.POOR, f"{fps:.0f} frames per second{tail}: enough for {enough}", fps)


def _fact(state: State, words: str, fps: float) -> FilmFact:
    return FilmFact(FactName.FRAME_RATE, state, words, fps, unit="hz")


def rate_unevenness(track: PoseTrack) -> float:
    """The 95th percentile of the steps between frames over the 5th; 1 = even."""
    steps = np.diff(track.time_s)
    if not len(steps):
        return 1.0
    low, high = np.percentile(steps, (5, 95))
    return float(high / low)
