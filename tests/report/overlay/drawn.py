"""Draws one layer of a made analysis into a notebook."""

import attrs
import numpy as np

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.back_line import BackLine
from hingecheck.domain.sagittal_pose import SagittalPose
from hingecheck.domain.signal import Signal, SignalSet
from hingecheck.report.overlay import Layer
from hingecheck.report.overlay.scene import Scene, set_scene
from tests.report.notebook_canvas import NotebookCanvas


def scene_of(analysis: Analysis, scale: float = 1.0) -> Scene:
    """The scene of an analysis on a canvas of the recording's own size."""
    recording = analysis.recording
    return set_scene(
        analysis, round(recording.width_px * scale), round(recording.height_px * scale), scale
    )


def drawn(layer: Layer, analysis: Analysis, frame: int) -> NotebookCanvas:
    """What a layer draws of a frame."""
    canvas = NotebookCanvas()
    layer(canvas, scene_of(analysis), frame)
    return canvas


def with_joints(analysis: Analysis, joints_px: np.ndarray) -> Analysis:
    """The analysis with other points on the picture."""
    pose = analysis.pose
    changed = SagittalPose(
        pose.time_s,
        pose.joints,
        joints_px,
        pose.trunk_px,
        pose.leg_trunks,
        pose.origin_px,
        pose.facing,
    )
    return attrs.evolve(analysis, pose=changed)


def unseen(analysis: Analysis) -> Analysis:
    """The analysis as if nothing had been seen in any frame."""
    nothing = with_joints(analysis, np.full_like(analysis.pose.joints_px, np.nan))
    back = analysis.back_line
    signals = [
        Signal(signal.name, signal.unit, signal.values * np.nan, signal.u * np.nan)
        for signal in analysis.signals
    ]
    return attrs.evolve(
        nothing,
        back_line=BackLine(back.station, back.depth * np.nan, back.points_px * np.nan),
        signals=SignalSet(analysis.signals.time_s, tuple(signals)),
    )
