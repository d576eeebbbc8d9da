import numpy as np
import pytest

from hingecheck.analysis.lifter import lifter_of, people_in
from hingecheck.domain.person import Person


def _looks(*people, every_s: float = 0.2, count: int = 40):
    """Each person is (x, height, how far the head goes, period)."""
    rows = []
    for look in range(count):
        time_s = look * every_s
        for x, height, travel, period_s in people:
            down = travel * height * (1 - np.cos(2 * np.pi * time_s / period_s)) / 2
            rows.append((time_s, x - 50, 600 - height + down, x + 50, 600))
    return np.array(rows, dtype=np.float64)


def test_who_goes_up_and_down_is_the_lifter_and_not_the_tallest() -> None:
    """A tall one who watches from the front is not measured."""
    people = people_in(_looks((200, 500, 0.02, 2.0), (600, 300, 0.3, 2.0)))
    assert [one.moves for one in people] == [False, True]
    assert lifter_of(people) == 2


def test_of_two_who_lift_the_one_who_moves_more_in_the_picture_is_measured() -> None:
    """A lifter in front moves more pixels than one far behind."""
    assert lifter_of(people_in(_looks((200, 150, 0.3, 2.0), (600, 400, 0.3, 2.0)))) == 2


def test_of_two_who_move_alike_the_left_one_is_measured() -> None:
    """A split screen shows the same lift twice: noise must not choose."""
    assert lifter_of(people_in(_looks((200, 400, 0.3, 2.0), (600, 420, 0.35, 2.0)))) == 1


def test_where_nobody_lifts_the_largest_is_measured() -> None:
    """As long as the looks found them alike."""
    assert lifter_of(people_in(_looks((200, 300, 0.01, 2.0), (600, 500, 0.01, 2.0)))) == 2


def test_travel_and_turns_are_those_of_the_head() -> None:
    """Eight seconds of reps of two seconds: down and up four times, by 0.3 heights."""
    (one,) = people_in(_looks((400, 400, 0.3, 2.0)))
    assert one.travel == pytest.approx(0.26, abs=0.04)
    assert 6 <= one.turns <= 8
    assert one.share == 1.0
    assert (one.left_px, one.right_px, one.bottom_px) == (350, 450, 600)
    assert one.height_px == pytest.approx(400, rel=0.03)


def test_rare_looks_do_not_tell_who_moves() -> None:
    """Four seconds apart nothing is known of the way between."""
    (one,) = people_in(_looks((400, 400, 0.3, 2.0), every_s=4.0))
    assert np.isnan(one.travel)
    assert not one.moves


def test_coming_nearer_is_no_lift() -> None:
    """Who walks up to the phone grows all the time and never turns back."""
    rows = [(0.2 * look, 300, 500 - 8 * look, 400, 600) for look in range(40)]
    (one,) = people_in(np.array(rows, dtype=np.float64))
    assert one.turns == 0
    assert not one.moves


def test_nobody_has_no_lifter() -> None:
    """An empty list is a mistake of the caller."""
    assert people_in(np.empty((0, 5))) == ()
    with pytest.raises(ValueError, match="empty"):
        lifter_of(())


def test_a_person_who_moves_without_a_way_does_not_lift() -> None:
    """Both are needed: the way and the turns."""
    standing = Person(1, 0, 0, 10, 100, 100, travel=0.05, turns=9, share=1.0)
    assert not standing.moves
