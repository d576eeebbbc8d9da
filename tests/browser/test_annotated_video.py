"""The annotated video in a browser: as long, as upright and as loud as the recording."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from attrs import evolve

from hingecheck.capture.video import opened
from hingecheck.domain.recording import Recording
from hingecheck.report.annotated_video import write_annotated_video
from tests.made_video import MadeVideo
from tests.report.made_analysis import made_analysis

PAGE = '<!doctype html><meta charset="utf-8"><title>t</title><video src="{}" muted></video>'
UNEVEN_S = tuple(np.cumsum([0.0, *[0.03, 0.07, 0.033, 0.05] * 4]).tolist())
FILES = {
    "-upright.mp4": MadeVideo(frames=12, rotation_deg=90, sound_s=0.4),
    "slow.mp4": MadeVideo(frames=24, fps=240, rotation_deg=270),
    "uneven \N{WEIGHT LIFTER}.mkv": MadeVideo(stamps_s=UNEVEN_S, codec="hevc", sound_s=0.6),
}


def drawn(recording: Path, target: Path) -> Recording:
    """Writes the annotated video and gives the recording's facts."""
    with opened(recording) as reader:
        frames = list(reader.frames())
        facts = reader.recording()
    analysis = made_analysis(facts.width_px, facts.height_px, time_s=np.arange(120) / facts.fps)
    write_annotated_video(evolve(analysis, recording=facts), frames, recording, target)
    return facts


@pytest.mark.parametrize("name", FILES)
def test_it_plays_as_the_recording_does(
    name: str, tmp_path: Path, visit: Callable[..., Any]
) -> None:
    """Length within a frame, upright, with sound where there was sound."""
    facts = drawn(FILES[name].write(tmp_path / name), tmp_path / "annotated.mp4")
    (tmp_path / "page.html").write_text(PAGE.format("annotated.mp4"), encoding="utf-8")
    seen = visit(tmp_path / "page.html")
    video = "document.querySelector('video')"
    seen.until(f"{video}.readyState >= 1")
    duration_s = seen.page.evaluate(f"{video}.duration")
    assert duration_s == pytest.approx(facts.duration_s, abs=1 / facts.fps)
    width, height = seen.page.evaluate(f"[{video}.videoWidth, {video}.videoHeight]")
    assert (width > height) is (facts.width_px > facts.height_px)
    seen.page.evaluate(f"{video}.play()")
    seen.until(f"{video}.ended")
    assert (seen.page.evaluate(f"{video}.webkitAudioDecodedByteCount") > 0) is bool(
        FILES[name].sound_s
    )
