"""The measures of a frame in words and figures."""

import math

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.movement import Movement

UNSEEN = "-"

_NAMES = {
    "trunk_inclination": "trunk",
    "trunk_thigh_flexion": "trunk-thigh",
    "knee_flexion": "knee",
    "hip_setback": "hip setback",
    "stack_offset": "stack offset",
    "swing_height": "swing height",
}
_SWING_ONLY = ("swing_height",)
_SIGNED = ("hip_setback", "stack_offset", "swing_height")
_UNIT_WORDS = {"deg": "°", "trunk": " trunk", "leg": " leg", "ratio": ""}
_DECIMALS = {"deg": 0}
_USUAL_DECIMALS = 2

# The widest figures that are usual, for panels that must not change their width.
_WIDEST = {"deg": "-180°", "trunk": "+0.00 trunk"}


def measure_names(analysis: Analysis) -> dict[str, str]:
    """The signals that are shown while the recording runs, with their words, in reading order."""
    swing = analysis.movement.movement is Movement.SWING
    present = {signal.name for signal in analysis.signals}
    return {
        name: words
        for name, words in _NAMES.items()
        if name in present and (swing or name not in _SWING_ONLY)
    }


def measure_value(analysis: Analysis, name: str, frame: int) -> str:
    """One measure with its unit; a dash where it was not seen."""
    signal = analysis.signals[name]
    return with_unit(float(signal.values[frame]), signal.unit, signed=name in _SIGNED)


def widest_value(analysis: Analysis, name: str) -> str:
    """The longest text that a measure usually needs."""
    return _WIDEST[analysis.signals[name].unit]


def with_unit(value: float, unit: str, signed: bool = False, extra_decimals: int = 0) -> str:
    """A number as it is read aloud: whole degrees, hundredths of the rest; a dash for NaN."""
    if not math.isfinite(value):
        return UNSEEN
    decimals = _DECIMALS.get(unit, _USUAL_DECIMALS) + extra_decimals
    rounded = round(value, decimals) + 0.0  # no minus before a zero
    sign = "+" if signed else ""
    return f"{rounded:{sign}.{decimals}f}{_UNIT_WORDS.get(unit, f' {unit}')}"


def apart(value: float, limit: float, unit: str) -> tuple[str, str]:
    """A value and its limit, with one more decimal where they would read the same."""
    same = with_unit(value, unit) == with_unit(limit, unit)
    extra = int(same and value != limit)
    return with_unit(value, unit, extra_decimals=extra), with_unit(
        limit, unit, extra_decimals=extra
    )
