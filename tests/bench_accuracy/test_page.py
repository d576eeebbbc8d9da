from attrs import evolve

from bench.accuracy.assessment import OTHER_HIP, Assessment, assess
from bench.accuracy.page import page
from bench.accuracy.part import Part
from bench.accuracy.plan import Clip
from bench.accuracy.results import Results
from bench.accuracy.store import KnownTrack
from bench.accuracy.targets import Line, lines
from bench.accuracy.uncertainty_table import uncertainty_table


def results(clip: Clip, known: KnownTrack) -> Results:
    """One clip of either part, nothing simulated."""
    found = assess(clip, known)
    tuned: Assessment = evolve(found, clip=evolve(clip, part=Part.TUNING))
    return Results([found], uncertainty_table([tuned]), (), 40, "full (made up)")


def test_the_page_can_be_written_from_very_little(clip: Clip, known: KnownTrack) -> None:
    """One clip gives a page that says how little it is, with tables that hold together."""
    text = page(results(clip, known))
    assert text.startswith("# Accuracy\n")
    assert "1 clips of the reporting part (40 planned)" in text
    assert "nan" not in text
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert all(line.endswith(" |") for line in rows)


def test_a_promise_says_whether_it_was_kept(clip: Clip, known: KnownTrack) -> None:
    """Joints seen without error meet the side view's targets; views without a clip are neither."""
    told = {line.what: line for line in lines([assess(clip, known)])}
    assert told["knee, yaw 0-15: mean absolute error"].met is True
    assert told["knee, yaw 30-50: mean absolute error"].met is None
    assert told["swing's top, yaw 0-15: mean distance in frames"].met is None
    assert Line("", "", "", met=False).verdict == "**not met**"


def test_the_page_begins_with_what_matters_and_names_what_is_missed(
    clip: Clip, known: KnownTrack
) -> None:
    """A miscounted clip is in the first lines' rate and in the reasons, by name."""
    made = results(clip, known)
    fewer = evolve(made.reporting[0], counted=0)
    text = page(evolve(made, reporting=[fewer]))
    assert text.index("## In short") < text.index("## Targets")
    assert "counted exactly in 0 % (0 of 1; 0-79)" in text
    assert "miscounted: `r90-deadlift`, 0 for 1" in text
    assert "miscounted" not in page(made)


def test_the_hips_correction_is_held_against_another_convention(
    clip: Clip, known: KnownTrack
) -> None:
    """Hips seen in the joint are 2 cm behind the other convention's: the fold reads too large."""
    [found] = results(clip, known).reporting
    name = "trunk_thigh_flexion"
    own, other = (found.errors[mark + "picture", name].mean() for mark in ("", OTHER_HIP))
    assert abs(own) < 0.5
    assert 2.0 < other < 6.0
    assert "| usual | 2 cm further forward | moved | 1 |" in page(results(clip, known))
