import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.sagittal import face_forward
from hingecheck.analysis.viewing import estimate_view
from hingecheck.domain.joint import Joint
from hingecheck.domain.landmark import Landmark
from tests.synthetic import body
from tests.synthetic.cutting_room import hidden, mirrored
from tests.synthetic.film import Film, filmed
from tests.synthetic.motion import Motion
from tests.synthetic.movements import standing, swing


def _pose(track):
    return face_forward(track, estimate_view(track))


def _truth(motion: Motion, film: Film, part: str):
    moments = np.arange(int(motion.duration_s * film.fps + 1e-6) + 1) / film.fps
    return body.sagittal_points(motion.at(moments))[part]


@pytest.mark.parametrize(
    "film",
    [
        pytest.param(Film(), id="faces-right"),
        pytest.param(Film(facing=-1), id="faces-left"),
        pytest.param(Film(trunk_px=77.0, ankle_px=(200.0, 400.0)), id="small-in-a-corner"),
        pytest.param(Film(fps=60.0, size_px=(720, 1280)), id="portrait-60"),
    ],
)
@pytest.mark.parametrize(
    ("joint", "part"),
    [
        (Joint.NOSE, "NOSE"), (Joint.EAR, "EAR"), (Joint.SHOULDER, "SHOULDER"),
        (Joint.ELBOW, "ELBOW"), (Joint.WRIST, "WRIST"), (Joint.HAND, "INDEX"), (Joint.HIP, "HIP"),
        (Joint.KNEE, "KNEE"), (Joint.ANKLE, "ANKLE"), (Joint.HEEL, "HEEL"), (Joint.TOE, "FOOT"),
    ],
)  # fmt: skip
def test_joints_come_back_in_trunk_lengths(film, joint, part) -> None:
    """Forward and up from the ankle, wherever and however large in the picture."""
    motion = swing(1)
    pose = _pose(filmed(motion, film))
    np.testing.assert_allclose(pose.of(joint), _truth(motion, film, part), atol=1e-9)


def test_lengths_and_scale() -> None:
    """Trunk length in pixels and leg length in trunk lengths are the lifter's own."""
    pose = _pose(filmed(swing(2), Film(trunk_px=130.0)))
    assert pose.trunk_px == pytest.approx(130.0)
    assert pose.leg_trunks == pytest.approx(body.LEG)


def test_a_mirror_changes_nothing_below_the_choke_point() -> None:
    """Left and right end here: the sagittal pose of a mirrored film is the same."""
    track = filmed(swing(1), Film(noise_px=3.0))
    one, other = _pose(track), _pose(mirrored(track))
    np.testing.assert_allclose(one.joints, other.joints, atol=1e-9)
    assert (one.facing, other.facing) == (1, -1)


def test_points_for_drawing_stay_on_the_picture() -> None:
    """`joints_px` are the near side's landmarks where the recording shows them."""
    track = filmed(swing(1))
    np.testing.assert_array_equal(
        _pose(track).joints_px[:, Joint.KNEE], track.image_px[:, Landmark.RIGHT_KNEE]
    )


def test_what_the_model_does_not_believe_is_unseen() -> None:
    """A near-side landmark of low visibility is NaN in those frames, and only that one."""
    track = hidden(filmed(swing(1)), (Landmark.RIGHT_WRIST,), slice(10, 20))
    gone = np.isnan(_pose(track).joints[..., 0])
    assert np.flatnonzero(gone[:, Joint.WRIST]).tolist() == list(range(10, 20))
    assert gone.sum() == 10


@pytest.mark.parametrize(
    ("landmark", "joint"),
    [
        (Landmark.RIGHT_KNEE, Joint.KNEE),
        (Landmark.RIGHT_ANKLE, Joint.ANKLE),
    ],
    ids=["knee-too-far", "ankle-too-far"],
)
def test_a_limb_of_impossible_length_is_unseen(landmark, joint) -> None:
    """Where a plate draws the model off, the segment's own median length tells."""
    track = filmed(swing(1))
    image = track.image_px.copy()
    image[5:9, landmark, 1] += 0.5 * body.SHANK * 180.0
    pose = _pose(evolve(track, image_px=image))
    assert np.flatnonzero(np.isnan(pose.of(joint)[:, 0])).tolist() == [5, 6, 7, 8]


def test_oblique_views_may_shorten_a_limb() -> None:
    """From 45 degrees a good hinge shortens thigh and shank in the picture; nothing is dropped."""
    assert np.isfinite(_pose(filmed(swing(1), Film(yaw_deg=45.0))).joints).all()


def test_without_ankles_the_next_joint_is_the_origin() -> None:
    """Feet that are never in the picture leave the knee as the origin, and a usual leg length."""
    track = hidden(filmed(standing()), (Landmark.RIGHT_ANKLE,), slice(None))
    pose = _pose(track)
    np.testing.assert_allclose(pose.of(Joint.KNEE), 0.0, atol=1e-9)
    assert pose.leg_trunks == pytest.approx(1.6)


def test_nobody_is_refused() -> None:
    """A track without a person cannot be turned to face forward."""
    track = filmed(standing(1.0), Film(unseen_s=((0.0, 9.0),)))
    view = estimate_view(filmed(standing(1.0)))
    with pytest.raises(ValueError, match="at least one frame with a person"):
        face_forward(track, view)
