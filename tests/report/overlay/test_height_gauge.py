import pytest

from hingecheck.domain.joint import Joint
from hingecheck.domain.movement import Movement
from hingecheck.report.overlay.height_gauge import draw_height_gauge
from tests.report.made_analysis import NO_WRIST, UNSEEN, made_analysis
from tests.report.overlay.drawn import drawn, scene_of


@pytest.mark.parametrize("facing", [1, -1])
def test_stands_before_the_lifter_and_shows_the_signal(facing: int) -> None:
    """The bar reaches from the shoulder's level to the hands', as far as the signal says."""
    analysis = made_analysis(width_px=854, height_px=480, facing=facing)
    canvas, scene = drawn(draw_height_gauge, analysis, 46), scene_of(analysis)
    shoulder = analysis.pose.joints_px[46, Joint.SHOULDER]
    assert (scene.gauge_x_px - shoulder[0]) * facing > 0
    height = analysis.signals["swing_height"].values[46]
    x, hands_y = round(scene.gauge_x_px), round(shoulder[1] - height * analysis.pose.trunk_px)
    assert canvas.starting("line hands") == [
        f"line hands [[{x}, {round(shoulder[1])}], [{x}, {hands_y}]]"
    ]
    assert "hands: hands" in canvas.entries


def test_shows_the_level_alone_where_the_hands_are_unseen() -> None:
    """No marker is drawn for hands that nobody saw."""
    analysis = made_analysis()
    canvas = drawn(draw_height_gauge, analysis, NO_WRIST.start)
    assert [entry.split(" [")[0] for entry in canvas.entries] == ["dashes level"]


def test_is_empty_where_the_lifter_is_unseen() -> None:
    """Without a shoulder there is no level."""
    assert drawn(draw_height_gauge, made_analysis(), UNSEEN.start).entries == []


def test_is_for_swings_only() -> None:
    """A deadlift has no swing height."""
    slow = made_analysis(movement=Movement.DEADLIFT)
    assert drawn(draw_height_gauge, slow, 46).entries == []
