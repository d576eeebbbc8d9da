"""What was read off the pictures, put together for the track."""

from collections.abc import Sequence

import numpy as np

from hingecheck.capture.picture_reading import PictureNote
from hingecheck.domain.array import Floats
from hingecheck.domain.picture_facts import PictureFacts


def picture_facts(notes: Sequence[PictureNote], scale: float) -> PictureFacts:
    """The facts of all frames.

    Args:
        notes: one per frame, in time order.
        scale: pixels of the recording per pixel of the pictures that were read.
    """
    looks = [(frame, note.look) for frame, note in enumerate(notes) if note.look is not None]
    return PictureFacts(
        brightness=_stored([note.brightness for note in notes]),
        burnt_out=_stored([note.burnt_out for note in notes]),
        wander_px=_stored([note.wander_px * scale for note in notes]).reshape(-1, 2),
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
