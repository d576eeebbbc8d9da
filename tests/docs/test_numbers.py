"""Numbers that a page tells are those of the code."""

import pytest

from hingecheck.analysis import (
    back_tracing,
    fault,
    folding,
    gating,
    head_covering,
    judging,
    leaning,
    measuring,
    people,
    phases,
    reading,
    sagittal,
    swing_tops,
    viewing,
)
from hingecheck.analysis.back_signals import BACK_KINDS
from hingecheck.analysis.faults import FAULTS
from hingecheck.analysis.signal_catalogue import CATALOGUE
from hingecheck.batch import arrivals, dask_crew
from hingecheck.capture import (
    bystanders,
    clock,
    face_blur,
    mediapipe_landmarker,
    picture_size,
    scene,
    shared_tracking,
)
from hingecheck.domain.movement import Movement
from hingecheck.domain.settings import Settings
from tests.docs.pages import text_of

SETTINGS = Settings()
HOW = "docs/how-it-works.md"
GUIDE = "docs/recording-guide.md"
PRIVACY = "docs/privacy.md"
LIMITS = "docs/limits.md"
DECISIONS = "docs/decisions"
SWING_FPS = gating.MIN_FPS[Movement.SWING]
OVERHEAD = next(one for one in FAULTS if one.code == "overhead_swing").criteria[Movement.SWING]
BACK = next(one for one in FAULTS if one.code == "spine_round").criteria[Movement.SWING]
TRAVEL_FORWARD, TRAVEL_UP = gating.MAX_FOOT_TRAVEL_TRUNKS
U = {kind.name: kind.u for kind in CATALOGUE}

