"""A rep of the plan becomes a stored track: drawn, compressed, looked at by the real program."""

import json
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import numpy as np
from attrs import evolve

from bench.accuracy.generator_hash import hash_of_scene
from bench.lifter.clip import Encoding, write_clip
from bench.lifter.rotations import Array
from bench.stick.plan import Held
from hingecheck import track_recording
from hingecheck.analysis.stick_asking import places_to_look
from hingecheck.capture.stick_looking import look_at_places
from hingecheck.capture.track_file import load_track, save_track
from hingecheck.domain.pose_track import PoseTrack

FOLDER: Final = Path(__file__).with_name("tracks")
# As in the other benches.
_ENCODING: Final = Encoding(crf=23, preset="veryfast")
# A snippet lasts a fifth of a second and would get two looks; the bottom of a rep gets more.
_SLOWER: Final = 4
# After a jump from one snippet to the next the tracker needs two pictures to arrive.
_SETTLING: Final = 2


def path_of(held: Held) -> Path:
    """Where the rep's track is stored; its truth stands beside it."""
    return FOLDER / f"{held.name}.npz"


def is_stored(held: Held) -> bool:
    """Whether the track is there and was made by this generator from this scene."""
    try:
        facts = json.loads(path_of(held).with_suffix(".json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return False
    return path_of(held).exists() and facts["generator"] == hash_of_scene(held.scene)


def true_gaps(held: Held) -> Array:
    """(T, 3) as seen from the side, in trunk lengths."""
    text = path_of(held).with_suffix(".json").read_text(encoding="utf-8")
    return np.array(json.loads(text)["gaps_trunks"])


def stored_track(held: Held) -> PoseTrack:
    """What the program saw."""
    return load_track(path_of(held))


def render(held: Held) -> None:
    """Draw one rep into a temporary video, and store what is seen in it."""
    with tempfile.TemporaryDirectory() as folder:
        video = Path(folder) / f"{held.name}.mp4"
        write_clip(held.scene, video, _ENCODING)
        store(held, video)


def store(held: Held, video: Path) -> None:
    """Track a drawn video; the looks are those of a rep that lasts as long as one does."""
    found = evolve(track_recording(video, jobs=1), cuts=_jumps(held), stick=None)
    places = places_to_look(evolve(found, time_s=_SLOWER * found.time_s))
    looked = _settled(look_at_places(found, places, video), held)
    FOLDER.mkdir(exist_ok=True)
    with path_of(held).open("wb") as file:
        save_track(looked, file)
    truth = {
        "generator": hash_of_scene(held.scene),
        "gaps_trunks": np.round([one.seen_trunks for one in held.scene.laid()], 4).tolist(),
    }
    text = json.dumps(truth, separators=(",", ":"))
    path_of(held).with_suffix(".json").write_text(text + "\n", encoding="utf-8", newline="\n")


def render_missing(plan: Iterable[Held], minutes: float) -> int:
    """Render and store what is missing; return how many. Stops before the first one too late."""
    start, made = time.monotonic(), 0
    for held in plan:
        if time.monotonic() - start > 60 * minutes:
            break
        if not is_stored(held):
            render(held)
            made += 1
            print(f"{held.name}: {(time.monotonic() - start) / 60:.1f} min", flush=True)
    return made


def _jumps(held: Held) -> list[int]:
    """Where a new snippet begins: its first picture is shown twice."""
    moments = held.scene.moments()
    first = 1 + len(moments.upright_s)
    return [first, first + 1 + len(moments.early_s)]


def _settled(track: PoseTrack, held: Held) -> PoseTrack:
    if track.stick is None:
        return track
    starts = [0, *_jumps(held)]
    kept = ~np.isin(track.stick.frame, [at + n for at in starts for n in range(_SETTLING)])
    parts = ("frame", "ends_px", "width_px", "support", "gap_px")
    return evolve(
        track,
        stick=evolve(track.stick, **{name: getattr(track.stick, name)[kept] for name in parts}),
    )
