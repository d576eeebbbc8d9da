"""When the film itself forbids a check: too small, too few frames, the wrong side, a hidden leg."""

import math
from enum import StrEnum
from functools import lru_cache

import numpy as np
from attrs import frozen

from hingecheck.analysis.fault import Fault
from hingecheck.analysis.hidden_leg import leg_is_hidden
from hingecheck.analysis.reading import frames_of
from hingecheck.domain.array import Floats
from hingecheck.domain.joint import Joint
from hingecheck.domain.movement import SLOW_MOVEMENTS, Movement
from hingecheck.domain.rep import Phase, Rep
from hingecheck.domain.sagittal_pose import SagittalPose
from hingecheck.domain.settings import Settings
from hingecheck.domain.signal import SignalSet
from hingecheck.domain.view import View

# Below this a joint's error in pixels is too many degrees (own noise model: 2 cm are 5 degrees).
MIN_BODY_PX = 200.0
MIN_FPS = {Movement.SWING: 29.0}
MIN_FPS_SLOW = 23.0
# In every movement of the method the feet stay. Where the ankle wanders further than this, its
# 10th to 90th percentile over the rep (forward, up) in trunk lengths, the model follows a plate
# instead of the leg: 0.23 to 0.5 upward on labelled clips with plates, 0.14 at most without. A
# little step forward (0.2 in a good swing) changes no angle. A long quiet top must not outvote the
# way there: from the top to the bottom and up again plates read 0.27 to 0.34 upward, legs 0.14.
MAX_FOOT_TRAVEL_TRUNKS = (0.5, 0.2)
_TRAVEL_PERCENTILES = (10, 90)


@frozen(eq=False)
class Case:
    """What a judge knows beside the rep.

    Attributes:
        pose: the lifter from the side.
        signals: every measure in every frame.
        view: from where it was filmed.
        movement: whose limits apply.
        fps: frames a second that were looked at, on average.
        settings: how it was processed.
        kinds: for a slow lift, which ones it may be.
    """

    pose: SagittalPose
    signals: SignalSet
    view: View
    movement: Movement
    fps: float
    settings: Settings
    kinds: tuple[Movement, ...] = SLOW_MOVEMENTS


class Gate(StrEnum):
    """What about a film can forbid a check."""

    SIZE = "size"
    RATE = "rate"
    VIEW = "view"
    LEG = "leg"
    WAY_DOWN = "way down"


def film_reasons(fault: Fault, rep: Rep, case: Case) -> str:
    """Everything about the film that forbids this check in this rep; empty if nothing does."""
    return "; ".join(closed_gates(fault, rep, case).values())


def closed_gates(fault: Fault, rep: Rep, case: Case) -> dict[Gate, str]:
    """The gates that forbid this check in this rep, each with its reason."""
    reasons = {
        Gate.SIZE: _size(rep, case.view),
        Gate.RATE: _rate(fault, case),
        Gate.VIEW: _view(fault, rep, case.view),
        Gate.LEG: _leg(fault, rep, case),
        Gate.WAY_DOWN: _way_down(fault, rep),
    }
    return {gate: reason for gate, reason in reasons.items() if reason}


def _size(rep: Rep, view: View) -> str:
    height_px = view.stretch_at(rep.span.start).body_height_px
    if height_px >= MIN_BODY_PX:
        return ""
    return f"the lifter is only {height_px:.0f} pixels tall; film from nearer"


def _rate(fault: Fault, case: Case) -> str:
    if case.fps >= max(fault.min_fps, MIN_FPS.get(case.movement, MIN_FPS_SLOW)):
        return ""
    return f"{case.fps:.0f} frames per second are too few; film with 30 or more"


def _view(fault: Fault, rep: Rep, view: View) -> str:
    typical = _typical_yaw_deg(view, rep)
    if math.isnan(typical):
        return "the lifter was not seen"
    if abs(typical) < fault.min_yaw_deg:
        return "it does not show from here; film from the front"
    if abs(typical) <= fault.max_yaw_deg:
        return ""
    place = "from the front" if typical > 0 else "from behind"
    return f"the camera looks {abs(typical):.0f} degrees {place}; film from the side"


@lru_cache(maxsize=16)  # the same for all checks of a rep
def _typical_yaw_deg(view: View, rep: Rep) -> float:
    return view.yaw_during(rep.span.frames)


def _way_down(fault: Fault, rep: Rep) -> str:
    if not (fault.needs_descent and rep.dead_start):
        return ""
    if Phase.HIKE in rep.phases:
        return "this rep is hiked from the floor, so there is no drop to look at"
    return "this rep starts from the bottom, so there is no way down to look at"


def _leg(fault: Fault, rep: Rep, case: Case) -> str:
    if not fault.needs_leg:
        return ""
    return _leg_reason(rep, case.pose, case.movement, fault.only_at_top)


@lru_cache(maxsize=16)  # the same for most checks of a rep
def _leg_reason(rep: Rep, pose: SagittalPose, movement: Movement, only_at_top: bool) -> str:
    ankle = pose.of(Joint.ANKLE)
    if not np.isfinite(ankle[rep.span.frames]).all(axis=1).any():
        return "the leg was not seen; plates or furniture may hide it"
    moving = frames_of(rep, Phase.DESCENT, Phase.BOTTOM, Phase.ASCENT)
    wanders = _wanders(ankle[rep.span.frames])
    if wanders or (not only_at_top and _wanders(ankle[moving])):
        return "the feet seem to move; plates may hide the leg, or you stepped"
    if not only_at_top and leg_is_hidden(rep, pose, movement):
        return "the weight seems to hide the leg; with plates, smaller ones or an empty bar help"
    return ""


def _wanders(ankle: Floats) -> bool:
    """Whether (n, 2) places of the ankle lie further apart than a foot that stands."""
    seen = ankle[np.isfinite(ankle).all(axis=1)]
    if not len(seen):
        return False
    low, high = np.percentile(seen, _TRAVEL_PERCENTILES, axis=0)
    return bool(np.any(high - low > MAX_FOOT_TRAVEL_TRUNKS))
