"""The movements by name. Angles after evidence on trained lifters, or judgement."""

from collections.abc import Callable
from typing import Final

from bench.lifter.not_hinges import row, snatch, squat, standing, walking
from bench.lifter.plan import Plan
from bench.lifter.rests import with_rests
from bench.lifter.slow_lifts import deadlift, hinge, romanian_deadlift
from bench.lifter.swing import swing
from bench.lifter.timeline import Timeline

MOVEMENTS: Final[dict[str, Callable[[Plan], Timeline]]] = {
    "swing": swing,
    "deadlift": deadlift,
    "romanian_deadlift": romanian_deadlift,
    "hinge": hinge,
    "squat": squat,
    "row": row,
    "snatch": snatch,
    "standing": standing,
    "walking": walking,
}
NOT_HINGES: Final = ("squat", "row", "snatch", "standing", "walking")
DEFAULT_IMPLEMENT: Final = {
    "swing": "kettlebell",
    "deadlift": "kettlebell",
    "romanian_deadlift": "kettlebell",
    "hinge": "none",
    "squat": "none",
    "row": "barbell",
    "snatch": "kettlebell",
    "standing": "none",
    "walking": "none",
}


def plan_movement(name: str, plan: Plan) -> Timeline:
    """Return the timeline of a movement.

    Raises:
        ValueError: There is no movement of that name, or no rep, set or time to rest in.
    """
    if name not in MOVEMENTS:
        raise ValueError(f"no movement {name!r}: expected one of {', '.join(MOVEMENTS)}")
    if plan.reps < 1:
        raise ValueError(f"{plan.reps} reps: expected 1 or more")
    return with_rests(MOVEMENTS[name](plan), plan.sets, plan.rest_s)
