"""Reads the back of every rep: within the rep, and against the lifter's own straightest one."""

import numpy as np

from hingecheck.analysis.back_change import BackChange, deep_frames, early_frames
from hingecheck.analysis.held_gaps import held_gaps
from hingecheck.domain.array import Floats
from hingecheck.domain.back_reading import BackReading
from hingecheck.domain.held_stick import HeldStick
from hingecheck.domain.rep import Rep
from hingecheck.domain.signal import SignalSet

# What a virtual stick lies on is the real one and the hands there.
_NO_GAPS = (float("nan"),) * 3
_GAPS = ("stick_gap_sacrum", "stick_gap_upper_back", "stick_gap_head")


def read_backs(
    reps: tuple[Rep, ...], signals: SignalSet, held: HeldStick | None = None
) -> tuple[BackReading, ...]:
    """One reading per full rep, in their order.

    Args:
        reps: all of them.
        signals: of the recording.
        held: the stick that the lifter holds along the back.
    """
    whole = [rep for rep in reps if not rep.partial]
    levels = np.array([_level("back_curve", rep, signals) for rep in whole])
    straightest = _straightest(whole, levels)
    least = np.nanmin(np.append(levels, np.inf))
    return tuple(
        BackReading(
            rep=rep.number or 0,
            change=BackChange()(rep, signals),
            lower=BackChange("lower_back_curve", share=1)(rep, signals),
            upper=BackChange("upper_back_curve", share=1)(rep, signals),
            straightest=straightest if np.isfinite(level) else None,
            against_straightest=_known(level - least),
            against_u=_against_u(level, signals),
            gaps=_gaps(rep, signals) if held is None else _NO_GAPS,
            early_frame=_early_frame(rep, signals),
            held=held_gaps(rep, signals, held),
        )
        for rep, level in zip(whole, levels, strict=True)
    )


def _level(name: str, rep: Rep, signals: SignalSet) -> float:
    """The median of a signal at the bottom; NaN where it was not seen."""
    values = signals[name].values[deep_frames(rep, signals)]
    seen = values[np.isfinite(values)]
    return float(np.median(seen)) if len(seen) else float("nan")


def _early_frame(rep: Rep, signals: SignalSet) -> int | None:
    """The frame whose curve is nearest to the median early in the hinge."""
    frames, curve = early_frames(rep, signals), signals["back_curve"].values
    seen = frames[np.isfinite(curve[frames])]
    if not len(seen):
        return None
    return int(seen[np.argmin(np.abs(curve[seen] - np.median(curve[seen])))])


def _straightest(whole: list[Rep], levels: Floats) -> int | None:
    seen = np.flatnonzero(np.isfinite(levels))
    return whole[int(seen[np.argmin(levels[seen])])].number if len(seen) else None


def _against_u(level: float, signals: SignalSet) -> float | None:
    u = signals["back_curve"].u
    return float(np.sqrt(2) * np.median(u)) if np.isfinite(level) else None


def _known(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _gaps(rep: Rep, signals: SignalSet) -> tuple[float, float, float]:
    sacrum, upper, head = (_level(name, rep, signals) for name in _GAPS)
    return sacrum, upper, head
