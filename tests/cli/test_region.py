import json
from pathlib import Path

import pytest
from attrs import evolve

import hingecheck
from hingecheck.capture.track_file import load_track, save_track
from hingecheck.domain.region import Region
from tests.cli.test_review_commands import run, track  # noqa: F401 - `track` is a fixture

CLIP = Path(__file__).parents[2] / "sample_clips" / "deadlift_side_squatty.mp4"


@pytest.mark.parametrize("asked", ["1,2,3", "a,b,c,d", "0,0,20,900", "-1,0,400,400", "0,0,1e3,9"])
def test_what_is_no_part_of_a_picture_is_refused(
    asked: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line before any slow work: what is expected, with an example; exit 2."""
    assert run("analyze", tmp_path / "never read.mp4", "--roi", asked) == 2
    assert "as in 0,0,540,960" in " ".join(capsys.readouterr().err.split())


def test_the_report_says_what_was_looked_at(
    track: Path,  # noqa: F811 - the fixture
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The region is stored with the track and told in the settings."""
    size = load_track(track).recording
    part = Region(0, 0, size.width_px, size.height_px)
    found = evolve(load_track(track), region=part)
    with track.open("wb") as file:
        save_track(found, file)
    assert run("judge", track, "--json", "-") == 0
    told = json.loads(capsys.readouterr().out)["settings"]["region"]
    assert told == {
        "left_px": 0,
        "top_px": 0,
        "width_px": size.width_px,
        "height_px": size.height_px,
    }


def test_a_program_names_a_region_too() -> None:
    """`analyze(region=...)` looks at a part; one beyond the picture is refused."""
    with pytest.raises(hingecheck.HingecheckError, match="region 0,0,9000,9000"):
        hingecheck.analyze(CLIP, model="lite", region=hingecheck.Region(0, 0, 9000, 9000))


def test_the_film_check_takes_a_region(capsys: pytest.CaptureFixture[str]) -> None:
    """`check-film --roi` hands the part on to the look: one beyond the picture is refused."""
    assert run("check-film", CLIP, "--model", "lite", "--roi", "0,0,9000,9000") != 0
    assert "region 0,0,9000,9000" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("command", ["analyze", "track", "check-film"])
def test_a_region_and_a_person_are_too_much(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both say who is measured: one line before any slow work, exit 2."""
    both = ("--roi", "0,0,540,960", "--person", "2")
    assert run(command, tmp_path / "never read.mp4", *both) == 2
    assert "give one of them" in " ".join(capsys.readouterr().err.split())
    with pytest.raises(ValueError, match="not both"):
        hingecheck.analyze(CLIP, region=Region(0, 0, 540, 960), person=2)
