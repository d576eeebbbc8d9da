import attrs
import numpy as np

from hingecheck.domain.held_stick import HeldStick
from hingecheck.report.overlay.held_stick import draw_held_stick
from hingecheck.report.overlay.virtual_stick import draw_virtual_stick
from tests.report.made_analysis import FRAME_COUNT, made_analysis
from tests.report.overlay.drawn import drawn

ENDS = np.array([[100.0, 500.0], [100.0, 200.0]])
FEET = np.array([[100.0, 480.0], [100.0, 350.0], [100.0, 220.0]])


def _analysis(*gaps: float, ends=ENDS):
    """A stick behind a lifter who faces right; a trunk is 200 px."""
    bodies = FEET + np.array(gaps)[:, None] * [200.0, 0.0]
    frames = [np.tile(one, (FRAME_COUNT, *[1] * np.ndim(one))) for one in (ends, bodies, FEET)]
    held = HeldStick(
        ends_px=frames[0],
        gap=np.tile(gaps, (FRAME_COUNT, 1)),
        contacts_px=frames[1],
        feet_px=frames[2],
        looked=np.ones(FRAME_COUNT, dtype=bool),
        armed=np.zeros((FRAME_COUNT, 3), dtype=bool),
    )
    analysis = made_analysis()
    return attrs.evolve(analysis, back_line=attrs.evolve(analysis.back_line, held=held))


def test_a_real_stick_is_a_whole_line() -> None:
    """No dashes: a line, a dot at each contact, an open gap in words on a panel."""
    canvas = drawn(draw_held_stick, _analysis(0.0, 0.12, 0.01), 46)
    assert canvas.starting("dashes") == []
    assert canvas.starting("line held") == [
        "line held [[100, 500], [100, 200]]",
        "line held [[124, 350], [100, 350]]",
    ]
    assert len(canvas.starting("dot held")) == 2
    assert canvas.starting("held: ") == ["held: 12 %"]
    assert canvas.starting("panel") == ["panel"]
    panel, words = canvas.boxes
    assert panel.left < words.left
    assert panel.right > words.right
    assert panel.top < words.top


def test_beside_a_real_stick_no_virtual_one_is_drawn() -> None:
    """One stick is enough."""
    assert drawn(draw_virtual_stick, _analysis(0.0, 0.0, 0.0), 24).entries == []


def test_where_none_is_seen_nothing_is_drawn() -> None:
    """Neither without a stick nor in frames far from any look."""
    assert drawn(draw_held_stick, made_analysis(), 46).entries == []
    unseen = _analysis(np.nan, np.nan, np.nan, ends=np.full((2, 2), np.nan))
    assert drawn(draw_held_stick, unseen, 46).entries == []
