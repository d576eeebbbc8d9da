"""The whole film check of one recording."""

from hingecheck.analysis.film.advising import advise
from hingecheck.analysis.film.blurring import blur_fact
from hingecheck.analysis.film.bystanding import listed_people, people_fact
from hingecheck.analysis.film.editing import cuts_fact, overlay_fact
from hingecheck.analysis.film.framing import cut_offs, framing_fact, size_fact
from hingecheck.analysis.film.lighting import light_fact
from hingecheck.analysis.film.outlook import Judged, lost_to, outlooks
from hingecheck.analysis.film.rolling import roll_fact
from hingecheck.analysis.film.slowness import slow_motion_fact
from hingecheck.analysis.film.standing_place import view_fact
from hingecheck.analysis.film.stillness import stillness_fact
from hingecheck.analysis.film.timing import frame_rate_fact
from hingecheck.analysis.people import chosen_number
from hingecheck.domain.film_check import CutOff, FilmCheck, FilmFact
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.view import View


def check_film(track: PoseTrack, judged: Judged, slowmo: float | None = None) -> FilmCheck:
    """What the film is worth.

    Args:
        track: as it was stored: in the film's own time, not filtered.
        judged: what the judging made of it.
        slowmo: how many times the film is slowed, if the user says so.
    """
    view = judged.case.view
    missing = cut_offs(track, view)
    facts = _facts(track, view, missing, slowmo)
    advice = advise(
        lost_to(judged),
        {one.name: one for one in facts},
        missing,
        view,
        (track.recording.width_px, track.recording.height_px),
        any_rep=judged.has_rep,
    )
    people = listed_people(track)
    measured = chosen_number(track) if people else None
    return FilmCheck(facts, missing, outlooks(judged), advice, people, measured)


def _facts(
    track: PoseTrack, view: View, missing: tuple[CutOff, ...], slowmo: float | None
) -> tuple[FilmFact, ...]:
    """One of each name, in report order."""
    height_px = view.body_height_px
    return (
        view_fact(view),
        roll_fact(track),
        size_fact(view),
        framing_fact(missing),
        stillness_fact(track, height_px),
        light_fact(track.picture),
        blur_fact(track, height_px),
        frame_rate_fact(track),
        slow_motion_fact(track, height_px, slowmo),
        cuts_fact(track),
        people_fact(track),
        overlay_fact(track),
    )
