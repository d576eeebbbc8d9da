"""The film check as a person reads it on a terminal."""

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.film_check import State
from hingecheck.report.film_words import cut_off_lines, fact_row, outlook_lines, people_lines
from hingecheck.report.printable import printable

_STYLES = {State.GOOD: "green", State.POOR: "bold red", State.UNKNOWN: "dim"}


def print_film(console: Console, analysis: Analysis) -> None:
    """Says what the film allows.

    Args:
        console: any width from 60 columns; colour and a terminal are not needed.
        analysis: with its film check.

    Raises:
        ValueError: the film was not checked.
    """
    film = analysis.film
    if film is None:
        raise ValueError("the analysis holds no film check")
    console.print(Text(f"The film {printable(analysis.recording.name)}", style="bold"))
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    for fact in film.facts:
        name, state, words = fact_row(fact)
        table.add_row(name, Text(state, style=_STYLES[fact.state]), Text(printable(words)))
    console.print(table)
    for line in cut_off_lines(film, analysis.signals.time_s.tolist()):
        _say(console, line)
    for line in people_lines(film):
        _say(console, line)
    made, not_made = outlook_lines(film)
    if made:
        console.print(Text("\nCan be measured", style="bold"))
        _say(console, ", ".join(made))
    if not_made:
        console.print(Text("\nNot measurable", style="bold"))
    for reason, names in not_made:
        _say(console, f"{reason}: {names}")
    console.print(Text("\nNext film", style="bold"))
    _say(console, film.advice)


def _say(console: Console, text: str) -> None:
    console.print(Padding(Text(printable(text)), (0, 0, 0, 2), expand=False))
