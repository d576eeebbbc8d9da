import math

import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.faults import FAULTS
from hingecheck.analysis.gating import Case
from hingecheck.analysis.judging import COVERAGE_FACTOR, judge_reps, verdict_of
from hingecheck.domain.criterion import Basis, Beyond, Criterion
from hingecheck.domain.finding import Verdict
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.measurement import Measurement
from hingecheck.domain.movement import Movement
from hingecheck.domain.settings import Settings
from tests.synthetic.cutting_room import hidden
from tests.synthetic.film import Film, filmed
from tests.synthetic.movements import slow_lift, swing
from tests.synthetic.posture import HINGE_BOTTOM
from tests.synthetic.walk import analysed, finding, walked

ABOVE = Criterion(10.0, 20.0, Beyond.ABOVE, "deg", Basis.JUDGEMENT, "made up")
BELOW = Criterion(-10.0, -20.0, Beyond.BELOW, "deg", Basis.JUDGEMENT, "made up")
TIMED = {fault.code for fault in FAULTS if fault.min_fps}
SWING = analysed(swing(2))
HIKED = analysed(swing(2, picked_up=True))
HINGE = analysed(
    slow_lift(2, bottom=evolve(HINGE_BOTTOM, shank_deg=5.0, knee_deg=30.0)), None, Movement.RDL
)


@pytest.mark.parametrize(("criterion", "sign"), [(ABOVE, 1), (BELOW, -1)], ids=["above", "below"])
@pytest.mark.parametrize(
    ("value", "u", "verdict"),
    [
        pytest.param(0.0, 0.0, Verdict.CLEAR, id="well"),
        pytest.param(10.0, 0.0, Verdict.CLEAR, id="exactly-warn"),
        pytest.param(math.nextafter(10.0, 11.0), 0.0, Verdict.BORDERLINE, id="just-beyond-warn"),
        pytest.param(10.0, 50.0, Verdict.CLEAR, id="exactly-warn-uncertain"),
        pytest.param(20.0, 0.0, Verdict.BORDERLINE, id="exactly-fault"),
        pytest.param(math.nextafter(20.0, 21.0), 0.0, Verdict.FAULT, id="just-beyond-fault"),
        pytest.param(26.4, 10.0, Verdict.BORDERLINE, id="moved-back-to-exactly-warn"),
        pytest.param(26.41, 10.0, Verdict.FAULT, id="moved-back-still-beyond-warn"),
        pytest.param(21.0, 7.0, Verdict.BORDERLINE, id="beyond-fault-but-uncertain"),
        pytest.param(90.0, 60.0, Verdict.BORDERLINE, id="far-beyond-but-hardly-known"),
    ],
)
def test_the_verdict_rule(criterion, sign, value, u, verdict) -> None:
    """A fault lies beyond both limits even when the error is on the lifter's side."""
    assert COVERAGE_FACTOR == 1.64
    assert verdict_of(criterion, Measurement(sign * value, u, 0, 1.0)) is verdict


@pytest.mark.parametrize("value", [11.0, 1000.0])
def test_without_a_fault_limit_there_is_no_fault(value) -> None:
    """A check of low confidence never goes beyond borderline."""
    limit = evolve(ABOVE, fault=None)
    assert verdict_of(limit, Measurement(value, 0.0, 0, 1.0)) is Verdict.BORDERLINE


@pytest.mark.parametrize(
    ("analysis", "movement"), [(SWING, Movement.SWING), (HINGE, Movement.RDL)], ids=["swing", "rdl"]
)
def test_every_check_of_every_full_rep_has_a_finding(analysis, movement) -> None:
    """R x F findings, by rep and then in report order, also where all is well.

    What only a front view or a hike shows is no check of these films.
    """
    hidden = {one.code for one in FAULTS if one.min_yaw_deg or one.needs_hike}
    codes = [f.code for f in FAULTS if f.applies_to(movement) and f.code not in hidden]
    expected = [(rep, code) for rep in (1, 2) for code in codes]
    assert [(item.rep, item.code) for item in analysis.findings] == expected
    assert all(item.verdict is Verdict.CLEAR for item in analysis.findings)


def test_a_finding_carries_its_words_and_numbers() -> None:
    """Name, cue, limits and measurement are the fault's and the rep's own."""
    fault = next(fault for fault in FAULTS if fault.code == "lockout_hip")
    item = finding(SWING, "lockout_hip", 2)
    assert (item.name, item.cue) == (fault.name, fault.cue)
    assert item.criterion == fault.criterion(Movement.SWING)
    assert item.measurement == fault.measure(SWING.reps[1], SWING.signals)
    assert item.reason == ""


