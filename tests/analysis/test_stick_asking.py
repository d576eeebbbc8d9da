"""A look costs time: it is taken only where a hand is on the back."""

import numpy as np
from attrs import evolve

from hingecheck.analysis.stick_asking import places_to_look
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack
from tests.synthetic.film import Film, filmed
from tests.synthetic.model_eyes import as_model_sees
from tests.synthetic.movements import slow_lift

HANGING = as_model_sees(filmed(slow_lift(2)))


def with_hand_on_back(track: PoseTrack, facing: int = 1) -> PoseTrack:
    """The left hand in the hollow of the back, in every frame."""
    image = track.image_px.copy()
    hip, shoulder = image[:, Landmark.LEFT_HIP], image[:, Landmark.LEFT_SHOULDER]
    along = shoulder - hip
    behind = np.stack([along[:, 1], -along[:, 0]], axis=1) * facing
    image[:, Landmark.LEFT_WRIST] = hip + 0.35 * along + 0.25 * behind
    return evolve(track, image_px=image)


def test_hanging_hands_ask_for_nothing() -> None:
    """The ordinary lift is not looked at again."""
    assert len(places_to_look(HANGING).frame) == 0


def test_a_hand_on_the_back_asks_for_looks() -> None:
    """Ten a second while the trunk is down, two a second while it is up, each once."""
    places = places_to_look(with_hand_on_back(HANGING))
    assert 20 < len(places.frame) < 60
    assert (np.diff(places.frame) >= 3).all()
    assert set(places.facing.tolist()) == {1}
    lengths = np.linalg.norm(places.shoulder_px - places.hip_px, axis=1)
    np.testing.assert_allclose(lengths, 180.0, rtol=0.1)


def test_from_the_front_and_of_nobody_nothing_is_asked() -> None:
    """A back cannot be seen there."""
    front = as_model_sees(filmed(slow_lift(2), Film(yaw_deg=60)))
    assert len(places_to_look(with_hand_on_back(front)).frame) == 0
    nobody = evolve(HANGING, image_px=np.full_like(HANGING.image_px, np.nan))
    assert len(places_to_look(nobody).frame) == 0
