"""A recording may be called anything; no report and no terminal takes its name for more."""

import csv
import io
import json
import os
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rich.console import Console

from hingecheck.capture.track_file import save_track
from hingecheck.cli import main
from hingecheck.cli.progress import shown_progress
from hingecheck.domain.analysis import Analysis
from hingecheck.report.captions import captions, srt_text, vtt_text
from hingecheck.report.csv_signals import write_signals_csv
from hingecheck.report.json_report import report_json
from hingecheck.report.motion_files import trc_text
from hingecheck.report.page.review_page import Beside, review_page
from hingecheck.report.terminal import print_summary
from tests.report.made_page import named_analysis
from tests.synthetic.film import filmed
from tests.synthetic.movements import swing

NAMES = [
    '=HYPERLINK("http://x","click").mp4',
    "@SUM(1+1)*cmd|' /C calc'!A0 -o --overwrite $(id) `id` %n {0}.mp4",
    "<script>document.title='broken'</script>{{ 7 * 7 }}{% raw %}.mp4",
    "</script><img src=x onerror=alert(1)>\" onload='x' data-x=\".mp4",
    "gpj.\u202egnp\u202c \u2067rtl\u2069 \u200f.mp4",
    "\x1b]0;owned\x07\x1b[2J\x1b[31m two\nlines\r\tand a tab\x00 \u2028\x85.mp4",
    os.fsdecode(b"caf\xe9 \xff\xfe.mp4"),
    "[/bold][red]markup[/red] :smile:.mp4",
]
IDS = [ascii(name) for name in NAMES]
STEERING = {*map(chr, range(32)), "\x7f", "\x85", "\u2028", "\u2029", "\u202e", "\u2067"} - {"\n"}


@pytest.fixture(params=NAMES, ids=IDS)
def analysis(request: pytest.FixtureRequest) -> Analysis:
    """Of a recording with the name."""
    return named_analysis(request.param)


class Tags(HTMLParser):
    """The tags and the handlers of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes a tag with the names of its attributes."""
        self.found.append((tag, tuple(name for name, _ in attrs)))


def tags(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """What a browser would make elements of."""
    parser = Tags()
    parser.feed(page)
    return parser.found


def test_json_is_json(analysis: Analysis) -> None:
    """The report is UTF-8, can be read back, and holds no raw control character."""
    text = report_json(analysis)
    name = json.loads(text.encode("utf-8"))["recording"]["name"]
    assert name.endswith(".mp4")
    assert not any(ord(char) < 32 and char != "\n" for char in text)


def test_csv_holds_no_formula(analysis: Analysis) -> None:
    """No cell of the table begins a formula; the name is not in it at all."""
    file = io.StringIO()
    write_signals_csv(analysis, file)
    cells = {cell for row in csv.reader(io.StringIO(file.getvalue())) for cell in row}
    assert not [
        cell
        for cell in cells
        if cell[:1] in set("=@+\t\r") or (cell[:1] == "-" and not cell[1:2].isdigit())
    ]
    assert analysis.recording.name not in file.getvalue()


@pytest.fixture(scope="module")
def plain_tags() -> list[tuple[str, tuple[str, ...]]]:
    """The tags of a page about a recording with a harmless name."""
    return tags(review_page(named_analysis("plain.mp4"), Beside({})))


def test_the_page_has_the_tags_of_any_other(
    analysis: Analysis, plain_tags: list[tuple[str, tuple[str, ...]]]
) -> None:
    """A name adds no element and no attribute to the page."""
    page = review_page(analysis, Beside({}))
    page.encode("utf-8")
    assert tags(page) == plain_tags


@pytest.mark.parametrize(
    "told",
    [
        lambda analysis: vtt_text(captions(analysis)),
        lambda analysis: srt_text(captions(analysis)),
        lambda analysis: trc_text(analysis, 1.75).replace("\t", " "),
    ],
    ids=["vtt", "srt", "trc"],
)
def test_texts_hold_lines_only(analysis: Analysis, told: Callable[[Analysis], str]) -> None:
    """Captions and joints stay UTF-8, as many lines as ever, without steering characters."""
    text = told(analysis)
    text.encode("utf-8")
    assert not STEERING & set(text)
    assert text.count("\n") == told(named_analysis("plain.mp4")).count("\n")


def test_the_terminal_stays_as_it_is(analysis: Analysis) -> None:
    """The summary and the names of the files hold nothing that a terminal obeys."""
    shown = io.StringIO()
    console = Console(file=shown, width=80, highlight=False, markup=False, emoji=False)
    print_summary(console, analysis, [Path(analysis.recording.name.replace("\x00", ""))])
    assert not STEERING & set(shown.getvalue())


def test_progress_takes_no_name_for_markup() -> None:
    """A name in square brackets is shown, not obeyed."""
    shown = io.StringIO()
    console = Console(file=shown, force_terminal=True, width=80, color_system=None)
    with shown_progress(console, "Looking at [/bold]", quiet=False) as on_progress:
        on_progress(1, 2)
    assert "[/bold]" in shown.getvalue()


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A track of one swing."""
    path = tmp_path_factory.mktemp("stored") / "track.npz"
    with path.open("wb") as file:
        save_track(filmed(swing(1)), file)
    return path


@pytest.mark.parametrize("name", [name.replace("\x00", "") for name in NAMES], ids=IDS)
def test_the_command_line_says_the_name_as_it_is(
    name: str, stored: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In an error and in the list of files a name is one inert line; nothing else is made."""
    (folder := tmp_path / name.replace("/", "_")).mkdir()
    (folder / "track.npz").symlink_to(stored)
    exits = {
        "export": ["export", str(folder / "track.npz"), "--height-cm", "175"],
        "analyze": ["analyze", str(folder / "no.mp4")],
    }
    for arguments in exits.values():
        with pytest.raises(SystemExit):
            main(arguments)
    said = capsys.readouterr()
    assert not STEERING & set(said.out + said.err)
    assert (said.out.count("\n"), said.err.count("\n")) == (2, 1)
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]
