"""What changed while a set went on, in words for terminal and page."""

from typing import Final

from hingecheck.analysis.drifting import WAY_UP
from hingecheck.domain.analysis import Analysis
from hingecheck.domain.drift import Drift
from hingecheck.report.figures import in_words

_NAMES: Final = {
    "trunk_inclination": "trunk lean",
    "knee_flexion": "knee bend",
    "hinge_index": "share of the hips in the fold",
    "back_bow": "bulge of the back's outline",
    "trunk_thigh_flexion": "hip bend",
    "swing_height": "height of the hands over the shoulder",
}


def drift_lines(analysis: Analysis) -> tuple[str, ...]:
    """As in `Changed from rep 7 on: knee bend at the bottom 41.0° instead of 28.0°.`."""
    return tuple(_line(one) for one in analysis.drifts)


def _line(one: Drift) -> str:
    name = _NAMES.get(one.signal, one.signal.replace("_", " "))
    after, before = (in_words(value, float("nan"), one.unit) for value in (one.after, one.before))
    where = "the way up takes" if one.moment == WAY_UP[1] else f"{name} at the {one.moment}"
    return f"Changed from rep {one.since_rep} on: {where} {after} instead of {before}."
