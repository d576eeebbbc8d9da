"""Tells a swing from a slow lift, and both from what is no hip hinge."""

from hingecheck.analysis.folding import Stretch
from hingecheck.analysis.leaning import leans, shallow_hinges
from hingecheck.analysis.near_misses import no_hinge, other_exercise, squat, squats, walks
from hingecheck.analysis.slow_lifts import Fold, read_fold, tell_apart
from hingecheck.analysis.swing_tops import swing_tops
from hingecheck.domain.movement import MOVEMENT_WORDS, Movement, Recognition
from hingecheck.domain.signal import SignalSet

# Who leans a little and comes up again may also do something else.
_SHALLOW = 0.5


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
        shallow = [] if folds or walks(signals) else _shallow(signals, found)
        return _slow(shallow, _SHALLOW) if shallow else no_hinge(signals, found, folds)
    return squat() if squats(hinges) else _slow(hinges, len(hinges) / len(folds))


def _shallow(signals: SignalSet, found: tuple[Stretch, ...]) -> list[Fold]:
    """Hinges too shallow for a fold, in a recording that shows nothing else."""
    return [
        read_fold(lean, stretch, signals)
        for stretch in found
        for lean in shallow_hinges(stretch, signals)
    ]


def _slow(hinges: list[Fold], sure: float) -> Recognition:
    """Which slow lift it is, and how sure that they are hinges at all."""
    told = tell_apart(hinges)
    seen = f"The trunk leans forward and rises again slowly, {_times(len(hinges))}"
    confidence = min(told.confidence, sure)
    return Recognition(told.movement, confidence, f"{seen}; {told.why}", told.kinds)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
