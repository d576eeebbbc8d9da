"""Two reps side by side, at the same moment of their phases whatever their speed."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.rep import Phase, Rep
from hingecheck.report.short_video import Shown, write_short_video
from hingecheck.report.stills import EVIDENCE_PX, Still

# A phase takes about a second, which is slow enough to see a swing.
_PER_PHASE: Final = 24
_FPS: Final = 24.0


def middle_rep(analysis: Analysis) -> Rep | None:
    """The rep in the middle of the set, which stands for all; None where there is none."""
    reps = analysis.full_reps
    return reps[len(reps) // 2] if reps else None


def aligned_stills(analysis: Analysis, phases: Sequence[Phase]) -> tuple[Still, ...]:
    """The pictures of the middle rep, as many for each of the phases."""
    rep = middle_rep(analysis)
    if rep is None:
        return ()
    spans = [rep.phases[phase] for phase in phases]
    return tuple(
        Still(span.start + place * len(span) // _PER_PHASE, EVIDENCE_PX)
        for span in spans
        for place in range(_PER_PHASE)
    )


def write_aligned_video(
    sides: Sequence[tuple[Analysis, Mapping[Still, bytes]]],
    phases: Sequence[Phase],
    target: Path,
) -> bool:
    """Writes the video; gives whether there was anything to show on both sides.

    Raises:
        OutputError: the file cannot be written.
    """
    rows = [
        [pictures.get(still) for still in aligned_stills(analysis, phases)]
        for analysis, pictures in sides
    ]
    shown = [
        Shown(tuple(jpegs), f"before | after: {phases[place // _PER_PHASE]}", 1 / _FPS)
        for place, moment in enumerate(zip(*rows, strict=True))
        if len(jpegs := [jpeg for jpeg in moment if jpeg is not None]) == len(sides)
    ]
    if shown:
        write_short_video(shown, target, _FPS)
    return bool(shown)
