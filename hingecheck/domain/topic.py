"""What a check speaks of."""

from enum import StrEnum


class Topic(StrEnum):
    """A part of the lift, or of the body; one cue about each is enough at a time."""

    BACK = "back"
    HEAD = "head"
    HINGE = "hinge"
    """How hips, knees and trunk share the fold."""
    WAY_UP = "way up"
    LOCKOUT = "lockout"
    ARMS = "arms"
    WEIGHT = "weight"
    """Where the bell or the bar goes, and when."""
    FEET = "feet"
