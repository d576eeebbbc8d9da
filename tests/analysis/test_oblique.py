import numpy as np
import pytest

from hingecheck.analysis.oblique import MAX_STRETCH_YAW_DEG, into_plane
from hingecheck.domain.joint import JOINT_COUNT, Joint
from tests.synthetic.film import Film
from tests.synthetic.movements import slow_lift
from tests.synthetic.walk import analysed

NEAR = np.full((1, JOINT_COUNT, 2), np.nan)
NEAR[0, Joint.SHOULDER], NEAR[0, Joint.HIP] = (1.0, 2.0), (0.5, 1.0)
FAR = np.full((1, JOINT_COUNT, 2), np.nan)
FAR[0, Joint.SHOULDER] = (0.6, 2.0)


def _turned(yaw_deg: float) -> np.ndarray:
    return into_plane(NEAR, FAR, np.array([yaw_deg]))[0][[Joint.SHOULDER, Joint.HIP]]


def test_from_the_side_the_near_joints_stand_alone() -> None:
    """Up to ten degrees only the stretch of a cosine changes anything."""
    np.testing.assert_allclose(_turned(0.0), [(1.0, 2.0), (0.5, 1.0)])
    np.testing.assert_allclose(_turned(-10.0)[:, 0], np.array([1.0, 0.5]) / np.cos(np.radians(10)))


def test_from_further_round_the_middle_counts() -> None:
    """From twenty degrees on it is the middle of both sides, stretched, at its own height."""
    turned = _turned(40.0)
    assert turned[0, 0] == pytest.approx(0.8 / np.cos(np.radians(40)))
    assert turned[0, 1] == 2.0


def test_an_unseen_far_joint_is_guessed_from_the_near_one() -> None:
    """Where the far side is hidden the near joint moves by how far it usually stands out."""
    ahead = 0.5 + 0.20 * np.sin(np.radians(40))
    assert _turned(40.0)[1, 0] == pytest.approx(ahead / np.cos(np.radians(40)))
    behind = 0.5 - 0.20 * np.sin(np.radians(40))
    assert _turned(-40.0)[1, 0] == pytest.approx(behind / np.cos(np.radians(40)))


def test_an_unknown_yaw_changes_nothing() -> None:
    """Without a yaw the picture is taken as it is."""
    np.testing.assert_allclose(_turned(np.nan), [(1.0, 2.0), (0.5, 1.0)])


def test_the_stretch_has_an_end() -> None:
    """From the very front the stretch stays finite."""
    longest = 1 / np.cos(np.radians(MAX_STRETCH_YAW_DEG))
    assert _turned(90.0)[1, 0] == pytest.approx((0.5 + 0.20) * longest)


@pytest.mark.parametrize("yaw", [0.0, 15.0, 30.0, 45.0, -35.0])
@pytest.mark.parametrize(
    "signal", ["trunk_inclination", "trunk_thigh_flexion", "knee_flexion", "hip_setback"]
)
def test_a_turned_camera_reads_the_same_bottom(signal, yaw) -> None:
    """What the side view reads at the bottom, an oblique camera reads as well, whichever way."""
    straight, turned = analysed(slow_lift(2)), analysed(slow_lift(2), Film(yaw_deg=yaw))
    rep = straight.full_reps[0]
    value = straight.signals[signal].values[rep.bottom]
    limit = 0.06 if signal == "hip_setback" else 3.0
    assert turned.signals[signal].values[rep.bottom] == pytest.approx(value, abs=limit)
