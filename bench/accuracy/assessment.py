"""One clip, judged by the real program and held against the truth."""

from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np
from attrs import frozen

from bench.accuracy.candidates import centred_world_angles, stretched_angles, world_angles
from bench.accuracy.fault_truth import Condition, condition_in, has_truth
from bench.accuracy.matching import matched
from bench.accuracy.other_hips import with_other_hips
from bench.accuracy.plan import Clip
from bench.accuracy.sagittal_track import perfect_track
from bench.accuracy.store import KnownTrack
from bench.accuracy.true_signals import WITHOUT_TRUTH, true_signals
from bench.lifter.rotations import Array
from bench.lifter.timeline import Rep as TrueRep
from hingecheck import judge
from hingecheck.analysis.back_tracing import trace_back_line
from hingecheck.analysis.conditioning import condition
from hingecheck.analysis.hip_centring import centre_hips
from hingecheck.analysis.measuring import measure_signals
from hingecheck.analysis.sagittal import face_forward
from hingecheck.analysis.shoulder_centring import centre_shoulders
from hingecheck.analysis.viewing import estimate_view
from hingecheck.domain.analysis import Analysis
from hingecheck.domain.finding import Finding, Verdict
from hingecheck.domain.movement import Movement
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.rep import Rep
from hingecheck.domain.settings import Settings
from hingecheck.domain.view import View

MOVEMENT_OF: Final = {
    "swing": Movement.SWING,
    "deadlift": Movement.DEADLIFT,
    "romanian_deadlift": Movement.RDL,
    "hinge": Movement.HINGE,
}
# A slow lift holds its bottom: anywhere in the hold is right.
_HALF_HOLD_S: Final = 0.13
# Further off, it is another moment that was found.
_IN_PLACE_S: Final = 1 / 3
# Before the name of a way whose errors are held against the other convention of the hip.
OTHER_HIP: Final = "other hip: "
_HIPS_ASKED: Final = ("landmarks", "picture")
# Scored from this long before the first bottom.
_LEAD_S: Final = 1.0


@frozen
class Event:
    """A turning point of a rep: where the program puts it, against the truth."""

    kind: str
    error_s: float
    fps: float


@frozen
class Outcome:
    """One check in one true rep.

    Attributes:
        code: The fault's.
        condition: What is true; None where the rule cannot be applied to true joints either.
        verdict: What the program says; a rep that it misses is not measurable.
        true_value: By the same rule on true joints; NaN if unknown.
        value: What the program measured; NaN if nothing.
        reason: Why it was not measurable.
    """

    code: str
    condition: Condition | None
    verdict: Verdict
    true_value: float
    value: float
    reason: str


@frozen(eq=False)
class Assessment:
    """A clip's figures.

    Attributes:
        clip: Which one.
        errors: Way of reading and signal to the (n,) errors in the frames where both are seen.
        frames: Frames scored.
        events: Bottoms and tops.
        true_reps: How many there are.
        counted: How many the program counts when it is not told the movement.
        in_place: True reps of which every event that can be scored is found in its place.
        recognised: What it takes the movement for.
        outcomes: Checks times true reps, the movement being told.
    """

    clip: Clip
    errors: Mapping[tuple[str, str], Array]
    frames: int
    events: tuple[Event, ...]
    true_reps: int
    counted: int
    in_place: int
    recognised: Movement
    outcomes: tuple[Outcome, ...]


def assess(clip: Clip, known: KnownTrack) -> Assessment:
    """Judge a stored track and compare."""
    untold = judge(known.track)
    told = judge(known.track, movement=MOVEMENT_OF[clip.wish.movement]) if clip.is_hinge else untold
    reps = matched(known.reps, told.full_reps, known.track.time_s)
    scored = _scored_frames(known)
    events = [_events(clip, known, number, rep) for number, rep in enumerate(reps)]
    return Assessment(
        clip=clip,
        errors=_errors(clip, known, told, scored) if clip.is_hinge else {},
        frames=int(scored.sum()),
        events=tuple(event for of_rep in events for event in of_rep),
        true_reps=len(known.reps),
        counted=len(untold.full_reps),
        in_place=sum(_all_in_place(of_rep) for of_rep in events),
        recognised=untold.movement.movement,
        outcomes=_outcomes(clip, known, told) if clip.is_hinge else (),
    )


def _scored_frames(known: KnownTrack) -> Array:
    """Return (T,) true from shortly before the first bottom to the last top."""
    if not known.reps:
        return np.zeros(len(known.track.time_s), dtype=np.bool_)
    time_s = known.track.time_s
    first_s, last_s = known.reps[0].bottom_s - _LEAD_S, known.reps[-1].top_s
    return np.asarray((time_s >= first_s) & (time_s <= last_s))


