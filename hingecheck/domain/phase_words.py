"""What a person calls the phases of a rep: a swing has its own words."""

from typing import Final

from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Phase

_LIFT_WORDS: Final = {
    Phase.SETUP: "set-up",
    Phase.HIKE: "hike",
    Phase.DESCENT: "descent",
    Phase.BOTTOM: "bottom",
    Phase.ASCENT: "ascent",
    Phase.TOP: "lockout",
}
_SWING_WORDS: Final = _LIFT_WORDS | {
    Phase.DESCENT: "drop",
    Phase.BOTTOM: "backswing",
    Phase.ASCENT: "drive",
    Phase.TOP: "float",
}


def phase_word(phase: Phase, movement: Movement) -> str:
    """As in `backswing` for the bottom of a swing."""
    return (_SWING_WORDS if movement is Movement.SWING else _LIFT_WORDS)[phase]
