"""The signals of the back: the curve of its edge, what hides it, the gaps of a virtual stick."""

from hingecheck.analysis.pose_readings import (
    back_arm,
    back_bow,
    back_curve,
    back_step,
    stick_gap,
)
from hingecheck.analysis.signal_kind import SignalKind

_CENTIMETRES = "landmark noise of about 2 cm"
_MASK_NOISE = "outline noise of 5 mm on a 50 cm back"
_SPINE_BENCH = "spine bench"

BACK_KINDS = (
    SignalKind(
        "back_bow",
        "trunk",
        "Middle of the back's outline (55 % of the way from hip to shoulder) against the straight "
        "line between 20 % and 90 %; positive = bulged, negative = hollow. Outline, not vertebrae.",
        0.01,
        _MASK_NOISE,
        back_bow,
    ),
    SignalKind(
        "back_curve",
        "trunk",
        "How far the back's outline between 40 and 70 % of the way from hip to shoulder stands "
        "out, on average, from the straight line between 10 and 85 %; positive = bulged.",
        0.006,
        _SPINE_BENCH,
        back_curve((0.10, 0.85), (0.40, 0.70)),
    ),
    SignalKind(
        "lower_back_curve",
        "trunk",
        "The same for the lower half: 25 to 45 % against the line between 10 and 60 %.",
        0.006,
        _SPINE_BENCH,
        back_curve((0.10, 0.60), (0.25, 0.45)),
    ),
    SignalKind(
        "upper_back_curve",
        "trunk",
        "The same for the upper half: 50 to 70 % against the line between 35 and 85 %.",
        0.005,
        _SPINE_BENCH,
        back_curve((0.35, 0.85), (0.50, 0.70)),
    ),
    SignalKind(
        "back_arm",
        "ratio",
        "Share of the back's outline that an arm lies over; that part is not read.",
        0.1,
        _CENTIMETRES,
        back_arm,
    ),
    SignalKind(
        "back_step",
        "trunk",
        "The largest step of the back's outline between two places a twentieth of a trunk apart; "
        "hair, a stick or a plate over the edge makes one.",
        0.01,
        _MASK_NOISE,
        back_step,
    ),
    SignalKind(
        "stick_gap_sacrum",
        "trunk",
        "How far the sacrum is from a virtual stick laid along the back; 0 = touching.",
        0.015,
        _SPINE_BENCH,
        stick_gap(0),
    ),
    SignalKind(
        "stick_gap_upper_back",
        "trunk",
        "How far the upper back is from a virtual stick laid along the back; 0 = touching.",
        0.01,
        _SPINE_BENCH,
        stick_gap(1),
    ),
    SignalKind(
        "stick_gap_head",
        "trunk",
        "How far the back of the head is from a virtual stick laid along the back; 0 = touching.",
        0.04,
        _SPINE_BENCH,
        stick_gap(2),
    ),
)
