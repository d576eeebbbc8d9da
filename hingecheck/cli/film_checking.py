"""`hingecheck check-film`: what a film allows."""

from pathlib import Path
from typing import Any, Final

import click
from rich.console import Console

from hingecheck.capture.shared_tracking import processors
from hingecheck.capture.track_file import load_track
from hingecheck.cli.progress import shown_progress
from hingecheck.cli.walk import LANDMARKS, require_one_choice, require_stretch
from hingecheck.domain.analysis import Analysis
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.pipeline import judge, track_recording
from hingecheck.report.film_table import print_film
from hingecheck.report.json_report import film_json

QUICK_S: Final = 10.0
_TRACK_SUFFIX: Final = ".npz"


def run_check_film(film: Path, **flags: Any) -> int:
    """Prints the film check; gives the exit code."""
    movement = None if flags["movement"] == "auto" else str(flags["movement"])
    analysis = judge(_track(film, flags), movement=movement, slowmo=flags["slowmo"])
    _tell(analysis, flags)
    return 0


def _track(film: Path, flags: dict[str, Any]) -> PoseTrack:
    if film.suffix == _TRACK_SUFFIX:
        return load_track(film)
    require_stretch(flags)
    require_one_choice(flags)
    start_s, end_s = flags["start"], flags["end"]
    if flags["quick"]:
        quick_s = (start_s or 0.0) + QUICK_S
        end_s = quick_s if end_s is None else min(end_s, quick_s)
    aside = Console(stderr=True, highlight=False)
    with shown_progress(aside, LANDMARKS, quiet=flags["quiet"]) as on_progress:
        return track_recording(
            film,
            model=flags["model"],
            start_s=start_s,
            end_s=end_s,
            jobs=flags["jobs"] or processors(),
            region=flags["roi"],
            person=flags["person"],
            on_progress=on_progress,
        )


def _tell(analysis: Analysis, flags: dict[str, Any]) -> None:
    if flags["json_to"]:
        click.echo(film_json(analysis), nl=False)
    elif not flags["quiet"]:
        print_film(Console(highlight=False), analysis)
