"""Which movement it is, or which movements, in words for terminal and page."""

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.movement import MOVEMENT_WORDS, Recognition
from hingecheck.domain.rep_set import RepSet


def movement_names(analysis: Analysis) -> str:
    """As in `Deadlift and kettlebell swing`, in order of appearance."""
    words = " and ".join(MOVEMENT_WORDS[one.movement] for one in told(analysis))
    return words[0].upper() + words[1:]


def told(analysis: Analysis) -> tuple[Recognition, ...]:
    """All movements in order of appearance; at least one."""
    return analysis.movements or (analysis.movement,)


def reason_words(one: Recognition, reason: str, analysis: Analysis) -> str:
    """The reason, behind the movement's name where the recording holds several."""
    name = f"{MOVEMENT_WORDS[one.movement]}: " if len(told(analysis)) > 1 else ""
    return name[:1].upper() + name[1:] + reason


def set_movement(one: RepSet, analysis: Analysis) -> str:
    """As in `deadlift, `: of a set where the recording holds several; empty where it holds one."""
    if len(told(analysis)) < 2 or one.movement is None:
        return ""
    return f"{MOVEMENT_WORDS[one.movement]}, "
