"""Which rep it is, and which part of it, in words."""

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.movement import MOVEMENT_WORDS, Movement
from hingecheck.domain.phase_words import phase_word
from hingecheck.domain.rep import Phase, Rep


def counter_words(analysis: Analysis, frame: int) -> str:
    """Such as `Rep 2 of 4`; a rep that is not whole has no number."""
    here, last = rep_at(analysis, frame), last_full_rep(analysis, frame)
    if here is not None and here.partial:
        return "Part of a rep"
    count = len(analysis.full_reps)
    if not count:
        return "No rep found"
    return f"Rep {last.number if last is not None else 0} of {count}"


def phase_words(analysis: Analysis, frame: int) -> str:
    """The movement and the phase, such as `kettlebell swing: drive`."""
    rep = rep_at(analysis, frame)
    if rep is None:
        return _words(analysis.movement.movement, None)
    return _words(rep.movement or analysis.movement.movement, rep.phase_at(frame))


def longest_words(analysis: Analysis) -> tuple[list[str], list[str]]:
    """All that the counter and the phase may say, for panels that must not change their width."""
    count = len(analysis.full_reps)
    phases = [_words(analysis.movement.movement, phase) for phase in Phase]
    return ["Part of a rep", "No rep found", f"Rep {count} of {count}"], phases


def rep_at(analysis: Analysis, frame: int) -> Rep | None:
    """The rep that a frame lies in, partial ones included."""
    for rep in analysis.reps:
        if frame in rep.span:
            return rep
    return None


def last_full_rep(analysis: Analysis, frame: int) -> Rep | None:
    """The full rep that a frame lies in or follows."""
    begun = [rep for rep in analysis.full_reps if rep.span.start <= frame]
    return begun[-1] if begun else None


def _words(movement: Movement, phase: Phase | None) -> str:
    name = MOVEMENT_WORDS[movement].partition(" (")[0]
    if phase is None:
        return name
    return f"{name}: {phase_word(phase, movement)}"
