from tests.synthetic.film import Film, filmed
from tests.synthetic.movements import slow_lift
from tests.synthetic.walk import walked


def test_full_reps_are_those_that_count() -> None:
    """Partial reps are kept in `reps`, and left out of `full_reps`."""
    analysis = walked(filmed(slow_lift(3), Film(end_s=9.5)))
    assert [rep.number for rep in analysis.reps] == [1, 2, None]
    assert [rep.number for rep in analysis.full_reps] == [1, 2]
