import json
import re
from pathlib import Path

import pytest
from attrs import evolve

from hingecheck.domain.film_check import FactName, FilmCheck, FilmFact, State
from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement, Recognition
from hingecheck.domain.output import Output
from hingecheck.domain.rep_set import RepSet, Tempo
from hingecheck.report.lead_checks import MOST, lead_cues
from hingecheck.report.page.gauge import gauge
from hingecheck.report.page.page_data import page_data
from hingecheck.report.page.priorities import priorities
from hingecheck.report.page.rendering import inert_json, rendered
from hingecheck.report.page.review_page import (
    Beside,
    embedding_note,
    page_stills,
    review_page,
)
from hingecheck.report.page.top import page_top
from hingecheck.report.telling import PageWishes
from tests.report.made_analysis import UNSEEN, made_analysis
from tests.report.made_page import made_page, named_analysis
from tests.synthetic.movements import slow_lift
from tests.synthetic.posture import HINGE_BOTTOM
from tests.synthetic.walk import analysed


def test_the_first_cues_are_few_and_worst_first() -> None:
    """At most two, faults before borderlines, each with its worst rep beside the best one."""
    analysis = made_analysis()
    first = priorities(analysis)
    assert 1 <= len(first) <= MOST
    assert first[0].check.verdict is Verdict.FAULT
    for found in first:
        assert found.worst.finding == found.check.worst
        if found.best is not None:
            worst, best = found.worst, found.best
            assert best.limits.excess(best.read.value) <= worst.limits.excess(worst.read.value)


def test_the_page_leads_with_the_cues_of_the_terminal() -> None:
    """Both tell the same one or two cues, and neither what shows in one rep of many."""
    analysis = made_analysis()
    told = [found.check.cue for found in priorities(analysis)]
    assert told == list(lead_cues(analysis.summary))
    seen = {"reps": 20, "measured": 20, "faults": 0, "borderline": 1}
    rare = [evolve(check, verdict=Verdict.BORDERLINE, **seen) for check in analysis.summary]
    seldom = page_top(evolve(analysis, summary=tuple(rare)), {})
    assert seldom.cards == ()
    assert "too few reps to lead" in seldom.none_found


def test_nothing_to_correct() -> None:
    """Where all is clear no cue is given, and the page says so."""
    top = page_top(made_analysis(all_clear=True), {})
    assert top.cards == ()
    assert top.none_found == "Nothing to correct in what could be measured."


def test_nothing_found() -> None:
    """No hinge is a result, with how to film it."""
    analysis = made_analysis()
    none = Recognition(Movement.NONE, 0.8, "Nobody bends at the hips.")
    top = page_top(evolve(analysis, movement=none, reps=(), findings=(), summary=()), {})
    assert top.title == "No hip hinge was found"
    assert "Film from the side" in top.none_found


def test_sets_are_told() -> None:
    """Two sets stand in the title, each with its reps, its pace and the rest after it."""
    tempo = [Tempo(rep, 0.5, 0.1, 0.4) for rep in (1, 2)]
    first = RepSet(1, tuple(tempo), 0.0, 2.0, 31.6, 1.62, 0.04)
    second = RepSet(2, tuple(tempo[:1]), 33.6, 35.0, None, None, None)
    top = page_top(evolve(made_analysis(), sets=(first, second)), {})
    assert top.title == "Kettlebell swing: 2 reps in 2 sets"
    assert top.sets == (
        "Set 1: reps 1 to 2, one every 1.6 s (spread 4%), then 32 s rest.",
        "Set 2: rep 1.",
    )


def test_what_was_not_measured_is_told_with_its_reason() -> None:
    """Each reason once, with all its checks, also those unseen in some reps only."""
    top = page_top(made_analysis(), {})
    assert top.unseen
    assert len({reason for reason, _ in top.unseen}) == len(top.unseen)


def test_the_gauge_puts_things_in_order() -> None:
    """On a check against too much, value and limits stand in the order of their numbers."""
    for found in priorities(made_analysis()):
        drawn, seen = gauge(found.worst.read, found.worst.limits), found.worst
        assert 0 < drawn.bar[0] < drawn.value < drawn.bar[1] < 100
        assert (drawn.value > drawn.warn) == (seen.read.value > seen.limits.warn)
        assert 0 <= drawn.zone[0] <= 100
        assert drawn.zone[0] + drawn.zone[1] <= 100.01


def test_phases_have_the_words_of_their_own_movement() -> None:
    """A deadlift among swings has a lockout, the swing beside it a float."""
    analysis = made_analysis()
    lift, *others = analysis.reps
    mixed = evolve(analysis, reps=(evolve(lift, movement=Movement.DEADLIFT), *others))
    told = page_data(mixed, {}, None, None)["reps"]
    words = [{phase: word for phase, _, _, word in rep["phases"]} for rep in told]
    assert (words[0]["top"], words[1]["top"]) == ("lockout", "float")


