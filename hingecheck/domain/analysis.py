"""All that a report may know."""

from attrs import field, frozen

from hingecheck.domain.back_line import BackLine
from hingecheck.domain.back_reading import BackReading
from hingecheck.domain.check_summary import CheckSummary
from hingecheck.domain.drift import Drift
from hingecheck.domain.film_check import FilmCheck
from hingecheck.domain.finding import Finding
from hingecheck.domain.movement import Recognition
from hingecheck.domain.prescription import Workout
from hingecheck.domain.recording import Recording
from hingecheck.domain.rep import Rep
from hingecheck.domain.rep_set import RepSet
from hingecheck.domain.sagittal_pose import SagittalPose
from hingecheck.domain.settings import Settings
from hingecheck.domain.signal import SignalSet
from hingecheck.domain.view import View


@frozen(eq=False)
class Analysis:
    """What one recording showed.

    Attributes:
        recording: the facts of the video file.
        view: from where it was filmed.
        pose: the lifter from the side.
        back_line: the dorsal outline.
        signals: every measure in every frame.
        movement: what it was taken for.
        reps: in time order, partial ones included.
        findings: R x F, by rep and then by check in report order; for full reps only.
        summary: one line per check, in report order; empty where there is no full rep.
        settings: how it was processed.
        versions: program, engine and model, as name and version pairs.
        sets: full reps that follow one another without a rest, in time order.
        drifts: what changed while a set went on.
        movements: all that were recognised, in order of appearance; one in most recordings.
        workout: what was done of a prescription; None where none was given.
        backs: what was read off the back of each full rep, in time order.
        film: what the film allows; None where nobody checked it.
    """

    recording: Recording
    view: View
    pose: SagittalPose = field(repr=False)
    back_line: BackLine = field(repr=False)
    signals: SignalSet = field(repr=False)
    movement: Recognition
    reps: tuple[Rep, ...]
    findings: tuple[Finding, ...]
    summary: tuple[CheckSummary, ...]
    settings: Settings
    versions: tuple[tuple[str, str], ...]
    sets: tuple[RepSet, ...] = ()
    drifts: tuple[Drift, ...] = ()
    workout: Workout | None = None
    movements: tuple[Recognition, ...] = ()
    backs: tuple[BackReading, ...] = ()
    film: FilmCheck | None = None

    @property
    def full_reps(self) -> tuple[Rep, ...]:
        """The reps that count."""
        return tuple(rep for rep in self.reps if not rep.partial)
