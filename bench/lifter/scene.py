"""A clip before it is drawn: who does what, in which room, seen from where."""

from collections.abc import Iterator
from typing import Final

import cv2
import numpy as np
from attrs import asdict, field, frozen
from attrs.validators import ge, in_

from bench.lifter.arms import RELAXED_HAND, HandShape
from bench.lifter.body_data import BODIES, Body, load_body
from bench.lifter.camera import Camera
from bench.lifter.dials import Dials
from bench.lifter.implements import GRIP_HALF_WIDTH_M, build_implement, hold
from bench.lifter.mesh import Mesh, join
from bench.lifter.movements import DEFAULT_IMPLEMENT, MOVEMENTS, plan_movement
from bench.lifter.person import Look, dress
from bench.lifter.plan import Plan
from bench.lifter.pose import PoseAngles, Posed, Skeleton, Stance
from bench.lifter.renderer import Picture, Renderer
from bench.lifter.room import Room
from bench.lifter.rotations import Array, turn
from bench.lifter.skinning import DUAL_QUATERNION_SHARE
from bench.lifter.timeline import Timeline
from bench.lifter.truth import Truth, measure, without_lifter

_BYSTANDER_LOOK: Final = Look(
    skin_tone="mid", shirt=(0.35, 0.28, 0.05), legs=(0.05, 0.05, 0.07), leg_wear="leggings"
)


@frozen(eq=False)
class Scene:
    """Everything that decides a clip; the same scene always gives the same pictures.

    Attributes:
        movement: A key of `MOVEMENTS`.
        reps: How many in each set.
        sets: How many sets.
        rest_s: Standing about between two sets.
        dials: What goes wrong.
        implement: One of `IMPLEMENTS`; None takes the movement's own.
        camera: Where the phone stands.
        fps: Pictures per second.
        body: One of `BODIES`.
        stature_m: Height of the lifter; None keeps the body's own.
        look: Skin, hair, clothes.
        room: Where it happens.
        seed: Varies tempo, depth, clean lumbar rhythm and picture noise.
        noise: Standard deviation of the picture noise, in grey levels.
        blur_px: Softness of the lens.
        subframes: Pictures averaged per frame over half a frame's time: motion blur.
        dual_quaternion_share: See `skinning.skin`.
        bystander_m: Where somebody else stands, forward and left of the lifter; None = alone.
        empty: Nobody is there at all, and nothing is lifted.
    """

    movement: str = field(default="swing", validator=in_(tuple(MOVEMENTS)))
    reps: int = field(default=4, validator=ge(1))
    sets: int = field(default=1, validator=ge(1))
    rest_s: float = 8.0
    dials: Dials = field(factory=Dials)
    implement: str | None = None
    camera: Camera = field(factory=Camera)
    fps: float = 30.0
    body: str = field(default="male", validator=in_(BODIES))
    stature_m: float | None = 1.78
    look: Look = field(factory=Look)
    room: Room = field(factory=Room)
    seed: int = 0
    noise: float = 2.0
    blur_px: float = 0.6
    subframes: int = field(default=1, validator=ge(1))
    dual_quaternion_share: float = DUAL_QUATERNION_SHARE
    bystander_m: tuple[float, float] | None = None
    empty: bool = False

    @property
    def held(self) -> str:
        """What the lifter holds: one of `IMPLEMENTS`."""
        return self.implement or DEFAULT_IMPLEMENT[self.movement]

    def skeleton(self) -> Skeleton:
        """Return the lifter, not dressed."""
        grip = GRIP_HALF_WIDTH_M.get(self.held, Stance().grip_half_width_m)
        stance = Stance(grip_half_width_m=grip)
        empty = self.held == "none"
        hand = RELAXED_HAND if empty else HandShape()
        return Skeleton(self._body(), stance, hand, arms_hang=empty)

    def timeline(self) -> Timeline:
        """Return the movement."""
        plan = Plan(
            skeleton=self.skeleton(),
            implement=self.held,
            dials=self.dials,
            reps=self.reps,
            seed=self.seed,
            sets=self.sets,
            rest_s=self.rest_s,
        )
        return plan_movement(self.movement, plan)

    def truth(self) -> Truth:
        """Return the truth of every frame, without drawing anything."""
        skeleton, timeline = self.skeleton(), self.timeline()
        moments: list[tuple[float, PoseAngles, Posed]] = []
        for time_s in frame_times_s(timeline, self.fps):
            angles = timeline.at(time_s)
            moments.append((time_s, angles, skeleton.pose(angles)))
        truth = measure(moments, self.camera, trunk_m(skeleton), timeline.reps, self.facts())
        return without_lifter(truth) if self.empty else truth

    def pictures(self) -> Iterator[Picture]:
        """Yield the frames, (H, W, 3) RGB."""
        timeline, draw = self.timeline(), _Drawing(self)
        for index, time_s in enumerate(frame_times_s(timeline, self.fps)):
            shares = (np.arange(self.subframes) + 0.5) / self.subframes - 0.5
            moments = [timeline.at(time_s + share * 0.5 / self.fps) for share in shares]
            light = np.mean([draw.picture(a).astype(np.float32) for a in moments], axis=0)
            yield self._as_recorded(light, index)

    def facts(self) -> dict[str, object]:
        """Return how the clip is made, ready for JSON."""
        camera = asdict(self.camera)
        return {
            "movement": self.movement,
            "implement": self.held,
            "dials": asdict(self.dials),
            "clean_lumbar_deg": round(self.timeline().spine.clean_lumbar_deg, 2),
            "fps": self.fps,
            "seed": self.seed,
            "body": {"name": self.body, "stature_m": self.stature_m},
            "trunk_m": round(trunk_m(self.skeleton()), 4),
            "camera": camera,
            "bystander_m": self.bystander_m,
            "empty": self.empty,
        }

    def _body(self) -> Body:
        return load_body(self.body, self.stature_m)

    def _as_recorded(self, light: Array, index: int) -> Picture:
        picture = light.astype(np.float32)
        if self.blur_px > 0:
            picture = cv2.GaussianBlur(picture, (0, 0), self.blur_px).astype(np.float32)
        rng = np.random.default_rng([self.seed, 5, index])
        grain = rng.standard_normal(picture.shape, dtype=np.float32)
        return np.clip(picture + self.noise * grain, 0, 255).astype(np.uint8)


