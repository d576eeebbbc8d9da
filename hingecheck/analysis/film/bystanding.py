"""Whether somebody else was followed for a while."""

from hingecheck.analysis.people import person_changes
from hingecheck.domain.film_check import FactName, FilmFact, State
from hingecheck.domain.pose_track import PoseTrack


def people_fact(track: PoseTrack) -> FilmFact:
    """When the track went over to another person; nobody else is looked for."""
    changes = person_changes(track)
    if not len(changes):
        words = "one person followed; others are not looked for"
        return FilmFact(FactName.PEOPLE, State.UNKNOWN, words)
    times = ", ".join(f"{track.time_s[change]:.1f}" for change in changes[:5].tolist())
    words = f"went over to somebody else at {times} s; --roi X,Y,W,H keeps to one"
    return FilmFact(FactName.PEOPLE, State.POOR, words, float(len(changes)))
