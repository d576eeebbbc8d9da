"""`slow_motion.mp4`: each fault where it shows most, at a quarter of the speed."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import numpy as np
from attrs import frozen

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.finding import Verdict
from hingecheck.report.figures import in_words
from hingecheck.report.ink import VERDICT_INK
from hingecheck.report.page.priorities import Seen, priorities, seen_finding
from hingecheck.report.short_video import Shown, write_short_video
from hingecheck.report.stills import EVIDENCE_PX, Still

SLOWER: Final = 4.0
_AROUND_S: Final = 0.6


@frozen(eq=False)
class Cut:
    """One fault: its words and its pictures in time order."""

    words: str
    stills: tuple[Still, ...]


def slow_cuts(analysis: Analysis) -> tuple[Cut, ...]:
    """A cut for every check with a fault; where there is none, for what to work on first."""
    faulty = (check.worst for check in analysis.summary if check.verdict is Verdict.FAULT)
    worst = [seen for seen in (seen_finding(found) for found in faulty if found) if seen]
    shown = worst or [found.worst for found in priorities(analysis)]
    return tuple(_cut(analysis, seen) for seen in shown)


def write_slow_motion(analysis: Analysis, pictures: Mapping[Still, bytes], target: Path) -> None:
    """Writes the file; nothing where there is no cut or no picture.

    Raises:
        OutputError: the file cannot be written.
    """
    shown = list(_shown(analysis, pictures))
    if shown:
        write_short_video(shown, target, analysis.recording.fps / SLOWER)


def _cut(analysis: Analysis, seen: Seen) -> Cut:
    times = analysis.signals.time_s
    near = np.flatnonzero(np.abs(times - times[seen.read.frame]) <= _AROUND_S)
    finding = seen.finding
    words = f"Rep {finding.rep}, {finding.verdict}: {finding.name}, {seen.value}. {finding.cue}"
    return Cut(words, tuple(_still(analysis, seen, frame) for frame in near.tolist()))


def _still(analysis: Analysis, seen: Seen, frame: int) -> Still:
    """The frame with its own value, not with the one that was judged."""
    signal = next((signal for signal in analysis.signals if signal.name == seen.signal), None)
    words = ""
    if signal is not None and np.isfinite(signal.values[frame]):
        words = in_words(float(signal.values[frame]), float("nan"), signal.unit)
    return Still(frame, EVIDENCE_PX, seen.signal, words, VERDICT_INK[seen.finding.verdict])


def _shown(analysis: Analysis, pictures: Mapping[Still, bytes]) -> Iterator[Shown]:
    times = analysis.signals.time_s
    for cut in slow_cuts(analysis):
        for still in cut.stills:
            if still in pictures:
                following = min(still.frame + 1, len(times) - 1)
                duration_s = float(times[following] - times[still.frame])
                usual_s = duration_s or 1 / analysis.recording.fps
                yield Shown((pictures[still],), cut.words, SLOWER * usual_s)
