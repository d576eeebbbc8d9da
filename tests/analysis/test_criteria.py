from pathlib import Path

import pytest

from hingecheck.analysis.criteria import criteria_of, profile_criteria
from hingecheck.analysis.faults import FAULTS
from hingecheck.analysis.profiles import PROFILES
from hingecheck.capture.criteria_file import read_criteria_file
from hingecheck.domain.criterion import Basis
from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from hingecheck.errors import CriteriaError
from hingecheck.pipeline import judge
from tests.synthetic.film import filmed
from tests.synthetic.model_eyes import as_model_sees
from tests.synthetic.movements import swing
from tests.synthetic.posture import squatty

CODES = [fault.code for fault in FAULTS]


def _fault(criteria, code):
    return next(fault for fault in criteria.faults if fault.code == code)


def test_an_empty_file_changes_nothing() -> None:
    """All checks, in their order, with their own limits."""
    criteria = criteria_of({}, "mine.toml")
    assert [fault.code for fault in criteria.faults] == CODES
    assert [f.criteria for f in criteria.faults] == [f.criteria for f in FAULTS]


def test_limits_and_words_can_be_changed() -> None:
    """What is told is changed and names its source; all else stays."""
    told = {"cue": "Ribs down.", "swing": {"warn": -10, "fault": -20.5}}
    fault = _fault(criteria_of({"checks": {"lean_back": told}}, "mine.toml"), "lean_back")
    limits = fault.criteria[Movement.SWING]
    assert (limits.warn, limits.fault, fault.cue) == (-10.0, -20.5, "Ribs down.")
    assert (limits.basis, limits.source) == (Basis.JUDGEMENT, "set by mine.toml")
    before = next(one for one in FAULTS if one.code == "lean_back")
    assert fault.criteria[Movement.RDL] == before.criteria[Movement.RDL]
    assert fault.name == before.name


def test_a_check_can_be_told_never_to_call_a_fault() -> None:
    """Then it is borderline at most."""
    content = {"checks": {"lean_back": {"swing": {"fault": "never"}}}}
    limits = _fault(criteria_of(content, "x"), "lean_back").criteria[Movement.SWING]
    assert limits.fault is None


def test_a_check_can_be_left_out() -> None:
    """It is not made and not told."""
    criteria = criteria_of({"checks": {"spine_round": {"run": False}}}, "x")
    assert [fault.code for fault in criteria.faults] == [c for c in CODES if c != "spine_round"]


@pytest.mark.parametrize("name", PROFILES)
def test_profiles_are_criteria(name) -> None:
    """Each can be had by its name, alone or under a file's own words."""
    assert profile_criteria(name).name == f"profile {name}"
    alone, under = profile_criteria(name), criteria_of({"profile": name}, "mine.toml")
    assert [f.criteria for f in alone.faults] == [f.criteria for f in under.faults]
    assert [f.criteria for f in alone.faults] != [f.criteria for f in FAULTS]


def test_the_overhead_school_has_no_overhead_fault() -> None:
    """The bell goes up there on purpose."""
    codes = {fault.code for fault in profile_criteria("overhead").faults}
    assert {"overhead_swing", "arms_lift"} & codes == set()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param({"check": {}}, "'check'; allowed are: profile, checks", id="top-key"),
        pytest.param({"profile": "soft"}, "choose one of: hardstyle, overhead", id="profile"),
        pytest.param({"checks": {"lean": {}}}, "'lean'; allowed are: spine_round", id="check"),
        pytest.param({"checks": {"lean_back": {"limit": 1}}}, "allowed are: run, name", id="key"),
        pytest.param({"checks": {"low_torso": {"rdl": {}}}}, "run, name, cue, swing", id="lift"),
        pytest.param({"checks": {"lean_back": {"swing": {"max": 1}}}}, "warn, fault", id="limit"),
        pytest.param(
            {"checks": {"lean_back": {"swing": {"warn": "ten"}}}}, "expected a number", id="text"
        ),
        pytest.param(
            {"checks": {"lean_back": {"swing": {"warn": True}}}}, "expected a number", id="truth"
        ),
        pytest.param(
            {"checks": {"lean_back": {"swing": {"warn": -30}}}}, "further out", id="wrong-order"
        ),
        pytest.param({"checks": {"lean_back": {"run": 1}}}, "true or false", id="run"),
        pytest.param({"checks": {"lean_back": {"cue": ""}}}, "expected a text", id="no-words"),
        pytest.param({"checks": {"lean_back": 3}}, "expected a table", id="no-table"),
    ],
)
def test_what_is_not_allowed_is_named(content, words) -> None:
    """One line: where, what, and what is allowed."""
    with pytest.raises(CriteriaError) as caught:
        criteria_of(content, "mine.toml")
    assert words in str(caught.value)
    assert str(caught.value).startswith("mine.toml")


def test_a_file_decides_a_verdict(tmp_path) -> None:
    """From the file to the verdict, and its name stands in the settings."""
    path = tmp_path / "mine.toml"
    path.write_text("[checks.squat_pattern.swing]\nwarn = 0.4\nfault = 0.3\n", encoding="utf-8")
    track = as_model_sees(filmed(swing(2, bottom=squatty(0.46, arm_deg=-32.0))))
    usual, own = (
        judge(track),
        judge(track, criteria=criteria_of(read_criteria_file(path), path.name)),
    )
    verdicts = [
        {one.verdict for one in analysis.findings if one.code == "squat_pattern"}
        for analysis in (usual, own)
    ]
    assert verdicts == [{Verdict.FAULT}, {Verdict.CLEAR}]
    assert (usual.settings.criteria, own.settings.criteria) == ("built in", "mine.toml")


@pytest.mark.parametrize(
    ("text", "words"),
    [(None, "cannot be read"), (b"checks = [", "no TOML"), (b"\xff\xfe", "no TOML")],
    ids=["missing", "damaged", "binary"],
)
def test_a_file_that_is_none_is_refused(tmp_path, text, words) -> None:
    """Missing, damaged or no text: one line that names the file."""
    path = tmp_path / "mine.toml"
    if text is not None:
        path.write_bytes(text)
    with pytest.raises(CriteriaError, match=r"mine\.toml") as caught:
        read_criteria_file(path)
    assert words in str(caught.value)


def test_the_example_of_the_page_is_allowed(tmp_path) -> None:
    """What a reader copies from docs/criteria.md does what it says there."""
    page = (Path(__file__).parents[2] / "docs" / "criteria.md").read_text(encoding="utf-8")
    path = tmp_path / "example.toml"
    path.write_text(page.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    criteria = criteria_of(read_criteria_file(path), path.name)
    assert "spine_round" not in {fault.code for fault in criteria.faults}
    assert _fault(criteria, "squat_pattern").criteria[Movement.SWING].warn == 0.62
    assert _fault(criteria, "overhead_swing").criteria[Movement.SWING].warn == 120.0
