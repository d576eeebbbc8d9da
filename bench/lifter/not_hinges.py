"""What is no hinge, and must not be counted as one."""

from typing import Final

from attrs import evolve

from bench.lifter.gait import Gait
from bench.lifter.plan import Plan, key
from bench.lifter.pose import PoseAngles
from bench.lifter.slow_lifts import SLOW_S, slow
from bench.lifter.timeline import Spine, Timeline

_WALK_S: Final = 4.0


def squat(plan: Plan) -> Timeline:
    """Return squats: not a hinge, so no rep is to be counted."""
    bottom = PoseAngles(trunk_deg=38, shank_deg=30, knee_deg=112, arm_deg=80)
    return evolve(slow(plan, bottom), reps=())


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
