"""Built-in criteria of the two schools of the swing; the same shape as a criteria file."""

from collections.abc import Mapping
from typing import Final

# Hardstyle: the swing ends at chest to shoulder height, so higher is told sooner than by default
# (docs/decisions/0005-overhead-limit.md: a good swing may float to 120 degrees).
_HARDSTYLE: Final = {
    "checks": {
        "overhead_swing": {
            "cue": "Let the bell float at chest height; the hips decide how high it goes.",
            "swing": {"warn": 120.0, "fault": 135.0},
        }
    }
}
# Overhead: the bell ends above the head on purpose, and the arms help it there.
_OVERHEAD: Final = {"checks": {"overhead_swing": {"run": False}, "arms_lift": {"run": False}}}

PROFILES: Final[Mapping[str, Mapping[str, object]]] = {
    "hardstyle": _HARDSTYLE,
    "overhead": _OVERHEAD,
}