def test_no_reps_no_findings() -> None:
    """Nothing is found in nothing."""
    assert judge_reps((), _case(SWING)) == ()


def _case(analysis, **changes) -> Case:
    case = Case(
        pose=analysis.pose,
        signals=analysis.signals,
        view=analysis.view,
        movement=analysis.movement.movement,
        fps=30.0,
        settings=Settings(),
    )
    return evolve(case, **changes)


def _judged(analysis, **changes):
    return judge_reps(analysis.full_reps, _case(analysis, **changes))


def _reasons(findings) -> set[str]:
    assert all((item.verdict is Verdict.NOT_MEASURABLE) == bool(item.reason) for item in findings)
    return {item.reason for item in findings}


def test_a_small_body_is_not_measured() -> None:
    """Below 200 pixels nothing is judged; exactly 200 is."""
    (whole,) = SWING.view.stretches
    small, enough = (
        evolve(SWING.view, stretches=(evolve(whole, body_height_px=height),))
        for height in (199.9, 200.0)
    )
    (reason,) = _reasons(_judged(SWING, view=small))
    assert "200 pixels tall" in reason
    assert _reasons(_judged(SWING, view=enough)) == {""}


@pytest.mark.parametrize(
    ("analysis", "fps", "measured"),
    [
        pytest.param(SWING, 28.9, False, id="swing-too-few"),
        pytest.param(SWING, 29.0, True, id="swing-just-enough"),
        pytest.param(SWING, 29.97, True, id="swing-broadcast"),
        pytest.param(HINGE, 22.9, False, id="lift-too-few"),
        pytest.param(HINGE, 23.976, True, id="lift-cinema"),
    ],
)
def test_too_few_frames_are_not_measured(analysis, fps, measured) -> None:
    """A swing needs 29 frames per second, a slow lift 23; timing has its own gate."""
    untimed = [item for item in _judged(analysis, fps=fps) if item.code not in TIMED]
    (reason,) = _reasons(untimed)
    assert reason == "" if measured else "frames per second" in reason


@pytest.mark.parametrize(("fps", "measured"), [(25.0, False), (29.97, True)])
def test_timing_needs_its_frames(fps, measured) -> None:
    """What tells two moments apart is not measured below 29 frames per second."""
    timed = [item for item in _judged(HINGE, fps=fps) if item.code in TIMED]
    assert timed
    assert all(("frames per second" in item.reason) is not measured for item in timed)


@pytest.mark.parametrize("side", [1.0, -1.0], ids=["front", "behind"])
@pytest.mark.parametrize(
    ("yaw", "measured"),
    [
        pytest.param(18.0, {"squat_pattern", "lockout_hip"}, id="on-the-limit"),
        pytest.param(18.1, {"squat_pattern"}, id="beyond-the-side"),
        pytest.param(50.0, {"squat_pattern"}, id="on-the-wide-limit"),
        pytest.param(50.1, set(), id="beyond-all"),
    ],
)
def test_an_oblique_view_is_not_measured(side, yaw, measured) -> None:
    """Beyond its yaw limit a check is not judged, and the reason says where the camera stands."""
    view = evolve(SWING.view, yaw_deg=np.full(len(SWING.view.yaw_deg), side * yaw))
    found = {item.code: item for item in _judged(SWING, view=view) if item.rep == 1}
    for code in ("squat_pattern", "lockout_hip"):
        assert (found[code].verdict is not Verdict.NOT_MEASURABLE) == (code in measured)
        if code not in measured:
            assert ("from the front" if side > 0 else "from behind") in found[code].reason


def test_the_yaw_is_that_of_the_rep() -> None:
    """Somebody who turns away in the second rep is judged in the first, from the front then."""
    front = {fault.code for fault in FAULTS if fault.min_yaw_deg}
    yaw = SWING.view.yaw_deg.copy()
    yaw[SWING.reps[1].span.frames] = 60.0
    found = _judged(SWING, view=evolve(SWING.view, yaw_deg=yaw))
    assert {item.rep for item in found if item.reason and item.code not in front} == {2}
    assert {item.rep for item in found if "film from the front" in item.reason} == {1}


