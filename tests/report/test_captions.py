import re

from attrs import evolve

from hingecheck.report.captions import captions, srt_text, vtt_text
from tests.report.made_analysis import made_analysis

STAMP = r"\d\d:\d\d:\d\d[.,]\d{3} --> \d\d:\d\d:\d\d[.,]\d{3}"


def test_a_caption_for_every_rep() -> None:
    """Numbers, verdicts with values and one cue; a partial rep is called that."""
    told = captions(made_analysis())
    assert [caption.lines[0].split(":")[0] for caption in told] == [
        "Rep 1 of 2",
        "Rep 2 of 2",
        "Partial rep",
    ]
    faulty = [caption for caption in told if len(caption.lines) > 1]
    assert faulty
    assert all(re.match("fault|borderline", caption.lines[1]) for caption in faulty)
    assert all("±" in caption.lines[1] for caption in faulty)


def test_clear_reps_are_called_clear() -> None:
    """A rep without faults says so in one line."""
    told = captions(made_analysis(all_clear=True))
    assert told[0].lines == ("Rep 1 of 2: clear",)


def test_times_begin_with_the_first_frame() -> None:
    """Captions count as the annotated video does, also for a stretch of the recording."""
    analysis = made_analysis()
    later = made_analysis(time_s=analysis.signals.time_s + 61.5)
    assert vtt_text(captions(later)) == vtt_text(captions(analysis))


def test_files_are_well_formed() -> None:
    """WebVTT has its head and points, SubRip its numbers and commas; times rise."""
    told = captions(made_analysis())
    vtt, srt = vtt_text(told), srt_text(told)
    assert vtt.startswith("WEBVTT\n\n")
    assert len(re.findall(STAMP, vtt)) == len(re.findall(STAMP, srt)) == 3
    assert srt.startswith("1\n00:00:00,000 --> ")
    assert all(caption.start_s < caption.stop_s for caption in told)


def test_words_cannot_become_marks() -> None:
    """Tags and arrows in a name stay text in both formats."""
    analysis = made_analysis()
    findings = tuple(evolve(found, name="<b>x --> y</b>") for found in analysis.findings)
    told = captions(evolve(analysis, findings=findings))
    assert "<b>" not in vtt_text(told)
    assert "<b>" not in srt_text(told)
    assert len(re.findall("-->", vtt_text(told))) == len(re.findall("-->", srt_text(told))) == 3
