import pytest

from bench.accuracy.part import CASTS, LOOKED_AT, SEEDS_PER_PART, Part
from bench.accuracy.plan import Clip, clips_of, plan
from bench.accuracy.view_band import ViewBand, band_of
from bench.lifter.body_data import BODIES
from bench.lifter.looks import LOOKS
from bench.lifter.rooms import ROOMS


def of_part(part: Part) -> list[Clip]:
    """All planned clips of a part."""
    return list(clips_of(part))


def test_the_parts_share_no_body_no_clothes_no_room_and_no_seed() -> None:
    """What is reported was never seen while something was set."""
    tuning, reporting = (CASTS[part] for part in Part)
    assert not set(tuning.bodies) & set(reporting.bodies)
    assert not {*tuning.tight, *tuning.loose} & {*reporting.tight, *reporting.loose}
    assert not set(tuning.rooms) & set(reporting.rooms)
    assert abs(tuning.first_seed - reporting.first_seed) >= SEEDS_PER_PART


def test_the_scenes_of_the_plan_keep_the_parts_apart() -> None:
    """Not only the casts: no body, look, room or seed of a planned scene is in both parts."""
    tuning, reporting = ([clip.scene for clip in of_part(part)] for part in Part)
    assert not {scene.body for scene in tuning} & {scene.body for scene in reporting}
    assert not {id(scene.room) for scene in tuning} & {id(scene.room) for scene in reporting}
    assert not {scene.seed for scene in tuning} & {scene.seed for scene in reporting}
    assert not {scene.look for scene in tuning} & {scene.look for scene in reporting}


@pytest.mark.parametrize("part", Part)
def test_a_cast_names_what_exists(part: Part) -> None:
    """Every body, look and room of a cast is one of the generator's."""
    cast = CASTS[part]
    assert set(cast.bodies) <= set(BODIES)
    assert {*cast.tight, *cast.loose} <= set(LOOKS)
    assert set(cast.rooms) <= set(ROOMS)


def test_the_beginning_of_the_plan_is_balanced() -> None:
    """After half of the clips both parts, all lifts, negatives and most views are there."""
    clips = plan()[: len(plan()) // 2]
    assert {clip.part for clip in clips} == set(Part)
    assert {clip.wish.movement for clip in clips} >= {
        "swing", "deadlift", "romanian_deadlift", "hinge", "squat",
    }  # fmt: skip
    bands = {clip.band for clip in clips if clip.part is Part.REPORTING}
    assert bands >= {ViewBand.SIDE, ViewBand.NEAR_SIDE, ViewBand.OBLIQUE, ViewBand.REAR}


def test_the_plan_is_the_same_every_time() -> None:
    """Names are unique, and two plans agree in every scene."""
    first, again = plan(), plan()
    assert len({clip.name for clip in first}) == len(first)
    assert [repr(clip.scene) for clip in first] == [repr(clip.scene) for clip in again]


def test_every_view_band_is_planned_for_reporting() -> None:
    """No view is left without a figure."""
    assert {clip.band for clip in of_part(Part.REPORTING)} == set(ViewBand)


@pytest.mark.parametrize(
    ("yaw_deg", "band"),
    [(0, "0-15"), (-15, "0-15"), (15.1, "15-30"), (49, "30-50"), (70, "50-70"), (88, "70-90"),
     (-15.1, "rear"), (-60, "rear")],
)  # fmt: skip
def test_bands(yaw_deg: float, band: str) -> None:
    """A little toward the rear still counts as the side; more is rear."""
    assert band_of(yaw_deg).value == band


def test_a_clip_that_was_looked_at_reports_nothing() -> None:
    """Neither a tuning clip nor one that a constant was set with is ever in a published figure."""
    told = [clip for clip in plan() if clip.reports]
    assert {clip.part for clip in told} == {Part.REPORTING}
    assert not any(clip.name.startswith(LOOKED_AT) for clip in told)
    assert len(told) == len(of_part(Part.REPORTING)) - len(LOOKED_AT)
