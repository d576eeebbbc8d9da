"""Writes `hingecheck/analysis/measured_uncertainties.py` from the table of the tuning part.

python -m bench.accuracy.uncertainty_module
"""

import json
import math
from pathlib import Path
from typing import Any

from bench.accuracy.uncertainty_table import FILE

TARGET = Path(__file__).parents[2] / "hingecheck" / "analysis" / "measured_uncertainties.py"
# The program's figures hold for the side view; from further round it adds to them by the degree.
BAND = "0-15"
# From fewer clips the catalogue's own value is the better one.
MIN_CLIPS = 3

_HEAD = '''"""Standard uncertainties that the accuracy bench measured; printed, not written by hand.

`python -m bench.accuracy.uncertainty_module` prints this file from the table of the tuning part:
the root mean square error in the signal's unit, camera yaw {band} degrees, at least {least} clips.
"""

MEASURED: dict[str, float] = {{
'''


def module_text(table: dict[str, Any]) -> str:
    """The module for a table as `uncertainty_table` makes it."""
    known = {name: bands.get(BAND) for name, bands in table["signals"]["program"].items()}
    lines = [
        f'    "{name}": {math.hypot(line["bias"], line["sd"]):.3g},'
        for name, line in known.items()
        if line is not None and line["clips"] >= MIN_CLIPS
    ]
    return _HEAD.format(least=MIN_CLIPS, band=BAND) + "\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    TARGET.write_text(module_text(json.loads(FILE.read_text())), encoding="utf-8")
    print(f"wrote {TARGET.name}")
