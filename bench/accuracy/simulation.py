"""Many more reps than can be rendered: true joints with the landmarks' measured error.

Lifters and seeds are those of the reporting part; only the error comes from the tuning part. The
back has no landmark, so its check is not simulated.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from attrs import evolve, frozen

from bench.accuracy.assessment import MOVEMENT_OF, Outcome, outcomes_against
from bench.accuracy.fault_truth import BACK_CHECKS
from bench.accuracy.joint_dials import TURNS
from bench.accuracy.landmark_error import LandmarkError
from bench.accuracy.part import CASTS, Part
from bench.accuracy.sagittal_track import perfect_track, sagittal_track
from bench.lifter.dials import Dials
from bench.lifter.scene import Scene
from bench.lifter.truth import Truth
from hingecheck import judge

LEVELS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
# Simulated lifters have their own numbers behind those of the rendered ones.
_FIRST_NUMBER: Final = 500_000
# How sure the model usually is of a wrist between the legs; of true joints it would be certain.
_SURE: Final = 0.85


@frozen
class Dial:
    """A fault turned up from nothing to gross, and the lifts that can have it.

    Attributes:
        code: The fault's.
        movements: As in the plan.
        name: The generator's dial; none where true joints are moved instead (`joint_dials`).
        gross: The generator's dial at level 1.
    """

    code: str
    movements: tuple[str, ...]
    name: str = ""
    gross: float = 0.0


_SLOW: Final = ("deadlift", "romanian_deadlift", "hinge")
_LIFTED: Final = ("swing", "deadlift", "romanian_deadlift")
DIALS: Final = (
    Dial("squat_pattern", ("swing", *_SLOW), "squatty", 1.0),
    Dial("knee_bend", ("romanian_deadlift", "hinge")),
    Dial("knee_drift", ("romanian_deadlift",)),
    Dial("shin_forward", ("swing", "deadlift", "romanian_deadlift")),
    Dial("shallow_hinge", ("swing", *_SLOW), "shallow", 1.0),
    Dial("low_torso", ("swing",)),
    Dial("heels_up", ("swing", "deadlift")),
    Dial("bell_path", ("deadlift",)),
    Dial("hips_rise_first", ("deadlift",)),
    Dial("hips_knees_together", ("swing",)),
    Dial("knees_forward_upswing", ("swing",)),
    Dial("lockout_hip", _LIFTED, "short_lockout_deg", 40.0),
    Dial("lockout_knee", _LIFTED, "soft_knees_deg", 45.0),
    Dial("lean_back", _LIFTED, "lean_back_deg", 26.0),
    Dial("arms_bent", _LIFTED, "bent_arms_deg", 75.0),
    Dial("arms_lift", ("swing",)),
    Dial("early_hinge", ("swing",)),
    Dial("backswing_low", ("swing",), "low_backswing", 1.0),
    Dial("overhead_swing", ("swing",), "overhead_deg", 80.0),
    Dial("setup_close", ("swing",)),
)


@frozen
class Simulated:
    """One check in one simulated rep, and how far its fault's dial was turned (0 to 1).

    Attributes:
        movement: As in the plan.
        dial: The fault that was turned up.
        level: How far.
        outcome: Of any check, not only that fault's.
    """

    movement: str
    dial: str
    level: float
    outcome: Outcome


def simulate(error: LandmarkError, draws: int) -> tuple[Simulated, ...]:
    """Judge every dial, movement and level `draws` times with fresh landmark error."""
    found: list[Simulated] = []
    for number, (dial, movement, level) in enumerate(_cases()):
        rng = np.random.default_rng([CASTS[Part.REPORTING].first_seed, _FIRST_NUMBER, number])
        scene = _scene(dial, movement, level, number, rng)
        outcomes = simulated_outcomes(_truth(scene, dial, level), error, draws, rng)
        found += [Simulated(movement, dial.code, level, outcome) for outcome in outcomes]
    return tuple(found)


def simulated_outcomes(
    truth: Truth, error: LandmarkError, draws: int, rng: np.random.Generator
) -> Iterator[Outcome]:
    """Yield the checks of all reps of a lifter, `draws` times."""
    movement = MOVEMENT_OF[str(truth.facts["movement"])]
    perfect = judge(perfect_track(truth.joints_m, truth.time_s), movement=movement)
    for _ in range(draws):
        track = sagittal_track(
            truth.joints_m,
            truth.time_s,
            error.draw(truth.joints_m, rng),
            float(rng.normal(0, error.yaw_sd_deg)),
        )
        looked_at = evolve(track, visibility=np.full(track.visibility.shape, _SURE))
        seen = judge(looked_at, movement=movement)
        yield from outcomes_against(perfect, seen, truth.reps, truth.time_s, 0.0)


def of_check(simulated: Sequence[Simulated]) -> list[Outcome]:
    """The outcomes of all checks but the back's."""
    return [s.outcome for s in simulated if s.outcome.code not in BACK_CHECKS]


def _cases() -> Iterator[tuple[Dial, str, float]]:
    return (
        (dial, movement, level) for dial in DIALS for movement in dial.movements for level in LEVELS
    )


def _truth(scene: Scene, dial: Dial, level: float) -> Truth:
    truth = scene.truth()
    if dial.name:
        return truth
    return evolve(truth, joints_m=TURNS[dial.code](truth, level))


def _scene(dial: Dial, movement: str, level: float, number: int, rng: np.random.Generator) -> Scene:
    cast = CASTS[Part.REPORTING]
    return Scene(
        movement=movement,
        reps=2,
        dials=Dials(**({dial.name: level * dial.gross} if dial.name else {})),
        body=cast.bodies[number % len(cast.bodies)],
        stature_m=round(float(rng.uniform(1.58, 1.88)), 2),
        seed=cast.first_seed + _FIRST_NUMBER + number,
    )
