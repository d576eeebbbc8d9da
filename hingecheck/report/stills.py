"""Single frames of the recording, cut to the lifter, taken while it is drawn or read anyway."""

from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt
from attrs import field, frozen

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.array import Floats
from hingecheck.domain.frame import Frame
from hingecheck.domain.rep import Phase, Rep
from hingecheck.engines import load_cv2
from hingecheck.report.ink import Ink
from hingecheck.report.measured_angle import draw_measured_angle
from hingecheck.report.opencv_canvas import OpenCvCanvas
from hingecheck.report.overlay.back_line import draw_back_line
from hingecheck.report.overlay.held_stick import draw_held_stick
from hingecheck.report.overlay.scene import Scene, set_scene
from hingecheck.report.overlay.skeleton import draw_skeleton
from hingecheck.report.overlay.virtual_stick import draw_virtual_stick

Picture = npt.NDArray[np.uint8]

# Heights of the cut-out; a page with very many reps gets smaller ones, so that it still opens.
GRID_PX: Final = 168
CROWDED_GRID_PX: Final = 112
CROWDED_COUNT: Final = 400
EVIDENCE_PX: Final = 480
_QUALITY: Final = 70
_FINE_QUALITY: Final = 84
# Room round the joints, in trunk lengths: for the crown, the toes and the bell.
_MARGIN: Final = 0.5
_USUAL_PERCENT: Final = (2, 98)
# A frame farther than this from any analysed one, in frame lengths, was not analysed.
_NEAR_FRAMES: Final = 0.75


@frozen
class Still:
    """A picture that somebody wants.

    Attributes:
        frame: index into the analysis.
        height_px: of the picture.
        signal: whose measure is drawn on the body; empty = none.
        words: the value beside it.
        ink: of the drawing.
    """

    frame: int
    height_px: int
    signal: str = ""
    words: str = ""
    ink: Ink = Ink.TEXT


def key_frame(rep: Rep, phase: Phase) -> int:
    """The frame that stands for a phase of a rep: its turning point, else its middle."""
    span = rep.phases[phase]
    turning = {Phase.BOTTOM: rep.bottom, Phase.TOP: rep.top}.get(phase)
    return turning if turning is not None else (span.start + span.stop - 1) // 2


def grid_stills(analysis: Analysis) -> dict[tuple[int, Phase], Still]:
    """One picture for each phase of each full rep, by rep number and phase."""
    count = sum(len(rep.phases) for rep in analysis.full_reps)
    height_px = GRID_PX if count <= CROWDED_COUNT else CROWDED_GRID_PX
    return {
        (rep.number, phase): Still(key_frame(rep, phase), height_px)
        for rep in analysis.full_reps
        if rep.number is not None
        for phase in rep.phases
    }


@frozen(eq=False)
class _Box:
    """Where the lifter is: one size for the whole recording, so that pictures can be compared.

    Attributes:
        centre_px: (R + 1, 2) for each full rep, and for the rest of the recording.
        size_px: (2,) width and height, in pixels of the recording.
    """

    centre_px: Floats = field(repr=False)
    size_px: Floats


class StillTaker:
    """Takes the wanted pictures from frames that pass by.

    Attributes:
        taken: the pictures so far, as JPEG files.
    """

    def __init__(self, analysis: Analysis, wanted: Iterable[Still]) -> None:
        self._analysis = analysis
        self._wanted: dict[int, list[Still]] = {}
        for still in dict.fromkeys(wanted):
            self._wanted.setdefault(still.frame, []).append(still)
        self._box = _lifter_box(analysis)
        self._scenes: dict[int, tuple[Scene, float]] = {}
        self.taken: dict[Still, bytes] = {}

    def take(self, frame: Frame) -> None:
        """Looks at a frame, and takes what is wanted of it; its picture is left as it is."""
        index = _analysed(self._analysis, frame.time_s)
        for still in self._wanted.get(index, ()):
            if still not in self.taken:
                self.taken[still] = _jpeg(self._picture(frame.picture, still))

    def _picture(self, whole: Picture, still: Still) -> Picture:
        cv2 = load_cv2()
        scene, scale = self._scene(whole, still.height_px)
        picture = cv2.resize(whole, (scene.width_px, scene.height_px), interpolation=cv2.INTER_AREA)
        canvas = OpenCvCanvas(picture)
        draw_skeleton(canvas, scene, still.frame)
        draw_back_line(canvas, scene, still.frame)
        draw_virtual_stick(canvas, scene, still.frame)
        draw_held_stick(canvas, scene, still.frame)
        if still.signal:
            draw_measured_angle(canvas, scene, still.frame, still.signal, still.words, still.ink)
        return self._cut(picture, still.frame, scale)

    def _scene(self, whole: Picture, height_px: int) -> tuple[Scene, float]:
        if height_px not in self._scenes:
            rows, columns = whole.shape[:2]
            scale = min(1.0, height_px / float(self._box.size_px[1]))
            size = (max(2, round(columns * scale)), max(2, round(rows * scale)))
            self._scenes[height_px] = (set_scene(self._analysis, *size, scale), scale)
        return self._scenes[height_px]

    def _cut(self, picture: Picture, frame: int, scale: float) -> Picture:
        rep = next(
            (place for place, rep in enumerate(self._analysis.full_reps) if frame in rep.span), -1
        )
        rows, columns = picture.shape[:2]
        width, height = (max(2, round(length * scale)) for length in self._box.size_px)
        x, y = self._box.centre_px[rep] * scale
        left = int(np.clip(round(x - width / 2), 0, max(0, columns - width)))
        top = int(np.clip(round(y - height / 2), 0, max(0, rows - height)))
        cut: Picture = np.ascontiguousarray(picture[top : top + height, left : left + width])
        return cut


def _lifter_box(analysis: Analysis) -> _Box:
    spans = [rep.span.frames for rep in analysis.full_reps]
    places = [_extent(analysis.pose.joints_px[span]) for span in (*spans, slice(None))]
    picture = np.array([analysis.recording.width_px, analysis.recording.height_px], dtype=float)
    whole = np.stack([np.zeros(2), picture])
    extents = np.stack([whole if place is None else place for place in places])
    judged = extents[:-1] if spans else extents
    size = np.max(judged[:, 1] - judged[:, 0], axis=0) + 2 * _MARGIN * analysis.pose.trunk_px
    return _Box(extents.mean(axis=1), np.minimum(size, picture))


def _extent(joints_px: Floats) -> Floats | None:
    """(2, 2) low and high corner of where the joints usually are; None where nothing was seen."""
    points = joints_px.reshape(-1, 2)
    seen = points[np.isfinite(points).all(axis=1)]
    return np.percentile(seen, _USUAL_PERCENT, axis=0) if len(seen) else None


def _analysed(analysis: Analysis, time_s: float) -> int:
    """The analysed frame at a time, -1 where there is none."""
    times = analysis.pose.time_s
    index = int(np.abs(times - time_s).argmin())
    near = abs(times[index] - time_s) <= _NEAR_FRAMES / analysis.recording.fps
    return index if near else -1


def _jpeg(picture: Picture) -> bytes:
    cv2 = load_cv2()
    quality = _QUALITY if picture.shape[0] <= GRID_PX else _FINE_QUALITY
    done, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    if not done:
        raise ValueError(f"no JPEG could be made of a picture of shape {picture.shape}")
    return bytes(data)
