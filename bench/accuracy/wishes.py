"""What the clips of the bench are to show, whoever lifts."""

from functools import cache
from itertools import zip_longest
from typing import Final

from attrs import field, frozen

from bench.lifter.dials import Dials

SWING, DEADLIFT, RDL, HINGE = "swing", "deadlift", "romanian_deadlift", "hinge"


@frozen
class Wish:
    """What a clip is to show; the part's cast fills in the rest.

    Attributes:
        movement: A key of `bench.lifter.movements.MOVEMENTS`.
        yaw_deg: Of the camera, before it is varied by up to 2.5 degrees.
        dials: What goes wrong.
        reps: In each set.
        sets: With a rest between them.
        implement: None takes the movement's own.
        linear: Skin by linear blending alone instead of the usual mixture.
        loose: A loose top.
        subframes: More than one: motion blur.
    """

    movement: str
    yaw_deg: float = 0.0
    dials: Dials = field(factory=Dials)
    reps: int = 1
    sets: int = 1
    implement: str | None = None
    linear: bool = False
    loose: bool = False
    subframes: int = 1


def _swing(yaw_deg: float = 0.0, reps: int = 2, **dials: float) -> Wish:
    return Wish(SWING, yaw_deg, Dials(**dials), reps=reps)


def _slow(
    movement: str, yaw_deg: float = 0.0, implement: str | None = None, **dials: float
) -> Wish:
    return Wish(movement, yaw_deg, Dials(**dials), implement=implement)


_CLEAN_SIDE: Final = (
    _swing(3, reps=3),
    _slow(DEADLIFT, -6),
    _slow(RDL, 9, "dumbbells"),
    _slow(HINGE, 0),
)
_CLEAN_ROUND: Final = (
    _swing(22),
    _slow(DEADLIFT, 41),
    _swing(45),
    _slow(RDL, 24, "barbell"),
    _slow(HINGE, -40),
    _swing(-35),
    _slow(DEADLIFT, 20),
    _swing(61),
    _slow(RDL, 38),
    _swing(80),
    _slow(HINGE, 62),
    _slow(DEADLIFT, 81),
)
_GROSS: Final = (
    _swing(0, squatty=1.0),
    _slow(RDL, 4, rounded_lumbar_deg=35, rounded_thoracic_deg=18),
    _swing(5, short_lockout_deg=34),
    _slow(DEADLIFT, -4, squatty=1.0),
    _swing(-3, low_backswing=1.0),
    _slow(HINGE, 6, shallow=1.0),
    _swing(8, lean_back_deg=22),
    _slow(DEADLIFT, 2, bent_arms_deg=65),
    _swing(2, overhead_deg=78),
    _slow(DEADLIFT, 7, rounded_lumbar_deg=35, rounded_thoracic_deg=18),
    _swing(-5, bent_arms_deg=65),
    _slow(RDL, -2, squatty=1.0),
    _swing(3, soft_knees_deg=38),
    _slow(DEADLIFT, 0, lean_back_deg=24),
    _swing(1, rounded_lumbar_deg=35, rounded_thoracic_deg=18),
    _slow(RDL, 5, short_lockout_deg=36),
)
_HALF: Final = (
    _swing(4, squatty=0.5),
    _slow(RDL, 0, rounded_lumbar_deg=20, rounded_thoracic_deg=10),
    _swing(-4, short_lockout_deg=20),
    _slow(DEADLIFT, 3, squatty=0.5),
    _swing(6, lean_back_deg=12),
    _slow(HINGE, 1, shallow=0.5),
    _swing(0, low_backswing=0.5, bent_arms_deg=25),
    _slow(DEADLIFT, -5, rounded_lumbar_deg=20, rounded_thoracic_deg=0),
)
_FAULTS_OBLIQUE: Final = (
    _swing(24, squatty=1.0),
    _slow(DEADLIFT, 40, squatty=1.0),
    _swing(40, short_lockout_deg=34),
    _slow(RDL, 36, squatty=1.0),
    _slow(HINGE, 44, shallow=1.0),
)
_NEGATIVES: Final = (
    Wish("squat", 10),
    Wish("snatch", 5),
    Wish("row", 30),
    Wish("walking", 0),
    Wish("squat", 45, implement="barbell"),
    Wish("standing", 20),
)
_EXTRA: Final = (
    Wish(SWING, 2, reps=2, linear=True),
    Wish(RDL, 5, loose=True),
    Wish(DEADLIFT, -2, linear=True),
    Wish(SWING, 0, reps=2, loose=True, subframes=2),
    Wish(HINGE, 40, linear=True),
    Wish(RDL, 0, Dials(rounded_lumbar_deg=35, rounded_thoracic_deg=18), loose=True),
    Wish(SWING, 42, reps=2, linear=True),
    Wish(SWING, 6, reps=1, sets=2),
)
_CLEAN_MORE: Final = (
    _swing(-10),
    _slow(RDL, 12),
    _swing(12),
    _slow(DEADLIFT, 10, "barbell"),
    _swing(28),
    _slow(HINGE, 26),
    _slow(DEADLIFT, -60),
    _swing(36),
)


# Bodies, skinning and oblique views of which the turns above leave tuning too few.
MORE_TUNING: Final = (
    _swing(-4),
    Wish(SWING, 3, reps=2, linear=True),
    Wish(RDL, 5, linear=True),
    Wish(DEADLIFT, 38, linear=True),
    _swing(38),
    _slow(RDL, 43),
    _slow(HINGE, 25),
    Wish(SWING, 27, reps=2, linear=True),
    _slow(DEADLIFT, 8),
    Wish(HINGE, 0, linear=True),
    _slow(DEADLIFT, 55),
    _swing(57),
)


@cache
def in_turn() -> tuple[Wish, ...]:
    """Return the wishes, one from each kind in turn, after the four clean side views."""
    kinds = (
        _CLEAN_ROUND[::2],
        _GROSS[::2],
        _EXTRA,
        _CLEAN_ROUND[1::2],
        _GROSS[1::2],
        _HALF,
        _NEGATIVES,
        (*_CLEAN_MORE[:4], *_FAULTS_OBLIQUE, *_CLEAN_MORE[4:]),
    )
    rounds = zip_longest(*kinds)
    return (*_CLEAN_SIDE, *(wish for turn in rounds for wish in turn if wish is not None))
