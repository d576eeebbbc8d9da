"""What the program says of a stored back."""

from typing import Final

import numpy as np
from attrs import evolve, frozen

from bench.accuracy.store import KnownTrack
from bench.spine.plan import Back
from hingecheck.analysis.back_clearing import clear_back_line
from hingecheck.analysis.back_reading import read_backs
from hingecheck.analysis.conditioning import condition
from hingecheck.analysis.gating import Case
from hingecheck.analysis.hip_centring import centre_hips
from hingecheck.analysis.judging import judge_reps
from hingecheck.analysis.measuring import measure_signals, within_view
from hingecheck.analysis.sagittal import face_forward
from hingecheck.analysis.shoulder_centring import centre_shoulders
from hingecheck.analysis.viewing import estimate_view
from hingecheck.domain.back_reading import BackReading
from hingecheck.domain.finding import Finding
from hingecheck.domain.movement import Movement
from hingecheck.domain.outline import Outline
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.rep import Phase, Rep, Span
from hingecheck.domain.settings import Settings

_MOVEMENTS: Final = {
    "swing": Movement.SWING,
    "deadlift": Movement.DEADLIFT,
    "romanian_deadlift": Movement.RDL,
    "hinge": Movement.HINGE,
}


@frozen(eq=False)
class Judged:
    """One rep of the bench as the program tells it.

    Attributes:
        back: What was drawn.
        findings: By code.
        reading: What was read off the back.
    """

    back: Back
    findings: dict[str, Finding]
    reading: BackReading

    @property
    def change(self) -> float:
        """How far the back changed, in trunk lengths; NaN where the check could not be made."""
        told = self.findings["spine_change"]
        if told.reason or told.measurement is None:
            return float("nan")
        return told.measurement.value


def judged(back: Back, known: KnownTrack) -> Judged:
    """Judge a stored rep by the program's own checks; its phases are known from the truth."""
    scene = back.scene
    track, rep = _on_true_clock(known.track, back)
    settings = Settings()
    smooth = centre_shoulders(centre_hips(condition(track, settings)))
    view = estimate_view(smooth)
    pose = face_forward(smooth, view)
    line = clear_back_line(pose, smooth, view)
    signals = within_view(measure_signals(pose, line, view, smooth), view)
    case = Case(pose, signals, view, _MOVEMENTS[scene.movement], scene.fps, settings)
    findings = {finding.code: finding for finding in judge_reps((rep,), case)}
    (reading,) = read_backs((rep,), signals)
    return Judged(back, findings, reading)


def _on_true_clock(track: PoseTrack, back: Back) -> tuple[PoseTrack, Rep]:
    """The track without the doubled pictures, at the times when they were taken; and its rep."""
    moments = back.scene.moments()
    shown_s = np.array(moments.shown_s)
    kept = np.flatnonzero(np.append(np.diff(shown_s) > 0, True))
    way = len(moments.upright_s)
    deep = way + len(moments.early_s)
    outline = [track.outline.polygon_px(int(frame)) for frame in kept]
    rep = Rep(
        number=1,
        bottom=(deep + len(kept)) // 2,
        top=0,
        phases={
            Phase.SETUP: Span(0, way),
            Phase.DESCENT: Span(way, deep),
            Phase.BOTTOM: Span(deep, len(kept)),
        },
    )
    clocked = evolve(
        track,
        time_s=shown_s[kept],
        image_px=track.image_px[kept],
        world_m=track.world_m[kept],
        visibility=track.visibility[kept],
        outline=Outline.from_polygons(outline),
        cuts=[],
    )
    return clocked, rep
