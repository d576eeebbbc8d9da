"""An analysis with everything at its place on a canvas."""

import numpy as np
from attrs import field, frozen

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.array import Floats
from hingecheck.domain.joint import Joint
from hingecheck.domain.movement import Movement
from hingecheck.report.overlay.counter_words import longest_words
from hingecheck.report.overlay.head_panel import HeadPanel, head_panels
from hingecheck.report.overlay.layout import Layout, body_points, laid_out
from hingecheck.report.overlay.measure_words import measure_names, widest_value
from hingecheck.report.overlay.sizes import Sizes
from hingecheck.report.overlay.verdict_rows import Row, panel_size_px, verdict_rows
from hingecheck.report.overlay.verdict_words import verdict_lines

# A lifter far away in a wide picture gets thinner bones: this share of the trunk at most.
_STROKE_PER_TRUNK = 0.045
# The height gauge stands this far before the hands' farthest reach, a stray frame left out.
_GAUGE_TRUNKS = 0.35
_FARTHEST_REACH_PERCENT = 98


@frozen(eq=False)
class Scene:
    """Made once for a recording and a canvas size.

    Attributes:
        analysis: what is told.
        width_px: of the canvas.
        height_px: of the canvas.
        joints_px: (T, J, 2) canvas pixels. NaN = unseen.
        back_px: (T, N, 2) canvas pixels. NaN = unseen.
        trunk_px: one trunk length in canvas pixels.
        scale: canvas pixels per pixel of the recording.
        sizes: of letters and gaps.
        head_panel: the shape of the panel with the rep counter and the measures.
        layout: where the panels stand.
        verdicts: the rows to show by number of rep.
        gauge_x_px: where the height gauge stands; NaN where there is none (no swing, no hands).
    """

    analysis: Analysis
    width_px: int
    height_px: int
    joints_px: Floats = field(repr=False)
    back_px: Floats = field(repr=False)
    trunk_px: float
    scale: float
    sizes: Sizes
    head_panel: HeadPanel
    layout: Layout
    verdicts: dict[int, tuple[Row, ...]] = field(repr=False)
    gauge_x_px: float

    @property
    def stroke_px(self) -> float:
        """Width of a bone."""
        return max(1.0, min(self.sizes.stroke_px, _STROKE_PER_TRUNK * self.trunk_px))


def set_scene(analysis: Analysis, width_px: int, height_px: int, scale: float) -> Scene:
    """Puts an analysis on a canvas.

    Args:
        analysis: what is told.
        width_px: of the canvas.
        height_px: of the canvas.
        scale: canvas pixels per pixel of the recording.
    """
    size_px = (width_px, height_px)
    sizes = Sizes(min(size_px))
    joints_px = analysis.pose.joints_px * scale
    trunk_px = analysis.pose.trunk_px * scale
    panels = _head_panels(analysis, sizes)
    verdicts = _rows_by_rep(analysis, sizes, size_px)
    gauge_x_px = _gauge_x_px(analysis, joints_px, trunk_px, width_px)
    body = body_points(joints_px, trunk_px, gauge_x_px)
    layout = laid_out(
        sizes, size_px, [panel.size_px for panel in panels], panel_size_px(verdicts, sizes), body
    )
    return Scene(
        analysis=analysis,
        width_px=width_px,
        height_px=height_px,
        joints_px=joints_px,
        back_px=analysis.back_line.points_px * scale,
        trunk_px=trunk_px,
        scale=scale,
        sizes=sizes,
        head_panel=panels[layout.head_shape],
        layout=layout,
        verdicts=verdicts,
        gauge_x_px=gauge_x_px,
    )


def _head_panels(analysis: Analysis, sizes: Sizes) -> tuple[HeadPanel, ...]:
    """The shapes that the counter and the measures may take, wide enough for all their words."""
    widest = [
        (words, widest_value(analysis, name)) for name, words in measure_names(analysis).items()
    ]
    return head_panels(sizes, widest, longest_words(analysis))


def _rows_by_rep(
    analysis: Analysis, sizes: Sizes, size_px: tuple[int, int]
) -> dict[int, tuple[Row, ...]]:
    rows = {}
    for rep in analysis.full_reps:
        lines = verdict_lines([found for found in analysis.findings if found.rep == rep.number])
        if lines and rep.number is not None:
            rows[rep.number] = verdict_rows(lines, sizes, size_px)
    return rows


def _gauge_x_px(analysis: Analysis, joints_px: Floats, trunk_px: float, width_px: int) -> float:
    facing = analysis.pose.facing
    swing = analysis.movement.movement is Movement.SWING
    hands = joints_px[:, Joint.WRIST, 0]
    seen = hands[np.isfinite(hands)]
    if not swing or not seen.size:
        return float("nan")
    reach = facing * float(np.percentile(facing * seen, _FARTHEST_REACH_PERCENT))
    gap = _GAUGE_TRUNKS * trunk_px
    return float(np.clip(reach + facing * gap, 0.4 * gap, width_px - 0.4 * gap))
