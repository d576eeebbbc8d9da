import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.faults import FAULTS
from hingecheck.analysis.gating import MAX_FOOT_TRAVEL_TRUNKS, Case, film_reasons
from hingecheck.domain.joint import Joint
from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Phase
from hingecheck.domain.settings import Settings
from tests.synthetic.movements import slow_lift, swing
from tests.synthetic.walk import analysed

SWING = analysed(swing(2))
REP = SWING.reps[0]
LEG = next(fault for fault in FAULTS if fault.needs_leg)
TOP = next(fault for fault in FAULTS if fault.only_at_top)
TRUNK = next(fault for fault in FAULTS if not fault.needs_leg)


def _reason(fault, joints=None, **view) -> str:
    pose = SWING.pose if joints is None else evolve(SWING.pose, joints=joints)
    seen = evolve(SWING.view, **view)
    movement = SWING.movement.movement
    return film_reasons(fault, REP, Case(pose, SWING.signals, seen, movement, 30.0, Settings()))


def _ankle(travel):
    """The ankle wanders on a straight line by this much between the 10th and 90th percentile."""
    joints = SWING.pose.joints.copy()
    way = np.linspace(-0.125, 1.125, len(REP.span))[:, None]
    joints[REP.span.frames, Joint.ANKLE] = way * travel
    return joints


def test_a_good_film_forbids_nothing() -> None:
    """No reason at all."""
    assert _reason(LEG) == ""
    assert _reason(TRUNK) == ""


@pytest.mark.parametrize(
    "direction", [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)], ids=["on", "up", "back"]
)
@pytest.mark.parametrize(("share", "stays"), [(0.9, True), (1.1, False)])
def test_feet_stay_where_they_are(direction, share, stays) -> None:
    """A foot that wanders is a plate, or a step: what reads the leg is not judged."""
    joints = _ankle(share * np.array(MAX_FOOT_TRAVEL_TRUNKS) * direction)
    assert ("feet seem to move" in _reason(LEG, joints)) is not stays
    assert _reason(TRUNK, joints) == ""


def test_a_quiet_top_does_not_outvote_the_way_there() -> None:
    """Feet that wander on the way up forbid what reads the way, not what reads only the top."""
    joints = SWING.pose.joints.copy()
    (way,) = REP.during(Phase.ASCENT)
    joints[way.frames, Joint.ANKLE, 1] += np.linspace(0, 3 * MAX_FOOT_TRAVEL_TRUNKS[1], len(way))
    assert "feet seem to move" in _reason(LEG, joints)
    assert _reason(TOP, joints) == ""


def test_a_leg_that_is_never_seen() -> None:
    """Hidden all through the rep, the reason says what may hide it."""
    joints = SWING.pose.joints.copy()
    joints[REP.span.frames, Joint.ANKLE] = np.nan
    assert "leg was not seen" in _reason(LEG, joints)
    assert _reason(TRUNK, joints) == ""


def test_one_wild_frame_is_no_step() -> None:
    """A single frame far away does not count as wandering."""
    joints = SWING.pose.joints.copy()
    joints[REP.span.start + 5, Joint.ANKLE] = 3.0
    assert _reason(LEG, joints) == ""


def test_all_reasons_are_told() -> None:
    """Who films from too far and from the front learns both at once."""
    frames = len(SWING.view.yaw_deg)
    far = tuple(evolve(one, body_height_px=100.0) for one in SWING.view.stretches)
    reason = _reason(TRUNK, stretches=far, yaw_deg=np.full(frames, 80.0))
    assert "100 pixels tall" in reason
    assert "80 degrees from the front" in reason


def test_plates_hide_the_leg_of_a_slow_lift() -> None:
    """What reads the leg is not judged, the reason names the plates; what needs no leg is."""
    lift = analysed(slow_lift(1))
    rep = lift.full_reps[0]
    joints = lift.pose.joints.copy()
    joints[rep.span.start : rep.phases[Phase.BOTTOM].stop, Joint.ANKLE, 1] += 0.18
    pose = evolve(lift.pose, joints=joints)
    case = Case(pose, lift.signals, lift.view, Movement.DEADLIFT, 30.0, Settings())
    assert "the weight seems to hide the leg" in film_reasons(LEG, rep, case)
    assert film_reasons(TRUNK, rep, case) == ""
