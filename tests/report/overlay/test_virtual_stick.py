import attrs
import numpy as np
import pytest

from hingecheck.domain.virtual_stick import VirtualStick
from hingecheck.report.overlay.back_line import draw_back_line
from hingecheck.report.overlay.virtual_stick import draw_virtual_stick
from tests.report.made_analysis import FRAME_COUNT, made_analysis
from tests.report.overlay.drawn import drawn

ENDS = np.array([[100.0, 500.0], [100.0, 200.0]])
FEET = np.array([[100.0, 480.0], [100.0, 350.0], [100.0, 220.0]])
# of the first rep
BOTTOM, TOP = 24, 46


def _analysis(*gaps: float, ends=ENDS):
    """A stick that stands upright behind a lifter who faces right; a trunk is 200 px."""
    bodies = FEET + np.array(gaps)[:, None] * [200.0, 0.0]
    frames = [np.tile(one, (FRAME_COUNT, *[1] * np.ndim(one))) for one in (ends, bodies, FEET)]
    stick = VirtualStick(
        ends_px=frames[0],
        gap=np.tile(gaps, (FRAME_COUNT, 1)),
        contacts_px=frames[1],
        feet_px=frames[2],
    )
    analysis = made_analysis()
    return attrs.evolve(analysis, back_line=attrs.evolve(analysis.back_line, stick=stick))


def test_contacts_are_dots_and_gaps_are_told_in_words() -> None:
    """Touching is a dot; an open gap is a line to the body with its share of the trunk."""
    canvas = drawn(draw_virtual_stick, _analysis(0.0, 0.01, 0.12), BOTTOM)
    assert canvas.starting("dashes chord") == ["dashes chord [[100, 500], [100, 200]]"]
    assert len(canvas.starting("dot chord")) == 2
    assert canvas.starting("line chord") == ["line chord [[124, 220], [100, 220]]"]
    assert canvas.starting("chord: ") == ["chord: 12 %"]


def test_an_unseen_head_is_left_out() -> None:
    """No gap, no dot, no words for what is unseen."""
    canvas = drawn(draw_virtual_stick, _analysis(0.0, 0.01, np.nan), BOTTOM)
    assert len(canvas.starting("dot chord")) == 2
    assert canvas.starting("chord: ") == []


@pytest.mark.parametrize(
    "analysis",
    [made_analysis(), _analysis(0.0, 0.0, 0.0, ends=np.full((2, 2), np.nan))],
    ids=["none-laid", "unseen"],
)
def test_without_a_stick_nothing_is_drawn(analysis) -> None:
    """Where none was laid, or the back was unseen, the layer draws nothing."""
    assert drawn(draw_virtual_stick, analysis, BOTTOM).entries == []


def test_upright_no_stick_is_drawn() -> None:
    """Upright, shirt and hair say nothing about the back; from 12 degrees on it is drawn."""
    analysis = _analysis(0.0, 0.01, 0.12)
    trunk_deg = analysis.signals["trunk_inclination"].values
    assert trunk_deg[BOTTOM] > 12.0 > trunk_deg[TOP]
    assert drawn(draw_virtual_stick, analysis, BOTTOM).starting("dashes chord")
    assert drawn(draw_virtual_stick, analysis, TOP).entries == []


def test_the_stick_takes_the_place_of_the_chord() -> None:
    """The back line draws no chord beside a stick."""
    assert drawn(draw_back_line, _analysis(0.0, 0.0, 0.0), BOTTOM).starting("dashes") == []
