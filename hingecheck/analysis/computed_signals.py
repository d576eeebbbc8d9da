"""The signals that need more than the pose of one frame; `measuring` computes them."""

from hingecheck.analysis.signal_kind import ComputedKind

COMPUTED = (
    ComputedKind(
        "hinge_index",
        "ratio",
        "Share of the hip in the whole fold, counted from the lifter's own standing: 1 = all hip, "
        "0.5 = as much knee as hip. Needs 40 degrees of fold.",
        "per frame",
        "from the two flexions",
    ),
    ComputedKind(
        "trunk_inclination_3d",
        "deg",
        "Trunk from vertical in space, as the model guesses depth, never negative. It finds reps "
        "in oblique views and judges nothing.",
        "7",
        "own rendered clips",
    ),
    ComputedKind(
        "knee_flexion_3d",
        "deg",
        "Knee flexion in space, as the model guesses depth, both legs' mean; 0 = straight, never "
        "negative. It helps to tell lifts apart in oblique views and judges nothing.",
        "8",
        "own rendered clips",
    ),
    ComputedKind(
        "hip_extended",
        "ratio",
        "How far the hips are through: 0 = as bent as at the deepest of the recording, 1 = as "
        "straight as the lifter stands.",
        "per frame",
        "from the trunk-thigh flexion",
    ),
    ComputedKind(
        "knee_extended",
        "ratio",
        "How far the knees are through: 0 = as bent as at the deepest of the recording, 1 = as "
        "straight as the lifter stands.",
        "per frame",
        "from the knee flexion",
    ),
    ComputedKind(
        "heel_rise",
        "ratio",
        "How far the heel has risen against the toes since standing, in foot lengths; positive = "
        "risen.",
        "0.08",
        "landmark noise of about 2 cm",
    ),
    ComputedKind(
        "camera_yaw",
        "deg",
        "How far the camera stands from the exact side: 90 = front, -90 = behind.",
        "5",
        "accuracy bench",
    ),
    ComputedKind(
        "stance_width",
        "ratio",
        "How far the ankles are apart, as a share of the shoulders' distance. From the front or "
        "from behind only.",
        "0.12",
        "first value",
    ),
    ComputedKind(
        "toes_out",
        "deg",
        "How far the feet are turned out, the mean of both; 0 = straight ahead. From the front or "
        "from behind only.",
        "8",
        "first value",
    ),
    ComputedKind(
        "elbows_beyond_knees",
        "trunk",
        "How far the elbows lie outside the knees, the mean of both sides; negative = inside. "
        "From the front or from behind only; it judges nothing.",
        "0.06",
        "first value",
    ),
)
