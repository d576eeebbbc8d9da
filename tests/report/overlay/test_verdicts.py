import attrs
import pytest

from hingecheck.domain.finding import Verdict
from hingecheck.report.overlay.verdict_words import verdict_lines
from hingecheck.report.overlay.verdicts import draw_verdicts
from tests.report.made_analysis import made_analysis
from tests.report.overlay.drawn import drawn, scene_of


def test_says_every_verdict_in_words() -> None:
    """Faults and borderlines with value and limit, then how many are clear, then the unseen."""
    findings = [found for found in made_analysis().findings if found.rep == 2]
    words = [line.words.replace("\N{NO-BREAK SPACE}", " ") for line in verdict_lines(findings)]
    assert words == [
        "fault: Squatting the hinge, 0.41 (limit 0.52)",
        "fault: Leaning back at the top, -28° (limit -18°)",
        "borderline: Shallow hinge, 33° (limit 35°)",
        "clear: 2 checks",
        "not measurable: Arms bent (the elbow was seen in 40 % of the upswing only)",
        "not measurable: Back rounds (loose shirt over the back)",
    ]


def test_colour_never_stands_alone() -> None:
    """The first word of every line is the verdict that its colour stands for."""
    for line in verdict_lines(made_analysis().findings):
        assert line.words.startswith(f"{line.ink}: ")


def test_groups_checks_that_share_a_reason() -> None:
    """Twelve checks that cannot be measured take two rows and a count of the rest."""
    (unmeasured,) = [found for found in made_analysis().findings if found.rep == 1 and found.reason]
    reasons = ["camera too far round"] * 8 + ["too dark", "too dark", "cut", "hidden"]
    findings = [attrs.evolve(unmeasured, reason=reason) for reason in reasons]
    assert [line.words for line in verdict_lines(findings)] == [
        "not measurable: 8 checks (camera too far round)",
        "not measurable: Back rounds, Back rounds (too dark)",
        "not measurable: 2 more (see the report)",
    ]


def test_shows_a_clean_rep_in_one_row() -> None:
    """Where nothing is wrong, one row says so."""
    canvas = drawn(draw_verdicts, made_analysis(all_clear=True), 30)
    assert canvas.entries == ["panel", "patch clear", "clear: clear: 7 checks"]


def test_shows_the_last_rep_until_the_next_begins() -> None:
    """After the set its last verdicts stay, but a partial rep has none."""
    analysis = made_analysis()
    assert drawn(draw_verdicts, analysis, 118).starting("fault") != []
    assert drawn(draw_verdicts, analysis, 100).entries == []


def test_lights_a_row_when_its_value_is_read() -> None:
    """At the frame of the measurement the row is filled; elsewhere only its patch is."""
    analysis = made_analysis()
    assert len(drawn(draw_verdicts, analysis, 72).starting("on patch: fault")) == 2
    assert drawn(draw_verdicts, analysis, 90).starting("on patch") == []


def test_counts_what_does_not_fit() -> None:
    """A list longer than its panel ends with how many more there are."""
    analysis = made_analysis()
    fault = next(found for found in analysis.findings if found.verdict is Verdict.FAULT)
    many = tuple(attrs.evolve(fault, code=f"fault_{number}") for number in range(40))
    scene = scene_of(attrs.evolve(analysis, findings=many))
    rows = scene.verdicts[2]
    shown = sum(row.begins for row in rows)
    assert rows[-1].words == f"and {40 - shown} more in the report"
    assert scene.layout.verdicts.height < 0.35 * scene.height_px


@pytest.mark.parametrize("size_px", [(480, 854), (854, 480), (600, 600), (1920, 1080)])
def test_every_row_fits_its_panel(size_px: tuple[int, int]) -> None:
    """No word leaves the panel, whatever the picture's shape."""
    scene = scene_of(made_analysis(*size_px))
    canvas = drawn(draw_verdicts, made_analysis(*size_px), 72)
    panel, place = canvas.boxes[0], scene.layout.verdicts
    assert (panel.left, panel.width) == (place.left, place.width)
    for box in canvas.boxes:
        assert box.left >= panel.left
        assert box.right <= panel.right + 1
        assert panel.top <= box.top
        assert box.bottom <= panel.bottom + 1
