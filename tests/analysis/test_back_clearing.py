import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.back_clearing import MAX_STEP_TRUNKS, clear_back
from hingecheck.analysis.back_tracing import trace_back_line
from hingecheck.analysis.sagittal import face_forward
from hingecheck.analysis.viewing import estimate_view
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
