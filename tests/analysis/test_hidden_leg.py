import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.hidden_leg import leg_is_hidden
from hingecheck.domain.joint import Joint
from hingecheck.domain.movement import Movement
from tests.synthetic.film import Film
from tests.synthetic.movements import slow_lift
from tests.synthetic.walk import analysed

LIFT = analysed(slow_lift(1))
REP = LIFT.full_reps[0]


def _behind_plate(rise: float, longer: float):
    """The ankle rises, and the knee with it, while the lift is at its deepest."""
    joints = LIFT.pose.joints.copy()
    middle = slice(REP.span.start + len(REP.span) // 4, REP.span.stop - len(REP.span) // 4)
    shank = joints[middle, Joint.KNEE] - joints[middle, Joint.ANKLE]
    joints[middle, Joint.ANKLE, 1] += rise
    joints[middle, Joint.KNEE] = joints[middle, Joint.ANKLE] + (1 + longer) * shank
    return evolve(LIFT.pose, joints=joints)


@pytest.mark.parametrize(
    ("rise", "longer", "hidden"),
    [
        (0.0, 0.0, False),
        (0.1, 0.1, False),
        (0.2, 0.0, True),
        (0.0, 0.25, True),
        (0.0, -0.25, True),
        (0.14, 0.14, True),
    ],
)
def test_an_ankle_that_rises_on_a_changing_shank_is_behind_a_plate(rise, longer, hidden) -> None:
    """Each sign alone must be large, both together may be smaller."""
    assert leg_is_hidden(REP, _behind_plate(rise, longer), Movement.DEADLIFT) is hidden


def test_swings_are_done_without_plates() -> None:
    """Heels lift in a swing; that hides no leg."""
    assert not leg_is_hidden(REP, _behind_plate(0.2, 0.2), Movement.SWING)


def test_a_leg_that_is_never_seen_is_told_otherwise() -> None:
    """Without an ankle there is nothing to doubt here; another reason says so."""
    joints = LIFT.pose.joints.copy()
    joints[:, Joint.ANKLE] = np.nan
    assert not leg_is_hidden(REP, evolve(LIFT.pose, joints=joints), Movement.DEADLIFT)


def test_free_legs_from_oblique_views_are_not_doubted() -> None:
    """The picture shortens a shank there; turned back into the plane it keeps its length."""
    analysis = analysed(slow_lift(1), Film(yaw_deg=40.0, noise_px=2.0))
    assert not leg_is_hidden(analysis.full_reps[0], analysis.pose, Movement.DEADLIFT)
