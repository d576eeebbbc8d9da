"""The printed uncertainties are those of the table."""

import json

from bench.accuracy.uncertainty_module import TARGET, module_text
from bench.accuracy.uncertainty_table import FILE
from hingecheck.analysis.signal_catalogue import CATALOGUE, COMPUTED


def test_the_program_uses_what_the_bench_measured() -> None:
    """The module in the package is what the committed table prints."""
    assert TARGET.read_text(encoding="utf-8") == module_text(json.loads(FILE.read_text()))


def test_every_measured_signal_exists() -> None:
    """No entry is left over from a signal that has gone."""
    known = {kind.name for kind in (*CATALOGUE, *COMPUTED)}
    assert set(json.loads(FILE.read_text())["signals"]["program"]) <= known


def test_root_mean_square_and_too_few_clips() -> None:
    """Bias and spread add in squares; a signal from too few clips is left out."""
    line = {"bias": 3.0, "sd": 4.0, "clips": 3, "frames": 9}
    few = {**line, "clips": 2}
    signals = {"knee": {"0-15": line}, "hip": {"0-15": few}, "arm": {"15-30": line}}
    text = module_text({"signals": {"program": signals}})
    assert '"knee": 5,' in text
    assert "hip" not in text.split("MEASURED")[1]
    assert "arm" not in text.split("MEASURED")[1]
