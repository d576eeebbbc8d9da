"""The program's own signals, read off true joints instead of landmarks."""

import numpy as np

from bench.accuracy.sagittal_track import PX_PER_M, sagittal_track
from bench.lifter.rotations import Array
from hingecheck.analysis.back_tracing import trace_back_line
from hingecheck.analysis.measuring import measure_signals
from hingecheck.analysis.sagittal import face_forward
from hingecheck.analysis.viewing import trunk_length_px
from hingecheck.domain.signal import Signal, SignalSet
from hingecheck.domain.view import Side, View, ViewStretch

# Not known from joints: the ear is no joint, and the back's edge is skin.
WITHOUT_TRUTH = (
    "neck_inclination",
    "back_bow",
    "back_curve",
    "lower_back_curve",
    "upper_back_curve",
    "back_arm",
    "back_step",
    "stick_gap_sacrum",
    "stick_gap_upper_back",
    "stick_gap_head",
    "stance_width",
    "toes_out",
    "elbows_beyond_knees",
)


def true_signals(joints_m: Array, time_s: Array, yaw_deg: float) -> SignalSet:
    """Return every signal with the same definition, scale and zero as the program's.

    Nothing is filtered. The middle of both sides stands for the near side: these lifters move
    both alike. Signals `WITHOUT_TRUTH` are NaN or mean nothing here.

    Args:
        joints_m: (T, J, 3) true joints.
        time_s: (T,) frame times.
        yaw_deg: Where the camera really stands, for the signal that tells it.
    """
    track = sagittal_track(joints_m, time_s)
    height_px = 1.75 * PX_PER_M
    whole = ViewStretch(0, len(time_s), Side.RIGHT, 1, trunk_length_px(track), height_px)
    side_on = View(np.zeros(len(time_s)), 0.0, Side.RIGHT, 1, height_px, stretches=(whole,))
    pose = face_forward(track, side_on)
    known = measure_signals(pose, trace_back_line(pose, track.outline, side_on), side_on, track)
    return SignalSet(
        time_s=known.time_s,
        signals=tuple(
            signal if signal.name != "camera_yaw" else _constant(signal, yaw_deg)
            for signal in known
        ),
    )


def _constant(signal: Signal, value: float) -> Signal:
    return Signal(signal.name, signal.unit, np.full(len(signal.values), value), signal.u)
