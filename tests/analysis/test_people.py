import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.film.bystanding import people_fact
from hingecheck.analysis.people import jumps, parted, person_changes
from hingecheck.domain.film_check import State
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
