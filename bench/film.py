"""How often each fact of the film check is right.

    python -m bench.film [--tracks bench/accuracy/tracks] [--clips sample_clips]

Two sources, both with a known truth: stored tracks of rendered lifters (the camera's yaw and roll),
and the sample clips, altered picture by picture (turned, moved, darkened, framed, written on). The
landmarks of an altered clip are those of the clip itself, moved along: what is measured is the film
check, not the pose model.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import click
import cv2
import numpy as np
import numpy.typing as npt
from attrs import evolve, frozen

from bench.accuracy.plan import plan
from bench.accuracy.store import load
from hingecheck import judge, track_recording
from hingecheck.analysis.slow_motion import in_real_time
from hingecheck.capture.landmarker import Sighting
from hingecheck.capture.picture_log import picture_facts
from hingecheck.capture.picture_reading import PictureNote, PictureReader
from hingecheck.capture.shared_tracking import CHUNK_FRAMES
from hingecheck.capture.shrinking import shrunk
from hingecheck.capture.video import opened
from hingecheck.domain.film_check import FactName, FilmFact, State
from hingecheck.domain.outline import Outline
from hingecheck.domain.pose_track import PoseTrack

ROOT: Final = Path(__file__).parents[1]
Picture = npt.NDArray[np.uint8]
Matrix = npt.NDArray[np.float64]


@frozen(eq=False)
class Alteration:
    """What is done to a clip, and what the film check must say of it.

    Attributes:
        name: for the table.
        fact: which fact is asked.
        state: what it must be.
        paint: changes a picture; gets its index.
        move: (2, 3) where a point of the picture goes, by the picture's index.
        value: what the fact's number must be; None = any.
    """

    name: str
    fact: FactName
    state: State
    paint: Callable[[int, Picture], Picture] = lambda _, picture: picture
    move: Callable[[int], Matrix] | None = None
    value: float | None = None


def alterations(width: int, height: int) -> Iterator[Alteration]:
    """Everything that is tried on a clip of this size."""
    poor, good = State.POOR, State.GOOD
    for fact in (FactName.STILLNESS, FactName.LIGHT, FactName.OVERLAY):
        yield Alteration("as it is", fact, good)
    for roll in (-9.0, -5.0, -2.0, 2.0, 5.0, 9.0):
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), roll, 1.1)
        state = poor if abs(roll) > 3 else good
        yield Alteration("turned", FactName.ROLL, state, move=lambda _, m=matrix: m, value=roll)
    yield Alteration("sinks slowly", FactName.STILLNESS, poor, move=lambda i: _shift(0, 0.25 * i))
    yield Alteration("held by hand", FactName.STILLNESS, poor, move=_held)
    yield Alteration("trembles", FactName.STILLNESS, good, move=lambda i: _shift(0.8 * (i % 2), 0))
    yield Alteration("dark", FactName.LIGHT, poor, lambda _, one: (one * 0.2).astype(np.uint8))
    yield Alteration("burnt out", FactName.LIGHT, poor, lambda _, one: cv2.add(one, (170,) * 4))
    yield Alteration("pillar box", FactName.OVERLAY, poor, _boxed)
    yield Alteration("caption", FactName.OVERLAY, poor, _written)


def _shift(right: float, down: float) -> Matrix:
    return np.array([[1.0, 0.0, right], [0.0, 1.0, down]])


def _held(index: int) -> Matrix:
    """A hand that breathes: some 3 % of a lifter's height to and fro."""
    return _shift(9 * np.sin(index / 17), 12 * np.sin(index / 29))


