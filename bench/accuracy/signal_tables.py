"""The chapters on angles and other signals."""

from typing import Final

from bench.accuracy.markdown import agreement, figure, signed, table
from bench.accuracy.pooling import Spread, signals_scored, spread
from bench.accuracy.results import Results
from bench.accuracy.targets import MAIN
from bench.accuracy.uncertainty_table import bias_of
from bench.accuracy.view_band import ViewBand

_WAYS: Final = {
    "landmarks": "picture, hips as seen",
    "picture": "picture",
    "stretched": "picture, stretched",
    "world": "3D, hips as seen",
    "world_centred": "3D",
}


def views_chapter(results: Results) -> str:
    """Return the main angles by view, read in several ways."""
    rows = []
    for name, word in MAIN.items():
        for band in ViewBand:
            by_way = {way: spread(results.free, way, name, band) for way in _WAYS}
            if by_way["picture"].clips:
                rows.append(_view_row(results, name, word, band, by_way))
    head = ("angle", "yaw", "clips", "program", *_WAYS.values(), "3D less bias")
    return _VIEWS_EXPLAINED + table(head, rows)


_VIEWS_EXPLAINED: Final = """## Angles by view

Mean absolute error in degrees. *Program* is what a report shows; a dash means refused, and beyond
50 degrees only the few frames are left whose yaw reads less. The others are ways to read the same
frames: *hips as seen* are the model's own, everywhere else they are moved into the joints first;
*picture* is what the program shows with every frame kept; *stretched* only divides the picture's
width by the cosine of the yaw; *3D* takes the model's guess of depth, turned into the sagittal
plane by the yaw that the program reads. *Less bias* takes off the mean error of the tuning part in
that view. Barbells are left out: their plates hide the leg.

![Mean absolute error of the three main angles by view](img/accuracy-angles.svg)

"""


def _view_row(
    results: Results, name: str, word: str, band: ViewBand, by_way: dict[str, Spread]
) -> tuple[str, ...]:
    program = spread(results.free, "program", name, band)
    shift = bias_of(results.tuned, "world_centred", name, band)
    less = spread(results.free, "world_centred", name, band, shift)
    known = band.value in results.tuned["signals"].get("world_centred", {}).get(name, {})
    return (
        word,
        band.value,
        str(by_way["picture"].clips),
        figure(program.mae),
        *(figure(by_way[way].mae) for way in _WAYS),
        figure(less.mae) if known else "-",
    )


def signals_chapter(results: Results) -> str:
    """Return every signal from the side."""
    rows = []
    for name in signals_scored(results.free, "program"):
        s = spread(results.free, "program", name, ViewBand.SIDE)
        if s.clips:
            digits = 1 if abs(s.mae) > 0.5 else 3
            cells = (signed(s.bias, digits), figure(s.mae, digits), figure(s.sd, digits))
            rows.append((f"`{name}`", *cells, agreement(s, digits), str(s.frames)))
    head = ("signal", "bias", "MAE", "SD", "95 % limits of agreement", "frames")
    return (
        "## Every signal, yaw 0-15\n\nMeasured minus true, in the signal's unit (degrees, trunk or "
        "leg lengths, ratio; see\n[signals.md](signals.md)); every clip counts the same. "
        "`neck_inclination` and the signals\nof the back are missing: no joint of the lifter is an "
        "ear, and the "
        "back's edge is skin.\n\n" + table(head, rows)
    )


def groups_chapter(results: Results) -> str:
    """Return the main angles from the side by movement, skinning, top and body."""
    every = [a for a in results.hinges if a.clip.band is ViewBand.SIDE]
    side = [a for a in every if a.clip.leg_is_free]
    groups = {
        "swing": [a for a in side if a.clip.wish.movement == "swing"],
        "slow lifts": [a for a in side if a.clip.wish.movement != "swing"],
        "usual skinning": [a for a in side if not a.clip.wish.linear],
        "linear skinning": [a for a in side if a.clip.wish.linear],
        "barbell with full plates": [a for a in every if not a.clip.leg_is_free],
        "fitted top": [a for a in side if not a.clip.wish.loose],
        "loose top": [a for a in side if a.clip.wish.loose],
    }
    for body in sorted({a.clip.scene.body for a in side}):
        groups[f"body: {body}"] = [a for a in side if a.clip.scene.body == body]
    rows = [
        (word, str(len(group)), *(_bias_and_mae(spread(group, "program", n)) for n in MAIN))
        for word, group in groups.items()
    ]
    head = ("yaw 0-15", "clips", *MAIN.values())
    return (
        "### By movement, skin, top and body\n\nBias / MAE, degrees; barbells in their own row "
        "only.\n\n" + table(head, rows)
    )


def _bias_and_mae(s: Spread) -> str:
    return f"{signed(s.bias)} / {figure(s.mae)}" if s.clips else "-"
