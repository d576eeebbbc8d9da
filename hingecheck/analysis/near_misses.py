"""What looks like a hip hinge and is none, by name."""

import numpy as np
import scipy

from hingecheck.analysis.folding import Stretch
from hingecheck.analysis.leaning import Lean, shallow_leans
from hingecheck.analysis.slow_lifts import ON_BACK_TRUNKS, Fold, middle
from hingecheck.analysis.swing_tops import hand_tops, is_pulled, swing_tops
from hingecheck.domain.array import Floats
from hingecheck.domain.movement import Movement, Recognition
from hingecheck.domain.signal import SignalSet

# Knees of a squat, in space: 135 degrees on a labelled back squat, 79 and 102 on rendered ones of
# the tuning part; a hinge with a stick, whose hands are as high, has 39 to 54. Where the hands say
# nothing, only deeper ones count.
SQUAT_KNEE_DEG = 85.0
HIGH_HANDS_KNEE_DEG = 67.0
# Hands this high above the shoulder, over elbows that were bent this far on their way: a snatch. An
# overhead swing goes up on straight arms.
OVERHEAD_TRUNKS = 0.75
SNATCH_ELBOW_DEG = 50.0
# A row bends and stretches the elbows by so much and lifts the hands toward the shoulders, while
# the trunk leans so far and stays where it is: at least as often as the trunk goes down. Arms that
# bend in a lift bend while the trunk rises.
ROW_ELBOW_DEG = 60.0
ROW_LEAN_DEG = 30.0
ROW_HANDS_TRUNKS = 0.2
ROW_STILL_DEG = 12.0
# Where a pull is looked at: from so far down on the one side of its peak to the other.
_PULL_DEPTH = 0.8
# Who never comes up to here is in a push-up or on the floor.
FLOOR_LEAN_DEG = 50.0
# The feet of a walker go further than this; a lifter's ankle stays within 0.5.
WALK_TRUNKS = 2.0


def other_exercise(signals: SignalSet, found: tuple[Stretch, ...]) -> Recognition | None:
    """Another exercise that folds the body as well, told by the arms; None if it is none."""
    swings = [(stretch, top) for stretch in found for top in swing_tops(stretch, signals)]
    if swings:
        snatched = sum(_is_snatched(stretch, signals, top) for stretch, top in swings)
        if 2 * snatched > len(swings):
            return _none(0.6, "It looks like a snatch: the hands go overhead on bent arms.")
        return None
    if any(is_pulled(stretch, signals, top) for stretch in found for top in hand_tops(stretch)):
        return _none(0.6, "It looks like a high pull: the hands are pulled up with high elbows.")
    if any(_is_rowed(stretch, signals) for stretch in found):
        return _none(0.6, "It looks like a row: the trunk stays down while the arms pull.")
    return None


def no_hinge(signals: SignalSet, found: tuple[Stretch, ...], folds: list[Fold]) -> Recognition:
    """Names what a recording without any hinge shows, as far as it can be told."""
    lowest = min((_least_lean_deg(stretch, signals) for stretch in found), default=float("nan"))
    if lowest > FLOOR_LEAN_DEG:
        return _none(0.7, "It looks like a push-up or floor work: the body never stands up.")
    if folds:
        knee = middle([fold.knee_in_space_deg for fold in folds])
        if knee >= SQUAT_KNEE_DEG:
            return _none(0.7, "It looks like a squat: the knees bend, but the trunk hardly leans.")
        return _none(0.7, "The body folds, but the trunk hardly leans.")
    if walks(signals):
        return _none(0.7, "It looks like walking: the feet move on, and the body never folds.")
    shallow = [lean for stretch in found for lean in shallow_leans(stretch, signals)]
    if shallow:
        return _shallow(shallow)
    return _none(0.7, "The body never folds.")


