import math

import pytest

from hingecheck.domain.view import Side, View, ViewStretch


def _view(yaw_deg, facing=1) -> View:
    return View(yaw_deg, 7.0, Side.LEFT, facing, 500.0)


@pytest.mark.parametrize("facing", [0, 2, -2])
def test_facing_is_right_or_left(facing) -> None:
    """Anything but +1 and -1 would bend every sign that follows."""
    with pytest.raises(ValueError, match="facing must be 1 or -1"):
        _view([0.0], facing)


def test_the_typical_yaw_is_a_median_of_what_was_seen() -> None:
    """Unseen frames and one wild frame do not move it."""
    view = _view([math.nan, 10.0, 12.0, 14.0, 170.0, 11.0])
    assert view.typical_yaw_deg == 12.0
    assert view.yaw_during(slice(1, 3)) == 11.0


def test_a_lifter_who_is_never_seen_has_no_yaw() -> None:
    """All unseen is NaN, not zero: zero would be a perfect side view."""
    assert math.isnan(_view([math.nan, math.nan]).typical_yaw_deg)
    assert math.isnan(_view([math.nan, 3.0]).yaw_during(slice(0, 1)))


def _stretches(*edges: int) -> tuple[ViewStretch, ...]:
    return tuple(
        ViewStretch(start, stop, Side.LEFT, facing, 10.0 * stop, 500.0)
        for start, stop, facing in zip(edges[:-1], edges[1:], (1, -1), strict=True)
    )


def test_each_frame_knows_its_own_stretch() -> None:
    """Facing and scale are those of the stretch in which the frame lies."""
    view = View([0.0, 0.0, math.nan], 7.0, Side.LEFT, 1, 500.0, stretches=_stretches(0, 2, 3))
    assert view.facings.tolist() == [1, 1, -1]
    assert view.trunks_px.tolist() == [20.0, 20.0, 30.0]
    assert [view.stretch_at(frame).stop for frame in (0, 1, 2, 9)] == [2, 2, 3, 3]
    assert view.seen_stretches == view.stretches[:1]


@pytest.mark.parametrize("kept", [slice(1, 2), slice(0, 3, 2)], ids=["begins-late", "gap"])
def test_stretches_leave_no_frame_out(kept) -> None:
    """A frame without a stretch would have no facing."""
    found = (*_stretches(0, 1, 2), *_stretches(2, 3, 4))
    with pytest.raises(ValueError, match="follow one another from frame 0"):
        View([0.0] * 4, 7.0, Side.LEFT, 1, 500.0, stretches=found[kept])


def test_a_stretch_holds_a_frame_and_faces_one_way() -> None:
    """Empty stretches and other signs are refused."""
    with pytest.raises(ValueError, match="facing must be 1 or -1"):
        ViewStretch(0, 1, Side.LEFT, 0, 1.0, 1.0)
    with pytest.raises(ValueError, match="start < stop"):
        ViewStretch(1, 1, Side.LEFT, 1, 1.0, 1.0)
