"""Which clips the bench renders, in an order that can be stopped anywhere."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from attrs import frozen

from bench.accuracy.part import CASTS, LOOKED_AT, Part
from bench.accuracy.view_band import ViewBand, band_of
from bench.accuracy.wishes import MORE_TUNING, Wish, in_turn
from bench.lifter.camera import Camera
from bench.lifter.looks import LOOKS
from bench.lifter.movements import NOT_HINGES
from bench.lifter.rooms import ROOMS
from bench.lifter.scene import Scene
from bench.lifter.skinning import DUAL_QUATERNION_SHARE

_STATURES_M: Final = (1.60, 1.86)
_YAW_JITTER_DEG: Final = 2.5
_LONG_PX, _SHORT_PX = 720, 540


@frozen(eq=False)
class Clip:
    """One clip of the bench.

    Attributes:
        name: Unique; also the name of its stored track.
        part: What it may be used for.
        wish: What it shows.
        scene: Everything that decides its pictures.
    """

    name: str
    part: Part
    wish: Wish
    scene: Scene

    @property
    def band(self) -> ViewBand:
        """From where it is filmed."""
        return band_of(self.scene.camera.yaw_deg)

    @property
    def reports(self) -> bool:
        """Whether figures may be published from it: of the reporting part, never looked at."""
        return self.part is Part.REPORTING and not self.name.startswith(LOOKED_AT)

    @property
    def leg_is_free(self) -> bool:
        """Whether no full-size plates hide it."""
        return self.scene.held != "barbell"

    @property
    def is_hinge(self) -> bool:
        """Whether there is something to count."""
        return self.wish.movement not in NOT_HINGES


def plan() -> tuple[Clip, ...]:
    """Every clip of the full tier; any beginning of it holds both parts and all kinds."""
    wishes = in_turn()
    clips: list[Clip] = []
    for number, wish in enumerate(wishes):
        clips.append(_clip(Part.REPORTING, number, wish))
        if _for_tuning(number):
            clips.append(_clip(Part.TUNING, number, wish))
    return (*clips, *_more_tuning(len(wishes)))


def _more_tuning(first: int) -> Iterator[Clip]:
    """Tuning clips of the bodies that the turns hardly reach: every third wish meets the first."""
    for index, wish in enumerate(MORE_TUNING):
        turn = 1 + index % (len(CASTS[Part.TUNING].bodies) - 1)
        yield _clip(Part.TUNING, first + index, wish, turn)


def _for_tuning(number: int) -> bool:
    """Whether a wish is rendered for tuning too: uncertainties need fewer clips than rates do."""
    return number % 3 != 2 if number < 20 else number % 3 == 0


def _clip(part: Part, number: int, wish: Wish, turn: int | None = None) -> Clip:
    """The clip of that number; `turn` is its body's, None = the number's own."""
    cast = CASTS[part]
    rng = cast.rng(number)
    scene = Scene(
        movement=wish.movement,
        reps=wish.reps,
        sets=wish.sets,
        rest_s=4.0,
        dials=wish.dials,
        implement=wish.implement,
        camera=_camera(wish, rng),
        body=cast.bodies[(number if turn is None else turn) % len(cast.bodies)],
        stature_m=round(float(rng.uniform(*_STATURES_M)), 2),
        look=LOOKS[str(rng.choice(cast.loose if wish.loose else cast.tight))],
        room=ROOMS[str(rng.choice(cast.rooms))],
        seed=cast.first_seed + number,
        noise=round(float(rng.uniform(1.5, 3.5)), 1),
        subframes=wish.subframes,
        dual_quaternion_share=0.0 if wish.linear else DUAL_QUATERNION_SHARE,
    )
    return Clip(f"{part.value[0]}{number:02d}-{wish.movement}", part, wish, scene)


def _camera(wish: Wish, rng: np.random.Generator) -> Camera:
    upright = bool(rng.random() < 0.5) or wish.dials.overhead_deg > 0 or wish.movement == "snatch"
    width, height = (_SHORT_PX, _LONG_PX) if upright else (_LONG_PX, _SHORT_PX)
    return Camera(
        yaw_deg=round(wish.yaw_deg + float(rng.uniform(-_YAW_JITTER_DEG, _YAW_JITTER_DEG)), 1),
        facing=str(rng.choice(["left", "right"])),
        distance_m=round(float(rng.uniform(2.35, 2.65)), 2),
        height_m=round(float(rng.uniform(0.7, 1.3)), 2),
        roll_deg=round(float(rng.uniform(-1.5, 1.5)), 1),
        width_px=width,
        height_px=height,
    )


def clips_of(part: Part) -> Iterator[Clip]:
    """The clips of one part, in the plan's order."""
    return (clip for clip in plan() if clip.part is part)
