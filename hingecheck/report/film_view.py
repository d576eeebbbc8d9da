"""From where it was filmed, in one number and in words."""

import math
from collections.abc import Sequence
from typing import Final

import numpy as np

from hingecheck.domain.finding import Verdict
from hingecheck.domain.view import View, ViewStretch

# Where there is nothing of this very film to go by.
HOW_TO_FILM: Final = (
    "Film from the side, the whole body in the picture, from before the first rep until after "
    "the last one."
)
# From here on a person would not call it a side view any more.
_FRONT_DEG = 65.0


def median_yaw_deg(view: View) -> float:
    """The yaw over the recording, degrees as in `View`; NaN where it was never seen."""
    seen = view.yaw_deg[np.isfinite(view.yaw_deg)]
    return float(np.median(seen)) if seen.size else math.nan


def view_in_words(view: View) -> str:
    """As in `from the left side (12° ± 5° to the front)`: how far it is off the side view.

    A lifter who turns, or a clip of several views, is seen `from 3 places`.
    """
    seen = view.seen_stretches
    if len(seen) > 1:
        return f"from {len(seen)} places"
    return _place(view, seen[0] if seen else view.stretches[0], view.yaw_u_deg)


def views_in_words(view: View, time_s: Sequence[float]) -> str:
    """As in `0-12 s from the left side (40° to the front), 12-24 s from the front`.

    Args:
        view: from where it was filmed.
        time_s: (T,) of its frames.

    Returns:
        Every view in time order; empty where there is only one.
    """
    seen = view.seen_stretches
    if len(seen) < 2:
        return ""
    parts = [
        f"{time_s[one.start]:.0f}-{time_s[one.stop - 1]:.0f} s {_place(view, one, math.nan)}"
        for one in seen
    ]
    return ", ".join(parts)


def _place(view: View, one: ViewStretch, u_deg: float) -> str:
    side = f"from the {one.near_side} side"
    yaw_deg = view.yaw_during(one.frames)
    if math.isnan(yaw_deg):
        return f"{side} (camera angle {Verdict.NOT_MEASURABLE})"
    # 0 and 180 are the two side views
    off_deg = min(abs(yaw_deg), abs(180.0 - abs(yaw_deg)))
    if off_deg > _FRONT_DEG:
        return "from the front" if yaw_deg > 0 else "from behind"
    error = f" ± {u_deg:.0f}°" if math.isfinite(u_deg) else ""
    return f"{side} ({off_deg:.0f}°{error} to the {'front' if yaw_deg > 0 else 'rear'})"
