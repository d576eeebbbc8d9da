"""An analysis with everything at its place on a canvas."""

from attrs import field, frozen

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.array import Floats
from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Rep
from hingecheck.report.overlay.layout import Layout, laid_out
from hingecheck.report.overlay.measure_words import measure_names
from hingecheck.report.overlay.sizes import Sizes
from hingecheck.report.overlay.verdict_words import Line, verdict_lines

# A lifter far away in a wide picture gets thinner bones: this share of the trunk at most.
_STROKE_PER_TRUNK = 0.045


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
        sizes: of letters and gaps.
        layout: where the panels stand.
        verdicts: the lines to show by number of rep.
    """

    analysis: Analysis
    width_px: int
    height_px: int
    joints_px: Floats = field(repr=False)
    back_px: Floats = field(repr=False)
    trunk_px: float
    sizes: Sizes
    layout: Layout
    verdicts: dict[int, tuple[Line, ...]]

    @property
    def stroke_px(self) -> float:
        """Width of a bone."""
        return max(1.0, min(self.sizes.stroke_px, _STROKE_PER_TRUNK * self.trunk_px))

    @property
    def is_swing(self) -> bool:
        """Whether the words and the gauge of a swing apply."""
        return self.analysis.movement.movement is Movement.SWING

    def rep_at(self, frame: int) -> Rep | None:
        """The rep that a frame lies in, partial ones included."""
        for rep in self.analysis.reps:
            if frame in rep.span:
                return rep
        return None

    def last_full_rep(self, frame: int) -> Rep | None:
        """The full rep that a frame lies in or follows."""
        begun = [rep for rep in self.analysis.full_reps if rep.span.start <= frame]
        return begun[-1] if begun else None


def set_scene(analysis: Analysis, width_px: int, height_px: int, scale: float) -> Scene:
    """Puts an analysis on a canvas.

    Args:
        analysis: what is told.
        width_px: of the canvas.
        height_px: of the canvas.
        scale: canvas pixels per pixel of the recording.
    """
    sizes = Sizes(min(width_px, height_px))
    joints_px = analysis.pose.joints_px * scale
    trunk_px = analysis.pose.trunk_px * scale
    verdicts = {
        rep.number: verdict_lines([found for found in analysis.findings if found.rep == rep.number])
        for rep in analysis.full_reps
        if rep.number is not None
    }
    layout = laid_out(
        sizes, (width_px, height_px), joints_px, trunk_px, measure_names(analysis), verdicts
    )
    return Scene(
        analysis=analysis,
        width_px=width_px,
        height_px=height_px,
        joints_px=joints_px,
        back_px=analysis.back_line.points_px * scale,
        trunk_px=trunk_px,
        sizes=sizes,
        layout=layout,
        verdicts=verdicts,
    )
