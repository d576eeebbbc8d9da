"""The settings that one recording is processed with."""

from attrs import evolve

from hingecheck.analysis.criteria import BUILT_IN, Criteria
from hingecheck.analysis.film.slowness import said_factor
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.settings import Settings


def used_settings(
    found: PoseTrack,
    asked: Settings | None,
    criteria: Criteria | None,
    slowmo: float | None,
) -> Settings:
    """What was asked for, or the defaults, with what the recording itself says.

    Raises:
        ValueError: the film would have to run backward or stand still.
    """
    whole = asked or Settings()
    slowed = slowmo or said_factor(found) or whole.slowmo
    if not slowed > 0:
        raise ValueError(f"slowmo must be above 0, got {slowed}")
    name = criteria.name if criteria else BUILT_IN
    return evolve(
        whole,
        criteria=name,
        slowmo=slowed,
        start_s=found.start_s,
        end_s=found.end_s,
        blur_faces=found.blur_faces,
        region=found.region,
        person=found.person,
    )
