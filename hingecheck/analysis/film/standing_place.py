"""Where the phone stood, against where it should."""

import math

from hingecheck.analysis.fault import SIDE_YAW_DEG
from hingecheck.domain.film_check import FactName, FilmFact, State
from hingecheck.domain.view import View


def view_fact(view: View) -> FilmFact:
    """Over the whole film; a film of several views is told by its worst one."""
    yaws = [view.yaw_during(one.frames) for one in view.seen_stretches]
    known = [yaw for yaw in yaws if math.isfinite(yaw)]
    if not known:
        return FilmFact(FactName.VIEW, State.UNKNOWN, "the camera's angle is not known")
    typical = view.typical_yaw_deg
    worst = max(known, key=abs)
    state = State.GOOD if abs(worst) <= SIDE_YAW_DEG else State.POOR
    told = [_place(yaw, view.yaw_u_deg) for yaw in known]
    words = told[0] if len(told) == 1 else f"{len(told)} views: {', '.join(told)}"
    return FilmFact(FactName.VIEW, state, words, typical, view.yaw_u_deg, "deg")


def _place(yaw_deg: float, u_deg: float) -> str:
    if abs(yaw_deg) <= SIDE_YAW_DEG:
        return f"from the side ({yaw_deg:z.0f} ± {u_deg:.0f} degrees)"
    end = "front" if yaw_deg > 0 else "rear"
    return f"{abs(yaw_deg):.0f} ± {u_deg:.0f} degrees toward the {end}"
