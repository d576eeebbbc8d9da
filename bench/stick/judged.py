"""What the program says of a stored rep."""

import numpy as np
from attrs import frozen

from bench.lifter.rotations import Array
from bench.stick.plan import Held
from bench.stick.rendering import stored_track, true_gaps
from hingecheck.analysis.back_clearing import clear_back_line
from hingecheck.analysis.conditioning import condition
from hingecheck.analysis.held_gaps import held_gaps
from hingecheck.analysis.hip_centring import centre_hips
from hingecheck.analysis.measuring import measure_signals
from hingecheck.analysis.sagittal import face_forward
from hingecheck.analysis.shoulder_centring import centre_shoulders
from hingecheck.analysis.stick_following import follow_stick
from hingecheck.analysis.viewing import estimate_view
from hingecheck.domain.held_stick import HeldGap
from hingecheck.domain.rep import Phase, Rep, Span
from hingecheck.domain.settings import Settings


@frozen(eq=False)
class Judged:
    """One rep of the bench as the program tells it.

    Attributes:
        held: What was drawn.
        asked: Whether the hands made the program look for a stick.
        told: Sacrum, upper back and head at the bottom; None where no stick was found.
        true: (3,) the same as drawn, in trunk lengths.
    """

    held: Held
    asked: bool
    told: tuple[HeldGap, HeldGap, HeldGap] | None
    true: Array

    @property
    def error(self) -> Array:
        """(3,) told less true; NaN where unseen or not found."""
        if self.told is None:
            return np.full(3, np.nan)
        return np.array([one.gap for one in self.told]) - self.true


def judged(held: Held) -> Judged:
    """Judge a stored rep; its phases are known from the truth."""
    track, moments = stored_track(held), held.scene.moments()
    smooth = centre_shoulders(centre_hips(condition(track, Settings())))
    view = estimate_view(smooth)
    pose = face_forward(smooth, view)
    signals = measure_signals(pose, clear_back_line(pose, smooth, view), view, smooth)
    bottom = len(moments.shown_s) - len(moments.bottom_s)
    rep = Rep(
        number=1,
        bottom=bottom + len(moments.bottom_s) // 2,
        top=0,
        phases={
            Phase.SETUP: Span(0, 1),
            Phase.BOTTOM: Span(bottom, len(moments.shown_s)),
        },
    )
    told = held_gaps(rep, signals, follow_stick(pose, smooth, view))
    true = np.median(true_gaps(held)[bottom:], axis=0)
    return Judged(held, track.stick is not None, told, true)
