"""The gaps between a held stick and the body, followed through the frames."""

import numpy as np
from attrs import evolve

from hingecheck.analysis.sagittal import face_forward
from hingecheck.analysis.stick_following import follow_stick
from hingecheck.analysis.viewing import estimate_view
from hingecheck.domain.landmark import Landmark
from tests.synthetic.film import filmed
from tests.synthetic.movements import slow_lift
from tests.synthetic.stick import looks_along

TRACK = filmed(slow_lift(1))
VIEW = estimate_view(TRACK)
POSE = face_forward(TRACK, VIEW)
FRAMES = np.arange(20, 110, 5)


def _held(track=TRACK, **dials):
    return follow_stick(POSE, evolve(track, stick=looks_along(POSE, FRAMES, **dials)), VIEW)


def test_a_track_without_looks_has_no_stick() -> None:
    """Nor has one whose looks show none."""
    assert follow_stick(POSE, TRACK, VIEW) is None
    assert _held(support=0.0) is None


def test_the_gap_seen_in_the_picture_is_told_in_trunk_lengths() -> None:
    """18 px of a trunk of 180 are 0.1, at all three contacts of every look."""
    held = _held(behind=0.6, gap_px=18.0)
    assert held is not None
    assert held.looked[FRAMES].all()
    outline = 0.6  # farther off than the picture says: the larger of the two counts
    seen = held.gap[FRAMES]
    assert np.isfinite(seen).all()
    assert (seen >= 0.1 - 1e-3).all()
    assert (seen < outline).all()


def test_between_two_looks_the_stick_is_carried_on() -> None:
    """Drawn in every frame from the first look to the last, and in no other."""
    held = _held()
    assert held is not None
    drawn = np.isfinite(held.ends_px).all(axis=(1, 2))
    assert drawn[FRAMES[0] : FRAMES[-1] + 1].all()
    assert not drawn[: FRAMES[0]].any()
    assert not drawn[FRAMES[-1] + 1 :].any()
    middle = (held.ends_px[FRAMES[0]] + held.ends_px[FRAMES[1]]) / 2
    np.testing.assert_allclose(held.ends_px[FRAMES[0] + 2], middle, atol=6)


def test_where_the_picture_tells_nothing_the_outline_stands_for_the_body() -> None:
    """A busy wall leaves NaN; the outline's last edge before the stick is used."""
    held = _held(behind=0.45, gap_px=np.nan)
    assert held is not None
    assert np.isfinite(held.gap[FRAMES, 0]).all()
    assert (held.gap[FRAMES, 0] > 0.02).all()


def test_a_near_arm_before_the_back_hides_it() -> None:
    """An elbow on the camera's side over the upper back: that contact is unseen, and says why."""
    image = TRACK.image_px.copy()
    hip, shoulder = image[:, Landmark.RIGHT_HIP], image[:, Landmark.RIGHT_SHOULDER]
    along = shoulder - hip
    behind = np.stack([along[:, 1], -along[:, 0]], axis=1)
    image[:, Landmark.RIGHT_ELBOW] = hip + 0.8 * along + 0.4 * behind
    image[:, Landmark.RIGHT_WRIST] = hip + 0.6 * along + 0.3 * behind
    held = _held(evolve(TRACK, image_px=image))
    assert held is not None
    assert np.isnan(held.gap[FRAMES, 1]).all()
    assert held.armed[FRAMES, 1].all()
    assert not held.armed[FRAMES, 0].any()


def test_contacts_lie_a_gap_before_the_stick() -> None:
    """What is drawn fits what is told."""
    held = _held(behind=0.5, gap_px=18.0)
    assert held is not None
    apart = np.linalg.norm(held.feet_px - held.contacts_px, axis=2)[FRAMES]
    np.testing.assert_allclose(apart, held.gap[FRAMES] * POSE.trunk_px, atol=0.5)
