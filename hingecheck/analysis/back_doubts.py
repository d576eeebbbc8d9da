"""Why a back was not measured in a rep, and what to change in filming."""

import numpy as np

from hingecheck.analysis.back_change import deep_frames, early_frames, least_frames
from hingecheck.analysis.back_clearing import MAX_STEP_TRUNKS
from hingecheck.analysis.back_tracing import MAX_YAW_DEG
from hingecheck.analysis.reading import frames_of
from hingecheck.domain.array import Floats, Ints
from hingecheck.domain.rep import Phase, Rep
from hingecheck.domain.signal import SignalSet

# A back at rest moves its outline from frame to frame by 0.002 to 0.006 trunk lengths (labelled
# clips, fitted and bare); what flutters more is cloth or blur.
MAX_FLUTTER_TRUNKS = 0.012
_MAD_TO_SD = 1.4826


def back_doubt(rep: Rep, signals: SignalSet) -> str:
    """The reason why the back's change cannot be told in a rep; empty where it can."""
    early, deep = early_frames(rep, signals), deep_frames(rep, signals)
    if not len(deep):
        return _no_bottom(rep, signals)
    for frames, when in ((deep, "at the bottom"), (early, "early in the hinge")):
        hindrance = _hindrance(frames, signals)
        if hindrance:
            return f"{when} {hindrance}"
    if _flutter(signals["back_curve"].values[_looked(deep, signals)]) > MAX_FLUTTER_TRUNKS:
        return "the edge of the back flutters; wear a fitted top and film in good light"
    return ""


def _no_bottom(rep: Rep, signals: SignalSet) -> str:
    trunk = signals["trunk_inclination"].values[frames_of(rep, Phase.BOTTOM)]
    if not np.isfinite(trunk).any():
        return "the trunk was not seen at the bottom; film from the side, head to feet in view"
    return "the hinge is too shallow to change a back; it needs 45 degrees of the trunk"


def _hindrance(frames: Ints, signals: SignalSet) -> str:
    """What keeps the back's edge from being seen for long enough; empty where nothing does."""
    least = least_frames(signals.time_s)
    if np.isfinite(signals["back_curve"].values[frames]).sum() >= least:
        return ""
    if len(frames) < least:
        return "there are too few frames; film the whole rep with 30 frames per second or more"
    yaw = np.abs(signals["camera_yaw"].values[frames])
    if np.median(np.nan_to_num(yaw)) > MAX_YAW_DEG:
        return f"the camera looks {np.nanmedian(yaw):.0f} degrees past the side; film from the side"
    if np.median(np.nan_to_num(signals["back_arm"].values[frames])) > 0:
        return "an arm lies over the edge of the back; let the arms hang"
    steps = signals["back_step"].values[frames]
    if np.median(np.nan_to_num(steps)) > MAX_STEP_TRUNKS:
        return (
            "something stands over the edge of the back; tie up long hair, tuck in the top, keep "
            "sticks and plates clear of it"
        )
    return "the edge of the back was not seen; film from the side against a plain background"


def _looked(frames: Ints, signals: SignalSet) -> Ints:
    """Those of the frames in which the edge was seen, and not only its neighbours."""
    return frames if signals.looked is None else frames[signals.looked[frames]]


def _flutter(curve: Floats) -> float:
    """Standard deviation of one frame, from second differences, which no movement makes large.

    0 where too few are seen. The second difference of noise has six times its variance.
    """
    bends = np.diff(curve, n=2)
    bends = bends[np.isfinite(bends)]
    if len(bends) < 2:
        return 0.0
    return float(_MAD_TO_SD * np.median(np.abs(bends)) / np.sqrt(6))