def _boxed(_: int, picture: Picture) -> Picture:
    boxed = picture.copy()
    boxed[:, : picture.shape[1] // 10] = boxed[:, -picture.shape[1] // 10 :] = 0
    return boxed


def _written(_: int, picture: Picture) -> Picture:
    height = picture.shape[0]
    return cv2.putText(
        picture.copy(), "SWING DAY 4", (20, height - 20), cv2.FONT_HERSHEY_DUPLEX, 0.9, (255,) * 3
    )


def repictured(clip: Path, track: PoseTrack, change: Alteration) -> PoseTrack:
    """The clip's track as if it had been filmed otherwise."""
    image, notes, polygons = track.image_px.copy(), [], []
    reader = PictureReader()
    with opened(clip) as recording:
        for index, frame in zip(range(len(image)), recording.frames(), strict=False):
            if index % CHUNK_FRAMES == 0:
                reader = PictureReader()
            picture, polygon = change.paint(index, frame.picture), track.outline.polygon_px(index)
            if change.move is not None:
                matrix, size = change.move(index), picture.shape[1::-1]
                mode = cv2.BORDER_REPLICATE
                picture = cv2.warpAffine(picture, matrix, size, borderMode=mode)
                image[index] = image[index] @ matrix[:, :2].T + matrix[:, 2]
                polygon = polygon @ matrix[:, :2].T + matrix[:, 2]
            polygons.append(polygon)
            notes.append(_note(reader, picture, track, index, image[index], polygon))
    every = np.arange(len(notes))
    facts = picture_facts(notes, every, len(notes), shrunk(picture)[1])
    return evolve(track, image_px=image, outline=Outline.from_polygons(polygons), picture=facts)


def _note(
    reader: PictureReader,
    picture: Picture,
    track: PoseTrack,
    index: int,
    image_px: npt.NDArray[np.float64],
    polygon_px: npt.NDArray[np.float64],
) -> PictureNote:
    """As the walk reads it: the shrunk picture, with what was seen in it."""
    small, scale = shrunk(picture)
    if not track.seen[index]:
        return reader.read(small, None)
    seen = (track.world_m[index], track.visibility[index])
    return reader.read(small, Sighting(image_px / scale, *seen, polygon_px / scale))


def fact_of(track: PoseTrack, name: FactName) -> FilmFact:
    """What the film check says."""
    film = judge(track).film
    if film is None:
        raise ValueError("a judged film is always checked")
    return film.fact(name)


def camera_rows(folder: Path) -> Iterator[str]:
    """Yaw and roll of the rendered cameras, from the landmarks alone."""
    cameras = {clip.name: clip for clip in plan() if clip.reports}
    off: dict[str, list[float]] = {"yaw": [], "roll, body": []}
    for path in sorted(folder.glob("*.npz")):
        if path.stem in cameras:
            camera, track = cameras[path.stem].scene.camera, load(path).track
            off["yaw"].append(fact_of(track, FactName.VIEW).value - camera.yaw_deg)
            off["roll, body"].append(fact_of(track, FactName.ROLL).value - camera.roll_deg)
    for name, errors in off.items():
        known = np.abs(errors)[np.isfinite(errors)]
        if len(known):
            yield _spread(name, known)


def clip_rows(folder: Path) -> Iterator[str]:
    """Every alteration of every clip, and slowed swings."""
    right: dict[tuple[str, str], list[bool]] = {}
    roll_off: list[float] = []
    for clip in sorted(folder.glob("*.mp4")):
        track = track_recording(clip, model="lite", jobs=2)
        size = track.recording.width_px, track.recording.height_px
        for one in alterations(*size):
            fact = fact_of(repictured(clip, track, one), one.fact)
            right.setdefault((one.fact, one.name), []).append(fact.state is one.state)
            print(f"  {clip.stem} {one.name} {one.value or ''}: {fact.words} {fact.value:.3f}")
            if one.value is not None:
                roll_off.append(fact.value - one.value)
        for slowed in (1.0, 2.0, 4.0) if "swing" in clip.name else ():
            fact = fact_of(in_real_time(track, 1 / slowed), FactName.SLOW_MOTION)
            expected = State.GOOD if slowed == 1 else State.POOR
            row = right.setdefault((FactName.SLOW_MOTION, f"slowed {slowed:g} times"), [])
            row.append(fact.state is expected)
    for (name, what), found in right.items():
        yield f"{name}, {what}: right {sum(found)} of {len(found)}"
    if roll_off:
        yield _spread("roll, turned clips", np.abs(roll_off))


def _spread(name: str, off: npt.NDArray[np.float64]) -> str:
    """Errors in degrees, in a line."""
    middle, most = np.percentile(off, (50, 90))
    return f"{name}: n {len(off)}, median {middle:.1f}, 90 % within {most:.1f}, all {off.max():.1f}"


@click.command()
@click.option("--tracks", default=ROOT / "bench" / "accuracy" / "tracks", type=Path)
@click.option("--clips", default=ROOT / "sample_clips", type=Path)
def main(tracks: Path, clips: Path) -> None:
    """Prints a line per fact: what was asked, how often it was right, of how many."""
    for rows in (camera_rows(tracks), clip_rows(clips)):
        for row in rows:
            print(row)


if __name__ == "__main__":
    main()
