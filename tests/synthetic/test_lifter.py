"""The truth itself is checked, by other arithmetic than that which made it."""

import numpy as np
import pytest

from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack
from tests.synthetic.film import Film, filmed
from tests.synthetic.motion import Score
from tests.synthetic.movements import standing, swing
from tests.synthetic.posture import STANDING, SWING_BOTTOM, SWING_TOP, Posture, squatty


def _inner_angle_deg(track: PoseTrack, names: tuple[str, str, str]) -> float:
    first, corner, last = (track.image_px[0, Landmark[f"RIGHT_{name}"]] for name in names)
    one, other = first - corner, last - corner
    cosine = one @ other / np.linalg.norm(one) / np.linalg.norm(other)
    return float(np.degrees(np.arccos(np.clip(cosine, -1, 1))))


@pytest.mark.parametrize("facing", [1, -1])
@pytest.mark.parametrize(
    "posture", [SWING_BOTTOM, SWING_TOP, STANDING], ids=["deep", "top", "tall"]
)
def test_the_picture_shows_the_dialled_angles(posture: Posture, facing: int) -> None:
    """Inner angles by the law of cosines are 180 degrees minus the dialled flexions."""
    track = filmed(Score(posture).hold(0.2).motion(), Film(facing=facing))
    knee = _inner_angle_deg(track, ("HIP", "KNEE", "ANKLE"))
    hip = _inner_angle_deg(track, ("SHOULDER", "HIP", "KNEE"))
    elbow = _inner_angle_deg(track, ("SHOULDER", "ELBOW", "WRIST"))
    # arccos loses half of the digits near a straight joint
    assert knee == pytest.approx(180.0 - posture.knee_deg, abs=1e-4)
    assert hip == pytest.approx(180.0 - posture.hip_deg, abs=1e-4)
    assert elbow == pytest.approx(180.0 - posture.elbow_deg, abs=1e-4)


@pytest.mark.parametrize("yaw", [0.0, 30.0, -60.0, 90.0])
def test_the_world_keeps_its_lengths(yaw: float) -> None:
    """Turning the camera changes no distance in space."""
    plain, turned = (filmed(swing(1), Film(yaw_deg=angle)).world_m for angle in (0.0, yaw))
    for one, other in (
        (Landmark.LEFT_HIP, Landmark.RIGHT_KNEE),
        (Landmark.NOSE, Landmark.LEFT_HEEL),
    ):
        np.testing.assert_allclose(
            np.linalg.norm(plain[:, one] - plain[:, other], axis=1),
            np.linalg.norm(turned[:, one] - turned[:, other], axis=1),
        )


@pytest.mark.parametrize("facing", [1, -1])
def test_the_body_is_not_inside_out(facing: int) -> None:
    """Forward, left and up are right-handed in space, whichever way the lifter faces."""
    world = filmed(standing(0.2), Film(facing=facing, yaw_deg=25.0)).world_m[0]
    forward = world[Landmark.LEFT_FOOT_INDEX] - world[Landmark.LEFT_HEEL]
    left = world[Landmark.LEFT_SHOULDER] - world[Landmark.RIGHT_SHOULDER]
    assert np.cross(forward, left)[1] < 0  # y runs down, so up is negative


def test_keys_are_reached() -> None:
    """At the moment of a key the posture is the key's own, and it rests there."""
    motion = Score(STANDING).to(SWING_BOTTOM, 0.7).to(SWING_TOP, 0.6).motion()
    around = motion.at(np.array([0.69, 0.7, 0.71])).trunk_deg
    assert around[1] == pytest.approx(58.0)
    assert np.abs(around - 58.0).max() < 0.05


@pytest.mark.parametrize("index", [0.45, 0.6, 0.9])
def test_squatty_has_its_index(index: float) -> None:
    """The hip's share of the fold from standing is what was asked for."""
    bottom = squatty(index)
    hip, knee = bottom.hip_deg - STANDING.hip_deg, bottom.knee_deg - STANDING.knee_deg
    assert hip / (hip + knee) == pytest.approx(index)


def test_the_same_seed_gives_the_same_film() -> None:
    """Noise and uneven time stamps can be had again."""
    film = Film(noise_px=2.0, uneven=0.5, seed=7)
    one, other = filmed(swing(1), film), filmed(swing(1), film)
    np.testing.assert_array_equal(one.image_px, other.image_px)
    np.testing.assert_array_equal(one.time_s, other.time_s)
