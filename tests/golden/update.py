"""Writes the expected reports anew from the stored tracks: `python -m tests.golden.update`.

Only after a change that is meant to change them, and with the difference read line by line.
"""

from pathlib import Path

import hingecheck
from hingecheck.report.json_report import report_json

FOLDER = Path(__file__).parent
MOVEMENTS = {"swing_side_good": None, "deadlift_side_squatty": "deadlift"}


def report_of(name: str) -> str:
    """The report that today's code makes from a stored track."""
    track = hingecheck.load_track(FOLDER / f"{name}.track.npz")
    return report_json(hingecheck.judge(track, movement=MOVEMENTS[name]))


if __name__ == "__main__":
    for golden in MOVEMENTS:
        (FOLDER / f"{golden}.report.json").write_text(report_of(golden), encoding="utf-8")
