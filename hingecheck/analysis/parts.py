"""Several movements in one recording, told apart where a rest lies between them."""

from itertools import pairwise

from attrs import evolve, frozen

from hingecheck.analysis.criteria import Criteria
from hingecheck.analysis.folding import Stretch, turning_points
from hingecheck.analysis.gating import Case
from hingecheck.analysis.judging import judge_reps
from hingecheck.analysis.leaning import MIN_FOLD_TRUNKS, leans
from hingecheck.analysis.recognition import recognise
from hingecheck.analysis.segmentation import find_reps
from hingecheck.analysis.set_finding import MIN_REST_S
from hingecheck.domain.finding import Finding
from hingecheck.domain.movement import SLOW_MOVEMENTS, Movement, Recognition
from hingecheck.domain.rep import Rep
from hingecheck.domain.signal import SignalSet

# A single fold beside another movement is a pick-up or a park, no lift of its own.
_FEWEST_FOLDS = 2
_STICK = "A stick is held along the back."


@frozen
class Part:
    """What belongs to one movement.

    Attributes:
        stretches: where it is done, in time order.
        told: what it is taken for, and why.
    """

    stretches: tuple[Stretch, ...]
    told: Recognition


def find_parts(
    signals: SignalSet,
    found: tuple[Stretch, ...],
    asked: Movement | None,
    with_stick: bool = False,
) -> tuple[Part, ...]:
    """The movements of a recording in order of appearance; at least one, which may be none.

    Bouts between rests are recognised one by one. Where they are the same movement, or the user
    said what it is, all of the recording speaks for one. A slow lift that cannot be told joins
    the one slow lift that can. Who holds a stick along the back does the hinge that it is for:
    there the hands, which tell the other movements apart, tell nothing.
    """
    if with_stick and asked is None:
        return (Part(found, Recognition(Movement.HINGE, 0.9, _STICK)),)
    whole = (Part(found, recognise(signals, found, asked)),)
    bouts = [bout for stretch in found for bout in bouts_of(stretch)]
    if asked is not None or len(bouts) < 2:
        return whole
    groups: dict[Movement, list[Stretch]] = {}
    for bout in bouts:
        told = recognise(signals, (bout,), None)
        if _is_movement(told, bout, signals):
            groups.setdefault(told.movement, []).append(bout)
    _join_the_untold(groups)
    if len(groups) < 2:
        return whole
    parts = (tuple(group) for group in groups.values())
    return tuple(Part(group, recognise(signals, group, None)) for group in parts)


def bouts_of(stretch: Stretch) -> tuple[Stretch, ...]:
    """A stretch, cut in the middle of every rest between two folds."""
    bottoms = turning_points(stretch.fold, MIN_FOLD_TRUNKS).tolist()
    cuts = [
        (one + other) // 2
        for one, other in pairwise(bottoms)
        if stretch.time_s[other] - stretch.time_s[one] > MIN_REST_S
    ]
    edges = [0, *cuts, len(stretch)]
    return tuple(_cut(stretch, *edge) for edge in pairwise(edges))


def reps_of(parts: tuple[Part, ...], signals: SignalSet) -> tuple[tuple[Rep, ...], Recognition]:
    """The reps of all parts in time order, numbered through, and the movement of most of them."""
    found = [rep for part in parts for rep in find_reps(signals, part.stretches, part.told)]
    found.sort(key=lambda rep: rep.span.start)
    count = 0
    numbered = []
    for rep in found:
        count += not rep.partial
        numbered.append(rep if rep.partial else evolve(rep, number=count))
    return tuple(numbered), _leading(parts, numbered)


def judge_parts(
    parts: tuple[Part, ...], reps: tuple[Rep, ...], case: Case, criteria: Criteria | None
) -> tuple[Finding, ...]:
    """Each rep by the limits of its own movement, in order of the reps."""
    findings: list[Finding] = []
    for part in parts:
        mine = tuple(rep for rep in reps if rep.movement is part.told.movement)
        own = evolve(case, movement=part.told.movement, kinds=part.told.kinds)
        findings += judge_reps(mine, own, criteria)
    return tuple(sorted(findings, key=lambda finding: finding.rep))


def _is_movement(told: Recognition, bout: Stretch, signals: SignalSet) -> bool:
    if told.movement in {*SLOW_MOVEMENTS, Movement.SLOW_LIFT}:
        return sum(lean.is_hinge for lean in leans(bout, signals)) >= _FEWEST_FOLDS
    return told.movement is not Movement.NONE


def _join_the_untold(groups: dict[Movement, list[Stretch]]) -> None:
    named = [movement for movement in groups if movement in SLOW_MOVEMENTS]
    if Movement.SLOW_LIFT in groups and len(named) == 1:
        joined = groups[named[0]] + groups.pop(Movement.SLOW_LIFT)
        groups[named[0]] = sorted(joined, key=lambda bout: bout.start)


def _cut(stretch: Stretch, start: int, stop: int) -> Stretch:
    tops = stretch.tops_of_hands
    return Stretch(
        start=stretch.start + start,
        time_s=stretch.time_s[start:stop],
        fold=stretch.fold[start:stop],
        hands=stretch.hands[start:stop],
        tops_of_hands=tops[(tops >= start) & (tops < stop)] - start,
    )


def _leading(parts: tuple[Part, ...], reps: list[Rep]) -> Recognition:
    """The movement with the most full reps; the first of several that have as many."""
    done = [rep.movement for rep in reps if not rep.partial]
    counts = [done.count(part.told.movement) for part in parts]
    return parts[counts.index(max(counts))].told
