"""What is true of a stored back: its curve, and the gaps of a stick laid on it."""

from typing import Final

import numpy as np
from attrs import frozen

from bench.lifter.person import dress
from bench.lifter.pose import PoseAngles
from bench.lifter.rotations import Array
from bench.lifter.scene import trunk_m
from bench.spine.plan import Back
from bench.spine.profile import hull_edge, profile, without_arms
from hingecheck.analysis.back_change import EARLY_DEG
from hingecheck.analysis.stick_laying import PLACES

# As the signal `back_curve` is defined.
_ENDS, _PART = (0.10, 0.85), (0.40, 0.70)
_SAMPLES: Final = 20


@frozen(eq=False)
class TrueBack:
    """Of one rep, in trunk lengths.

    Attributes:
        bottom: The back's curve at the bottom.
        early: The same early in the hinge, the median of the moments that the program reads.
        gaps: (3,) sacrum, upper back and head off a stick laid on the true outline at the bottom.
    """

    bottom: float
    early: float
    gaps: Array


def true_back(back: Back) -> TrueBack:
    """Pose the dressed body at the bottom and early in the hinge, and look from the side."""
    timeline, moments = back.scene.timeline(), back.scene.moments()
    bottom = timeline.at(moments.bottom_s[len(moments.bottom_s) // 2])
    low, high = EARLY_DEG
    way = [timeline.at(time_s) for time_s in moments.early_s]
    early = [one for one in way if low <= one.trunk_deg <= high]
    outline = _Outline(back)
    along, depth = outline.at(bottom)
    return TrueBack(
        bottom=_curve(along, depth),
        early=float(np.median([_curve(*outline.at(one)) for one in early])),
        gaps=_gaps(along, depth),
    )


class _Outline:
    """A dressed lifter's dorsal outline in any pose."""

    def __init__(self, back: Back) -> None:
        self._skeleton = back.scene.skeleton()
        self._dressed = dress(self._skeleton.body, back.scene.look)
        self._share = back.scene.dual_quaternion_share
        self._trunk_m = trunk_m(self._skeleton)

    def at(self, angles: PoseAngles) -> tuple[Array, Array]:
        """Along the hip-shoulder line and behind it, in trunk lengths."""
        posed = self._skeleton.pose(angles)
        skin = self._dressed.posed(posed, self._share)
        hip, shoulder = (
            (posed.joints[f"left_{joint}"] + posed.joints[f"right_{joint}"]) / 2
            for joint in ("hip", "shoulder")
        )
        length = float(np.linalg.norm(shoulder - hip))
        up = (shoulder - hip) / length
        behind = np.array([-up[2], 0.0, up[0]])
        along, depth = profile(without_arms(self._dressed, skin) - hip, up, behind)
        return along / length, depth / self._trunk_m


def _curve(along: Array, depth: Array) -> float:
    station = np.linspace(*_PART, _SAMPLES)
    low, high = (float(np.interp(end, along, depth)) for end in _ENDS)
    share = (station - _ENDS[0]) / (_ENDS[1] - _ENDS[0])
    chord = low + share * (high - low)
    return float(np.mean(np.interp(station, along, depth) - chord))


def _gaps(along: Array, depth: Array) -> Array:
    reach = (along >= PLACES[0][0]) & (along <= PLACES[2][1])
    along, depth = along[reach], depth[reach]
    height, slope = hull_edge(along, depth, float(np.mean([np.mean(place) for place in PLACES])))
    off = (height + slope * along - depth) / np.sqrt(1 + slope**2)
    least = [np.min(off[(along >= low) & (along <= high)]) for low, high in PLACES]
    return np.maximum(least, 0.0)