TOLD = [
    (LIMITS, f"beyond {picture_size.LARGEST_SIDE_PX} x {picture_size.LARGEST_SIDE_PX} pixels"),
    (LIMITS, {60.0: "more than a minute after"}[clock.MAX_STEP_S]),
    (PRIVACY, {0.1: "ten times a second"}[bystanders.EVERY_S]),
    (PRIVACY, {0.5: "unseen for up to half a second"}[head_covering.LOST_S]),
    (f"{DECISIONS}/0016-hidden-faces.md", f"radius is {head_covering.RADIUS_TRUNKS:g} trunk"),
    (f"{DECISIONS}/0016-hidden-faces.md", f"{head_covering.RADIUS_PER_SPREAD:g} times that"),
    (f"{DECISIONS}/0016-hidden-faces.md", f"{head_covering.GROWTH_TRUNKS_PER_S:g} trunk lengths"),
    (f"{DECISIONS}/0016-hidden-faces.md", {5: "Five cells across"}[face_blur.CELLS]),
    (HOW, f"U = {judging.COVERAGE_FACTOR} u"),
    (HOW, f"at least {SETTINGS.min_coverage:.0%} of the frames".replace("%", " %")),
    (HOW, f"holes up to {SETTINGS.max_gap_s:g} s"),
    (HOW, f"{SETTINGS.body_cutoff_hz:g} Hz for the body, {SETTINGS.hand_cutoff_hz:g} Hz for"),
    (HOW, f"up to {measuring.FREE_YAW_DEG:g} degrees"),
    (HOW, f"{measuring.FREE_YAW_DEG:g} to {fault.SIDE_YAW_DEG:g} degrees"),
    (HOW, f"{fault.SIDE_YAW_DEG:g} to {fault.WIDE_YAW_DEG:g} degrees"),
    (HOW, f"beyond {fault.WIDE_YAW_DEG:g} degrees"),
    (HOW, f"{measuring.DEG_PER_DEG:g} degrees (lengths: {measuring.TRUNKS_PER_DEG:g})"),
    (HOW, f"under {gating.MIN_BODY_PX:g} pixels"),
    (HOW, f"less than {SWING_FPS:g} or a slow lift at\nless than {gating.MIN_FPS_SLOW:g} frames"),
    (HOW, f"beyond {measuring.MAX_YAW_DEG:g} degrees | nothing"),
    (HOW, f"outline is read up to {back_tracing.MAX_YAW_DEG:g} degrees"),
    (HOW, f"than {TRAVEL_UP:g} trunk lengths upward or {TRAVEL_FORWARD:g} forward"),
    (HOW, f"chunks of {shared_tracking.CHUNK_FRAMES} frames"),
    (HOW, f"the\n{shared_tracking.WARM_UP_FRAMES} frames before it"),
    (HOW, f"{mediapipe_landmarker.STAMP_STEP_MS // 1000} s apart"),
    (HOW, f"the last {phases.AT_TOP:.0%}".replace("%", " %")),
    (HOW, f"the deepest\n{1 - phases.AT_BOTTOM:.0%}".replace("%", " %")),
    (HOW, {0.1: "held for a tenth of a second"}[reading.HELD_S]),
    ("docs/batch.md", f"more\nthan {dask_crew.MOST_CHUNKS} chunks"),
    ("docs/batch.md", f"({dask_crew.MOST_CHUNKS * shared_tracking.CHUNK_FRAMES // 30} s at 30"),
    ("docs/batch.md", f"changed for {arrivals.SETTLED_S:g} s"),
    (GUIDE, f"From {fault.SIDE_YAW_DEG:g} degrees most checks stop, from {fault.WIDE_YAW_DEG:g}"),
    (LIMITS, f"known to about {viewing.YAW_U_DEG:g} degrees"),
    (LIMITS, f"the limit, {BACK.warn:g}, was"),
    (LIMITS, f"({swing_tops.HIGH_ELBOW_TRUNKS:g} trunk lengths or more)"),
    (LIMITS, {0.25: "by more than a quarter"}[sagittal.MAX_LENGTH_CHANGE]),
    (f"{DECISIONS}/0002-video-mode.md", f"STAMP_STEP_MS = {mediapipe_landmarker.STAMP_STEP_MS:_}"),
    (f"{DECISIONS}/0003-mask-width.md", f"of\n{mediapipe_landmarker.WIDTH_STEP_PX} pixels"),
    (f"{DECISIONS}/0004-first-uncertainties.md", f"| neck | {U['neck_inclination']:g} degrees |"),
    (f"{DECISIONS}/0004-first-uncertainties.md", f"| elbow | {U['elbow_flexion']:g} degrees |"),
    (f"{DECISIONS}/0004-first-uncertainties.md", f"(`back_bow`) | {U['back_bow']:g} trunk"),
    (f"{DECISIONS}/0004-first-uncertainties.md", f"by {measuring.DEG_PER_DEG:g} degrees per"),
    (f"{DECISIONS}/0005-overhead-limit.md", f"warns above {OVERHEAD.warn:g} degrees"),
    (f"{DECISIONS}/0005-overhead-limit.md", f"a fault above {OVERHEAD.fault:g}"),
    (f"{DECISIONS}/0006-scene-cuts.md", f"correlation above {scene.MIN_DECORRELATION:g}"),
    (f"{DECISIONS}/0006-scene-cuts.md", "{} x {}\ngrey pixels".format(*scene.THUMBNAIL_PX)),
    (
        f"{DECISIONS}/0006-scene-cuts.md",
        {0.5: "more than half a trunk length"}[people.JUMP_TRUNKS],
    ),
    (
        f"{DECISIONS}/0007-reps-from-shoulder-height.md",
        f"A fold of {leaning.MIN_FOLD_TRUNKS:g} or more",
    ),
    (
        f"{DECISIONS}/0007-reps-from-shoulder-height.md",
        f"at least {leaning.MIN_LEAN_DEG:g}\ndegrees",
    ),
    (
        f"{DECISIONS}/0007-reps-from-shoulder-height.md",
        f"rise by {folding.MIN_HAND_RISE_TRUNKS:g} or",
    ),
]


@pytest.mark.parametrize(("page", "words"), TOLD)
def test_a_number_in_the_docs_is_that_of_the_code(page: str, words: str) -> None:
    """Who changes a constant is told which page still has the old one."""
    told = " ".join(text_of(page).split())
    assert " ".join(words.split()) in told


def test_the_table_of_uncertainties_holds_for_all_its_signals() -> None:
    """Decision 4 gives one figure for several signals; they do share it."""
    assert {U["thigh_inclination"], U["shank_inclination"], U["arm_elevation"]} == {4.0}
    assert {U["trunk_thigh_flexion"], U["knee_flexion"]} == {5.0}
    kinds = [kind for kind in CATALOGUE if kind not in BACK_KINDS]
    lengths = [kind.u for kind in kinds if kind.unit == "trunk"]
    assert set(lengths) == {0.05}
    assert U["hands_above_knee"] == 0.03
    assert U["trunk_inclination"] == 3.0
