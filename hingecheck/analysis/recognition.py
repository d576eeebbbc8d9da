"""Tells a swing from a slow lift, and both from what is no hip hinge."""

from hingecheck.analysis.folding import Stretch
from hingecheck.analysis.leaning import leans
from hingecheck.analysis.near_misses import no_hinge, other_exercise, squat, squats
from hingecheck.analysis.slow_lifts import Fold, read_fold, tell_apart
from hingecheck.analysis.swing_tops import swing_tops
from hingecheck.domain.movement import MOVEMENT_WORDS, Movement, Recognition
from hingecheck.domain.signal import SignalSet


def recognise(
    signals: SignalSet, found: tuple[Stretch, ...], asked: Movement | None
) -> Recognition:
    """What the recording shows; `asked` overrides what it looks like."""
    if asked is not None:
        why = f"You said that it is a {MOVEMENT_WORDS[asked]}."
        return Recognition(asked, 1.0, why)
    other = other_exercise(signals, found)
    if other is not None:
        return other
    swings = sum(len(swing_tops(stretch, signals)) for stretch in found)
    if swings:
        why = f"The hands swing up while the body rises, {_times(swings)}."
        return Recognition(Movement.SWING, 0.9 if swings > 1 else 0.6, why)
    folds = [
        read_fold(fold, stretch, signals) for stretch in found for fold in leans(stretch, signals)
    ]
    hinges = [fold for fold in folds if fold.is_hinge]
    if not hinges:
        return no_hinge(signals, found, folds)
    return squat() if squats(hinges) else _slow(hinges, len(folds))


def _slow(hinges: list[Fold], folds: int) -> Recognition:
    """Which slow lift it is; the share of folds that are hinges lowers the confidence."""
    told = tell_apart(hinges)
    seen = f"The trunk leans forward and rises again slowly, {_times(len(hinges))}"
    confidence = min(told.confidence, len(hinges) / folds)
    return Recognition(told.movement, confidence, f"{seen}; {told.why}", told.kinds)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
