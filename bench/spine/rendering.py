"""A rep of the plan becomes a stored track: drawn, compressed, looked at by the real program."""

import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from bench.accuracy.generator_hash import hash_of_scene
from bench.accuracy.store import known_track, save, stored_generator
from bench.lifter.clip import Encoding, write_clip
from bench.spine.plan import Back
from hingecheck import track_recording

FOLDER: Final = Path(__file__).with_name("tracks")
# As in the accuracy bench.
_ENCODING: Final = Encoding(crf=23, preset="veryfast")


def path_of(back: Back) -> Path:
    """Where the rep's track is stored."""
    return FOLDER / f"{back.name}.npz"


def is_stored(back: Back) -> bool:
    """Whether the track is there and was made by this generator from this scene."""
    return stored_generator(path_of(back)) == hash_of_scene(back.scene)


def render(back: Back) -> None:
    """Draw one rep into a temporary video, track it and store what was seen."""
    with tempfile.TemporaryDirectory() as folder:
        video = Path(folder) / f"{back.name}.mp4"
        write_clip(back.scene, video, _ENCODING)
        track = track_recording(video, jobs=1)
        save(known_track(hash_of_scene(back.scene), track, back.scene.truth()), path_of(back))


def render_missing(backs: Iterable[Back], minutes: float) -> int:
    """Render and store what is missing; return how many. Stops before the first one too late."""
    start, made = time.monotonic(), 0
    for back in backs:
        if time.monotonic() - start > 60 * minutes:
            break
        if not is_stored(back):
            render(back)
            made += 1
            print(f"{back.name}: {(time.monotonic() - start) / 60:.1f} min", flush=True)
    return made
