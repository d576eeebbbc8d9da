"""How fine a number is told: no finer than it was measured, so that the text stays stable."""

import math
from typing import Final

_DECIMALS: Final = {"deg": 1, "px": 1, "s": 3, "trunk": 3, "leg": 3, "ratio": 3}
_OTHER_DECIMALS: Final = 3
_UNSEEN: Final = "unseen"
_AFTER: Final = {
    "deg": "°",
    "px": " px",
    "s": " s",
    "trunk": " trunk lengths",
    "leg": " leg lengths",
    "ratio": "",
}


def rounded(value: float, unit: str) -> float | None:
    """The number as a report gives it.

    Returns:
        deg and px to 0.1, everything else to 0.001; None for NaN and infinity; never -0.0.
    """
    if not math.isfinite(value):
        return None
    return round(float(value), _DECIMALS.get(unit, _OTHER_DECIMALS)) + 0.0


def in_words(value: float, u: float, unit: str) -> str:
    """A value with its standard uncertainty for a person, as in `24.1° ± 5.0°`."""
    if not math.isfinite(value):
        return _UNSEEN
    return f"{_number(value, unit)}{_error(u, unit)}{_AFTER.get(unit, ' ' + unit)}"


def in_short(value: float, u: float, unit: str) -> str:
    """As `in_words` for a column of a table: whole degrees, and no unit but the degree sign."""
    if unit != "deg":
        return in_words(value, u, "ratio")
    if not math.isfinite(value):
        return _UNSEEN
    return f"{value:z.0f}°" + (f" ± {u:.0f}°" if math.isfinite(u) else "")


def limit_in_words(value: float, unit: str) -> str:
    """A limit for a person, as in `20°`; a limit is exact and has no error bar."""
    return f"{value:g}{_AFTER.get(unit, ' ' + unit)}"


def clock(time_s: float) -> str:
    """A time as a video player shows it, as in `1:04.25`."""
    hundredths = round(time_s * 100)
    return f"{hundredths // 6000}:{hundredths // 100 % 60:02d}.{hundredths % 100:02d}"


def counted(count: int, noun: str) -> str:
    """As in `1 rep`, `3 reps`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _number(value: float, unit: str) -> str:
    # a hundredth of a trunk length is half a centimetre: what a person can use
    return f"{value:z.{1 if unit == 'deg' else 2}f}"


def _error(u: float, unit: str) -> str:
    if not math.isfinite(u):
        return ""
    degree = "°" if unit == "deg" else ""
    return f"{degree} ± {_number(u, unit)}"
