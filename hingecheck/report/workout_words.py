"""What was done of a prescription, in words for terminal and page."""

from hingecheck.domain.prescription import Held, Prescription, SetHeld, Workout
from hingecheck.report.figures import counted


def workout_lines(done: Workout) -> tuple[str, ...]:
    """The plan and how it was kept, then one line per set that differs; never empty."""
    asked = done.asked
    kept = "done as asked" if done.as_asked else _sets(done)
    head = f"Asked for: {asked_in_words(asked)}; {kept}."
    return (head, *(_set(one, asked) for one in done.sets if not one.as_asked))


def asked_in_words(asked: Prescription) -> str:
    """As in `3 sets of 10 to 12 reps, 120 s rest`."""
    reps = (
        counted(asked.fewest, "rep")
        if asked.fewest == asked.most
        else f"{asked.fewest} to {asked.most} reps"
    )
    rest = "" if asked.rest_s is None else f", {asked.rest_s:.0f} s rest"
    return f"{counted(asked.sets, 'set')} of {reps}{rest}"


def _sets(done: Workout) -> str:
    count = len(done.sets)
    off = count - done.asked.sets
    if off == 0:
        return "all sets found, but not as asked"
    return f"{counted(count, 'set')} found, {abs(off)} {'more' if off > 0 else 'fewer'}"


def _set(one: SetHeld, asked: Prescription) -> str:
    words = f"Set {one.number}: {counted(one.reps, 'rep')}"
    if one.of_reps is Held.LESS:
        words += f", {asked.fewest - one.reps} fewer than asked"
    if one.of_reps is Held.MORE:
        words += f", {one.reps - asked.most} more than asked"
    if one.rest_s is not None:
        words += f"; then {one.rest_s:.0f} s rest"
    if one.of_rest in (Held.LESS, Held.MORE) and one.rest_s is not None and asked.rest_s:
        than = "shorter" if one.of_rest is Held.LESS else "longer"
        words += f", {abs(one.rest_s - asked.rest_s):.0f} s {than} than asked"
    return f"{words}."
