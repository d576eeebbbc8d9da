from attrs import evolve

from bench.accuracy.assessment import Assessment, assess
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
    told = {line.what: line for line in lines([assess(clip, known)], {"signals": {}})}
    assert told["knee, yaw 0-15: mean absolute error"].met is True
    assert told["knee, yaw 30-50: mean absolute error"].met is None
    assert told["swing's top, yaw 0-15: mean distance in frames"].met is None
    assert Line("", "", "", met=False).verdict == "**not met**"
