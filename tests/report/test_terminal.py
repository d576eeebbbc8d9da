import io
import re
from pathlib import Path

import attrs
import numpy as np
import pytest
from rich.console import Console

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.drift import Drift
from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement, Recognition
from hingecheck.domain.rep import Phase
from hingecheck.domain.signal import Signal, SignalSet
from hingecheck.report.page.top import page_top
from hingecheck.report.terminal import print_summary
from tests.report.made_analysis import made_analysis

FILES = (Path("swing.hingecheck/report.json"), Path("swing.hingecheck/annotated.mp4"))


def _printed(
    analysis: Analysis, files: tuple[Path, ...] = FILES, width: int = 80, colour: bool = False
) -> str:
    file = io.StringIO()
    console = Console(file=file, width=width, color_system="256" if colour else None)
    print_summary(console, analysis, files)
    return file.getvalue()


def _words(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def test_the_first_line_says_movement_reps_and_view() -> None:
    """A person who reads one line knows what was found."""
    first = _printed(made_analysis()).splitlines()[0]
    assert first == "Kettlebell swing, 2 full reps, from the right side (6° ± 5° to the front)"


def test_each_rep_has_a_row_that_says_what_is_wrong() -> None:
    """Time, trunk, knee, hands and the faults in words."""
    lines = _printed(made_analysis(), width=140).splitlines()
    first, second = (next(one for one in lines if one.startswith(f"  {n}  ")) for n in (1, 2))
    expected = "1 0:00.80 62° ± 4° 50° ± 4° -0.11 ± 0.03 borderline: Hips not locked out"
    assert _words(first) == expected
    assert second.rstrip().endswith("fault: Squatting the hinge, Leaning back at the top")
    assert "borderline: Shallow hinge" in lines[lines.index(second) + 1]


def test_only_swings_show_the_hands() -> None:
    """In a lift the hands' height against the shoulder says nothing."""
    assert "Hands " in _printed(made_analysis())
    assert "Hands " not in _printed(made_analysis(movement=Movement.RDL)).split("Clear")[0]


def test_a_fault_is_told_with_share_worst_limit_and_cue() -> None:
    """How often, how much, against what, and what to do about it."""
    told = _words(_printed(made_analysis()))
    assert (
        "Squatting the hinge: fault in 1 of 2 reps worst: rep 2 at 0:02.40, 0.41 ± 0.04, "
        "fault below 0.52 cue: Push the hips back, not down."
    ) in told


def test_borderline_comes_after_the_faults() -> None:
    """What matters most stands first."""
    text = _printed(made_analysis())
    headings = [text.index(f"\n{title}\n") for title in ("Faults", "Borderline", "Clear")]
    assert headings == sorted(headings)
    assert "14.2° ± 4.0°, borderline above 12°" in text


def test_clear_is_not_said_of_what_was_not_seen() -> None:
    """Unseen never earns praise, not even in one rep of two."""
    clear = _words(_printed(made_analysis()).split("Clear\n")[1].split("Not measurable\n")[0])
    assert clear == "no sign of: Arms bent (not measurable in 1), Hands low in the backswing"


def test_the_unmeasured_is_grouped_by_its_reason() -> None:
    """One line per reason, with all the checks that it cost."""
    made = made_analysis()
    dark = tuple(
        attrs.evolve(check, verdict=Verdict.NOT_MEASURABLE, reason="too dark")
        for check in made.summary[:3]
    )
    text = _printed(attrs.evolve(made, summary=(*dark, *made.summary[3:])), width=140)
    assert (
        "  too dark: Squatting the hinge, Hips not locked out, Leaning back at the top\n"
        "  loose shirt over the back: Back rounds\n"
    ) in text


def test_a_rep_without_a_measured_check_is_not_clear() -> None:
    """A row says not measurable where nothing was seen, and counts what was."""
    made = made_analysis()
    unseen = tuple(
        attrs.evolve(finding, verdict=Verdict.NOT_MEASURABLE, measurement=None, reason="not seen")
        if finding.rep == 1 or finding.code == "spine_round"
        else attrs.evolve(finding, verdict=Verdict.CLEAR, reason="", measurement=seen)
        for seen in [made.findings[0].measurement]
        for finding in made.findings
    )
    lines = _printed(attrs.evolve(made, findings=unseen), width=140).splitlines()
    rows = [line for line in lines if line.startswith(("  1  ", "  2  "))]
    assert rows[0].rstrip().endswith("0.03   not measurable")
    assert rows[1].rstrip().endswith("clear in 6 checks, 1 not measurable")


def test_a_clean_set_is_simply_clear() -> None:
    """No empty heading of faults."""
    text = _printed(made_analysis(all_clear=True))
    assert "Faults" not in text
    assert "Borderline" not in text
    assert "no sign of: Squatting the hinge" in text


def test_no_hinge_is_said_kindly() -> None:
    """What was seen instead, and how to film; no table and no reproach."""
    found = Recognition(Movement.NONE, 0.8, "The knees bend as much as the hips.")
    none = attrs.evolve(made_analysis(), reps=(), findings=(), summary=(), movement=found)
    text = _printed(none)
    assert text.startswith("No hip hinge found in private name.mp4\n")
    assert "The knees bend as much as the hips. (confidence 80%)" in text
    assert "Film from the side" in text
    assert "Rep " not in text


def test_partial_reps_are_explained() -> None:
    """A rep that was cut off is named with its time, and why it does not count."""
    told = _words(_printed(made_analysis()))
    assert "Not counted: 1 partial rep (at 0:03.20); a rep counts when its bottom" in told


def test_two_cues_lead() -> None:
    """However many checks show in both reps, two cues come first, of faults before borderlines."""
    made = made_analysis()
    often = tuple(attrs.evolve(check, faults=1, borderline=1) for check in made.summary)
    told = _words(_printed(attrs.evolve(made, summary=often)))
    (first,) = re.findall(r"Work on first: (.+?) Faults", told)
    named = [check for check in often if check.cue in first]
    assert len(named) == 2 < len(often)
    assert Verdict.FAULT in {check.verdict for check in named}


def test_one_rep_among_several_leads_nothing() -> None:
    """A borderline in one rep of four is listed, but it is not how the set was lifted."""
    made = made_analysis()
    once = tuple(
        attrs.evolve(check, verdict=Verdict.BORDERLINE, faults=0, borderline=1, measured=4, reps=4)
        for check in made.summary
    )
    text = _printed(attrs.evolve(made, summary=once))
    assert "borderline in 1 of 4 reps" in text
    assert "Work on first" not in text


def test_a_change_within_a_set_is_told() -> None:
    """From which rep on, what, and from where to where; on the page as well."""
    drift = Drift(1, "knee_flexion", "bottom", 7, 28.0, 41.25, 1.0, "deg")
    told = attrs.evolve(made_analysis(), drifts=(drift,))
    said = "Changed from rep 7 on: knee bend at the bottom 41.2° instead of 28.0°."
    assert said in _words(_printed(told))
    assert page_top(told, {}).drifts == (said,)


def test_a_slower_way_up_is_told() -> None:
    """A time has no place in the rep, so it is said in its own words."""
    drift = Drift(1, "ascent_s", "way up", 6, 0.2, 0.3, 0.01, "s")
    told = _words(_printed(attrs.evolve(made_analysis(), drifts=(drift,))))
    assert "Changed from rep 6 on: the way up takes 0.30 s instead of 0.20 s." in told


def test_a_partial_rep_says_why() -> None:
    """Cut off, too shallow or put down: the reason stands beside the time."""
    made = made_analysis()
    *full, last = made.reps
    why = "the weight is put down"
    told = attrs.evolve(made, reps=(*full, attrs.evolve(last, why_partial=why)))
    assert "1 partial rep (at 0:03.20: the weight is put down);" in _words(_printed(told))
    assert "0:03.20: the weight is put down" in page_top(told, {}).counts


def test_a_rep_from_the_floor_is_told_apart() -> None:
    """Who reads the checks knows which rep had no way down."""
    made = made_analysis()
    first, *others = made.reps
    up = {phase: span for phase, span in first.phases.items() if phase is not Phase.DESCENT}
    told = attrs.evolve(made, reps=(attrs.evolve(first, phases=up), *others))
    said = "Rep 1 starts from the bottom: there is no way down to judge."
    assert said in _words(_printed(told))
    assert said in page_top(told, {}).counts
    assert said not in _words(_printed(made))


def test_a_hiked_swing_has_no_drop() -> None:
    """A swing that starts with its hike is told as that, not as a lift from the bottom."""
    made = made_analysis()
    first, *others = made.reps
    hiked = {Phase.HIKE: first.phases[Phase.DESCENT]}
    hiked |= {phase: span for phase, span in first.phases.items() if phase is not Phase.DESCENT}
    told = attrs.evolve(made, reps=(attrs.evolve(first, phases=hiked), *others))
    text = _words(_printed(told))
    assert "Rep 1 is hiked from the floor: there is no drop to judge." in text
    assert "starts from the bottom" not in text


def test_only_partial_reps_is_no_full_rep() -> None:
    """The recording is not called empty, and the next one is helped."""
    made = made_analysis()
    text = _printed(attrs.evolve(made, reps=made.reps[2:], findings=(), summary=()))
    assert text.startswith("Kettlebell swing, no full reps, ")
    assert "Film from the side" in text


def test_a_movement_that_the_user_named_has_no_confidence() -> None:
    """Nobody wants to read that the program is 100 % sure of what it was told."""
    named = Recognition(Movement.SWING, 1.0, "You said so.")
    assert "You said so.\n" in _printed(attrs.evolve(made_analysis(), movement=named))


def test_what_is_wrong_with_the_film_is_said() -> None:
    """Warnings and notes come before the numbers that they touch."""
    made = made_analysis()
    recording = attrs.evolve(made.recording, warnings=("The end is missing.",))
    text = _printed(attrs.evolve(made, recording=recording))
    assert "Note: The end is missing.\nNote: The camera stands 6 degrees off the side.\n" in text


def test_the_files_come_last_and_unbroken() -> None:
    """A long path can be copied, also from a narrow window."""
    long = Path("a folder with a long name " * 6) / "report.json"
    assert _printed(made_analysis(), files=(long,)).splitlines()[-1] == f"  {long}"
    assert "Written" not in _printed(made_analysis(), files=())


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("[bold red]x.mp4", "[bold red]x.mp4"),
        ("\x1b]0;owned\x07.mp4", "\\x1b]0;owned\\x07.mp4"),
        ("two\nlines.mp4", "two\\nlines.mp4"),
        (":smile:.mp4", ":smile:.mp4"),
        ("\udce9.mp4", "\\udce9.mp4"),
    ],
)
def test_a_name_cannot_steer_the_terminal(name: str, shown: str) -> None:
    """Markup, controls and line ends in a name are shown, not obeyed."""
    made = made_analysis()
    found = Recognition(Movement.NONE, 1.0, "No hips move.")
    recording = attrs.evolve(made.recording, name=name)
    none = attrs.evolve(made, reps=(), summary=(), movement=found, recording=recording)
    text = _printed(none, files=(Path("out") / name,))
    assert f"No hip hinge found in {shown}\n" in text
    assert text.endswith(f"  out/{shown}\n")
    assert "\x1b" not in text


@pytest.mark.parametrize("width", [60, 80, 120])
def test_nothing_is_wider_than_the_window(width: int) -> None:
    """Readable at 80 columns; nothing is cut off by an ellipsis."""
    text = _printed(made_analysis(), width=width)
    assert max(map(len, text.splitlines())) <= width
    assert "…" not in text


def test_colour_changes_no_word() -> None:
    """Never colour alone: without it the text is the same."""
    coloured = _printed(made_analysis(), colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == _printed(made_analysis())


def test_unseen_numbers_are_words() -> None:
    """`nan` means nothing to a lifter."""
    made = made_analysis()
    nothing = np.full(120, np.nan)
    signals = SignalSet(
        made.signals.time_s,
        tuple(
            Signal(one.name, one.unit, nothing, nothing)
            for one in made.signals
            if one.name != "knee_flexion"
        ),
    )
    text = _printed(attrs.evolve(made, signals=signals))
    assert text.count("unseen") == 6
    assert "nan" not in text.replace("Leaning", "")


def test_the_words_are_about_technique() -> None:
    """Nothing is said about injury, danger or safety."""
    text = _printed(made_analysis()).lower()
    assert not any(word in text for word in ("injur", "danger", "safe", "risk", "pain"))
