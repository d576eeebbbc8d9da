import attrs
import pytest

from hingecheck.domain.movement import Movement
from hingecheck.report.overlay.rep_counter import draw_rep_counter
from tests.report.made_analysis import made_analysis
from tests.report.overlay.drawn import drawn


@pytest.mark.parametrize(
    ("frame", "title", "phase"),
    [
        (5, "Rep 1 of 2", "kettlebell swing: drop"),
        (24, "Rep 1 of 2", "kettlebell swing: backswing"),
        (80, "Rep 2 of 2", "kettlebell swing: drive"),
        (95, "Rep 2 of 2", "kettlebell swing: float"),
        (100, "Part of a rep", "kettlebell swing: drop"),
        (118, "Rep 2 of 2", "kettlebell swing"),
    ],
)
def test_names_rep_and_phase(frame: int, title: str, phase: str) -> None:
    """The counter counts full reps only and uses the words of a swing."""
    canvas = drawn(draw_rep_counter, made_analysis(), frame)
    assert canvas.starting("text") == [f"text: {title}", f"text: {phase}"]


def test_uses_the_words_of_a_lift() -> None:
    """A slow lift has an ascent, no drive, and its name is short."""
    canvas = drawn(draw_rep_counter, made_analysis(movement=Movement.SLOW_LIFT), 30)
    assert "text: slow lift: ascent" in canvas.entries


def test_says_that_there_is_no_rep() -> None:
    """A recording without a rep says so."""
    none = attrs.evolve(made_analysis(movement=Movement.NONE), reps=(), findings=(), summary=())
    canvas = drawn(draw_rep_counter, none, 30)
    assert canvas.starting("text") == ["text: No rep found", "text: no hip hinge"]
