import pytest

from hingecheck.domain.movement import Movement
from hingecheck.report.overlay.measure_words import apart, with_unit
from hingecheck.report.overlay.measures import draw_measures
from tests.report.made_analysis import UNSEEN, made_analysis
from tests.report.overlay.drawn import drawn


def _rows(entries: list[str]) -> dict[str, str]:
    words = [entry.partition(": ")[2] for entry in entries if ": " in entry]
    return dict(zip(words[::2], words[1::2], strict=True))


def test_shows_the_measures_with_units() -> None:
    """Each measure of the frame has its name and its unit."""
    assert _rows(drawn(draw_measures, made_analysis(), 24).entries) == {
        "trunk": "62°",
        "trunk-thigh": "100°",
        "knee": "50°",
        "hip setback": "+0.33 trunk",
        "stack offset": "-0.49 trunk",
        "swing height": "-1.05 trunk",
    }


def test_shows_a_dash_where_unseen() -> None:
    """A measure that was not seen is a dash, never the last value."""
    assert set(_rows(drawn(draw_measures, made_analysis(), UNSEEN.start).entries).values()) == {"-"}


def test_has_no_swing_height_in_a_lift() -> None:
    """The hands' height says nothing about a deadlift."""
    slow = made_analysis(movement=Movement.DEADLIFT)
    assert "swing height" not in _rows(drawn(draw_measures, slow, 24).entries)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (-0.4, "deg", "0°"),
        (-12.6, "deg", "-13°"),
        (0.104, "leg", "0.10 leg"),
        (0.7, "ratio", "0.70"),
        (1.234, "s", "1.23 s"),
        (float("nan"), "deg", "-"),
    ],
)
def test_reads_numbers_aloud(value: float, unit: str, words: str) -> None:
    """Whole degrees, hundredths of the rest, no minus before a zero, a dash for NaN."""
    assert with_unit(value, unit) == words


def test_tells_a_value_from_its_limit() -> None:
    """A value beyond its limit never reads the same as the limit."""
    assert apart(20.3, 20.0, "deg") == ("20.3°", "20.0°")
    assert apart(27.0, 20.0, "deg") == ("27°", "20°")
