"""The movements: keyed postures with usual tempos (1.5 s a swing, 3-4 s a slow lift)."""

from attrs import evolve

from tests.synthetic.motion import Motion, Score
from tests.synthetic.posture import (
    DEADLIFT_BOTTOM,
    HINGE_BOTTOM,
    SQUAT_BOTTOM,
    STANDING,
    SWING_BOTTOM,
    SWING_SETUP,
    SWING_TOP,
    Posture,
)

_SWING_DOWN_S, _SWING_UP_S = 0.75, 0.65
_THRUST_S = 0.4
_DOWN_S, _UP_S, _DEEP_S, _TALL_S = 1.4, 1.2, 0.3, 0.8


def swing(
    reps: int = 3,
    *,
    top: Posture = SWING_TOP,
    bottom: Posture = SWING_BOTTOM,
    picked_up: bool = False,
    parked: bool = False,
) -> Motion:
    """Swings with a short float at each top.

    Args:
        reps: bottoms that a top follows.
        top: at shoulder height, or as the fault has it.
        bottom: the backswing.
        picked_up: stands, folds to the bell, waits, hikes it; else begins at a top.
        parked: after the last top one more backswing, then the bell goes to the floor.
    """
    score = Score(STANDING if picked_up else top).hold(0.4)
    if picked_up:
        score.to(SWING_SETUP, 1.2).hold(0.8)
    for _ in range(reps):
        score.to(bottom, _SWING_DOWN_S).bottom().to(_thrown(bottom, top), _THRUST_S)
        score.to(top, _SWING_UP_S - _THRUST_S).top().hold(0.1)
    if parked:
        score.to(bottom, _SWING_DOWN_S).to(SWING_SETUP, 0.5).hold(0.2)
    return score.hold(0.2).motion()


def _thrown(bottom: Posture, top: Posture) -> Posture:
    """Hips and knees nearly through while the arms still hang: the body throws, the arms follow."""
    share = dict.fromkeys(("trunk_deg", "shank_deg", "knee_deg", "neck_deg", "bow"), 0.9)
    share |= {"arm_deg": 0.55, "elbow_deg": 0.5}
    mixed = {
        name: float(getattr(bottom, name)) * (1 - part) + float(getattr(top, name)) * part
        for name, part in share.items()
    }
    return evolve(top, **mixed)


def slow_lift(
    reps: int = 3,
    *,
    top: Posture = STANDING,
    bottom: Posture = HINGE_BOTTOM,
    last: Posture | None = None,
) -> Motion:
    """A hinge or Romanian deadlift: from standing, down, up; `last` is what follows the set."""
    score = Score(top).hold(_TALL_S)
    for _ in range(reps):
        score.to(bottom, _DOWN_S).bottom().hold(_DEEP_S).to(top, _UP_S).top().hold(_TALL_S)
    return score.to(last or top, 0.5).motion()


def floor_lift(
    reps: int = 3,
    *,
    top: Posture = STANDING,
    bottom: Posture = DEADLIFT_BOTTOM,
    put_down: bool = False,
) -> Motion:
    """A deadlift: begins at the floor; ends standing, or with the bar put down."""
    score = Score(bottom).hold(_TALL_S)
    for index in range(reps):
        score.bottom().to(top, _UP_S).top().hold(_TALL_S)
        if put_down or index < reps - 1:
            score.to(bottom, _DOWN_S).hold(_DEEP_S)
    return score.motion()


def squat(reps: int = 3) -> Motion:
    """Knees bend as much as hips, the trunk stays upright."""
    return slow_lift(reps, bottom=SQUAT_BOTTOM)


def stick_hinge(reps: int = 3) -> Motion:
    """A hinge whose hands hold a stick behind the neck."""
    top, bottom = (
        evolve(posture, arm_deg=-90.0, elbow_deg=150.0) for posture in (STANDING, HINGE_BOTTOM)
    )
    return slow_lift(reps, top=top, bottom=bottom)


def leaning_squat(reps: int = 3) -> Motion:
    """A squat whose trunk leans as far as a hinge's, arms held out in front."""
    return slow_lift(reps, bottom=evolve(SQUAT_BOTTOM, trunk_deg=40.0))


def rows(reps: int = 3) -> Motion:
    """Folds once, pulls with the arms, stands up."""
    bent = evolve(HINGE_BOTTOM, trunk_deg=60.0, arm_deg=0.0)
    pulled = evolve(bent, elbow_deg=100.0)
    score = Score(STANDING).hold(0.8).to(bent, 1.2).hold(0.3)
    for _ in range(reps):
        score.to(pulled, 0.7).to(bent, 0.7).hold(0.2)
    return score.to(STANDING, 1.2).hold(0.8).motion()


def snatches(reps: int = 3) -> Motion:
    """Hiked like a swing, pulled past a bent elbow, ended overhead."""
    past = evolve(STANDING, arm_deg=75.0, elbow_deg=95.0)
    overhead = evolve(STANDING, arm_deg=172.0)
    score = Score(overhead).hold(0.4)
    for _ in range(reps):
        score.to(past, 0.5).to(SWING_BOTTOM, 0.5).to(past, 0.45).to(overhead, 0.3).hold(0.3)
    return score.motion()


def standing(seconds: float = 4.0) -> Motion:
    """Nothing happens."""
    return Score(STANDING).hold(seconds).motion()


def walking(steps: int = 8) -> Motion:
    """Goes forward with swinging knees; half a second a step."""
    score = Score(STANDING)
    for step in range(1, steps + 1):
        knee = 40.0 if step % 2 else 5.0
        score.to(
            evolve(
                STANDING, knee_deg=knee, shank_deg=knee / 2, arm_deg=20.0 - knee, travel=0.4 * step
            ),
            0.5,
        )
    return score.motion()


def push_ups(reps: int = 3) -> Motion:
    """A straight body near the floor that sinks and rises; it never stands."""
    high = Posture(trunk_deg=52.0, shank_deg=52.0, knee_deg=0.0, arm_deg=0.0)
    low = evolve(high, trunk_deg=86.0, shank_deg=86.0, elbow_deg=100.0)
    score = Score(high).hold(0.5)
    for _ in range(reps):
        score.to(low, 1.0).to(high, 0.9)
    return score.hold(0.5).motion()


def high_pull(reps: int = 3) -> Motion:
    """Folds as in a swing, but the elbows end above the hands."""
    pulled = evolve(SWING_TOP, arm_deg=60.0, elbow_deg=115.0, elbow_up=1.0)
    hanging = evolve(SWING_BOTTOM, arm_deg=8.0)
    return swing(reps, top=pulled, bottom=hanging)
