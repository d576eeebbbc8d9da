import pytest

from hingecheck.analysis.signal_catalogue import CATALOGUE, COMPUTED
from hingecheck.report.ink import Ink
from hingecheck.report.measured_angle import _DRAWN, draw_measured_angle
from hingecheck.report.overlay.scene import set_scene
from tests.report.made_analysis import NO_WRIST, UNITS, UNSEEN, made_analysis
from tests.report.notebook_canvas import NotebookCanvas


def _drawn(signal: str, frame: int, facing: int = 1) -> NotebookCanvas:
    analysis = made_analysis(facing=facing)
    canvas = NotebookCanvas()
    scene = set_scene(analysis, 480, 854, 1.0)
    draw_measured_angle(canvas, scene, frame, signal, "62°", Ink.FAULT)
    return canvas


@pytest.mark.parametrize("facing", [1, -1])
@pytest.mark.parametrize("signal", sorted(_DRAWN))
def test_each_measure_is_drawn(signal: str, facing: int) -> None:
    """A line from where it is counted, a line to where it goes, and the value in words."""
    entries = _drawn(signal, 40, facing).entries
    assert any(entry.startswith("dashes fault") for entry in entries)
    assert any(entry.startswith("line fault") for entry in entries)
    assert "fault: 62°" in entries


@pytest.mark.parametrize("signal", sorted(set(_DRAWN) & set(UNITS)))
def test_nothing_is_drawn_of_the_unseen(signal: str) -> None:
    """A hidden lifter gets no line and no value."""
    assert _drawn(signal, UNSEEN.start).entries == []


def test_a_hidden_hand_keeps_the_rest() -> None:
    """Where only the hands are hidden, the trunk is still drawn."""
    assert _drawn("trunk_inclination", NO_WRIST.start).entries
    assert not any("line" in entry for entry in _drawn("arm_elevation", NO_WRIST.start).entries)


def test_words_stay_in_the_picture() -> None:
    """The panel with the value never leaves the canvas."""
    for facing in (1, -1):
        for box in _drawn("arm_elevation", 0, facing).boxes[:1]:
            assert box.left >= 0
            assert box.right <= 480


def test_a_check_without_a_drawing_still_gets_its_value() -> None:
    """The back's outline is drawn elsewhere; its number stands beside the hip."""
    assert "back_bow" not in _DRAWN
    assert _drawn("back_bow", 40).entries[-1] == "fault: 62°"


def test_only_known_signals_are_drawn() -> None:
    """Every drawing belongs to a signal of the catalogue, so that a renamed one is noticed."""
    assert set(_DRAWN) <= {kind.name for kind in (*CATALOGUE, *COMPUTED)}
