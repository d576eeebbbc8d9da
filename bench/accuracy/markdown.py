"""Figures as Markdown."""

import math
from collections.abc import Iterable, Sequence

from bench.accuracy.interval import Rate
from bench.accuracy.pooling import Spread

_SMALL, _TINY = 0.01, 0.0005


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; the first column is text, the others are figures."""
    rule = ["---", *("---:" for _ in head[1:])]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (head, rule, *rows)) + "\n"


def figure(value: float, digits: int = 1) -> str:
    """Return a number without a needless sign; `-` where there is none."""
    if math.isnan(value):
        return "-"
    text = f"{value:.{digits}f}"
    return text.lstrip("-") if float(text) == 0 else text


def signed(value: float, digits: int = 1) -> str:
    """Return a number with its sign."""
    return "-" if math.isnan(value) else f"{value:+.{digits}f}"


def percent(share: float) -> str:
    """Return a share as whole per cent, one below a hundredth with a decimal."""
    if math.isnan(share):
        return "-"
    if 0 < share < _TINY:
        return "under 0.1 %"
    return (f"{share:.1%}" if 0 < share < _SMALL else f"{share:.0%}").replace("%", " %")


def rate_words(rate: Rate) -> str:
    """Return a rate with its count and its Wilson interval."""
    if not rate.n:
        return "-"
    low, high = rate.interval
    digits = 2 if high < 2 * _TINY else 1 if high < _SMALL else 0
    limits = f"{100 * low:.{digits}f}-{100 * high:.{digits}f}"
    return f"{percent(rate.share)} ({rate.k} of {rate.n}; {limits})"


def agreement(spread: Spread, digits: int = 1) -> str:
    """Return the 95 % limits of agreement."""
    if not spread.clips:
        return "-"
    low, high = spread.limits
    return f"{signed(low, digits)} to {signed(high, digits)}"
