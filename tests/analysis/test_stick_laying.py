import numpy as np
import pytest

from hingecheck.analysis.back_tracing import HEAD_STATIONS, STATIONS, points_px
from hingecheck.analysis.sagittal import face_forward
from hingecheck.analysis.stick_laying import lay_virtual_stick
from hingecheck.analysis.viewing import estimate_view
from hingecheck.domain.back_line import BackLine
from tests.synthetic.film import Film, filmed
from tests.synthetic.movements import standing

TRACK = filmed(standing(0.5), Film(facing=-1))
POSE = face_forward(TRACK, estimate_view(TRACK))
FRAMES = len(POSE.time_s)


def _back(depth, head) -> BackLine:
    rows, head_rows = (np.tile(np.asarray(one, dtype=float), (FRAMES, 1)) for one in (depth, head))
    return BackLine(
        station=STATIONS,
        depth=rows,
        points_px=points_px(POSE, STATIONS, rows),
        head_station=HEAD_STATIONS,
        head_depth=head_rows,
    )


def _flat(value: float, stations) -> np.ndarray:
    return np.full(len(stations), value)


def test_a_straight_back_touches_with_sacrum_upper_back_and_head() -> None:
    """Three contacts, no gap, and the stick lies on the edge."""
    stick = lay_virtual_stick(POSE, _back(_flat(0.15, STATIONS), _flat(0.15, HEAD_STATIONS)))
    np.testing.assert_allclose(stick.gap, 0.0, atol=1e-9)
    np.testing.assert_allclose(stick.contacts_px, stick.feet_px, atol=1e-6)
    ends = points_px(POSE, np.array([-0.08, 1.65]), np.full((FRAMES, 2), 0.15))
    np.testing.assert_allclose(stick.ends_px, ends, atol=1e-6)


def test_a_hollow_low_back_is_bridged() -> None:
    """The stick lies in no body and touches on both sides of a hollow."""
    hollow = 0.15 - 0.08 * np.sin(np.pi * np.clip(STATIONS / 0.6, 0, 1))
    stick = lay_virtual_stick(POSE, _back(hollow, _flat(0.15, HEAD_STATIONS)))
    np.testing.assert_allclose(stick.gap, 0.0, atol=1e-9)


def test_a_head_poked_forward_leaves_the_stick() -> None:
    """The gap is the distance at right angles to the stick, in trunk lengths."""
    stick = lay_virtual_stick(POSE, _back(_flat(0.15, STATIONS), _flat(0.03, HEAD_STATIONS)))
    np.testing.assert_allclose(stick.gap[:, :2], 0.0, atol=1e-9)
    np.testing.assert_allclose(stick.gap[:, 2], 0.12, atol=1e-9)


def test_a_round_back_leaves_the_stick_at_both_ends() -> None:
    """A bulged back touches in its middle only: sacrum and head come off."""
    place = np.concatenate([STATIONS, HEAD_STATIONS])
    round_back = 0.3 - 0.5 * (place - 0.75) ** 2
    stick = lay_virtual_stick(POSE, _back(round_back[:20], round_back[20:]))
    assert (stick.gap[:, 0] > 0.1).all()
    assert (stick.gap[:, 1] < 0.01).all()
    assert (stick.gap[:, 2] > 0.08).all()


def test_without_a_head_the_other_two_contacts_hold_the_stick() -> None:
    """An unseen head has no gap, and moves nothing else."""
    stick = lay_virtual_stick(POSE, _back(_flat(0.15, STATIONS), _flat(np.nan, HEAD_STATIONS)))
    assert np.isnan(stick.gap[:, 2]).all()
    np.testing.assert_allclose(stick.gap[:, :2], 0.0, atol=1e-9)


@pytest.mark.parametrize("hidden", [slice(0, 8), slice(10, 20)], ids=["sacrum", "upper-back"])
def test_without_sacrum_or_upper_back_there_is_no_stick(hidden) -> None:
    """One end alone holds no stick."""
    depth = _flat(0.15, STATIONS)
    depth[hidden] = np.nan
    stick = lay_virtual_stick(POSE, _back(depth, _flat(0.15, HEAD_STATIONS)))
    assert np.isnan(stick.gap).all()
    assert np.isnan(stick.ends_px).all()
