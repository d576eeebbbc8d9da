"""Captions for the annotated video: which rep it is, what was seen in it, and a cue."""

from attrs import frozen

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.finding import Finding, Verdict
from hingecheck.domain.rep import Rep
from hingecheck.report.figures import in_words
from hingecheck.report.printable import printable, storable

_WORST_FIRST = (Verdict.FAULT, Verdict.BORDERLINE)


@frozen
class Caption:
    """Words that stand under the picture for a while.

    Attributes:
        start_s: from the first frame shown.
        stop_s: likewise.
        lines: of text, one or more.
    """

    start_s: float
    stop_s: float
    lines: tuple[str, ...]


def captions(analysis: Analysis) -> tuple[Caption, ...]:
    """One for each rep, partial ones too, in time order."""
    return tuple(_caption(rep, analysis) for rep in analysis.reps)


def vtt_text(told: tuple[Caption, ...]) -> str:
    """As a WebVTT file (W3C WebVTT: the signs of a tag are spelled out)."""
    blocks = [
        f"{_clock(caption.start_s, '.')} --> {_clock(caption.stop_s, '.')}\n"
        + "\n".join(_vtt_line(line) for line in caption.lines)
        for caption in told
    ]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def srt_text(told: tuple[Caption, ...]) -> str:
    """As a SubRip file."""
    blocks = [
        f"{number}\n{_clock(caption.start_s, ',')} --> {_clock(caption.stop_s, ',')}\n"
        + "\n".join(line.replace("-->", "->").replace("<", "(") for line in caption.lines)
        for number, caption in enumerate(told, start=1)
    ]
    return "\n\n".join(blocks) + ("\n" if blocks else "")


def _caption(rep: Rep, analysis: Analysis) -> Caption:
    times = analysis.signals.time_s
    last = len(times) - 1
    start_s = float(times[rep.span.start] - times[0])
    stop_s = float(times[min(rep.span.stop, last)] - times[0])
    lines = _partial(rep) if rep.number is None else _lines(rep.number, analysis)
    plain = tuple(printable(storable(line)) for line in lines)
    return Caption(start_s, max(stop_s, start_s + 0.001), plain)


def _partial(rep: Rep) -> tuple[str, ...]:
    return ("Partial rep: " + rep.why_partial,) if rep.why_partial else ("Partial rep",)


def _lines(number: int, analysis: Analysis) -> tuple[str, ...]:
    of_rep = [found for found in analysis.findings if found.rep == number]
    beyond = [found for verdict in _WORST_FIRST for found in of_rep if found.verdict is verdict]
    head = f"Rep {number} of {len(analysis.full_reps)}"
    if beyond:
        # one cue at a time is what a lifter can take in
        return (head, *(_told(found) for found in beyond[:2]), beyond[0].cue)
    clear = any(found.verdict is Verdict.CLEAR for found in of_rep)
    return (f"{head}: {Verdict.CLEAR if clear else Verdict.NOT_MEASURABLE}",)


def _told(found: Finding) -> str:
    read, limits = found.measurement, found.criterion
    if read is None or limits is None:
        return f"{found.verdict}: {found.name}"
    return f"{found.verdict}: {found.name}, {in_words(read.value, read.u, limits.unit)}"


def _vtt_line(line: str) -> str:
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(time_s: float, mark: str) -> str:
    thousandths = round(time_s * 1000)
    seconds, rest = divmod(thousandths, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{mark}{rest:03d}"