def _shallow(leans: list[Lean]) -> Recognition:
    by = middle([lean.at_bottom_deg - lean.at_top_deg for lean in leans])
    times = "once" if len(leans) == 1 else f"{len(leans)} times"
    return _none(
        0.6,
        f"The trunk leans forward {times}, by {by:.0f} degrees only: too shallow a hinge to count. "
        "Say --movement hinge to judge it all the same.",
    )


def walks(signals: SignalSet) -> bool:
    """Whether the feet move on further than a lifter's do."""
    return _travel(signals) > WALK_TRUNKS


def squats(folds: list[Fold]) -> bool:
    """Whether folds that lean far enough are squats all the same: deep knees, high hands."""
    knee = middle([fold.knee_in_space_deg for fold in folds])
    return (
        knee >= HIGH_HANDS_KNEE_DEG
        and middle([fold.hands_trunks for fold in folds]) > ON_BACK_TRUNKS
    )


def squat() -> Recognition:
    """Said of folds that lean like a hinge and are none."""
    return _none(0.6, "It looks like a squat: the knees bend deep and the hands do not hang.")


def _none(confidence: float, why: str) -> Recognition:
    return Recognition(Movement.NONE, confidence, why)


def _is_snatched(stretch: Stretch, signals: SignalSet, top: int) -> bool:
    """Whether the hands end overhead, and the elbow was bent while they rose."""
    if stretch.hands[top] < OVERHEAD_TRUNKS:
        return False
    low = top - int(np.argmax(stretch.hands[top::-1] < -OVERHEAD_TRUNKS))
    elbow = signals["elbow_flexion"].values[stretch.start + low : stretch.start + top]
    rising = stretch.hands[low:top] > ON_BACK_TRUNKS
    bent = elbow[rising & np.isfinite(elbow)]
    return bool(len(bent)) and float(np.percentile(bent, 90)) >= SNATCH_ELBOW_DEG


def _is_rowed(stretch: Stretch, signals: SignalSet) -> bool:
    """Whether the arms pull at least as often as the trunk goes down."""
    span = slice(stretch.start, stretch.start + len(stretch))
    lean = _filled(signals["trunk_inclination_3d"].values[span])
    pulls = _pulls(stretch, _filled(signals["elbow_flexion"].values[span]), lean)
    down = np.diff(lean >= ROW_LEAN_DEG, prepend=False)
    return pulls > 0 and pulls >= int(np.ceil(down.sum() / 2))


def _pulls(stretch: Stretch, elbow: Floats, lean: Floats) -> int:
    """How often (N,) elbows bend and stretch again while the trunk stays down."""
    peaks, _ = scipy.signal.find_peaks(elbow, prominence=ROW_ELBOW_DEG)
    widths = scipy.signal.peak_widths(elbow, peaks, rel_height=_PULL_DEPTH)
    count = 0
    for peak, first, last in zip(peaks, *widths[2:], strict=True):
        ends = [int(first), int(np.ceil(last))]
        during = lean[ends[0] : ends[1] + 1]
        down = during.min() >= ROW_LEAN_DEG and np.ptp(during) <= ROW_STILL_DEG
        lifted = stretch.hands[peak] - stretch.hands[ends].max() >= ROW_HANDS_TRUNKS
        count += bool(down and lifted)
    return count


def _filled(values: Floats) -> Floats:
    known = np.isfinite(values)
    if not known.any():
        return np.zeros(len(values))
    places = np.arange(len(values))
    return np.asarray(np.interp(places, places[known], values[known]))


def _least_lean_deg(stretch: Stretch, signals: SignalSet) -> float:
    lean = signals["trunk_inclination_3d"].values[stretch.start : stretch.start + len(stretch)]
    known = lean[np.isfinite(lean)]
    return float(np.percentile(known, 5)) if len(known) else float("nan")


def _travel(signals: SignalSet) -> float:
    """How far the ankle goes, trunk lengths; 0 where it is never seen."""
    ankle = signals["ankle_forward"].values
    known = ankle[np.isfinite(ankle)]
    low, high = np.percentile(known, (5, 95)) if len(known) else (0.0, 0.0)
    return float(high - low)
