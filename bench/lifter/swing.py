"""The kettlebell swing: set-up, hike, reps, park."""

from typing import Final

from attrs import evolve

from bench.lifter.dials import Dials
from bench.lifter.implements import grip_height_m
from bench.lifter.plan import SETUP_S, Plan, between, key, lockout, with_depth
from bench.lifter.pose import PoseAngles
from bench.lifter.reach import reach_grip
from bench.lifter.timeline import Key, Rep, Spine, Timeline

_SETUP_GRIP_M: Final = 0.42  # ahead of the ankles: the bell 0.15 m before the toes
_SWING_S: Final = 1.5


def swing(plan: Plan) -> Timeline:
    """Return swings that begin and end with the bell on the floor in front."""
    bottom, top, setup = swing_bottom(plan), _swing_top(plan.dials), swing_setup(plan)
    rng = plan.rng()
    keys = [key(0.0, setup, 0.0), key(SETUP_S, setup, 0.0)]
    hike_s = SETUP_S + 0.55
    reps: list[Rep] = []
    for _ in range(plan.reps):
        cycle_s = _SWING_S * float(rng.uniform(0.96, 1.04))
        deep = evolve(bottom, trunk_deg=bottom.trunk_deg + float(rng.normal(0, 1.5)))
        high = evolve(top, arm_deg=top.arm_deg + float(rng.normal(0, 2.0)))
        keys += _upswing(hike_s, cycle_s, deep, high, plan.dials.bent_arms_deg)
        reps.append(Rep(hike_s, hike_s + 0.52 * cycle_s))
        keys += _downswing(reps[-1].top_s, cycle_s, deep, high)
        hike_s += cycle_s
    parked_s = hike_s + 0.85
    keys += [key(hike_s, bottom, 1.0), key(parked_s, setup, 0.0)]
    keys.append(key(parked_s + 0.5, setup, 0.0))
    spine = Spine(plan.clean_lumbar_deg(), max(0.0, top.trunk_deg), bottom.trunk_deg, plan.dials)
    return Timeline(tuple(keys), tuple(reps), spine)


def _upswing(
    start_s: float, cycle_s: float, low: PoseAngles, high: PoseAngles, bent_deg: float
) -> list[Key]:
    """Return the keys from a bottom to the float; the arms lag behind the hips."""
    half = between(low, high, 0.70)
    half = evolve(half, elbow_deg=half.elbow_deg + bent_deg)
    open_hips = evolve(high, trunk_deg=max(2.0, high.trunk_deg), knee_deg=high.knee_deg + 2)
    return [
        key(start_s, low, 1.0),
        key(start_s + 0.04 * cycle_s, evolve(low, trunk_deg=low.trunk_deg - 2), 1.0),
        key(start_s + 0.19 * cycle_s, evolve(half, arm_deg=-2.0), 1.0),
        key(start_s + 0.30 * cycle_s, evolve(open_hips, arm_deg=0.35 * high.arm_deg), 1.0),
        key(start_s + 0.52 * cycle_s, high, 1.0),
    ]


def _downswing(top_s: float, cycle_s: float, low: PoseAngles, high: PoseAngles) -> list[Key]:
    """Return the keys from after a top to before the next bottom."""
    half = between(low, high, 0.72)
    falling = evolve(high, trunk_deg=high.trunk_deg + 1, arm_deg=0.66 * high.arm_deg)
    return [
        key(top_s + 0.16 * cycle_s, falling, 1.0),
        key(top_s + 0.30 * cycle_s, evolve(half, arm_deg=6.0), 1.0),
    ]


def swing_bottom(plan: Plan) -> PoseAngles:
    """Return the end of the backswing; hands that come low draw the trunk down with them."""
    hinge = PoseAngles(trunk_deg=63, shank_deg=6, knee_deg=35, arm_deg=-42)
    squat = PoseAngles(trunk_deg=38, shank_deg=24, knee_deg=82, arm_deg=-26)
    bottom = with_depth(between(hinge, squat, plan.dials.squatty), plan.dials)
    low = plan.dials.low_backswing
    return evolve(bottom, trunk_deg=bottom.trunk_deg + 12 * low, arm_deg=bottom.arm_deg + 22 * low)


def _swing_top(dials: Dials) -> PoseAngles:
    arm = 88 + dials.arm_lift_deg + dials.overhead_deg
    elbow = 8 + 0.7 * dials.arm_lift_deg + dials.bent_arms_deg
    return evolve(lockout(dials), arm_deg=arm, elbow_deg=elbow)


def swing_setup(plan: Plan) -> PoseAngles:
    """Return the pose with the hands on the bell, in front of the toes."""
    start = PoseAngles(trunk_deg=70, shank_deg=8, knee_deg=48, arm_deg=10, lumbar_deg=25)
    if plan.implement == "none":
        return start
    return reach_grip(plan.skeleton, start, _SETUP_GRIP_M, grip_height_m(plan.implement))
