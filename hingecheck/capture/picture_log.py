"""What was read off the pictures, put together for the track."""

from collections.abc import Sequence

import numpy as np

from hingecheck.capture.picture_reading import PictureNote
from hingecheck.domain.array import Floats, Ints
from hingecheck.domain.picture_facts import PictureFacts


def picture_facts(
    notes: Sequence[PictureNote], look: Ints, frames: int, scale: float
) -> PictureFacts:
    """The facts of all frames; one that was not looked at has those of the look before.

    Args:
        notes: one per look, in time order.
        look: (L,) the frames that were looked at, the first one among them.
        frames: how many there are.
        scale: pixels of the recording per pixel of the pictures that were read.
    """
    looks = [
        (look[number], note.look) for number, note in enumerate(notes) if note.look is not None
    ]
    latest = np.searchsorted(look, np.arange(frames), side="right") - 1
    wander_px = np.reshape([note.wander_px * scale for note in notes], (-1, 2))
    return PictureFacts(
        brightness=_stored([note.brightness for note in notes])[latest],
        burnt_out=_stored([note.burnt_out for note in notes])[latest],
        wander_px=_stored(wander_px)[latest],
        look=[frame for frame, _ in looks],
        bars_px=_stored([look.bars_px * scale for _, look in looks]).reshape(-1, 4),
        edges_px=_numbered([look.edges_px * scale for _, look in looks]),
        captions_px=_numbered([look.captions_px * scale for _, look in looks]),
    )


def _numbered(found: list[Floats]) -> Floats:
    """(n, 5) everything in a row, each with the number of its look in front."""
    rows = [np.insert(one, 0, number, axis=1) for number, one in enumerate(found)]
    return _stored(np.concatenate([*rows, np.empty((0, 5))]))


def _stored(values: object) -> Floats:
    """At the track file's precision, so that a stored track is judged exactly as a fresh one."""
    return np.asarray(values, dtype=np.float32).astype(np.float64)
