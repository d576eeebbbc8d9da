"""`docs/accuracy.md`: what a reader needs in two minutes, then the details."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from bench.accuracy.assessment import Assessment
from bench.accuracy.fault_tables import fault_chapter
from bench.accuracy.hip_convention import hips_chapter
from bench.accuracy.markdown import figure, percent, rate_words, signed, table
from bench.accuracy.part import LOOKED_AT
from bench.accuracy.pooling import spread_of
from bench.accuracy.rates import events_of, exact_counts, in_place, recognised
from bench.accuracy.results import Results
from bench.accuracy.shortfalls import shortfalls
from bench.accuracy.signal_tables import groups_chapter, signals_chapter, views_chapter
from bench.accuracy.summary import summary
from bench.accuracy.targets import MAIN, frames_off, lines
from bench.accuracy.view_band import ViewBand
from bench.lifter.rotations import Array

FILE: Final = Path(__file__).parents[2] / "docs" / "accuracy.md"


def page(results: Results) -> str:
    """Return the whole page."""
    chapters = (
        _opening(results),
        summary(results),
        _BLIND,
        _headline(results),
        views_chapter(results),
        signals_chapter(results),
        groups_chapter(results),
        hips_chapter(results.free),
        _events(results),
        _counts(results),
        fault_chapter(results.reporting, results.simulated),
        _ENDING,
    )
    return "\n".join(chapters)


def write_page(results: Results, path: Path = FILE) -> None:
    """Write the page beside and rename."""
    part = path.with_name(f"{path.name}.part")
    part.write_text(page(results), encoding="utf-8", newline="\n")
    part.replace(path)


def _opening(results: Results) -> str:
    reps = sum(a.true_reps for a in results.reporting)
    bodies = len({a.clip.scene.body for a in results.reporting})
    return f"""# Accuracy

<!-- printed by: python -m bench.accuracy --tier full -->

How far the program's figures lie from the truth, measured on **rendered lifters whose joints are
known**: {len(results.reporting)} clips of the reporting part ({results.planned} planned), {reps}
reps, {bodies} bodies, 30 frames a second, 720 x 540 pixels, a kettlebell for the most part,
pose model {results.engine}. The program saw compressed video and nothing else. No
real person was measured: people in a gym move, dress and are lit in ways that no rendering has, so
expect more error there.
"""


_BLIND: Final = f"""## How blind these figures are

Uncertainties and corrections are set on a tuning part with other bodies, clothes, rooms and seeds.
One constant was not: for the hip's centre ([decision 8](decisions/0008-hip-centre.md)) five of the
first {len(LOOKED_AT)} reporting clips were looked at as well. Those are left out here. Their
bodies, clothes and rooms appear in other clips, so a little of that choice may still flatter the
figures; the tuning part alone has since given the same value.

