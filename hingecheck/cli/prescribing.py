"""`--expect 3x10 --rest 120` as a value."""

import re
from typing import Any

import click

from hingecheck.domain.prescription import Prescription

# Ends of a day of training; a slip of the finger is told, not believed.
_MOST_SETS, _MOST_REPS = 50, 500
_PLAN = re.compile(r"(\d+)\s*[x*\u00d7]\s*(\d+)(?:\s*-\s*(\d+))?", re.IGNORECASE)


def prescription(flags: dict[str, Any]) -> Prescription | None:
    """What `--expect` and `--rest` ask for; None where nothing is.

    Raises:
        click.BadParameter: it cannot be read.
        click.UsageError: there is a rest, but no plan.
    """
    text, rest_s = flags.get("expect"), flags.get("rest")
    if text is None:
        if rest_s is not None:
            raise click.UsageError("--rest needs --expect: how many sets of how many reps?")
        return None
    found = _PLAN.fullmatch(text.strip())
    sets, fewest, most = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    most = most or fewest
    if not (1 <= sets <= _MOST_SETS and 1 <= fewest <= most <= _MOST_REPS):
        raise click.BadParameter(
            f"--expect {text!r} is no plan; write sets x reps, as in 3x10 or 3x8-10"
        )
    return Prescription(sets, fewest, most, rest_s)
