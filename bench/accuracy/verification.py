"""Drawing stored clips again: do the stored tracks still say what the program sees?"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from attrs import frozen

from bench.accuracy.plan import Clip
from bench.accuracy.rendering import Render, is_stored, path_of, render
from bench.accuracy.store import FOLDER, KnownTrack, load
from hingecheck.analysis.viewing import trunk_length_px

# x264 does not write the same bytes twice at this preset, which moves landmarks by 0.005 to 0.009;
# so does another version of it or of the engine. A hundredth of the trunk is half a degree.
_SAME_TRUNKS: Final = 0.01
# What full-size plates hide the model guesses, and another guess follows from as little.
_SAME_BEHIND_PLATES_TRUNKS: Final = 0.03


@frozen
class Comparison:
    """A clip drawn again.

    Attributes:
        name: The clip's.
        apart_trunks: Median distance of its landmarks from the stored ones, trunk lengths.
        leg_is_free: Whether no full-size plates hide it.
    """

    name: str
    apart_trunks: float
    leg_is_free: bool = True

    @property
    def agrees(self) -> bool:
        """Whether the stored track is proved."""
        limit = _SAME_TRUNKS if self.leg_is_free else _SAME_BEHIND_PLATES_TRUNKS
        return self.apart_trunks <= limit


def chosen(clips: Sequence[Clip], count: int, seed: int, folder: Path = FOLDER) -> list[Clip]:
    """Return up to `count` clips that are stored, at random."""
    stored = [clip for clip in clips if is_stored(clip, folder)]
    order = np.random.default_rng(seed).permutation(len(stored))
    return [stored[index] for index in order[:count]]


def compare(
    clips: Sequence[Clip], folder: Path = FOLDER, renderer: Render = render
) -> Iterator[Comparison]:
    """Yield each clip's comparison as it is drawn."""
    for clip in clips:
        apart = landmarks_apart(load(path_of(clip, folder)), renderer(clip))
        yield Comparison(clip.name, apart, clip.leg_is_free)


def landmarks_apart(stored: KnownTrack, fresh: KnownTrack) -> float:
    """Return the median distance of two tracks' landmarks, trunk lengths; infinite if unlike."""
    one, other = stored.track.image_px, fresh.track.image_px
    if one.shape != other.shape:
        return float("inf")
    distance = np.linalg.norm(one - other, axis=2)
    if not np.isfinite(distance).any():
        return float("inf")
    return float(np.nanmedian(distance)) / trunk_length_px(stored.track)
