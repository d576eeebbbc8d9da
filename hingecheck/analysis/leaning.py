"""How far the trunk leans in each fold, from any view."""

import numpy as np
from attrs import frozen

from hingecheck.analysis.folding import Stretch, turning_points
from hingecheck.domain.array import Floats
from hingecheck.domain.signal import SignalSet

# A fold counts from here on; real swings fold by 0.5, slow lifts by 0.7 trunk lengths and more.
MIN_FOLD_TRUNKS = 0.3
# From its top to its bottom a hinge leans the trunk by this much: a squatty deadlift by 25, a
# back squat by 18 to 21, on the rendered and the labelled clips.
MIN_LEAN_DEG = 23.0
# Who does not come up to here does not stand: push-ups, rows.
MAX_TOP_LEAN_DEG = 45.0
# A hinge too shallow to lower the shoulder by so much still leans the trunk by this in the picture,
# as long as that tells a lean (errors of 2 to 4 degrees up to this yaw), and comes back up to here.
MIN_SHALLOW_DEG = 15.0
_SHALLOW_YAW_DEG = 50.0
_SHALLOW_TOP_DEG = 12.0
# A rep of a set leans about as far as the others.
_ALIKE = 0.75


@frozen
class Lean:
    """How far the trunk leans in one fold, in degrees; NaN = unseen.

    Attributes:
        bottom: the deepest frame of the stretch.
        at_bottom_deg: there.
        at_top_deg: at the best moment between the folds around it.
    """

    bottom: int
    at_bottom_deg: float
    at_top_deg: float

    @property
    def is_hinge(self) -> bool:
        """Whether the trunk leans enough, and comes up in between."""
        enough = self.at_bottom_deg - self.at_top_deg >= MIN_LEAN_DEG
        return enough and self.at_top_deg <= MAX_TOP_LEAN_DEG


def leans(stretch: Stretch, signals: SignalSet) -> list[Lean]:
    """Each fold of a stretch: how far the trunk leans at its bottom and at the tops around it."""
    lean = signals["trunk_inclination_3d"].values[stretch.start : stretch.start + len(stretch)]
    bottoms = turning_points(stretch.fold, MIN_FOLD_TRUNKS).tolist()
    edges = [0, *bottoms, len(stretch)]
    result = []
    for index, bottom in enumerate(bottoms):
        around = lean[edges[index] : edges[index + 2]]
        result.append(Lean(bottom, near(lean, bottom), _lowest(around)))
    return result


def lean_turns(stretch: Stretch, signals: SignalSet, *, any_lean: bool) -> list[Lean]:
    """The folds of a stretch, and the shallow leans that belong to the same set, in time order.

    Where the user said which lift it is, every shallow lean does; else those that are hinges and
    nearly as far as the folds, or all hinges where there are no folds.
    """
    folds = leans(stretch, signals)
    shallow = shallow_leans(stretch, signals) if any_lean else shallow_hinges(stretch, signals)
    lean = signals["trunk_inclination"].values[stretch.start : stretch.start + len(stretch)]
    more = [one for one in shallow if not any(_same_dip(one, fold, lean) for fold in folds)]
    if folds and not any_lean:
        usual = float(np.median([fold.at_bottom_deg for fold in folds]))
        more = [one for one in more if one.at_bottom_deg >= _ALIKE * usual]
    return sorted([*folds, *more], key=lambda one: one.bottom)


def _same_dip(one: Lean, other: Lean, lean: Floats) -> bool:
    """Whether the trunk does not come halfway up between two moments."""
    first, last = sorted((one.bottom, other.bottom))
    between = lean[first : last + 1]
    return not bool(np.any(between < one.at_bottom_deg / 2))  # NaN compares false


def shallow_leans(stretch: Stretch, signals: SignalSet) -> list[Lean]:
    """Leans of the trunk that lower the shoulder too little for a fold; not from the front."""
    span = slice(stretch.start, stretch.start + len(stretch))
    lean = signals["trunk_inclination"].values[span]
    yaw = signals["camera_yaw"].values[span]
    seen = np.isfinite(lean) & (np.abs(yaw) <= _SHALLOW_YAW_DEG)
    if not seen.any():
        return []
    places = np.arange(len(lean))
    whole = np.interp(places, places[seen], lean[seen])
    top = float(np.percentile(whole, 5))
    peaks = turning_points(whole, MIN_SHALLOW_DEG).tolist() if top <= _SHALLOW_TOP_DEG else []
    return [Lean(peak, float(whole[peak]), top) for peak in peaks if seen[peak]]


def shallow_hinges(stretch: Stretch, signals: SignalSet) -> list[Lean]:
    """Shallow leans that lean as far as a hinge must, and fold the hips more than the knees."""
    return [
        lean
        for lean in shallow_leans(stretch, signals)
        if lean.is_hinge and _folds_at_the_hips(stretch.start + lean.bottom, signals)
    ]


def _folds_at_the_hips(frame: int, signals: SignalSet) -> bool:
    """Unseen knees or hips say nothing, so they are no hinge."""
    hip, knee = (
        near(values, frame) - _lowest(values)
        for values in (signals[name].values for name in ("trunk_thigh_flexion", "knee_flexion"))
    )
    return bool(hip > knee)


def _lowest(values: Floats) -> float:
    known = values[np.isfinite(values)]
    return float(np.percentile(known, 5)) if len(known) else float("nan")


def near(values: Floats, index: int) -> float:
    """The median of a (N,) curve about an index, five frames wide; NaN where it is unseen."""
    known = values[max(0, index - 2) : index + 3]
    known = known[np.isfinite(known)]
    return float(np.median(known)) if len(known) else float("nan")
