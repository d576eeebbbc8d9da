"""The table from which the program may take its uncertainties: from the tuning part only."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from bench.accuracy.assessment import Assessment
from bench.accuracy.part import Part
from bench.accuracy.pooling import Spread, signals_scored, spread
from bench.accuracy.rates import fault_rates, outcomes_of
from bench.accuracy.view_band import ViewBand

FILE: Final = Path(__file__).with_name("uncertainties.json")
WAYS: Final = ("program", "picture", "landmarks", "stretched", "world", "world_centred")


def uncertainty_table(assessments: Sequence[Assessment]) -> dict[str, Any]:
    """Return the table, ready for JSON.

    Keys: `signals`, then way of reading, signal, view band; `checks`, then code, view band. Each
    line holds bias and standard deviation of measured minus true, in the signal's unit, and how
    many clips and frames (reps for checks) they come from.

    Raises:
        ValueError: A clip is not of the tuning part.
    """
    _require_tuning(assessments)
    signals = {
        way: {
            name: _by_band({b: spread(assessments, way, name, b) for b in ViewBand})
            for name in signals_scored(assessments, way)
        }
        for way in WAYS
    }
    return {
        "part": Part.TUNING.value,
        "clips": len(assessments),
        "signals": signals,
        "checks": _checks(assessments),
    }


def write_table(assessments: Sequence[Assessment], path: Path = FILE) -> None:
    """Write the table beside and rename."""
    part = path.with_name(f"{path.name}.part")
    text = json.dumps(uncertainty_table(assessments), indent=1, allow_nan=False)
    part.write_text(text + "\n", encoding="utf-8")
    part.replace(path)


def bias_of(table: dict[str, Any], way: str, signal: str, band: ViewBand) -> float:
    """The bias in the table; 0 where it has none."""
    line = table["signals"].get(way, {}).get(signal, {}).get(band.value)
    return float(line["bias"]) if line else 0.0


def _require_tuning(assessments: Sequence[Assessment]) -> None:
    wrong = [a.clip.name for a in assessments if a.clip.part is not Part.TUNING]
    if wrong:
        raise ValueError(f"{wrong[0]} is kept for reporting; uncertainties come from tuning clips")


def _by_band(spreads: dict[ViewBand, Spread]) -> dict[str, Any]:
    return {
        band.value: {
            "bias": round(s.bias, 4),
            "sd": round(s.sd, 4),
            "clips": s.clips,
            "frames": s.frames,
        }
        for band, s in spreads.items()
        if s.clips
    }


def _checks(assessments: Sequence[Assessment]) -> dict[str, Any]:
    checks: dict[str, Any] = {}
    for band in ViewBand:
        mine = outcomes_of(a for a in assessments if a.clip.band is band)
        for line in fault_rates(mine):
            if line.bias == line.bias:  # NaN where nothing could be compared
                checks.setdefault(line.code, {})[band.value] = {
                    "bias": round(line.bias, 4),
                    "sd": round(line.sd, 4),
                    "reps": line.measured.k,
                }
    return checks
