"""Reps as the report tells them."""

from typing import Final, Literal

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.drift import Drift
from hingecheck.domain.rep import Rep
from hingecheck.domain.rep_set import RepSet
from hingecheck.domain.signal import SignalSet
from hingecheck.report.figures import rounded
from hingecheck.report.schema.reps import (
    DriftPart,
    Measures,
    PhasePart,
    Reading,
    RepPart,
    SetPart,
    TempoPart,
)

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
        partial=rep.partial,
        start_s=times[rep.span.start],
        bottom_s=None if rep.bottom is None else times[rep.bottom],
        top_s=None if rep.top is None else times[rep.top],
        end_s=_end_s(rep.span.stop, times),
        phases=tuple(
            PhasePart(phase=phase, start_s=times[span.start], end_s=_end_s(span.stop, times))
            for phase, span in rep.phases.items()
        ),
        measures=Measures(**readings),
    )


def set_part(one: RepSet) -> SetPart:
    """One set with the tempo of its reps."""
    return SetPart(
        number=one.number,
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
        moment="bottom" if one.moment == "bottom" else "top",
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
