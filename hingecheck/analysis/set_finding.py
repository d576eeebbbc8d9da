"""Reps -> sets: what follows without a rest belongs together."""

from itertools import pairwise

import numpy as np
from attrs import evolve

from hingecheck.domain.array import Floats
from hingecheck.domain.rep import Phase, Rep
from hingecheck.domain.rep_set import RepSet, Tempo

# From a lockout to the next bottom a swing takes 1 s and a slow lift 2 to 4; who waits longer than
# this has put the weight down or rests. The method asks for rests of 120 s.
MIN_REST_S = 10.0
_SPREAD_CYCLES = 2


def find_sets(reps: tuple[Rep, ...], time_s: Floats) -> tuple[RepSet, ...]:
    """Groups the full reps, in time order; empty where there are none.

    Args:
        reps: of the whole recording; partial ones belong to no set.
        time_s: (T,) seconds of each frame.
    """
    groups: list[list[Rep]] = []
    for rep in (rep for rep in reps if not rep.partial):
        if groups and _goes_on(groups[-1][-1], rep, time_s):
            groups[-1].append(rep)
        else:
            groups.append([rep])
    sets = [_set(number, group, time_s) for number, group in enumerate(groups, start=1)]
    rested = [evolve(one, rest_s=after.start_s - one.end_s) for one, after in pairwise(sets)]
    return (*rested, *sets[-1:])


def tempo_of(rep: Rep, time_s: Floats) -> Tempo:
    """How long the parts of a full rep last."""
    return Tempo(
        rep=rep.number or 0,
        descent_s=_length_s(rep, Phase.DESCENT, time_s),
        pause_s=_length_s(rep, Phase.BOTTOM, time_s),
        ascent_s=_length_s(rep, Phase.ASCENT, time_s),
    )


def _goes_on(one: Rep, following: Rep, time_s: Floats) -> bool:
    same = one.movement is following.movement
    return same and _rest_s(one, following, time_s) < MIN_REST_S


def _rest_s(one: Rep, following: Rep, time_s: Floats) -> float:
    if one.top is None or following.bottom is None:
        return 0.0
    return float(time_s[following.bottom] - time_s[one.top])


def _set(number: int, group: list[Rep], time_s: Floats) -> RepSet:
    bottoms = [float(time_s[rep.bottom]) for rep in group if rep.bottom is not None]
    cycles = np.diff(bottoms)
    spread = float(cycles.std() / cycles.mean()) if len(cycles) >= _SPREAD_CYCLES else None
    last = group[-1]
    end = last.span.stop - 1 if last.top is None else last.top
    return RepSet(
        number=number,
        tempos=tuple(tempo_of(rep, time_s) for rep in group),
        start_s=float(time_s[group[0].span.start]),
        end_s=float(time_s[end]),
        rest_s=None,
        cycle_s=float(np.median(cycles)) if len(cycles) else None,
        cycle_spread=spread,
        movement=group[0].movement,
    )


def _length_s(rep: Rep, phase: Phase, time_s: Floats) -> float | None:
    spans = rep.during(phase)
    if not spans:
        return None
    return float(time_s[min(spans[0].stop, len(time_s) - 1)] - time_s[spans[0].start])