def test_data_is_whole_numbers_and_holes() -> None:
    """Signals are stored in steps, the unseen as null, and come back within half a step."""
    analysis = made_analysis()
    data = page_data(analysis, {}, None, None)
    stored = next(part for part in data["signals"] if part["name"] == "trunk_inclination")
    assert stored["values"][UNSEEN.start] is None
    value = analysis.signals["trunk_inclination"].values[3]
    assert stored["values"][3] / stored["steps"] == pytest.approx(value, abs=0.05)
    assert len(data["findings"]) == len(analysis.findings)
    json.dumps(data, allow_nan=False)


def test_embedded_text_cannot_end_the_script() -> None:
    """No sign of HTML is left in embedded data, and it still says the same."""
    hostile = {"name": "</script><!--<script>&\u2028\u2029", "n": [1, None]}
    text = inert_json(hostile)
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == hostile


def test_names_are_escaped() -> None:
    """A hostile file name appears as text only, in the top and in the title."""
    page = review_page(named_analysis(), Beside({}))
    assert "<img src=x" not in page
    assert "&lt;img src=x" in page


def test_the_page_names_no_address() -> None:
    """Nothing in the file points to a network, a folder or this machine."""
    page = review_page(made_analysis(), Beside({}, "annotated.mp4"))
    assert re.findall(r"(?:https?:)?//[\w.-]+\.\w{2,}/", page) == []
    assert str(Path.cwd()) not in page
    assert re.search(r"<(?:link|iframe|object|embed|base)\b", page) is None


def test_the_policy_fits_the_script() -> None:
    """Style and script are allowed by their own sums, nothing inline besides."""
    page = review_page(made_analysis(), Beside({}))
    policy = re.search('Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    assert "unsafe" not in policy[1]
    assert "default-src &#39;none&#39;" in policy[1]
    assert (
        re.search(r"\s(?:on\w+|style)=", re.sub(r"<script.*?</script>", "", page, flags=re.S))
        is None
    )


def test_the_same_analysis_gives_the_same_page() -> None:
    """No date, host or chance is in it."""
    assert review_page(made_analysis(), Beside({})) == review_page(made_analysis(), Beside({}))


def test_a_large_video_is_not_embedded(tmp_path: Path) -> None:
    """More than 50 MB stays beside the page, with what to do; a missing video is said."""
    video = tmp_path / "annotated.mp4"
    assert "no annotated video" in embedding_note(video)
    for size, fits in ((50_000_000, True), (51_000_000, False)):
        with video.open("wb") as file:
            file.truncate(size)
        assert (embedding_note(video) == "") is fits
    assert "--start" in embedding_note(video)
    page = made_page(tmp_path, outputs=(Output.PAGE,), wishes=PageWishes(video, embed=True))
    assert page.stat().st_size < 2_000_000
    assert '"video":"annotated.mp4"' in page.read_text(encoding="utf-8")


def test_a_template_may_not_forget_a_word() -> None:
    """A name that the template needs and nobody gave is an error, not an empty place."""
    with pytest.raises(Exception, match="undefined"):
        rendered("review.html", ("common.js",), {})


def test_the_state_of_the_film_stands_at_the_head() -> None:
    """View, what is poor and the one instruction come before any fault, and are not told twice."""
    light = FilmFact(FactName.LIGHT, State.POOR, "it is dark")
    film = FilmCheck((light,), (), (), "Film where more light falls on you.")
    analysis = evolve(made_analysis(), film=film)
    page = review_page(analysis, Beside({}))
    line = page_top(analysis, {}).film_state
    assert line.startswith("Filmed from ")
    assert line.endswith(
        "; the light is poor. For the next film: Film where more light falls on you."
    )
    assert page.index("; the light is poor.") < page.index('id="first"')
    assert page.count("Film where more light falls on you.") == 1
    assert "It is dark." in page[page.index('id="film"') :]


def test_a_lone_round_rep_stands_beside_itself_nearly_upright() -> None:
    """Where no other rep is better, the back's own shape early in the hinge is shown."""
    once = analysed(slow_lift(1, bottom=evolve(HINGE_BOTTOM, bow=0.14)), None, Movement.HINGE)
    (found,) = (one for one in priorities(once) if one.check.code.startswith("spine_"))
    assert found.best is None
    assert found.early is not None
    assert found.early in page_stills(once)
    trunk = once.signals["trunk_inclination"].values
    assert trunk[found.early.frame] < 36 < trunk[found.worst.read.frame]
    shown = review_page(once, Beside({found.early: b"early"}))
    assert "The same rep, nearly upright" in shown
