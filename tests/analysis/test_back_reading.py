import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.back_reading import read_backs
from tests.synthetic.movements import slow_lift
from tests.synthetic.posture import HINGE_BOTTOM
from tests.synthetic.walk import analysed

ROUND = analysed(slow_lift(2, bottom=evolve(HINGE_BOTTOM, bow=0.12)))


def test_every_full_rep_is_read_within_itself_and_against_the_straightest() -> None:
    """Two equal round reps change alike, and neither is rounder than the straightest."""
    first, second = ROUND.backs
    assert (first.rep, second.rep) == (1, 2)
    assert first.change is not None
    assert first.change.value > 0.03
    assert first.straightest == second.straightest
    assert min(first.against_straightest, second.against_straightest) == 0.0
    assert max(first.against_straightest, second.against_straightest) < 0.01
    assert first.against_u == pytest.approx(0.006 * np.sqrt(2))


def test_a_back_never_seen_leaves_everything_open() -> None:
    """No outline: no change, no straightest rep, no gap; and no error."""
    signals = evolve(
        ROUND.signals,
        signals=tuple(
            evolve(one, values=one.values * np.nan) if one.unit != "deg" else one
            for one in ROUND.signals
        ),
    )
    for back in read_backs(ROUND.reps, signals):
        assert (back.change, back.straightest, back.against_straightest) == (None, None, None)
        assert np.isnan(back.gaps).all()
