"""`hingecheck export`: joints and angles for other programs."""

import math
from pathlib import Path
from typing import Any, Final

import click

from hingecheck.capture.track_file import load_track
from hingecheck.errors import RecordingUnsuitable
from hingecheck.pipeline import judge
from hingecheck.report.motion_files import mot_text, trc_text
from hingecheck.report.output_folder import OutputFolder
from hingecheck.report.printable import printable

MARKERS: Final = "joints.trc"
ANGLES: Final = "angles.mot"


def run_export(track_file: Path, **flags: Any) -> int:
    """Writes both files; gives the exit code.

    Raises:
        RecordingUnsuitable: the body's height in the film is not known, so there is no scale.
    """
    found = load_track(track_file)
    analysis = judge(found)
    if not math.isfinite(analysis.view.body_height_px):
        raise RecordingUnsuitable(
            f"The lifter's height in {printable(found.recording.name)} is not known, so there is "
            "no scale. Film a moment of standing upright, the whole body in the picture"
        )
    folder = flags["output"] or track_file.parent
    names = [MARKERS, ANGLES]
    with OutputFolder(folder, names, overwrite=flags["overwrite"], inputs=[track_file]) as place:
        texts = trc_text(analysis, flags["height_cm"] / 100), mot_text(analysis)
        for name, text in zip(names, texts, strict=True):
            place.staged(name).write_text(text, encoding="utf-8", newline="\n")
    for path in place.files:
        click.echo(printable(path))
    return 0
