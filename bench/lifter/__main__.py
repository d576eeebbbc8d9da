"""Command line: `python -m bench.lifter OUT.mp4 --movement swing --yaw 0`."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from bench.lifter.body_data import BODIES
from bench.lifter.camera import FACINGS, Camera
from bench.lifter.clip import Encoding, write_clip
from bench.lifter.dials import DIALS, Dials
from bench.lifter.implements import IMPLEMENTS
from bench.lifter.looks import LOOKS
from bench.lifter.movements import MOVEMENTS
from bench.lifter.rooms import ROOMS
from bench.lifter.scene import Scene


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.lifter",
        description="Render a lifter whose joints are known, and write the truth beside it.",
    )
    parser.add_argument("out", type=Path, help="video to write, .mp4")
    parser.add_argument("--movement", choices=tuple(MOVEMENTS), default="swing")
    parser.add_argument("--implement", choices=IMPLEMENTS, help="default: the movement's own")
    parser.add_argument("--reps", type=int, default=4)
    parser.add_argument("--sets", type=int, default=1)
    parser.add_argument("--rest", type=float, default=8.0, metavar="S", help="between two sets")
    parser.add_argument("--body", choices=BODIES, default="male")
    parser.add_argument("--stature", type=float, default=1.78, metavar="M")
    parser.add_argument("--look", choices=tuple(LOOKS), default="navy")
    parser.add_argument("--room", choices=tuple(ROOMS), default="plain")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--bystander", type=float, nargs=2, metavar=("FORWARD", "LEFT"))
    parser.add_argument("--empty", action="store_true", help="an empty room: nobody, no reps")
    _add_camera(parser)
    _add_picture(parser)
    for name in DIALS:
        parser.add_argument(f"--{name.replace('_', '-')}", type=float, default=0.0, metavar="X")
    return parser


def main(arguments: Sequence[str] | None = None) -> None:
    """Render one clip."""
    parser = build_parser()
    given = parser.parse_args(arguments)
    try:
        scene = scene_of(given)
    except ValueError as error:
        parser.error(str(error.args[0]))
    truth = write_clip(scene, given.out, Encoding(crf=given.crf, preset=given.preset))
    print(f"{given.out}: {given.out.stat().st_size / 1e3:.0f} kB, truth in {truth.name}")


def scene_of(given: argparse.Namespace) -> Scene:
    """Return the scene that the arguments ask for.

    Raises:
        ValueError: An argument is out of range; the message says which.
    """
    return Scene(
        movement=given.movement,
        reps=given.reps,
        sets=given.sets,
        rest_s=given.rest,
        dials=Dials(**{name: getattr(given, name) for name in DIALS}),
        implement=given.implement,
        camera=_camera(given),
        fps=given.fps,
        body=given.body,
        stature_m=given.stature,
        look=LOOKS[given.look],
        room=ROOMS[given.room],
        seed=given.seed,
        noise=given.noise,
        subframes=given.subframes,
        bystander_m=tuple(given.bystander) if given.bystander else None,
        empty=given.empty,
    )


def _add_camera(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--yaw", type=float, default=0.0, help="0 = side-on, 90 = frontal")
    parser.add_argument("--facing", choices=FACINGS, default="right")
    parser.add_argument("--distance", type=float, default=3.0, metavar="M")
    parser.add_argument("--height", type=float, default=1.0, metavar="M")
    parser.add_argument("--roll", type=float, default=0.0, metavar="DEG")
    parser.add_argument("--size", default="640x480", metavar="WxH", help="even numbers of pixels")


def _add_picture(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--fps", type=float, default=30.0)
    parser.add_argument("--noise", type=float, default=2.0)
    parser.add_argument("--subframes", type=int, default=1, help="more than 1: motion blur")
    parser.add_argument("--crf", type=int, default=23)
    parser.add_argument("--preset", default="medium")


def _even_size(size: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d*[02468])x(\d*[02468])", size)
    if found is None:
        raise ValueError(f"--size {size}: expected two even numbers of pixels, such as 640x480")
    return int(found[1]), int(found[2])


def _camera(given: argparse.Namespace) -> Camera:
    width, height = _even_size(given.size)
    return Camera(
        yaw_deg=given.yaw,
        facing=given.facing,
        distance_m=given.distance,
        height_m=given.height,
        roll_deg=given.roll,
        width_px=width,
        height_px=height,
    )


if __name__ == "__main__":
    main()
