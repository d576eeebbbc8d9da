"""Colours by meaning; which colour an ink has is known to each canvas alone."""

from enum import StrEnum

from hingecheck.domain.finding import Verdict


class Ink(StrEnum):
    """What a stroke or a word stands for. Colour never stands alone: a verdict is also a word."""

    BODY = "body"
    BACK = "back"
    CHORD = "chord"
    HELD = "held"
    PATH = "path"
    LEVEL = "level"
    HANDS = "hands"
    TEXT = "text"
    QUIET = "quiet"
    ON_PATCH = "on patch"
    FAULT = "fault"
    BORDERLINE = "borderline"
    CLEAR = "clear"
    NOT_MEASURABLE = "not measurable"


VERDICT_INK = {
    Verdict.FAULT: Ink.FAULT,
    Verdict.BORDERLINE: Ink.BORDERLINE,
    Verdict.CLEAR: Ink.CLEAR,
    Verdict.NOT_MEASURABLE: Ink.NOT_MEASURABLE,
}
