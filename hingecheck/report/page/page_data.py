"""What the page's own program works on, as compact JSON."""

import math
from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from hingecheck.analysis.fault import Measure
from hingecheck.analysis.faults import FAULTS
from hingecheck.analysis.reading import Reading
from hingecheck.analysis.signal_catalogue import CATALOGUE, COMPUTED
from hingecheck.domain.analysis import Analysis
from hingecheck.domain.array import Floats
from hingecheck.domain.criterion import Criterion
from hingecheck.domain.finding import Finding, Verdict
from hingecheck.domain.movement import Movement
from hingecheck.domain.notes import Note, Notes
from hingecheck.domain.phase_words import phase_word
from hingecheck.domain.rep import Rep
from hingecheck.domain.signal import Signal
from hingecheck.report.page.check_rows import CLASSES
from hingecheck.report.page.priorities import signal_of
from hingecheck.report.page.top import encoded, told_name
from hingecheck.report.printable import storable
from hingecheck.report.stills import Still, grid_stills

# Angles are kept to 0.1 degrees and lengths to 0.001: whole numbers take half the room.
_STEPS: Final = {"deg": 10}
_OTHER_STEPS: Final = 1000
_MEANINGS: Final = {kind.name: kind.meaning for kind in (*CATALOGUE, *COMPUTED)}
_MEASURES: Final[dict[str, Measure]] = {fault.code: fault.measure for fault in FAULTS}


def page_data(
    analysis: Analysis,
    pictures: Mapping[Still, bytes],
    video: str | None,
    notes: Notes | None,
) -> dict[str, Any]:
    """Everything below the page's top.

    Args:
        analysis: what is told.
        pictures: stills that were taken; those that were not are left out.
        video: name of the annotated video beside the page; None = there is none.
        notes: a coach's earlier notes.
    """
    times = analysis.signals.time_s
    checks = list(dict.fromkeys(finding.code for finding in analysis.findings))
    reasons = list(dict.fromkeys(finding.reason for finding in analysis.findings))
    return {
        "name": told_name(analysis),
        "sha256": analysis.recording.sha256,
        "fps": round(analysis.recording.fps, 3),
        "video": video,
        "time": [round(float(time_s), 4) for time_s in times - times[0]],
        "signals": [_signal(signal, analysis) for signal in analysis.signals],
        "reps": [_rep(rep, analysis.movement.movement) for rep in analysis.reps],
        "sets": [{"number": told.number, "reps": list(told.reps)} for told in analysis.sets],
        "checks": [_check(code, analysis) for code in checks],
        "reasons": [storable(reason) for reason in reasons],
        "findings": [_finding(finding, checks, reasons) for finding in analysis.findings],
        "stills": {
            f"{number}:{phase}": encoded(pictures[still])
            for (number, phase), still in grid_stills(analysis).items()
            if still in pictures
        },
        "notes": [] if notes is None else [_note(note) for note in notes.of_findings],
    }


def _signal(signal: Signal, analysis: Analysis) -> dict[str, Any]:
    steps = _STEPS.get(signal.unit, _OTHER_STEPS)
    known = np.isfinite(signal.values)
    return {
        "name": signal.name,
        "unit": signal.unit,
        "steps": steps,
        "meaning": _MEANINGS.get(signal.name, ""),
        "values": _whole(signal.values, steps),
        "u": _errors(signal.u, known, steps),
        "troubled": any(
            check.verdict in {Verdict.FAULT, Verdict.BORDERLINE}
            and signal_of(check.code) == signal.name
            for check in analysis.summary
        ),
    }


def _whole(values: Floats, steps: int) -> list[int | None]:
    return [None if math.isnan(value) else round(value * steps) for value in values.tolist()]


def _errors(u: Floats, known: "np.typing.NDArray[np.bool_]", steps: int) -> Any:
    """One number where the error is the same throughout, else one per frame."""
    finite = u[known & np.isfinite(u)]
    if finite.size and np.ptp(np.rint(finite * steps)) == 0:
        return round(float(finite[0]) * steps)
    return _whole(np.where(np.isfinite(u), u, np.nan), steps)


def _rep(rep: Rep, main: Movement) -> dict[str, Any]:
    """Each phase as its name, its frames and its word in the rep's own movement."""
    movement = rep.movement or main
    return {
        "number": rep.number,
        "start": rep.span.start,
        "stop": rep.span.stop,
        "bottom": rep.bottom,
        "top": rep.top,
        "phases": [
            [phase, span.start, span.stop, phase_word(phase, movement)]
            for phase, span in rep.phases.items()
        ],
    }


def _check(code: str, analysis: Analysis) -> dict[str, Any]:
    findings = [finding for finding in analysis.findings if finding.code == code]
    limits = next((found.criterion for found in findings if found.criterion is not None), None)
    measure = _MEASURES.get(code)
    return {
        "code": code,
        "name": storable(findings[0].name),
        "cue": storable(findings[0].cue),
        "signal": signal_of(code),
        "phases": list(measure.phases) if isinstance(measure, Reading) else [],
        "limits": None if limits is None else _limits(limits),
    }


def _limits(limits: Criterion) -> dict[str, Any]:
    return {
        "unit": limits.unit,
        "warn": limits.warn if math.isfinite(limits.warn) else None,
        "fault": limits.fault,
        "beyond": limits.beyond,
        "basis": limits.basis,
        "source": storable(limits.source),
    }


def _finding(finding: Finding, checks: list[str], reasons: list[str]) -> list[Any]:
    """Check, rep, verdict, value, error, frame, reason: a list, because there are thousands."""
    read = finding.measurement
    told = read is not None and finding.criterion is not None and math.isfinite(read.value)
    return [
        checks.index(finding.code),
        finding.rep,
        CLASSES[finding.verdict],
        round(read.value, 4) if read is not None and told else None,
        round(read.u, 4) if read is not None and told and math.isfinite(read.u) else None,
        read.frame if read is not None and told else None,
        reasons.index(finding.reason),
    ]


def _note(note: Note) -> dict[str, Any]:
    return {"code": note.code, "rep": note.rep, "there": note.there, "comment": note.comment}
