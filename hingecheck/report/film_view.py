"""From where it was filmed, in one number and in words."""

import math

import numpy as np

from hingecheck.domain.finding import Verdict
from hingecheck.domain.view import View


def median_yaw_deg(view: View) -> float:
    """The yaw over the recording, degrees as in `View`; NaN where it was never seen."""
    seen = view.yaw_deg[np.isfinite(view.yaw_deg)]
    return float(np.median(seen)) if seen.size else math.nan


def view_in_words(view: View) -> str:
    """As in `from the left side (12° ± 5° to the front)`: how far it is off the side view."""
    side = f"from the {view.near_side} side"
    yaw_deg = median_yaw_deg(view)
    if math.isnan(yaw_deg):
        return f"{side} (camera angle {Verdict.NOT_MEASURABLE})"
    # 0 and 180 are the two side views
    off_deg = min(abs(yaw_deg), abs(180.0 - abs(yaw_deg)))
    error = f" ± {view.yaw_u_deg:.0f}°" if math.isfinite(view.yaw_u_deg) else ""
    return f"{side} ({off_deg:.0f}°{error} to the {'front' if yaw_deg > 0 else 'rear'})"
