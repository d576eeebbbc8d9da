import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.back_clearing import MAX_STEP_TRUNKS, clear_back
from hingecheck.analysis.back_tracing import trace_back_line
from hingecheck.analysis.sagittal import face_forward
from hingecheck.analysis.viewing import estimate_view
from hingecheck.domain.joint import Joint
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.outline import Outline
from tests.synthetic.film import Film, filmed
from tests.synthetic.movements import slow_lift
from tests.synthetic.posture import HINGE_BOTTOM

TRACK = filmed(slow_lift(1, bottom=HINGE_BOTTOM), Film(facing=-1))
DEEP = 75


def _cleared(track):
    view = estimate_view(track)
    pose = face_forward(track, view)
    return clear_back(trace_back_line(pose, track.outline, view), pose, track)


def _with_elbow_behind(side: str, share: float):
    """The elbow drawn back by a share of the trunk, as in a row."""
    image = TRACK.image_px.copy()
    hip, shoulder = image[:, Landmark.LEFT_HIP], image[:, Landmark.LEFT_SHOULDER]
    along = shoulder - hip
    behind = np.stack([-along[:, 1], along[:, 0]], axis=1)  # faces left
    elbow, wrist = Landmark[f"{side}_ELBOW"], Landmark[f"{side}_WRIST"]
    image[:, elbow] = hip + 0.55 * along + share * behind
    image[:, wrist] = hip + 0.5 * along - 0.3 * behind
    return evolve(TRACK, image_px=image)


def _with_tail(out_px: float):
    """A tail of hair that leaves the edge half-way up the back."""
    polygons = []
    for frame in range(len(TRACK.time_s)):
        polygon = TRACK.outline.polygon_px(frame).copy()
        polygon[16:18] += [0.0, -out_px]  # the back is level here, so up is out
        polygons.append(polygon)
    return evolve(TRACK, outline=Outline.from_polygons(polygons))


def test_a_free_back_stays_whole() -> None:
    """Hanging arms and a smooth edge take nothing away."""
    back = _cleared(TRACK)
    assert np.isfinite(back.depth[DEEP]).all()
    assert back.arm_share[DEEP] == 0.0
    assert back.step[DEEP] < MAX_STEP_TRUNKS


@pytest.mark.parametrize("side", ["LEFT", "RIGHT"])
def test_an_arm_over_the_edge_hides_the_back_there(side) -> None:
    """Near or far, an elbow behind the back's edge takes out its stations, and only those."""
    back = _cleared(_with_elbow_behind(side, 0.3))
    hidden = np.isnan(back.depth[DEEP])
    assert hidden[10:13].all()
    assert not hidden[:5].any()
    assert back.arm_share[DEEP] == pytest.approx(hidden.mean())


@pytest.mark.parametrize(("out_px", "hidden"), [(3.0, False), (40.0, True)])
def test_a_step_of_the_edge_is_no_back(out_px, hidden) -> None:
    """Hair, a stick or a plate over the edge makes a step; the stations beside it are unseen."""
    back = _cleared(_with_tail(out_px))
    assert np.isnan(back.depth[DEEP]).any() == hidden
    assert (back.step[DEEP] > MAX_STEP_TRUNKS) == hidden
    assert np.isnan(back.points_px[DEEP]).any() == hidden


def test_what_stands_off_the_head_is_no_head() -> None:
    """Beyond a skull's reach from the ear the edge is hair or a hood; the neck stays as it is."""
    view = estimate_view(TRACK)
    pose = face_forward(TRACK, view)
    traced = trace_back_line(pose, TRACK.outline, view)
    behind_ear = float(np.nanmedian(traced.head_depth[DEEP]))
    skull = np.full_like(traced.head_depth, behind_ear)
    tail = np.where(traced.head_station > 1.3, behind_ear + 0.5, skull)
    kept = clear_back(evolve(traced, head_depth=skull), pose, TRACK).head_depth[DEEP]
    cut = clear_back(evolve(traced, head_depth=tail), pose, TRACK).head_depth[DEEP]
    neck, head = traced.head_station < 1.2, traced.head_station > 1.3
    assert np.isfinite(kept[neck]).all()
    assert np.isfinite(kept[head]).any()
    assert np.isfinite(cut[neck]).all()
    assert np.isnan(cut[head]).all()


def test_without_an_ear_nothing_is_called_head() -> None:
    """What the edge belongs to cannot be told then, so the head's contact stays open."""
    view = estimate_view(TRACK)
    pose = face_forward(TRACK, view)
    joints_px = pose.joints_px.copy()
    joints_px[:, Joint.EAR] = np.nan
    blind = evolve(pose, joints_px=joints_px)
    back = clear_back(trace_back_line(pose, TRACK.outline, view), blind, TRACK)
    assert np.isnan(back.head_depth[:, back.head_station >= 1.2]).all()
