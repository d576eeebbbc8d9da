"""A clip of the plan becomes a stored track: drawn, compressed, looked at by the real program."""

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from bench.accuracy.generator_hash import hash_of
from bench.accuracy.plan import Clip
from bench.accuracy.store import FOLDER, KnownTrack, known_track, save, stored_generator
from bench.lifter.clip import Encoding, write_clip
from bench.lifter.truth import to_json
from hingecheck import track_recording

# As a phone's small files; between the sample clips and a phone's default.
_ENCODING: Final = Encoding(crf=23, preset="veryfast")
# No clip takes this long to draw.
_LAPSES_S: Final = 1800.0
Render = Callable[[Clip], KnownTrack]


def render(clip: Clip, videos: Path | None = None) -> KnownTrack:
    """Draw the clip and track it.

    Args:
        clip: What is drawn.
        videos: A folder in which drawn clips are kept; one that lies there is not drawn again.
            None = the video is thrown away.
    """
    with _folder(videos) as folder:
        video = folder / f"{clip.name}.mp4"
        if not is_drawn(clip, video):
            write_clip(clip.scene, video, _ENCODING)
        return known_track(hash_of(clip), track_recording(video), clip.scene.truth())


def is_drawn(clip: Clip, video: Path) -> bool:
    """Whether the video is there, and the truth beside it is the clip's."""
    truth = video.with_suffix(".truth.json")
    if not video.exists() or not truth.exists():
        return False
    return truth.read_text(encoding="utf-8") == to_json(clip.scene.truth())


@contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    """The folder for videos: one to keep, or one that is gone afterwards."""
    if kept is None:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)
        return
    kept.mkdir(parents=True, exist_ok=True)
    yield kept


def path_of(clip: Clip, folder: Path = FOLDER) -> Path:
    """Where the clip's track is stored."""
    return folder / f"{clip.name}.npz"


def is_stored(clip: Clip, folder: Path = FOLDER) -> bool:
    """Whether the track is there and was made by this generator from this scene."""
    return stored_generator(path_of(clip, folder)) == hash_of(clip)


def render_missing(
    clips: Iterable[Clip],
    minutes: float,
    folder: Path = FOLDER,
    renderer: Render = render,
    clock: Callable[[], float] = time.monotonic,
) -> int:
    """Render and store what is missing, one clip after the other; return how many.

    Stops before the clip that would begin after `minutes`; the next run goes on from there. Two
    runs at the same time share the work.
    """
    start, made = clock(), 0
    for clip in clips:
        if clock() - start > 60 * minutes:
            break
        if is_stored(clip, folder):
            continue
        claim = path_of(clip, folder).with_suffix(".claim")
        if not _claimed(claim):  # another run draws it at the moment
            continue
        try:
            save(renderer(clip), path_of(clip, folder))
            made += 1
            print(f"{clip.name}: {(clock() - start) / 60:.1f} min", flush=True)
        finally:
            claim.unlink()
    return made


def _claimed(claim: Path) -> bool:
    """Whether the clip is ours to draw; the claim of a run that was killed lapses."""
    claim.parent.mkdir(parents=True, exist_ok=True)
    if claim.exists() and time.time() - claim.stat().st_mtime > _LAPSES_S:
        claim.unlink(missing_ok=True)
    try:
        claim.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True
