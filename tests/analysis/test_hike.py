import numpy as np

from hingecheck.analysis.folding import Stretch
from hingecheck.analysis.segmentation import _before_the_drive
from hingecheck.domain.landmark import Landmark
from tests.synthetic.cutting_room import hidden
from tests.synthetic.film import filmed
from tests.synthetic.motion import Score
from tests.synthetic.movements import STANDING, SWING_BOTTOM, SWING_TOP, swing
from tests.synthetic.walk import walked


def test_the_drive_begins_at_the_last_still_moment() -> None:
    """A slow rise out of a deep set-up is not the drive; where it speeds up for good, it is."""
    time_s = np.arange(60) / 30.0
    fold = np.concatenate([np.linspace(1.0, 0.8, 40), np.linspace(0.8, 0.0, 21)[1:]])
    stretch = Stretch(0, time_s, fold, np.zeros(60), np.array([], dtype=np.int64))
    assert abs(_before_the_drive(stretch, 0, 59) - 39) <= 1


def test_a_top_of_unseen_hands_is_no_top() -> None:
    """Hands that are lost give no top, even where the curve drawn across the hole has one."""
    track = filmed(swing(2))
    plain = walked(track)
    top = plain.full_reps[0].top
    wrists = (Landmark.LEFT_WRIST, Landmark.RIGHT_WRIST)
    lost = walked(hidden(track, wrists, slice(top - 3, top + 4)))
    assert len(plain.full_reps) == 2
    assert top not in [rep.top for rep in lost.full_reps]


def test_a_swing_whose_last_top_is_unseen_is_not_told_as_put_down() -> None:
    """Where the hands are lost while the body is up, that is why the rep does not count."""
    score = Score(SWING_TOP).hold(0.4)
    for _ in range(3):
        score.to(SWING_BOTTOM, 0.75).to(SWING_TOP, 0.65).hold(0.1)
    track = filmed(score.to(STANDING, 1.0).hold(1.5).motion())
    top = walked(track).full_reps[-1].top
    wrists = (Landmark.LEFT_WRIST, Landmark.RIGHT_WRIST)
    lost = walked(hidden(track, wrists, slice(top - 10, top + 12)))
    assert len(lost.full_reps) == 2
    assert [rep.why_partial for rep in lost.reps if rep.partial] == [
        "the hands are not seen at its top"
    ]