def test_a_rep_without_a_view_is_not_measured() -> None:
    """Where the yaw is unknown in the whole rep, nobody was seen."""
    view = evolve(SWING.view, yaw_deg=np.full(len(SWING.view.yaw_deg), np.nan))
    assert all("not seen" in reason for reason in _reasons(_judged(SWING, view=view)))


def _with_unseen(analysis, name, frames):
    changed = []
    for signal in analysis.signals:
        values = signal.values.copy()
        if signal.name == name:
            values[frames] = np.nan
        changed.append(evolve(signal, values=values))
    return evolve(analysis.signals, signals=tuple(changed))


@pytest.mark.parametrize(
    ("share", "measured"), [(0.15, True), (0.3, False)], ids=["mostly-seen", "too-little"]
)
def test_low_coverage_is_not_measured(share, measured) -> None:
    """Below 80 % of the frames looked at there is no verdict, and the reason says how much."""
    top = SWING.reps[0].during(next(p for p in SWING.reps[0].phases if p.value == "top"))[0]
    unseen = slice(top.start, top.start + round(share * len(top)))
    signals = _with_unseen(SWING, "trunk_inclination", unseen)
    item = next(item for item in _judged(SWING, signals=signals) if item.code == "lean_back")
    assert (item.verdict is Verdict.CLEAR) == measured
    assert item.measurement is not None
    if not measured:
        assert "% of the time" in item.reason


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.code for fault in FAULTS])
def test_unseen_is_not_measurable(fault) -> None:
    """Without its signal no check gives a verdict: unseen is neither praise nor fault."""
    swings = HIKED if fault.needs_hike else SWING
    analysis = swings if Movement.SWING in fault.criteria else HINGE
    signals = _with_unseen(analysis, fault.measure.signal, slice(None))
    yaw = np.full(len(analysis.view.yaw_deg), 90.0) if fault.min_yaw_deg else analysis.view.yaw_deg
    seen = _judged(analysis, signals=signals, view=evolve(analysis.view, yaw_deg=yaw))
    found = [item for item in seen if item.code == fault.code]
    assert {item.verdict for item in found} == {Verdict.NOT_MEASURABLE}
    # a check that looks for reasons of its own has found one
    assert all(fault.doubt for item in found if item.reason != fault.unread)


def test_unseen_joints_of_a_film_are_not_measurable() -> None:
    """From the film to the verdict: a hidden leg is neither straight nor bent."""
    leg = (Landmark.RIGHT_KNEE, Landmark.RIGHT_ANKLE)
    analysis = walked(hidden(filmed(swing(2)), leg, slice(None)))
    unmeasured = {item.code for item in analysis.findings if item.reason}
    assert {"squat_pattern", "lockout_hip", "lockout_knee"} <= unmeasured
    assert "lean_back" not in unmeasured


def test_an_unknown_lift_is_judged_where_all_agree() -> None:
    """Limits that differ between the lifts that it may be wait for a word."""
    analysis = analysed(slow_lift(2))
    assert analysis.movement.movement is Movement.SLOW_LIFT
    assert analysis.movement.kinds == (Movement.HINGE, Movement.RDL)
    verdicts = {item.code: item for item in analysis.findings if item.rep == 1}
    assert "kind of lift is not known" in verdicts["arms_bent"].reason
    assert verdicts["arms_bent"].measurement is not None
    for code in (
        "squat_pattern", "lockout_hip", "lockout_knee", "lean_back", "shallow_hinge", "spine_round",
    ):  # fmt: skip
        assert verdicts[code].verdict is Verdict.CLEAR
    assert not {"backswing_low", "overhead_swing"} & set(verdicts)


@pytest.mark.parametrize(
    "film",
    [
        pytest.param(Film(trunk_px=50.0), id="far-away"),
        pytest.param(Film(fps=20.0), id="slow-film"),
        pytest.param(Film(yaw_deg=65.0), id="from-the-front"),
        pytest.param(Film(yaw_deg=-65.0), id="from-behind"),
    ],
)
def test_a_poor_film_gives_reps_but_no_verdicts(film) -> None:
    """Reps are counted from any film; what the side alone shows is not judged."""
    analysis = walked(filmed(swing(2), film))
    assert [rep.number for rep in analysis.full_reps] == [1, 2]
    front = {fault.code for fault in FAULTS if fault.min_yaw_deg}
    of_side = {item.verdict for item in analysis.findings if item.code not in front}
    assert of_side == {Verdict.NOT_MEASURABLE}
