from pathlib import Path

import pytest

from hingecheck.capture.track_file import save_track
from hingecheck.pipeline import judge
from hingecheck.report.json_report import report_json
from tests.docs.pages import ROOT, Block, blocks
from tests.synthetic.film import filmed
from tests.synthetic.movements import swing

# Blocks that name their file belong to the worked example, which has a test of its own.
EXAMPLES = [block for block in blocks("python") if block.file is None]
FROM_A_FILM = [block for block in EXAMPLES if "sample_clips/" in block.code]
ON_A_FILM = [block for block in EXAMPLES if '"swing.mp4"' in block.code]
PAGES = [block for block in EXAMPLES if block not in (*FROM_A_FILM, *ON_A_FILM)]


@pytest.fixture
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder holds what a walk leaves: a track and a report."""
    track = filmed(swing(reps=2))
    folder = tmp_path / "swing.hingecheck"
    folder.mkdir()
    with (folder / "track.npz").open("wb") as file:
        save_track(track, file)
    (tmp_path / "report.json").write_text(report_json(judge(track)), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(block: Block) -> None:
    """Runs a block as a reader would who pastes it into an empty file."""
    code = compile(block.code, block.label, "exec")
    exec(code, {"__name__": "__main__"})  # noqa: S102 - our own documentation


@pytest.mark.parametrize("block", PAGES, ids=lambda block: block.label)
@pytest.mark.usefixtures("results")
def test_an_example_runs(block: Block) -> None:
    """Every Python block of the docs runs on the results of a synthetic swing."""
    run(block)


@pytest.mark.usefixtures("results")
def test_the_verdict_example_says_what_its_comment_says(capsys: pytest.CaptureFixture[str]) -> None:
    """The four verdicts beside the example of how-it-works are those that the code gives."""
    (example,) = [block for block in PAGES if "verdict_of" in block.code]
    run(example)
    said = [line.split(maxsplit=1)[1] for line in capsys.readouterr().out.splitlines()]
    assert ", ".join(said) == example.code.rstrip().rpartition("# ")[2]


@pytest.mark.usefixtures("results")
def test_the_track_example_tells_the_reps(capsys: pytest.CaptureFixture[str]) -> None:
    """Judging a stored track prints why it is a swing and a line for each rep."""
    (example,) = [block for block in PAGES if "rep.phases" in block.code]
    run(example)
    why, *reps = capsys.readouterr().out.splitlines()
    assert why == "The hands swing up while the body rises, 2 times."
    assert [line[0] for line in reps] == ["1", "2"]


@pytest.mark.model
@pytest.mark.parametrize("block", ON_A_FILM, ids=lambda block: block.label)
def test_an_example_runs_on_your_own_film(
    block: Block,
    tiny_clip: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What begins with swing.mp4 looks at it; a file that is not there is told, and no more."""
    (tmp_path / "swing.mp4").write_bytes(tiny_clip.read_bytes())
    monkeypatch.chdir(tmp_path)
    run(block)
    said = capsys.readouterr().out
    assert "0 full reps" in said
    assert ("no_such_file.mp4 failed: There is no file" in said) == ("analyze_many" in block.code)


@pytest.mark.model
@pytest.mark.parametrize("block", FROM_A_FILM, ids=lambda block: block.label)
def test_an_example_runs_on_a_sample_clip(
    block: Block, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the README shows runs in a copy of the repository and prints the findings."""
    monkeypatch.chdir(ROOT)
    before = set(Path("sample_clips").iterdir())
    run(block)
    assert "clear" in capsys.readouterr().out
    assert set(Path("sample_clips").iterdir()) == before
