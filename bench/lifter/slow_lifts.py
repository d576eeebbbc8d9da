"""Deadlift, Romanian deadlift and unloaded hinge."""

from typing import Final

from attrs import evolve

from bench.lifter.implements import grip_height_m
from bench.lifter.plan import SETUP_S, Plan, between, key, lockout, with_depth
from bench.lifter.pose import PoseAngles, Skeleton
from bench.lifter.reach import reach_forward, reach_grip
from bench.lifter.timeline import Rep, Spine, Timeline

MID_FOOT_M: Final = 0.07  # ahead of the ankles
SLOW_S: Final = 3.2


def deadlift(plan: Plan) -> Timeline:
    """Return deadlifts; the implement touches the floor at every bottom."""
    hinge = PoseAngles(trunk_deg=67, shank_deg=12, knee_deg=60, arm_deg=-12)
    squat = PoseAngles(trunk_deg=36, shank_deg=29, knee_deg=100, arm_deg=0)
    bottom = between(hinge, squat, plan.dials.squatty)
    if plan.implement != "none":
        height = grip_height_m(plan.implement)
        bottom = reach_grip(plan.skeleton, bottom, MID_FOOT_M, height)
    return slow(plan, bottom)


def romanian_deadlift(plan: Plan) -> Timeline:
    """Return Romanian deadlifts: legs fairly straight, the hands close to the shins."""
    hinge = PoseAngles(trunk_deg=72, shank_deg=3, knee_deg=24)
    squat = PoseAngles(trunk_deg=48, shank_deg=20, knee_deg=72)
    bottom = between(hinge, squat, plan.dials.squatty)
    return slow(plan, reach_forward(plan.skeleton, bottom, MID_FOOT_M + 0.06))


def hinge(plan: Plan) -> Timeline:
    """Return unloaded hinges, the hands sliding down the thighs."""
    hinge = PoseAngles(trunk_deg=68, shank_deg=2, knee_deg=18)
    squat = PoseAngles(trunk_deg=45, shank_deg=22, knee_deg=75)
    bottom = between(hinge, squat, plan.dials.squatty)
    return slow(plan, reach_forward(plan.skeleton, bottom, MID_FOOT_M + 0.06))


def slow(plan: Plan, bottom: PoseAngles) -> Timeline:
    """Return reps that begin and end standing, with a short hold at either end."""
    rng = plan.rng()
    bottom = _bottom_of(plan, bottom)
    arm = 4.0 if plan.skeleton.arms_hang else 22.0
    bent_deg = plan.dials.bent_arms_deg
    top = evolve(lockout(plan.dials), arm_deg=arm, elbow_deg=8 + plan.dials.arm_lift_deg + bent_deg)
    passing = _passing_the_thighs(plan.skeleton, top, bottom, bent_deg / 2)
    keys = [key(0.0, top, 0.0)]
    start_s = SETUP_S
    reps: list[Rep] = []
    for _ in range(plan.reps):
        cycle_s = SLOW_S * float(rng.uniform(0.94, 1.06))
        at = [start_s + share * cycle_s for share in (0.0, 0.23, 0.44, 0.52, 0.70, 0.86)]
        poses = (top, passing, bottom, bottom, passing, top)
        keys += [key(t, pose, 0.0) for t, pose in zip(at, poses, strict=True)]
        reps.append(Rep((at[2] + at[3]) / 2, at[5]))
        start_s += cycle_s
    keys.append(key(start_s + 0.3, top, 0.0))
    spine = Spine(plan.clean_lumbar_deg(), max(0.0, top.trunk_deg), bottom.trunk_deg, plan.dials)
    return Timeline(tuple(keys), tuple(reps), spine)


def _bottom_of(plan: Plan, bottom: PoseAngles) -> PoseAngles:
    """Return the bottom as deep as the lifter goes; a weight that stays up hangs in front."""
    if not plan.dials.shallow:
        return bottom
    return reach_forward(plan.skeleton, with_depth(bottom, plan.dials), MID_FOOT_M + 0.06)


def _passing_the_thighs(
    skeleton: Skeleton, top: PoseAngles, bottom: PoseAngles, more_elbow_deg: float
) -> PoseAngles:
    """Return the pose half-way down, the hands close in front of the thighs."""
    elbow = (top.elbow_deg + bottom.elbow_deg) / 2 + more_elbow_deg
    half = evolve(between(top, bottom, 0.5), elbow_deg=elbow)
    return half if skeleton.arms_hang else reach_forward(skeleton, half, MID_FOOT_M + 0.09)
