import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.film.framing import cut_offs, framing_fact, size_fact
from hingecheck.analysis.viewing import estimate_view
from hingecheck.domain.film_check import State
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.region import Region
from tests.analysis.film.made_picture import pictured
from tests.synthetic.film import Film, filmed
from tests.synthetic.movements import swing


def missing(track: PoseTrack) -> dict[tuple[str, str], float]:
    """The share of each cut-off."""
    found = cut_offs(track, estimate_view(track))
    return {(one.part, one.edge): one.share for one in found}


def test_a_whole_body_is_whole() -> None:
    """Nothing is cut off where everything is inside."""
    track = filmed(swing(3), Film(ankle_px=(640, 860)))
    assert missing(track) == {}
    assert framing_fact(()).state is State.GOOD


def test_feet_below_the_picture() -> None:
    """They are missing all the time, and from the first frame on."""
    track = filmed(swing(3), Film(ankle_px=(640, 970)))
    found = cut_offs(track, estimate_view(track))
    feet = next(one for one in found if one.part == "feet")
    assert (feet.edge, feet.first_frame) == ("bottom", 0)
    assert feet.share > 0.9
    assert framing_fact(found).state is State.POOR


def test_a_head_above_the_picture_is_missing_at_the_tops_only() -> None:
    """Who folds comes back into the picture."""
    share = missing(filmed(swing(3), Film(ankle_px=(640, 470))))[("head", "top")]
    assert 0.1 < share < 0.9


def test_a_single_wild_frame_is_no_framing() -> None:
    """A landmark that jumps out once is an error of the model."""
    track = filmed(swing(3), Film())
    image = track.image_px.copy()
    image[20:22, :11] = -500.0
    assert missing(evolve(track, image_px=image)) == {}


def test_a_bar_is_not_the_picture() -> None:
    """Feet behind a letter box are missing."""
    track = filmed(swing(3), Film(ankle_px=(640, 860)))
    boxed = pictured(track, bars_px=np.array([[0, 120.0, 0, 120.0]]))
    assert ("feet", "bottom") in missing(boxed)


def test_what_lies_outside_the_region_is_missing() -> None:
    """Who looks at one panel of a split screen sees nothing beyond it."""
    track = filmed(swing(3), Film(ankle_px=(640, 860)))
    assert ("feet", "bottom") in missing(evolve(track, region=Region(0, 0, 1280, 800)))


@pytest.mark.parametrize(("trunk_px", "state"), [(180.0, State.GOOD), (60.0, State.POOR)])
def test_a_small_lifter_is_poor(trunk_px: float, state: State) -> None:
    """The limit is that of the judging."""
    assert size_fact(estimate_view(filmed(swing(2), Film(trunk_px=trunk_px)))).state is state


@pytest.mark.parametrize(("lost_s", "told"), [(1.0, True), (3.5, False)])
def test_who_is_lost_because_the_head_left_is_told_as_cut_off(lost_s: float, told: bool) -> None:
    """The head goes out, the model knows nobody, the lifter comes back: all of it counts."""
    track = filmed(swing(3))
    image = track.image_px.copy()
    image[(track.time_s >= 1.0) & (track.time_s < 1.1), Landmark.NOSE, 1] = -60.0
    image[(track.time_s >= 1.1) & (track.time_s < 1.1 + lost_s)] = np.nan
    found = missing(evolve(track, image_px=image))
    expected = {("head", "top"): (lost_s + 0.1) / track.recording.duration_s} if told else {}
    assert found == pytest.approx(expected, abs=0.02)


def test_who_is_lost_in_the_middle_of_the_picture_is_not_cut_off() -> None:
    """Nobody seen, and nothing was out before: the model's failure, not the camera's."""
    assert missing(filmed(swing(3), Film(unseen_s=((2.0, 3.0),)))) == {}