class _Drawing:
    """A scene's lifter and room, set up once for all frames."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._skeleton = scene.skeleton()
        self._dressed = dress(self._skeleton.body, scene.look)
        self._implement = build_implement(scene.held)
        self._renderer = Renderer(scene.room, scene.camera)
        self._others = [] if scene.bystander_m is None else [bystander(scene.bystander_m)]

    def picture(self, angles: PoseAngles) -> Picture:
        """Return one sharp picture."""
        if self._scene.empty:
            return self._renderer.draw(None)
        posed = self._skeleton.pose(angles)
        things = [*self._others, self._dressed.posed(posed, self._scene.dual_quaternion_share)]
        if self._implement is not None:
            things.append(hold(self._implement, posed, angles))
        return self._renderer.draw(join(things))


def bystander(place_m: tuple[float, float]) -> Mesh:
    """Return somebody who stands there and looks at the lifter."""
    body = load_body("female", 1.66)
    posed = Skeleton(body, hand=RELAXED_HAND, arms_hang=True).pose(PoseAngles(neck_deg=6))
    forward, left = place_m
    towards = turn(float(np.degrees(np.arctan2(-left, -forward))))
    mesh = dress(body, _BYSTANDER_LOOK).posed(posed)
    return mesh.moved(towards, np.array([forward, left, 0.0]))


def frame_times_s(timeline: Timeline, fps: float) -> list[float]:
    """Return when each frame is taken."""
    return [index / fps for index in range(int(timeline.duration_s * fps) + 1)]


def trunk_m(skeleton: Skeleton) -> float:
    """Return the length from mid-hip to mid-shoulder, upright."""
    joints = skeleton.stand().joints
    middles = [
        (joints[f"left_{joint}"] + joints[f"right_{joint}"]) / 2 for joint in ("hip", "shoulder")
    ]
    return float(np.linalg.norm(middles[1] - middles[0]))
