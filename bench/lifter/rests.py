"""Several sets with rests between them."""

from attrs import evolve

from bench.lifter.plan import key
from bench.lifter.pose import PoseAngles
from bench.lifter.timeline import Key, Rep, Timeline

# Coming up from a set, and going back to the next, take this long.
_UP_S = 1.2
_AT_REST = PoseAngles(trunk_deg=2, knee_deg=6, arm_deg=20)
_SHIFTED = PoseAngles(trunk_deg=4, knee_deg=9, arm_deg=16)


def with_rests(timeline: Timeline, sets: int, rest_s: float) -> Timeline:
    """Return the movement done several times, the lifter standing with the weight in between.

    Raises:
        ValueError: There is no set, or the rest is too short to stand up in.
    """
    if sets < 1 or rest_s < 3 * _UP_S:
        raise ValueError(f"{sets} sets, {rest_s} s rest: expected 1 or more, {3 * _UP_S:.1f} s up")
    period_s = timeline.duration_s + rest_s
    keys: list[Key] = []
    reps: list[Rep] = []
    for start_s in (index * period_s for index in range(sets)):
        if keys:
            keys += _resting(start_s - rest_s, rest_s)
        keys += [evolve(k, time_s=k.time_s + start_s) for k in timeline.keys]
        reps += [Rep(rep.bottom_s + start_s, rep.top_s + start_s) for rep in timeline.reps]
    return Timeline(tuple(keys), tuple(reps), timeline.spine, timeline.gait)


def _resting(start_s: float, rest_s: float) -> list[Key]:
    """Return the keys of one rest, without its two ends."""
    return [
        key(start_s + _UP_S, _AT_REST, 0.0),
        key(start_s + rest_s / 2, _SHIFTED, 0.0),
        key(start_s + rest_s - _UP_S, _AT_REST, 0.0),
    ]
