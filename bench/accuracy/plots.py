"""The two pictures of `docs/accuracy.md`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import matplotlib as mpl
import numpy as np
from matplotlib.figure import Figure

from bench.accuracy.assessment import Assessment
from bench.accuracy.fault_tables import marked
from bench.accuracy.pooling import spread
from bench.accuracy.simulation import DIALS, LEVELS, Simulated
from bench.accuracy.targets import MAE_DEG, MAIN
from bench.accuracy.view_band import ViewBand

FOLDER: Final = Path(__file__).parents[2] / "docs" / "img"
# Dark and light, and hatched by shape: also told apart without colour.
_WAYS: Final = {"picture": ("#b9c4cf", "picture"), "world_centred": ("#2f5d8a", "model's 3D")}
_COLUMNS: Final = 5
_STYLE: Final[Any] = {"svg.hashsalt": "hingecheck", "font.size": 9, "svg.fonttype": "path"}


def draw_angles(
    assessments: Sequence[Assessment], path: Path = FOLDER / "accuracy-angles.svg"
) -> None:
    """Bars: mean absolute error by view, picture against 3D, with the target as a line."""
    with mpl.rc_context(_STYLE):
        figure = Figure(figsize=(9, 2.8), layout="constrained")
        for axes, (index, (name, word)) in zip(
            figure.subplots(1, 3, sharey=True), enumerate(MAIN.items()), strict=True
        ):
            _bars(axes, assessments, name)
            for place, band in enumerate(ViewBand):
                if band in MAE_DEG:
                    limit = MAE_DEG[band][index]
                    axes.plot([place - 0.45, place + 0.45], [limit, limit], color="black")
            axes.set_title(word)
            axes.set_xticks(range(len(ViewBand)), [band.value for band in ViewBand], fontsize=8)
            axes.set_xlabel("yaw, degrees (black line: target)")
        figure.axes[0].set_ylabel("mean absolute error, degrees")
        figure.axes[0].set_ylim(0, 20)
        figure.axes[0].legend(frameon=False)
        _save(figure, path)


def _bars(axes: Any, assessments: Sequence[Assessment], name: str) -> None:
    for shift, (way, (colour, label)) in zip((-0.2, 0.2), _WAYS.items(), strict=True):
        heights = [spread(assessments, way, name, band).mae for band in ViewBand]
        places = np.arange(len(ViewBand)) + shift
        axes.bar(places, np.nan_to_num(heights), 0.38, color=colour, label=label)


def draw_dials(simulated: Sequence[Simulated], path: Path = FOLDER / "accuracy-dials.svg") -> None:
    """Curves: share of simulated reps marked over each fault's dial."""
    with mpl.rc_context(_STYLE):
        turned = {s.dial for s in simulated}
        dials = [dial for dial in DIALS if dial.code in turned]
        rows = max(1, -(-len(dials) // _COLUMNS))
        figure = Figure(figsize=(9, 1.6 * rows), layout="constrained")
        places = list(figure.subplots(rows, _COLUMNS, sharex=True, sharey=True).flat)
        for axes in places[len(dials) :]:
            axes.set_axis_off()
        for axes, dial in zip(places, dials, strict=False):
            mine = [s for s in simulated if s.dial == dial.code and s.outcome.code == dial.code]
            shares = [100 * marked(mine, level).share for level in LEVELS]
            axes.plot(LEVELS, shares, marker="o", color="#2f5d8a")
            axes.set_title(dial.code, fontsize=9)
            axes.set_ylim(-5, 105)
        figure.supxlabel("dial, 0 = clean, 1 = gross", fontsize=9)
        figure.supylabel("marked, %", fontsize=9)
        _save(figure, path)


def _save(figure: Figure, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # No date inside: the same figures give the same file.
    figure.savefig(path, format="svg", metadata={"Date": None})
