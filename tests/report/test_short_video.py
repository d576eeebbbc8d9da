from pathlib import Path

import av
import pytest

from hingecheck.domain.finding import Verdict
from hingecheck.errors import OutputError
from hingecheck.report.aligned_video import aligned_stills, middle_rep, write_aligned_video
from hingecheck.report.short_video import write_short_video
from hingecheck.report.slow_motion import SLOWER, slow_cuts, write_slow_motion
from hingecheck.report.stills import StillTaker
from tests.report.made_analysis import made_analysis
from tests.report.made_clip import made_frames

SIZE_PX = (360, 480)


def _taken(analysis, wanted) -> dict:
    taker = StillTaker(analysis, wanted)
    for frame in made_frames(*SIZE_PX, analysis.signals.time_s):
        taker.take(frame)
    return taker.taken


def _seconds(path: Path) -> tuple[int, float]:
    with av.open(str(path)) as container:
        frames = list(container.decode(video=0))
    return len(frames), float(frames[-1].time - frames[0].time)


def test_each_fault_is_cut_slowly(tmp_path: Path) -> None:
    """One cut per check with a fault, round its worst frame, four times as long as it was."""
    analysis = made_analysis(*SIZE_PX)
    cuts = slow_cuts(analysis)
    faulty = [check for check in analysis.summary if check.verdict is Verdict.FAULT]
    assert len(cuts) == len(faulty)
    for check, cut in zip(faulty, cuts, strict=True):
        assert check.name in cut.words
        assert check.worst.measurement.frame in {still.frame for still in cut.stills}
    stills = [still for cut in cuts for still in cut.stills]
    write_slow_motion(analysis, _taken(analysis, stills), tmp_path / "slow.mp4")
    count, lasting_s = _seconds(tmp_path / "slow.mp4")
    assert count == len(stills)
    assert lasting_s == pytest.approx(SLOWER * (count - 1) / 30, abs=0.02)


def test_no_fault_no_file(tmp_path: Path) -> None:
    """Where there is nothing to show nothing is written."""
    write_slow_motion(made_analysis(all_clear=True), {}, tmp_path / "slow.mp4")
    assert list(tmp_path.iterdir()) == []


def test_two_reps_in_step(tmp_path: Path) -> None:
    """As many pictures for each phase on both sides; each belongs to its phase."""
    analysis = made_analysis(*SIZE_PX)
    rep = middle_rep(analysis)
    phases = tuple(rep.phases)
    stills = aligned_stills(analysis, phases)
    share = len(stills) // len(phases)
    for place, still in enumerate(stills):
        assert still.frame in rep.phases[phases[place // share]]
    sides = [(analysis, _taken(analysis, stills))] * 2
    assert write_aligned_video(sides, phases, tmp_path / "both.mp4")
    assert _seconds(tmp_path / "both.mp4")[0] == len(stills)


def test_one_side_alone_is_not_shown(tmp_path: Path) -> None:
    """Without pictures of one side there is no video."""
    analysis = made_analysis(*SIZE_PX)
    phases = tuple(middle_rep(analysis).phases)
    taken = _taken(analysis, aligned_stills(analysis, phases))
    assert not write_aligned_video([(analysis, taken), (analysis, {})], phases, tmp_path / "x.mp4")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    """A missing folder is one clear error."""
    analysis = made_analysis(*SIZE_PX)
    cut = slow_cuts(analysis)[0]
    taken = _taken(analysis, cut.stills[:1])
    with pytest.raises(OutputError, match=r"slow\.mp4"):
        write_slow_motion(analysis, taken, tmp_path / "none" / "slow.mp4")
    with pytest.raises(IndexError):
        write_short_video([], tmp_path / "slow.mp4", 30.0)