The rates of reps and movements are no blind test: their rules were mended after an earlier print of
this page had named the clips that they misjudged, a row and a shallow hinge among them. In that
print, of 45 clips, reps were exact in 38 of 39, movements right in 37 of 39, 19 of 24 gross
readings were marked, and 92 % of checks measured; what counts as gross, and as there to be
measured, has been put more exactly since ([how](#checks)).
"""


def _headline(results: Results) -> str:
    told = lines(results.reporting)
    met = sum(line.met is True for line in told)
    rows = [(x.what, x.target, x.measured, x.verdict) for x in told]
    return (
        f"## Targets\n\n{met} of {len(told)} are met.\n\n"
        + table(("what", "target", "measured", ""), rows)
        + shortfalls(results)
        + _why(results)
    )


def _why(results: Results) -> str:
    """Where the error comes from: what is constant, and what is left."""
    rows = []
    for name, word in MAIN.items():
        errors = _side_errors(results, name)
        whole = spread_of(errors)
        means = [float(e.mean()) for e in errors]
        left = spread_of([e - mean for e, mean in zip(errors, means, strict=True)])
        between = figure(float(np.std(means))) if means else "-"
        rows.append((word, figure(whole.mae), signed(whole.bias), between, figure(left.mae)))
    head = ("yaw 0-15, degrees", "MAE", "bias", "SD of the clips' means", "MAE left within a clip")
    return f"""
### Where the error comes from

{table(head, rows)}
Most of the error from the side is constant within a clip: the model's hip and shoulder points do
not lie in the joints' centres, and how far off they lie differs from body to body and with the
clothes. The last column is what would be left if each clip's own mean error were known. The
lifter's standing would tell it here, for all these lifters stand alike; real ones do not, and a hip
that stops short of straight would be counted as straight. So no zero is taken from it
([decision 15](decisions/0015-no-zero-from-standing.md)). From oblique views the depth that one
camera cannot see adds to that; the next table compares ways to read it.
"""


def _side_errors(results: Results, name: str) -> list[Array]:
    side = [a for a in results.free if a.clip.band is ViewBand.SIDE]
    kept = (a.errors.get(("program", name)) for a in side)
    return [errors for errors in kept if errors is not None and len(errors)]


def _events(results: Results) -> str:
    rows = []
    for band in ViewBand:
        clips = [a for a in results.hinges if a.clip.band is band]
        for word, kind, swing in _EVENTS:
            events = events_of(clips, kind, swing=swing)
            if events:
                off_ms = np.array([1000 * event.error_s for event in events])
                frames = np.abs(frames_off(events))
                late = f"{signed(float(off_ms.mean()), 0)} +- {figure(float(off_ms.std()), 0)}"
                cells = (str(len(events)), late, figure(float(frames.mean())))
                rows.append((word, band.value, *cells, percent(float((frames <= 1.5).mean()))))
    head = ("event", "yaw", "n", "late by, ms", "frames, mean", "within 1.5 frames")
    return (
        "## Bottoms and tops\n\nA slow lift's bottom is right anywhere in its hold of a quarter of "
        "a second; its top, standing\nabout, has no moment to be held against.\n\n"
        + table(head, rows)
    )


_EVENTS: Final = (
    ("swing, bottom", "bottom", True),
    ("swing, top", "top", True),
    ("slow lift, bottom", "bottom", False),
)


def _counts(results: Results) -> str:
    rows = []
    for band in ViewBand:
        mine = [a for a in results.hinges if a.clip.band is band]
        if mine:
            rows.append((f"hinges, yaw {band.value}", *_count_cells(mine)))
    rows.append(("all hinges", *_count_cells(results.hinges)))
    others = [a for a in results.reporting if not a.clip.is_hinge]
    rows += [
        (f"{kind} (0 reps wanted)", *_count_cells([a for a in others if _kind(a) == kind]))
        for kind in dict.fromkeys(_kind(a) for a in others)
    ]
    head = ("clips", "reps exact", "off by one at most", "movement recognised", "reps in place")
    return _COUNTS_EXPLAINED + table(head, rows)


_COUNTS_EXPLAINED: Final = """## Reps and movements

The movement was not told, but for *reps in place*: true reps whose bottom and top are both found
within a third of a second. Rates are followed by their count and Wilson's 95 % interval. A slow
lift is recognised when it is called one.

"""


def _kind(a: Assessment) -> str:
    return a.clip.wish.movement


def _count_cells(clips: Sequence[Assessment]) -> Iterator[str]:
    rates = (exact_counts(clips), exact_counts(clips, 1), recognised(clips), in_place(clips))
    return (rate_words(r) for r in rates)


_ENDING: Final = """## What these figures are worth

* Joint centres are exact for this skeleton. Another convention of the hip's centre, 2 cm away,
  changes trunk-thigh flexion by 2 to 4 degrees; another way to let skin follow bones changes a
  reading by up to 5. Differences below that mean nothing.
* The lifters move by hand-made curves, both sides alike, in even light, alone in the picture.
* Gross and clean are told by the check's own rule on the true joints, for the back by how far it
  was rounded on purpose (30 degrees and more is gross). So these rates tell how well the limits
  are applied, not whether a coach would agree with the limits.
* Reps of one clip are alike: intervals over reps are narrower than they should be.

## Run it again

From the root of the repository, with the development extra installed and matplotlib:

```sh
python -m bench.accuracy --tier smoke
python -m bench.accuracy --tier default
python -m bench.accuracy --tier full --minutes 110
```

*smoke* draws three clips again, *default* a random part for half an hour; both compare the new
tracks with the stored ones. *full* draws what is missing, goes on where it stopped, and prints
this page and `bench/accuracy/uncertainties.json` anew. Tracks are stored in
`bench/accuracy/tracks`, without pictures, each with a hash of the generator and its scene: change
the generator, and *full* draws them again.
"""
