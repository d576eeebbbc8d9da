"""Sets -> what was done of a prescription."""

from hingecheck.domain.prescription import Held, Prescription, SetHeld, Workout
from hingecheck.domain.rep_set import RepSet

# Nobody rests to the second: a tenth of what was asked, or this long, either way is as asked.
_REST_SHARE = 0.1
_REST_S = 5.0


def hold_against(asked: Prescription, sets: tuple[RepSet, ...]) -> Workout:
    """Compares the sets of a recording with a plan; partial reps do not count.

    A rest is as asked within a tenth of it, or within 5 s where that is more. After the last set
    that was asked for no rest is expected.
    """
    done = tuple(_set_held(asked, one) for one in sets)
    return Workout(asked, _held(len(sets), asked.sets, asked.sets), done)


def _set_held(asked: Prescription, one: RepSet) -> SetHeld:
    reps = len(one.reps)
    of_rest = None
    if asked.rest_s is not None and one.rest_s is not None and one.number < asked.sets:
        margin = max(_REST_S, _REST_SHARE * asked.rest_s)
        of_rest = _held(one.rest_s, asked.rest_s - margin, asked.rest_s + margin)
    return SetHeld(one.number, reps, _held(reps, asked.fewest, asked.most), one.rest_s, of_rest)


def _held(done: float, least: float, most: float) -> Held:
    if done < least:
        return Held.LESS
    return Held.MORE if done > most else Held.AS_ASKED
