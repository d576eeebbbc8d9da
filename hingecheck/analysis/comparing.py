"""Compares two recordings of the same movement, check by check and phase by phase."""

import math
from collections.abc import Sequence

import numpy as np

from hingecheck.analysis.faults import FAULTS
from hingecheck.domain.analysis import Analysis
from hingecheck.domain.array import Floats
from hingecheck.domain.comparison import Change, Comparison, Curve, CurvePair, Level
from hingecheck.domain.criterion import Criterion
from hingecheck.domain.finding import Finding, Verdict
from hingecheck.domain.measurement import Measurement
from hingecheck.domain.rep import Phase, Rep
from hingecheck.domain.signal import Signal

# Two-sided 95 % of a normal error.
BEYOND_PER_U = 1.96
POINTS_PER_PHASE = 25
# From here on a change of the camera is worth a word: u of the yaw is 5 degrees in each recording.
YAW_APART_DEG = 7.0


def compare(before: Analysis, after: Analysis) -> Comparison:
    """What changed from the first recording to the second.

    The measuring error of a recording does not shrink with more reps, because the same camera and
    body make it; the spread between reps does. Both recordings' errors add as squares.

    Raises:
        ValueError: they were judged as different movements.
    """
    if before.movement.movement is not after.movement.movement:
        raise ValueError("only recordings of the same movement can be compared")
    codes = dict.fromkeys(found.code for found in (*before.findings, *after.findings))
    phases = _shared_phases((*before.full_reps, *after.full_reps))
    return Comparison(
        changes=tuple(_change(code, before, after) for code in codes),
        phases=phases,
        curves=_curves(before, after, phases),
        notes=_notes(before, after),
    )


def _change(code: str, before: Analysis, after: Analysis) -> Change:
    first, second = _of(code, before), _of(code, after)
    limits = next((found.criterion for found in (*first, *second) if found.criterion), None)
    levels = level_of(_reads(first)), level_of(_reads(second))
    difference, u = difference_of(*levels)
    beyond = abs(difference) > BEYOND_PER_U * u  # NaN compares false
    return Change(
        code=code,
        name=(*first, *second)[0].name,
        signal=next((fault.measure.signal for fault in FAULTS if fault.code == code), ""),
        unit="" if limits is None else limits.unit,
        before=levels[0],
        after=levels[1],
        difference=difference,
        u=u,
        beyond_error=beyond,
        better=leads_away(limits, difference) if beyond else None,
    )


def _of(code: str, analysis: Analysis) -> list[Finding]:
    return [found for found in analysis.findings if found.code == code]


def _reads(findings: list[Finding]) -> list[Measurement]:
    return [
        found.measurement
        for found in findings
        if found.verdict is not Verdict.NOT_MEASURABLE and found.measurement is not None
    ]


def level_of(reads: Sequence[Measurement]) -> Level | None:
    """What was read off several reps, as one level; None where nothing was.

    The measuring error of a recording does not shrink with more reps; the spread between reps does.
    """
    if not reads:
        return None
    values = np.array([read.value for read in reads])
    spread = float(values.std(ddof=1)) / math.sqrt(len(values)) if len(values) > 1 else 0.0
    error = float(np.mean([read.u for read in reads]))
    return Level(float(values.mean()), math.hypot(error, spread), len(reads))


def difference_of(before: Level | None, after: Level | None) -> tuple[float, float]:
    """After minus before, and its standard uncertainty; NaN where one of them is missing."""
    if before is None or after is None:
        return math.nan, math.nan
    return after.mean - before.mean, math.hypot(before.u, after.u)


def leads_away(limits: Criterion | None, difference: float) -> bool | None:
    """Whether a change leads away from the limit; None where there is none."""
    return None if limits is None else limits.excess(limits.warn + difference) < 0


def _shared_phases(reps: tuple[Rep, ...]) -> tuple[Phase, ...]:
    first = reps[0].phases if reps else ()
    return tuple(phase for phase in first if all(phase in rep.phases for rep in reps))


def _curves(before: Analysis, after: Analysis, phases: tuple[Phase, ...]) -> tuple[CurvePair, ...]:
    if not (phases and before.full_reps and after.full_reps):
        return ()
    names = {signal.name for signal in after.signals}
    return tuple(
        CurvePair(
            signal.name,
            signal.unit,
            _curve(signal, before.full_reps, phases),
            _curve(after.signals[signal.name], after.full_reps, phases),
        )
        for signal in before.signals
        if signal.name in names
    )


def _curve(signal: Signal, reps: tuple[Rep, ...], phases: tuple[Phase, ...]) -> Curve:
    drawn = np.array([_stretched(signal.values, rep, phases) for rep in reps])
    seen = np.isfinite(drawn)
    count = seen.sum(axis=0)
    filled = np.where(seen, drawn, 0.0)
    mean = np.where(count > 0, filled.sum(axis=0) / np.maximum(count, 1), np.nan)
    apart = np.where(seen, drawn - np.where(count > 0, mean, 0.0), 0.0)
    spread = np.sqrt((apart**2).sum(axis=0) / np.maximum(count - 1, 1))
    return Curve(mean, spread)


def _stretched(values: Floats, rep: Rep, phases: tuple[Phase, ...]) -> Floats:
    """The nearest frame's value at evenly spaced moments of each phase; nothing is made up."""
    places = (np.arange(POINTS_PER_PHASE) + 0.5) / POINTS_PER_PHASE
    frames = [
        rep.phases[phase].start + (places * len(rep.phases[phase])).astype(int) for phase in phases
    ]
    return np.asarray(values[np.concatenate(frames)])


def _notes(before: Analysis, after: Analysis) -> tuple[str, ...]:
    notes = []
    yaws = before.view.typical_yaw_deg, after.view.typical_yaw_deg
    if abs(yaws[0] - yaws[1]) > YAW_APART_DEG:
        notes.append(
            f"The camera stood elsewhere: {yaws[0]:.0f} degrees off the side before, {yaws[1]:.0f} "
            "after; angles may differ for that alone"
        )
    if before.view.near_side is not after.view.near_side:
        notes.append(
            f"Before shows the {before.view.near_side} side, after the {after.view.near_side}"
        )
    models = (dict(analysis.versions).get("model") for analysis in (before, after))
    if len(set(models)) > 1:
        notes.append("The two were tracked with different pose models")
    return tuple(notes)
