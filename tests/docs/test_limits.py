import re

from hingecheck.analysis.fault import SIDE_YAW_DEG, WIDE_YAW_DEG
from hingecheck.analysis.faults import FAULTS
from hingecheck.analysis.signal_catalogue import CATALOGUE, COMPUTED
from tests.docs.pages import text_of

LIMITS = text_of("docs/limits.md")
CUES = re.findall(r"^\| (\d+) \| .*\| (.+) \|$", LIMITS, re.MULTILINE)


def test_every_cue_has_its_row_in_order() -> None:
    """The method's 21 cues are walked through, none left out."""
    assert [int(number) for number, _ in CUES] == list(range(1, 22))


def test_every_cue_says_what_becomes_of_it() -> None:
    """Each is checked, measured, not made yet, or cannot be seen."""
    fate = re.compile(r"`\w+`|measured|[Nn]ot yet|[Cc]annot be seen|counted|As 1, 2 and 5")
    assert [number for number, words in CUES if not fate.search(words)] == []


def test_every_check_belongs_to_a_cue() -> None:
    """The table names all checks, and no check or signal that does not exist."""
    named = {name for _, words in CUES for name in re.findall(r"`(\w+)`", words)}
    checks = {fault.code for fault in FAULTS}
    assert checks <= named
    assert named <= checks | {kind.name for kind in (*CATALOGUE, *COMPUTED)}


def test_the_gates_of_the_view_name_the_checks_that_pass_them() -> None:
    """how-it-works lists the checks that go on beyond the usual gate."""
    front = [fault for fault in FAULTS if fault.min_yaw_deg > 0]
    wide = [
        f"`{one.code}`" for one in FAULTS if one.max_yaw_deg > SIDE_YAW_DEG and one not in front
    ]
    beyond = rf"^\| {SIDE_YAW_DEG:g} to {WIDE_YAW_DEG:g} degrees \| (.+) only \|$"
    (row,) = re.findall(beyond, text_of("docs/how-it-works.md"), re.M)
    assert row == ", ".join(wide)
    (row,) = re.findall(
        r"^\| 60 degrees and more \| (.+) besides;", text_of("docs/how-it-works.md"), re.M
    )
    assert row == ", ".join(f"`{fault.code}`" for fault in front)
