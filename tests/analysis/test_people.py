import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.film.bystanding import people_fact
from hingecheck.analysis.people import jumps, parted, person_changes
from hingecheck.domain.film_check import State
from hingecheck.domain.region import Region
from tests.synthetic.cutting_room import spliced
from tests.synthetic.film import Film, filmed
from tests.synthetic.movements import standing, swing
from tests.synthetic.walk import walked

ALONE = filmed(swing(2))


def _with_other(from_s: float, to_s: float):
    """For a while the model follows somebody who stands further right."""
    image = ALONE.image_px.copy()
    during = (ALONE.time_s >= from_s) & (ALONE.time_s < to_s)
    image[during, :, 0] += 260.0
    return evolve(ALONE, image_px=image)


def test_one_lifter_is_one_person() -> None:
    """Swings and folds move the hips less than the step to somebody else."""
    assert not len(person_changes(ALONE))
    assert parted(ALONE).cuts.tolist() == ALONE.cuts.tolist()


@pytest.mark.parametrize(("to_s", "changes"), [(2.1, 0), (2.6, 2), (99.0, 1)])
def test_going_over_to_somebody_else_is_a_break(to_s, changes) -> None:
    """Each way is one; what is undone within three frames is the model's slip and no person."""
    track = _with_other(2.0, to_s)
    assert len(person_changes(track)) == changes
    assert len(parted(track).cuts) == changes


def test_a_cut_is_not_told_twice() -> None:
    """A cut to another place is a cut, not another person in the same scene."""
    track = spliced(filmed(standing(1.0)), filmed(standing(1.0), Film(ankle_px=(200.0, 860.0))))
    assert len(jumps(track)) == 1
    assert not len(person_changes(track))


def test_nobody_does_not_jump() -> None:
    """A track in which nobody is seen has no changes."""
    nobody = evolve(ALONE, image_px=np.full_like(ALONE.image_px, np.nan))
    assert not len(person_changes(nobody))


def test_no_rep_is_made_of_two_people() -> None:
    """Every rep lies on one side of the break."""
    track = _with_other(2.0, 99.0)
    (change,) = person_changes(track).tolist()
    reps = walked(track).reps
    assert reps
    assert all(not rep.span.start < change < rep.span.stop for rep in reps)


def test_the_film_check_says_when_and_what_to_do() -> None:
    """The time of each change, and the flag that keeps to one person."""
    fact = people_fact(_with_other(2.0, 99.0))
    assert fact.state is State.POOR
    assert "somebody else at 2.0 s; --roi" in fact.words
    assert people_fact(ALONE).state is State.UNKNOWN


def _with_people(*rows: tuple[float, float, float, float, float]):
    """The lifter alone in the track; looks found these boxes."""
    return evolve(ALONE, people=np.array(rows, dtype=np.float64).reshape(-1, 5))


def _own_box(time_s: float) -> tuple[float, float, float, float, float]:
    points = ALONE.image_px[int(np.abs(ALONE.time_s - time_s).argmin())]
    low, high = points.min(axis=0), points.max(axis=0)
    return (time_s, float(low[0]), float(low[1]), float(high[0]), float(high[1]))


def test_somebody_else_is_told_with_the_part_to_look_at() -> None:
    """Found by two looks and elsewhere than the lifter; the part holds them, with a margin."""
    others = ((1.0, 900.0, 400.0, 1000.0, 800.0), (3.0, 900.0, 500.0, 1000.0, 900.0))
    fact = people_fact(_with_people(_own_box(1.0), *others))
    assert fact.state is State.POOR
    assert "somebody else stands on the right" in fact.words
    assert "--roi 860,360,180,580 looks at them" in fact.words


def test_the_lifter_and_a_single_slip_are_nobody_else() -> None:
    """The lifter is found by every look; one find elsewhere is not believed."""
    slip = (1.0, 900.0, 400.0, 1000.0, 800.0)
    fact = people_fact(_with_people(_own_box(1.0), _own_box(3.0), slip))
    assert fact.state is State.GOOD
    assert "small or half-hidden people may be missed" in fact.words


def test_who_chose_a_part_of_the_picture_is_not_told_of_others() -> None:
    """They know, and the others are not measured."""
    rows = [(second, 900.0, 400.0, 1000.0, 800.0) for second in (1.0, 2.0, 3.0)]
    chosen = evolve(_with_people(*rows), region=Region(0, 0, 640, 960))
    assert people_fact(chosen).state is State.GOOD
