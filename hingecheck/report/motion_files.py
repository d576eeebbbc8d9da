"""Joints and angles for other programs: TRC and MOT, as OpenSim and Sports2D read them.

Formats: OpenSim documentation, "Marker (.trc) Files" and "Storage (.sto) and Motion (.mot) Files".
"""

import math
from collections.abc import Sequence
from typing import Final

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.joint import Joint
from hingecheck.report.page.top import told_name

_TAB: Final = "\t"
# `View.body_height_px` ends at the ear; from there to the crown it is about 13 cm of 176 (tragion
# to top of head, quoted from memory of ANSUR II and not checked there; 1 cm is 0.6 % of a length).
_EAR_PER_STATURE: Final = 0.926

_RATES: Final = (
    *("DataRate", "CameraRate", "NumFrames", "NumMarkers", "Units"),
    *("OrigDataRate", "OrigDataStartFrame", "OrigNumFrames"),
)


def trc_text(analysis: Analysis, height_m: float) -> str:
    """The near side's joints as markers in metres: X forward, Y up, Z 0, origin at the ankle.

    A film holds no metres: the scale is the lifter's stature over the upright body's height in
    the picture, and is as good as that (a few per cent). An unseen joint is three empty cells.

    Args:
        analysis: what is told.
        height_m: the lifter's stature.

    Raises:
        ValueError: the stature is not positive, or the body's height in the film is not known.
    """
    scale = _metres_per_trunk(analysis, height_m)
    times, fps = analysis.pose.time_s, analysis.recording.fps
    names = [joint.name.capitalize() for joint in Joint]
    name = told_name(analysis).rpartition(".")[0] or "recording"
    head = [
        f"PathFileType\t4\t(X/Y/Z)\t{name.replace(_TAB, ' ')}.trc",
        _TAB.join(_RATES),
        f"{fps:.3f}\t{fps:.3f}\t{len(times)}\t{len(names)}\tm\t{fps:.3f}\t1\t{len(times)}",
        "Frame#\tTime\t" + "\t\t\t".join(names) + "\t\t",
        "\t\t" + _TAB.join(f"X{n}\tY{n}\tZ{n}" for n in range(1, len(names) + 1)),
        "",
    ]
    rows = [
        _TAB.join([str(number), f"{time_s:.5f}", *(_place(point, scale) for point in points)])
        for number, (time_s, points) in enumerate(
            zip(times.tolist(), analysis.pose.joints.tolist(), strict=True), start=1
        )
    ]
    return "\n".join([*head, *rows]) + "\n"


def mot_text(analysis: Analysis) -> str:
    """Every angle in degrees over time, under the names of docs/signals.md; unseen is `nan`.

    They are angles in the picture's plane, not the coordinates of an OpenSim model.
    """
    angles = [signal for signal in analysis.signals if signal.unit == "deg"]
    times = analysis.signals.time_s.tolist()
    head = [
        "hingecheck angles",
        "version=1",
        f"nRows={len(times)}",
        f"nColumns={len(angles) + 1}",
        "inDegrees=yes",
        "endheader",
        _TAB.join(["time", *(signal.name for signal in angles)]),
    ]
    columns = [signal.values.tolist() for signal in angles]
    rows = [
        _TAB.join([f"{time_s:.5f}", *(f"{column[frame]:z.3f}" for column in columns)])
        for frame, time_s in enumerate(times)
    ]
    return "\n".join([*head, *rows]) + "\n"


def _metres_per_trunk(analysis: Analysis, height_m: float) -> float:
    body_px = analysis.view.body_height_px
    if not (math.isfinite(body_px) and body_px > 0 and height_m > 0):
        raise ValueError("metres need a stature and the body's height in the film")
    return _EAR_PER_STATURE * height_m * analysis.pose.trunk_px / body_px


def _place(point: Sequence[float], scale: float) -> str:
    x, y = point
    if not (math.isfinite(x) and math.isfinite(y)):
        return "\t\t"
    return f"{x * scale:z.5f}\t{y * scale:z.5f}\t0.00000"
