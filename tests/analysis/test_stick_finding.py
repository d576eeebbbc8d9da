"""What moves with the trunk and reaches beyond it is a stick."""

import numpy as np
from attrs import evolve

from hingecheck.analysis.sagittal import face_forward
from hingecheck.analysis.stick_finding import find_sticks
from hingecheck.analysis.viewing import estimate_view
from tests.synthetic.film import filmed
from tests.synthetic.movements import slow_lift
from tests.synthetic.stick import looks_along

TRACK = filmed(slow_lift(1))
POSE = face_forward(TRACK, estimate_view(TRACK))
FRAMES = np.arange(20, 110, 5)


def test_a_stick_along_the_trunk_is_found() -> None:
    """Every look shows it, where it is: 0.3 behind the hip, parallel to the trunk."""
    sticks = find_sticks(POSE, looks_along(POSE, FRAMES))
    assert sticks is not None
    assert sticks.look.tolist() == list(range(len(FRAMES)))
    np.testing.assert_allclose(sticks.height, 0.3, atol=1e-6)
    np.testing.assert_allclose(sticks.slope, 0.0, atol=1e-6)
    np.testing.assert_allclose(sticks.inner, 0.3, atol=1e-6)


def test_what_is_short_faint_or_rare_is_no_stick() -> None:
    """Both ends must lie beyond the contacts, its edges must show, in half of the folded looks."""
    assert find_sticks(POSE, looks_along(POSE, FRAMES, ends=(-0.3, 1.0))) is None
    assert find_sticks(POSE, looks_along(POSE, FRAMES, ends=(0.3, 1.8))) is None
    assert find_sticks(POSE, looks_along(POSE, FRAMES, support=0.1)) is None
    looks = looks_along(POSE, FRAMES)
    rare = np.where(np.arange(len(FRAMES)) % 3, np.nan, looks.support)
    assert find_sticks(POSE, evolve(looks, support=rare)) is None


def test_what_stands_in_the_room_is_no_stick() -> None:
    """A door frame that fits an upright trunk does not fold with it."""
    looks = looks_along(POSE, FRAMES)
    still = evolve(looks, ends_px=np.repeat(looks.ends_px[:1], len(FRAMES), axis=0))
    assert find_sticks(POSE, still) is None


def test_one_moment_is_not_enough() -> None:
    """Without a fold between two looks nothing tells a stick from the room."""
    deep = np.arange(72, 78)
    assert find_sticks(POSE, looks_along(POSE, deep)) is None
