"""Slow motion undone: judged in the lifter's own time, told in that of the film."""

from attrs import evolve

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.pose_track import PoseTrack


def in_real_time(track: PoseTrack, slowed: float) -> PoseTrack:
    """The track as if the film ran at the lifter's own speed.

    Args:
        track: in the film's time.
        slowed: how many times slower than the lifter the film runs; 1 = it does not.
    """
    if slowed == 1:
        return track
    recording = evolve(track.recording, fps=track.recording.fps * slowed)
    return evolve(track, time_s=track.time_s / slowed, recording=recording)


def in_film_time(analysis: Analysis, slowed: float) -> Analysis:
    """Where things are is told in the film's time again; how long they last stays real."""
    if slowed == 1:
        return analysis
    time_s = analysis.signals.time_s * slowed
    return evolve(
        analysis,
        pose=evolve(analysis.pose, time_s=time_s),
        signals=evolve(analysis.signals, time_s=time_s),
        sets=tuple(
            evolve(one, start_s=one.start_s * slowed, end_s=one.end_s * slowed)
            for one in analysis.sets
        ),
    )
