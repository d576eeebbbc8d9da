"""What was promised, what was measured, and whether it was met."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from attrs import frozen

from bench.accuracy.assessment import Assessment, Event
from bench.accuracy.fault_truth import BACK_CHECKS
from bench.accuracy.interval import Rate
from bench.accuracy.markdown import figure, percent, signed
from bench.accuracy.pooling import spread
from bench.accuracy.rates import coverage, events_of, exact_counts, outcomes_of
from bench.accuracy.view_band import ViewBand
from bench.lifter.looks import LOOKS
from hingecheck.analysis.fault import WIDE_YAW_DEG
from hingecheck.analysis.faults import FAULTS

MAIN: Final = {
    "trunk_thigh_flexion": "trunk-thigh",
    "knee_flexion": "knee",
    "trunk_inclination": "trunk",
}
MAE_DEG: Final = {
    ViewBand.SIDE: (5.0, 4.0, 3.0),
    ViewBand.NEAR_SIDE: (6.0, 5.0, 4.0),
    ViewBand.OBLIQUE: (7.0, 6.0, 5.0),
}
_BIAS_DEG, _FRAMES, _HANDS, _COUNTS = 3.0, 1.5, 0.06, 0.98
_COVERED, _BACK_TIGHT, _BACK_LOOSE, _OBLIQUE = 0.95, 0.85, 0.65, 0.70
# A top that stands this far off the skin or less is fitted.
_FITTED_M: Final = 0.01


@frozen
class Line:
    """One promise.

    Attributes:
        what: In words.
        target: In words.
        measured: In words.
        met: None where nothing was measured.
    """

    what: str
    target: str
    measured: str
    met: bool | None

    @property
    def verdict(self) -> str:
        """In plain words."""
        return {True: "met", False: "**not met**", None: "not measured yet"}[self.met]


def lines(assessments: Sequence[Assessment]) -> list[Line]:
    """Every promise against the reporting part; angles and coverage without a barbell's plates."""
    hinges = [a for a in assessments if a.clip.is_hinge]
    free = [a for a in hinges if a.clip.leg_is_free]
    return [
        *(line for band in MAE_DEG for line in _angles(free, band)),
        *_events(hinges),
        _hands(hinges),
        _counts(hinges),
        *_coverage(free),
    ]


def _angles(hinges: Sequence[Assessment], band: ViewBand) -> Iterator[Line]:
    for (name, word), target in zip(MAIN.items(), MAE_DEG[band], strict=True):
        s = spread(hinges, "program", name, band)
        what = f"{word}, yaw {band.value}: mean absolute error"
        if not s.clips:
            filmed = any(a.clip.band is band for a in hinges)
            words, met = ("refused", False) if filmed else ("-", None)
            yield Line(what, f"{target:g} deg", words, met)
            continue
        yield Line(what, f"{target:g} deg", f"{figure(s.mae)} deg", s.mae <= target)
        if band is ViewBand.SIDE:
            bias_met = abs(s.bias) <= _BIAS_DEG
            yield Line(f"{word}: bias", f"+-{_BIAS_DEG:g} deg", f"{signed(s.bias)} deg", bias_met)


def _events(hinges: Sequence[Assessment]) -> Iterator[Line]:
    side = [a for a in hinges if a.clip.band is ViewBand.SIDE]
    for kind in ("bottom", "top"):
        frames = frames_off(events_of(side, kind, swing=True))
        mean = float(np.mean(np.abs(frames))) if len(frames) else float("nan")
        met = None if np.isnan(mean) else mean <= _FRAMES
        what = f"swing's {kind}, yaw 0-15: mean distance in frames"
        yield Line(what, f"{_FRAMES:g}", figure(mean), met)


def frames_off(events: Sequence[Event]) -> np.ndarray:
    """Return how many frames late each event is found."""
    return np.array([event.error_s * event.fps for event in events])


def _hands(hinges: Sequence[Assessment]) -> Line:
    swings = [a for a in hinges if a.clip.wish.movement == "swing"]
    s = spread(swings, "program", "swing_height", ViewBand.SIDE)
    what = "swing: hands' height, yaw 0-15, trunk lengths"
    return Line(what, f"{_HANDS:g}", figure(s.mae, 3), s.mae <= _HANDS if s.clips else None)


def _counts(hinges: Sequence[Assessment]) -> Line:
    exact = exact_counts(hinges)
    words = f"{percent(exact.share)} ({exact.k} of {exact.n} clips)"
    return Line("reps counted exactly, all views", "98 %", words, _at_least(exact, _COUNTS))


def _coverage(hinges: Sequence[Assessment]) -> Iterator[Line]:
    side = [a for a in hinges if a.clip.band is ViewBand.SIDE]
    front = [o for o in outcomes_of(side) if o.code not in BACK_CHECKS]
    yield _covered("checks measured, yaw 0-15", coverage(front), _COVERED)
    for word, loose, target in (("fitted", False, _BACK_TIGHT), ("loose", True, _BACK_LOOSE)):
        tops = [a for a in side if _is_loose(a) is loose]
        back = [o for o in outcomes_of(tops) if o.code in BACK_CHECKS]
        yield _covered(f"back measured, yaw 0-15, {word} top", coverage(back), target)
    listed = {fault.code for fault in FAULTS if fault.max_yaw_deg >= WIDE_YAW_DEG}
    oblique = [a for a in hinges if a.clip.band is ViewBand.OBLIQUE]
    wide = [o for o in outcomes_of(oblique) if o.code in listed]
    yield _covered("checks that allow 30 degrees and more, yaw 30-50", coverage(wide), _OBLIQUE)


def _is_loose(a: Assessment) -> bool:
    return any(look == a.clip.scene.look and look.loose_m > _FITTED_M for look in LOOKS.values())


def _covered(what: str, rate: Rate, target: float) -> Line:
    words = f"{percent(rate.share)} ({rate.k} of {rate.n})"
    return Line(what, percent(target), words, _at_least(rate, target))


def _at_least(rate: Rate, target: float) -> bool | None:
    return rate.share >= target if rate.n else None
