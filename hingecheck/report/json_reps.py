"""Reps as the report tells them."""

import math
from typing import Final, Literal

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.back_reading import BackReading
from hingecheck.domain.drift import Drift
from hingecheck.domain.held_stick import HeldGap
from hingecheck.domain.measurement import Measurement
from hingecheck.domain.movement import Movement
from hingecheck.domain.phase_words import phase_word
from hingecheck.domain.rep import Rep
from hingecheck.domain.rep_set import RepSet
from hingecheck.domain.signal import SignalSet
from hingecheck.report.figures import rounded
from hingecheck.report.schema.reps import (
    BackPart,
    BackValue,
    DriftPart,
    HeldGapPart,
    HeldStickPart,
    Measures,
    PhasePart,
    Reading,
    RepPart,
    SetPart,
    StickGaps,
    TempoPart,
)
from hingecheck.report.stick_words import touches

_AT: Final[dict[str, Literal["bottom", "top"]]] = {
    "trunk_inclination": "bottom",
    "trunk_thigh_flexion": "bottom",
    "knee_flexion": "bottom",
    "hip_setback": "bottom",
    "back_bow": "bottom",
    "stack_offset": "top",
    "plank_hip": "top",
    "plank_knee": "top",
    "swing_height": "top",
}


def rep_part(rep: Rep, analysis: Analysis, times: list[float]) -> RepPart:
    """One rep with its readings.

    Args:
        rep: what is told.
        analysis: where its readings are taken, at the rep's bottom and top, and its set.
        times: (T,) seconds of each frame, as the report gives them.
    """
    readings = {name: _reading(name, rep, analysis.signals, times) for name in _AT}
    return RepPart(
        number=rep.number,
        set=next((one.number for one in analysis.sets if rep.number in one.reps), None),
        movement=rep.movement,
        partial=rep.partial,
        why_partial=rep.why_partial,
        dead_start=rep.dead_start,
        start_s=times[rep.span.start],
        bottom_s=None if rep.bottom is None else times[rep.bottom],
        top_s=None if rep.top is None else times[rep.top],
        end_s=_end_s(rep.span.stop, times),
        phases=_phases(rep, rep.movement or analysis.movement.movement, times),
        measures=Measures(**readings),
        back=next(
            (_back_part(one, times) for one in analysis.backs if one.rep == rep.number), None
        ),
    )


def _back_of(rep: Rep, analysis: Analysis, times: list[float]) -> BackPart | None:
    read = (one for one in analysis.backs if one.rep == rep.number)
    return next((_back_part(one, times) for one in read), None)


def _back_part(one: BackReading, times: list[float]) -> BackPart:
    against = None
    if one.against_straightest is not None and one.against_u is not None:
        against = BackValue(
            value=round(one.against_straightest, 3), u=round(one.against_u, 3), time_s=None
        )
    sacrum, upper_back, head = (_seen(gap) for gap in one.gaps)
    return BackPart(
        change=_back_value(one.change, times),
        lower_change=_back_value(one.lower, times),
        upper_change=_back_value(one.upper, times),
        straightest_rep=one.straightest,
        against_straightest=against,
        stick_gaps=StickGaps(sacrum=sacrum, upper_back=upper_back, head=head),
        stick=None if one.held is None else _held_part(*one.held),
    )


def _held_part(sacrum: HeldGap, upper_back: HeldGap, head: HeldGap) -> HeldStickPart:
    return HeldStickPart(
        sacrum=_held_gap(sacrum), upper_back=_held_gap(upper_back), head=_held_gap(head)
    )


def _held_gap(one: HeldGap) -> HeldGapPart:
    return HeldGapPart(gap=_seen(one.gap), u=_seen(one.u), touching=touches(one), reason=one.reason)


def _back_value(read: Measurement | None, times: list[float]) -> BackValue | None:
    if read is None:
        return None
    return BackValue(value=round(read.value, 3), u=round(read.u, 3), time_s=times[read.frame])


def _seen(value: float) -> float | None:
    return round(value, 3) if math.isfinite(value) else None


def _phases(rep: Rep, movement: Movement, times: list[float]) -> tuple[PhasePart, ...]:
    return tuple(
        PhasePart(
            phase=phase,
            word=phase_word(phase, movement),
            start_s=times[span.start],
            end_s=_end_s(span.stop, times),
        )
        for phase, span in rep.phases.items()
    )


def set_part(one: RepSet) -> SetPart:
    """One set with the tempo of its reps."""
    return SetPart(
        number=one.number,
        movement=one.movement,
        reps=one.reps,
        start_s=round(one.start_s, 3),
        end_s=round(one.end_s, 3),
        rest_s=_rounded_s(one.rest_s),
        cycle_s=_rounded_s(one.cycle_s),
        cycle_spread=_rounded_s(one.cycle_spread),
        tempos=tuple(
            TempoPart(
                rep=tempo.rep,
                descent_s=_rounded_s(tempo.descent_s),
                pause_s=_rounded_s(tempo.pause_s),
                ascent_s=_rounded_s(tempo.ascent_s),
            )
            for tempo in one.tempos
        ),
    )


def drift_part(one: Drift) -> DriftPart:
    """One change during a set."""
    return DriftPart(
        set=one.set,
        signal=one.signal,
        moment=one.moment,
        since_rep=one.since_rep,
        before=rounded(one.before, one.unit),
        after=rounded(one.after, one.unit),
        u=rounded(one.u, one.unit),
        unit=one.unit,
    )


def _rounded_s(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _reading(name: str, rep: Rep, signals: SignalSet, times: list[float]) -> Reading:
    at = _AT[name]
    frame = rep.bottom if at == "bottom" else rep.top
    time_s = None if frame is None else times[frame]
    signal = next((signal for signal in signals if signal.name == name), None)
    if signal is None:
        return Reading(value=None, u=None, unit=None, at=at, time_s=time_s)
    value = None if frame is None else rounded(signal.values[frame], signal.unit)
    u = None if frame is None or value is None else rounded(signal.u[frame], signal.unit)
    return Reading(value=value, u=u, unit=signal.unit, at=at, time_s=time_s)


def _end_s(stop: int, times: list[float]) -> float:
    return times[min(stop, len(times) - 1)]
