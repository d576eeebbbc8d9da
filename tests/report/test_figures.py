import math

import pytest

from hingecheck.report.figures import clock, in_short, in_words, limit_in_words, rounded


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        (24.06, "deg", 24.1),
        (0.12345, "trunk", 0.123),
        (1.23456, "s", 1.235),
        (2.34567, "made_up", 2.346),
        (math.nan, "deg", None),
        (-math.inf, "trunk", None),
    ],
)
def test_numbers_are_rounded_by_their_unit(value: float, unit: str, told: float | None) -> None:
    """Degrees to a tenth, the rest to a thousandth, unseen to None."""
    assert rounded(value, unit) == told


def test_minus_zero_loses_its_sign() -> None:
    """A rounded nothing is plain zero."""
    told = rounded(-0.00001, "deg")
    assert told is not None
    assert math.copysign(1, told) == 1


@pytest.mark.parametrize(
    ("value", "u", "unit", "words"),
    [
        (24.06, 5.0, "deg", "24.1° ± 5.0°"),
        (0.123, 0.03, "trunk", "0.12 ± 0.03 trunk lengths"),
        (0.61, 0.04, "ratio", "0.61 ± 0.04"),
        (0.5, math.nan, "leg", "0.50 leg lengths"),
        (1.5, 0.25, "furlong", "1.50 ± 0.25 furlong"),
        (math.nan, 5.0, "deg", "unseen"),
    ],
)
def test_a_value_is_told_with_error_and_unit(value: float, u: float, unit: str, words: str) -> None:
    """A number is never bare."""
    assert in_words(value, u, unit) == words


@pytest.mark.parametrize(
    ("value", "u", "unit", "words"),
    [
        (24.06, 5.0, "deg", "24° ± 5°"),
        (-0.2, math.nan, "deg", "0°"),
        (math.nan, 5.0, "deg", "unseen"),
        (0.123, 0.03, "trunk", "0.12 ± 0.03"),
    ],
)
def test_a_column_gets_short_numbers(value: float, u: float, unit: str, words: str) -> None:
    """Whole degrees, and no words."""
    assert in_short(value, u, unit) == words


def test_a_limit_is_told_as_it_was_chosen() -> None:
    """No decimals are added to a limit."""
    assert limit_in_words(20.0, "deg") == "20°"
    assert limit_in_words(0.06, "leg") == "0.06 leg lengths"


@pytest.mark.parametrize(
    ("time_s", "shown"), [(0.0, "0:00.00"), (64.254, "1:04.25"), (59.999, "1:00.00")]
)
def test_a_time_reads_as_in_a_player(time_s: float, shown: str) -> None:
    """Minutes, seconds, hundredths; rounding carries over."""
    assert clock(time_s) == shown
