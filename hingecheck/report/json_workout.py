"""What was done of a prescription, as the report tells it."""

from hingecheck.domain.prescription import Workout
from hingecheck.report.figures import rounded
from hingecheck.report.schema.workout import SetHeldPart, WorkoutPart


def workout_part(done: Workout) -> WorkoutPart:
    """The plan, and one entry per set that was done."""
    asked = done.asked
    return WorkoutPart(
        sets_asked=asked.sets,
        fewest_reps_asked=asked.fewest,
        most_reps_asked=asked.most,
        rest_asked_s=asked.rest_s,
        as_asked=done.as_asked,
        of_sets=done.of_sets,
        sets=tuple(
            SetHeldPart(
                number=one.number,
                reps=one.reps,
                of_reps=one.of_reps,
                rest_s=None if one.rest_s is None else rounded(one.rest_s, "s"),
                of_rest=one.of_rest,
            )
            for one in done.sets
        ),
    )
