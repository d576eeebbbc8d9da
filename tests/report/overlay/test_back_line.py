import attrs
import numpy as np

from hingecheck.domain.back_line import BackLine
from hingecheck.report.overlay.back_line import draw_back_line
from tests.report.made_analysis import NO_BACK, made_analysis
from tests.report.overlay.drawn import drawn


def test_draws_the_back_and_its_chord() -> None:
    """The chord joins the ends of the line that is seen."""
    canvas = drawn(draw_back_line, made_analysis(), 46)
    (back,), (chord,) = canvas.starting("line back"), canvas.starting("dashes chord")
    first, last = back.split("[[")[1].split("], [")[0], back.split("], [")[-1].rstrip("]")
    assert chord == f"dashes chord [[{first}], [{last}]]"


def test_draws_nothing_where_the_back_is_unseen() -> None:
    """No back line, no chord."""
    assert drawn(draw_back_line, made_analysis(), NO_BACK.start).entries == []


def test_leaves_a_hole_open() -> None:
    """A hidden stretch of the back, such as behind an arm, is not bridged."""
    analysis = made_analysis()
    back = analysis.back_line
    points = back.points_px.copy()
    points[:, 4] = np.nan
    holed = attrs.evolve(analysis, back_line=BackLine(back.station, back.depth, points))
    assert len(drawn(draw_back_line, holed, 46).starting("line back")) == 2
