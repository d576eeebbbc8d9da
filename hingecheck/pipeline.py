"""The walk, in order.

A recording is read as frames; frames become a pose track; the track, turned to face forward and
measured in the lifter's own units, is a sagittal pose; the pose is read as signals; the signals
are cut into reps; each rep is judged into findings. `outputs` tells the findings as reports.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from attrs import evolve

import hingecheck
from hingecheck.analysis.back_clearing import clear_back_line
from hingecheck.analysis.back_reading import read_backs
from hingecheck.analysis.conditioning import condition, require_person
from hingecheck.analysis.criteria import Criteria
from hingecheck.analysis.drifting import find_drifts
from hingecheck.analysis.film.checking import check_film
from hingecheck.analysis.film.outlook import Judged
from hingecheck.analysis.folding import stretches
from hingecheck.analysis.gating import Case
from hingecheck.analysis.hip_centring import centre_hips
from hingecheck.analysis.judging import made_checks
from hingecheck.analysis.measuring import measure_signals, within_view
from hingecheck.analysis.parts import find_parts, judge_parts, reps_of
from hingecheck.analysis.people import kept_to_one, parted
from hingecheck.analysis.prescribing import hold_against
from hingecheck.analysis.processing import used_settings
from hingecheck.analysis.sagittal import face_forward
from hingecheck.analysis.set_finding import find_sets
from hingecheck.analysis.shoulder_centring import centre_shoulders
from hingecheck.analysis.slow_motion import in_film_time, in_real_time
from hingecheck.analysis.stick_following import follow_stick
from hingecheck.analysis.summarising import summarise
from hingecheck.analysis.viewing import estimate_view
from hingecheck.capture.looking_round import People
from hingecheck.capture.looking_within import Piece, looking_within
from hingecheck.capture.mediapipe_landmarker import engine_version, mediapipe_landmarker
from hingecheck.capture.model_file import chosen_model, model_file
from hingecheck.capture.pace import Pace
from hingecheck.capture.second_look import Again, look_again
from hingecheck.capture.shared_tracking import processors
from hingecheck.capture.stick_looking import look_for_stick
from hingecheck.capture.tracking import assembled, gather
from hingecheck.capture.video import opened
from hingecheck.domain.analysis import Analysis
from hingecheck.domain.back_line import BackLine
from hingecheck.domain.movement import Movement
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.prescription import Prescription
from hingecheck.domain.region import Region
from hingecheck.domain.sagittal_pose import SagittalPose
from hingecheck.domain.settings import Settings
from hingecheck.domain.signal import SignalSet
from hingecheck.domain.view import View
from hingecheck.overlapping import load_behind

# Told after every frame: how many are done, and how many there will be if the file says so.
Progress = Callable[[int, int | None], None]


def silent(done: int, expected: int | None) -> None:
    """No progress is shown."""


def analyze(  # noqa: PLR0913 - each is a keyword with a default, one per flag
    path: str | Path,
    *,
    movement: Movement | str | None = None,
    model: str | None = None,
    start_s: float | None = None,
    end_s: float | None = None,
    jobs: int | None = None,
    region: Region | None = None,
    person: int | None = None,
    on_progress: Progress = silent,
) -> Analysis:
    """Looks at a recording and judges every rep in it.

    Args:
        path: the video file; it is only read.
        movement: hinge, deadlift, rdl or swing; None = find out.
        model: lite, full or heavy; None = `HINGECHECK_MODEL` or full.
        start_s: first second to look at.
        end_s: last second to look at.
        jobs: how many threads share the work, None = one per processor; the result is the same.
        region: the part of the picture to look at, in pixels of the recording; None = all of it.
        person: who of several people is measured, counted from the left as in the film check;
            None = who moves up and down most.
        on_progress: called after every frame.

    Raises:
        RecordingUnreadable: the file is missing, empty, damaged or no video.
        RecordingUnsuitable: nobody is in it, or not the person or region that is asked for.
        ModelFileError: the pose model is missing or damaged.
        EngineUnavailable: a system library is missing.
        ValueError: there is no such movement, or a region and a person are both asked for.
    """
    found = track_recording(
        path,
        model=model,
        start_s=start_s,
        end_s=end_s,
        jobs=jobs,
        region=region,
        person=person,
        on_progress=on_progress,
    )
    return judge(found, movement=movement)


def track_recording(  # noqa: PLR0913 - as `analyze`
    path: str | Path,
    *,
    model: str | None = None,
    start_s: float | None = None,
    end_s: float | None = None,
    jobs: int | None = None,
    region: Region | None = None,
    person: int | None = None,
    on_progress: Progress = silent,
) -> PoseTrack:
    """The slow half of `analyze`: keywords and errors as there."""
    if region is not None and person is not None:
        raise ValueError("give a region or a person, not both")
    chosen, jobs = chosen_model(model), jobs or processors()
    bundle = model_file(chosen)
    people, pieces = People(), () if region is None else (Piece(0.0, region),)

    def told(done: int) -> None:
        load_behind("scipy.signal")  # judging needs it, and takes a second to load
        on_progress(done, expected)

    with opened(Path(path)) as reader:
        pace = Pace(reader.slowed)
        expected = reader.expected_between(start_s, end_s)
        looks = people.looking_round(reader.frames_between(start_s, end_s, pace))
        gathered = gather(
            *looking_within(pieces, looks, partial(mediapipe_landmarker, bundle)),
            told,
            jobs,
            pace,
            shrinks=region is None,
        )
        recording = reader.recording()
    found = assembled(gathered, recording, chosen.value, engine_version())
    found = evolve(found, start_s=start_s, end_s=end_s, region=region, people=people.boxes)
    again = Again(Path(path), chosen, person, jobs, lambda done: on_progress(done, expected))
    return look_for_stick(look_again(found, again), Path(path))


def judge(
    found: PoseTrack,
    *,
    movement: Movement | str | None = None,
    settings: Settings | None = None,
    criteria: Criteria | None = None,
    prescription: Prescription | None = None,
    slowmo: float | None = None,
) -> Analysis:
    """The quick half of `analyze`: pose track -> sagittal pose -> signals -> reps -> findings.

    Args:
        found: fresh from a recording or read with `load_track`.
        movement: hinge, deadlift, rdl or swing; None = find out.
        settings: how to process; None = the defaults.
        criteria: which checks, limits and words; None = the built-in ones.
        prescription: sets, reps and rest that were asked for; None = nothing was.
        slowmo: how many times slower than the lifter the film runs; None = as the file says.

    Raises:
        RecordingUnsuitable: nobody is seen in the track.
        ValueError: there is no such movement.
    """
    asked = None if movement is None else Movement(movement)
    used = used_settings(found, settings, criteria, slowmo)
    one = parted(in_real_time(kept_to_one(found), used.slowmo))
    analysis, judged = _judged(one, used, asked, criteria)
    workout = None if prescription is None else hold_against(prescription, analysis.sets)
    film = check_film(found, judged, slowmo)
    whole = evolve(analysis, recording=found.recording, workout=workout, film=film)
    return in_film_time(whole, used.slowmo)


def _judged(
    found: PoseTrack, used: Settings, asked: Movement | None, criteria: Criteria | None
) -> tuple[Analysis, Judged]:
    """In the lifter's own time."""
    view, pose, back, every = _measured(found, used)
    parts = find_parts(every, stretches(every, found.cuts.tolist()), asked, back.held is not None)
    reps, told = reps_of(parts, every)
    signals = within_view(every, view)
    case = Case(pose, signals, view, told.movement, found.looks_hz, used, told.kinds)
    findings = judge_parts(parts, reps, case, criteria)
    sets = find_sets(reps, signals.time_s)
    analysis = Analysis(
        recording=found.recording,
        view=view,
        pose=pose,
        back_line=back,
        signals=signals,
        movement=told,
        reps=reps,
        findings=findings,
        summary=summarise(findings),
        settings=used,
        versions=_versions(found),
        sets=sets,
        drifts=find_drifts(sets, reps, signals),
        backs=read_backs(reps, signals, back.held),
        movements=tuple(part.told for part in parts),
    )
    return analysis, Judged(case, made_checks(reps, case, criteria), reps, findings)


def _measured(found: PoseTrack, used: Settings) -> tuple[View, SagittalPose, BackLine, SignalSet]:
    """Pose track -> sagittal pose -> signals."""
    require_person(found)
    smooth = centre_shoulders(centre_hips(condition(found, used)))
    view = estimate_view(smooth)
    pose = face_forward(smooth, view)
    back = clear_back_line(pose, smooth, view)
    back = evolve(back, held=follow_stick(pose, smooth, view))
    return view, pose, back, measure_signals(pose, back, view, smooth)


def _versions(found: PoseTrack) -> tuple[tuple[str, str], ...]:
    ours = ("hingecheck", hingecheck.__version__)
    return (ours, ("engine", found.engine), ("model", found.model))
