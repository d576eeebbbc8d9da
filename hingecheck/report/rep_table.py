"""The reps as a table on the terminal: one row per rep, a few numbers, what is wrong in words."""

from typing import Final

from rich import box
from rich.table import Table
from rich.text import Text

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.finding import Finding, Verdict
from hingecheck.domain.movement import Movement
from hingecheck.domain.rep import Rep
from hingecheck.domain.signal import SignalSet
from hingecheck.report.figures import clock, counted, in_short

STYLES: Final = {
    Verdict.FAULT: "bold red",
    Verdict.BORDERLINE: "yellow",
    Verdict.CLEAR: "green",
    Verdict.NOT_MEASURABLE: "dim",
}


def rep_table(analysis: Analysis) -> Table:
    """One row per full rep; swings also show how high the hands come."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for heading in ("Rep", "Bottom at", "Trunk", "Knee"):
        table.add_column(heading, justify="right", no_wrap=True)
    swing = analysis.movement.movement is Movement.SWING
    if swing:
        table.add_column("Hands", justify="right", no_wrap=True)
    table.add_column("What was seen", overflow="fold")
    for rep in analysis.full_reps:
        findings = [finding for finding in analysis.findings if finding.rep == rep.number]
        table.add_row(*_numbers(rep, analysis.signals, swing), _outcome(findings))
    return table


def table_key(analysis: Analysis) -> str:
    """What the numbers of the table mean."""
    key = "Trunk (from vertical) and knee bend at the bottom"
    if analysis.movement.movement is Movement.SWING:
        key += "; hands above the shoulder at the top, in trunk lengths"
    return f"{key}. ± is one standard deviation."


def _numbers(rep: Rep, signals: SignalSet, swing: bool) -> list[str]:
    bottom_s = "" if rep.bottom is None else clock(signals.time_s[rep.bottom])
    numbers = [
        str(rep.number),
        bottom_s,
        _reading(signals, "trunk_inclination", rep.bottom),
        _reading(signals, "knee_flexion", rep.bottom),
    ]
    if swing:
        numbers.append(_reading(signals, "swing_height", rep.top))
    return numbers


def _reading(signals: SignalSet, name: str, frame: int | None) -> str:
    signal = next((signal for signal in signals if signal.name == name), None)
    if signal is None or frame is None:
        return "unseen"
    return in_short(signal.values[frame], signal.u[frame], signal.unit)


def _outcome(findings: list[Finding]) -> Text:
    """Faults, then borderline; where there is neither, how much was clear and how much unseen."""
    told = [
        Text(f"{verdict}: {', '.join(names)}", style=STYLES[verdict])
        for verdict in (Verdict.FAULT, Verdict.BORDERLINE)
        if (names := [finding.name for finding in findings if finding.verdict is verdict])
    ]
    return Text("\n").join(told) if told else _unfaulted(findings)


def _unfaulted(findings: list[Finding]) -> Text:
    measured = [finding for finding in findings if finding.verdict is Verdict.CLEAR]
    if not measured:
        return Text(str(Verdict.NOT_MEASURABLE), style=STYLES[Verdict.NOT_MEASURABLE])
    unseen = len(findings) - len(measured)
    tail = (
        f" in {counted(len(measured), 'check')}, {unseen} {Verdict.NOT_MEASURABLE}"
        if unseen
        else ""
    )
    return Text(f"{Verdict.CLEAR}{tail}", style=STYLES[Verdict.CLEAR])
