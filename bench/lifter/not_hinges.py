"""What is no hinge, and must not be counted as one."""

from typing import Final

from attrs import evolve

from bench.lifter.gait import Gait
from bench.lifter.plan import SETUP_S, Plan, key
from bench.lifter.pose import PoseAngles
from bench.lifter.reach import reach_forward
from bench.lifter.slow_lifts import SLOW_S, slow
from bench.lifter.swing import swing_bottom, swing_setup
from bench.lifter.timeline import Spine, Timeline

_WALK_S: Final = 4.0
_ROW_S: Final = 2.1
_ROW_FORWARD_M: Final = 0.13
_SNATCH_S: Final = 2.2


def squat(plan: Plan) -> Timeline:
    """Return squats: not a hinge, so no rep is to be counted."""
    bottom = PoseAngles(trunk_deg=38, shank_deg=30, knee_deg=112, arm_deg=80)
    return evolve(slow(plan, bottom), reps=())


def row(plan: Plan) -> Timeline:
    """Return bent-over rows: the trunk stays down, only the arms pull."""
    bent = PoseAngles(trunk_deg=66, shank_deg=4, knee_deg=26)
    hanging = reach_forward(plan.skeleton, bent, _ROW_FORWARD_M)
    pulled = reach_forward(plan.skeleton, evolve(bent, elbow_deg=100.0), _ROW_FORWARD_M)
    keys = [key(0.0, evolve(PoseAngles(), arm_deg=22.0), 0.0), key(1.4, hanging, 0.0)]
    start_s = 1.8
    for _ in range(plan.reps):
        keys += [key(start_s, hanging, 0.0), key(start_s + 0.8, pulled, 0.0)]
        keys += [key(start_s + 1.0, pulled, 0.0), key(start_s + 1.8, hanging, 0.0)]
        start_s += _ROW_S
    keys += [key(start_s, hanging, 0.0), key(start_s + 1.4, PoseAngles(arm_deg=22.0), 0.0)]
    spine = Spine(plan.clean_lumbar_deg(), 0.0, bent.trunk_deg, plan.dials)
    return Timeline(tuple(keys), (), spine)


def snatch(plan: Plan) -> Timeline:
    """Return snatches: hiked like a swing, pulled with high elbows, punched overhead."""
    low, setup = swing_bottom(plan), swing_setup(plan)
    keys = [key(0.0, setup, 0.0), key(SETUP_S, setup, 0.0)]
    start_s = SETUP_S + 0.55
    for _ in range(plan.reps):
        rising = PoseAngles(trunk_deg=12, shank_deg=4, knee_deg=14, arm_deg=2)
        poses = (
            (0.0, low),
            (0.30, rising),
            (0.50, PoseAngles(trunk_deg=-2, arm_deg=70, elbow_deg=95)),
            (0.72, PoseAngles(trunk_deg=0, arm_deg=172, elbow_deg=6)),
            (1.25, PoseAngles(trunk_deg=0, arm_deg=172, elbow_deg=6)),
            (1.60, PoseAngles(trunk_deg=0, arm_deg=75, elbow_deg=60)),
            (1.85, rising),
        )
        keys += [key(start_s + after_s, pose, 1.0) for after_s, pose in poses]
        start_s += _SNATCH_S
    keys += [key(start_s, low, 1.0), key(start_s + 0.85, setup, 0.0)]
    return Timeline(tuple(keys), (), Spine(plan.clean_lumbar_deg(), 0.0, low.trunk_deg, plan.dials))


def standing(plan: Plan) -> Timeline:
    """Return somebody who waits and shifts a little, as long as the reps would take."""
    rng = plan.rng()
    keys = []
    for step in range(2 * plan.reps + 2):
        sway, bend, arm = (float(value) for value in rng.normal(0, (1.5, 2.0, 4.0)))
        pose = PoseAngles(trunk_deg=1 + sway, knee_deg=6 + abs(bend), arm_deg=8 + arm)
        keys.append(key(step * SLOW_S / 2, pose, 0.0))
    return Timeline(tuple(keys), (), Spine(plan.clean_lumbar_deg(), 0.0, 90.0, plan.dials))


def walking(plan: Plan) -> Timeline:
    """Return somebody who walks past, upright."""
    upright = PoseAngles(trunk_deg=3)
    keys = (key(0.0, upright, 0.0), key(_WALK_S, upright, 0.0))
    return Timeline(keys, (), Spine(0.0, 0.0, 90.0, plan.dials), Gait())
