"""A rep in one picture: the way from the bottom to the top, moment beside moment."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.finding import Verdict
from hingecheck.domain.rep import Rep
from hingecheck.engines import load_cv2
from hingecheck.report.ink import Ink
from hingecheck.report.opencv_canvas import OpenCvCanvas
from hingecheck.report.stills import Still

MOMENTS: Final = 8
_HEIGHT_PX: Final = 320
_STRIP_PX: Final = 34
_TEXT_PX: Final = 20


def kinogram_stills(analysis: Analysis) -> tuple[tuple[Rep, tuple[Still, ...]], ...]:
    """The reps shown, and for each its pictures from the bottom to the top, evenly in time.

    The rep with most to work on and, where that is another one, the rep with least; none where
    there is no full rep.
    """
    told = sorted(analysis.full_reps, key=lambda rep: _beyond(rep, analysis))
    if not told:
        return ()
    shown = [told[-1]] if _beyond(told[0], analysis) == _beyond(told[-1], analysis) else told[::-1]
    return tuple((rep, _stills(rep)) for rep in (shown[0], shown[-1])[: len(shown)])


def kinogram_png(analysis: Analysis, pictures: Mapping[Still, bytes]) -> bytes | None:
    """The picture as a PNG file; None where no rep can be shown."""
    rows = [
        _row(rep, [pictures[still] for still in stills if still in pictures], analysis)
        for rep, stills in kinogram_stills(analysis)
    ]
    rows = [row for row in rows if row.size]
    if not rows:
        return None
    width = max(row.shape[1] for row in rows)
    padded = [np.pad(row, ((0, 0), (0, width - row.shape[1]), (0, 0))) for row in rows]
    done, data = load_cv2().imencode(".png", np.concatenate(padded))
    if not done:
        raise ValueError("no PNG could be made of the kinogram")
    return bytes(data)


def _beyond(rep: Rep, analysis: Analysis) -> tuple[int, int]:
    verdicts = [found.verdict for found in analysis.findings if found.rep == rep.number]
    return verdicts.count(Verdict.FAULT), verdicts.count(Verdict.BORDERLINE)


def _stills(rep: Rep) -> tuple[Still, ...]:
    if rep.bottom is None or rep.top is None:
        return ()
    frames = np.linspace(rep.bottom, rep.top, MOMENTS).round().astype(int)
    return tuple(Still(frame, _HEIGHT_PX) for frame in dict.fromkeys(frames.tolist()))


def _row(rep: Rep, jpegs: list[bytes], analysis: Analysis) -> npt.NDArray[np.uint8]:
    cv2 = load_cv2()
    pictures = [cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR) for jpeg in jpegs]
    if not pictures:
        return np.zeros((0, 0, 3), np.uint8)
    row = np.concatenate(pictures, axis=1)
    strip = np.full((_STRIP_PX, row.shape[1], 3), 25, np.uint8)
    faults, borderline = _beyond(rep, analysis)
    words = f"Rep {rep.number}, bottom to top: {faults} {_plural('fault', faults)}"
    words += f", {borderline} borderline"
    OpenCvCanvas(strip).words(words, (12.0, _STRIP_PX / 2), Ink.TEXT, _TEXT_PX)
    return np.concatenate([strip, row])


def _plural(noun: str, count: int) -> str:
    return noun if count == 1 else f"{noun}s"