def _errors(
    clip: Clip, known: KnownTrack, told: Analysis, scored: Array
) -> dict[tuple[str, str], Array]:
    yaw_deg = clip.scene.camera.yaw_deg
    truth = true_signals(known.joints_m, known.track.time_s, yaw_deg)
    other = true_signals(with_other_hips(known.joints_m), known.track.time_s, yaw_deg)
    ways = {"program": {s.name: s.values for s in told.signals}} | _other_ways(known)
    asked = [(way, way, truth) for way in ways]
    asked += [(OTHER_HIP + way, way, other) for way in _HIPS_ASKED]
    errors: dict[tuple[str, str], Array] = {}
    for label, way, true in asked:
        for name, values in ways[way].items():
            if name not in WITHOUT_TRUTH:
                difference = (values - true[name].values)[scored]
                errors[label, name] = difference[np.isfinite(difference)]
    return errors


def _other_ways(known: KnownTrack) -> dict[str, dict[str, Array]]:
    """The program's signals before what the view forbids is taken out, and the candidates."""
    smooth = condition(known.track, Settings())
    centred = centre_shoulders(centre_hips(smooth))
    view = estimate_view(centred)
    return {
        "picture": _read(centred, view),
        "landmarks": _read(smooth, estimate_view(smooth)),
        "stretched": stretched_angles(centred, view),
        "world": world_angles(smooth, view),
        "world_centred": centred_world_angles(smooth, view),
    }


def _read(track: PoseTrack, view: View) -> dict[str, Array]:
    pose = face_forward(track, view)
    signals = measure_signals(pose, trace_back_line(pose, track.outline, view), view, track)
    return {signal.name: signal.values for signal in signals}


def _events(clip: Clip, known: KnownTrack, number: int, rep: Rep | None) -> tuple[Event, ...]:
    """The events of one true rep; none where it was not found."""
    if rep is None or rep.bottom is None or rep.top is None:
        return ()
    time_s, fps, true = known.track.time_s, known.track.recording.fps, known.reps[number]
    bottom_s = float(time_s[rep.bottom]) - true.bottom_s
    if clip.wish.movement == "swing":
        top_s = float(time_s[rep.top]) - true.top_s
        return Event("bottom", bottom_s, fps), Event("top", top_s, fps)
    outside_s = max(0.0, abs(bottom_s) - _HALF_HOLD_S)
    return (Event("bottom", float(np.sign(bottom_s)) * outside_s, fps),)


def _all_in_place(events: tuple[Event, ...]) -> bool:
    return bool(events) and all(abs(event.error_s) <= _IN_PLACE_S for event in events)


def _outcomes(clip: Clip, known: KnownTrack, told: Analysis) -> tuple[Outcome, ...]:
    time_s = known.track.time_s
    perfect = judge(perfect_track(known.joints_m, time_s), movement=told.movement.movement)
    dials = clip.wish.dials
    rounding_deg = dials.rounded_lumbar_deg + dials.rounded_thoracic_deg
    return tuple(outcomes_against(perfect, told, known.reps, time_s, rounding_deg))


def outcomes_against(
    perfect: Analysis,
    seen: Analysis,
    reps: tuple[TrueRep, ...],
    time_s: Array,
    rounding_deg: float,
) -> Iterator[Outcome]:
    """Yield every check of every true rep: what true joints say against what was seen.

    Args:
        perfect: The program's judgement of the true joints.
        seen: Its judgement of the landmarks.
        reps: What a counter should count.
        time_s: (T,) the clock of both.
        rounding_deg: Spine flexion that the dials added.
    """
    true_reps = matched(reps, perfect.full_reps, time_s)
    seen_reps = matched(reps, seen.full_reps, time_s)
    for true_rep, rep in zip(true_reps, seen_reps, strict=True):
        found = _by_code(seen, rep)
        for code, ideal in _by_code(perfect, true_rep).items():
            yield _outcome(ideal, found.get(code), rounding_deg)


def _by_code(analysis: Analysis, rep: Rep | None) -> dict[str, Finding]:
    if rep is None:
        return {}
    return {f.code: f for f in analysis.findings if f.rep == rep.number}


def _outcome(ideal: Finding, finding: Finding | None, rounding_deg: float) -> Outcome:
    measured, known = finding.measurement if finding else None, has_truth(ideal.code)
    return Outcome(
        code=ideal.code,
        condition=condition_in(ideal, rounding_deg),
        verdict=finding.verdict if finding else Verdict.NOT_MEASURABLE,
        true_value=ideal.measurement.value if ideal.measurement and known else float("nan"),
        value=measured.value if measured else float("nan"),
        reason=finding.reason if finding else "the rep was not found",
    )
