"""What somebody did to the film: cuts, bars at its edges, text burnt into it."""

import numpy as np

from hingecheck.analysis.film.framing import steady_bars_px
from hingecheck.domain.array import Floats
from hingecheck.domain.film_check import FactName, FilmFact, State
from hingecheck.domain.picture_facts import PictureFacts
from hingecheck.domain.pose_track import PoseTrack

# Share of the picture's side from which an even edge is told as a bar.
_MIN_BAR = 0.03
_EDGES = ("left", "top", "right", "bottom")
# Two blocks that overlap by this much are one; it stays if so many of the looks find it.
_SAME = 0.6
_MIN_LOOKS = 0.5


def cuts_fact(track: PoseTrack) -> FilmFact:
    """How often the film jumps to another picture."""
    count = len(track.cuts)
    if not count:
        return FilmFact(FactName.CUTS, State.GOOD, "one shot", 0.0)
    times = ", ".join(f"{track.time_s[cut]:.1f}" for cut in track.cuts[:5].tolist())
    words = f"cut at {times} s" + (" and later" if count > 5 else "")
    return FilmFact(FactName.CUTS, State.POOR, words, float(count))


def overlay_fact(track: PoseTrack) -> FilmFact:
    """Bars, and text that stays where it is."""
    picture = track.picture
    if picture is None or not len(picture.look):
        return FilmFact(FactName.OVERLAY, State.UNKNOWN, "bars and text are not known")
    told, lost = _bars(track, picture)
    if steady_captions_px(picture):
        told.append("text in the picture")
    if not told:
        return FilmFact(FactName.OVERLAY, State.GOOD, "no bars, no text that stays", 0.0)
    return FilmFact(FactName.OVERLAY, State.POOR, ", ".join(told), lost, unit="ratio")


def _bars(track: PoseTrack, picture: PictureFacts) -> tuple[list[str], float]:
    """In words, and the share of the picture that they take."""
    bars = steady_bars_px(picture.bars_px)
    width, height = track.recording.width_px, track.recording.height_px
    shares = bars / np.array([width, height, width, height], dtype=np.float64)
    wide = [edge for edge, share in zip(_EDGES, shares, strict=True) if share >= _MIN_BAR]
    return ([f"bars {' and '.join(wide)}"] if wide else []), float(shares.sum())


def steady_captions_px(picture: PictureFacts) -> list[Floats]:
    """Blocks (left, top, right, bottom) that at least half of the looks find in the same place.

    A single look tells nothing: letters on a plate move, but not within one picture.
    """
    looks = len(picture.look)
    steady: list[Floats] = []
    for block in picture.captions_px:
        again = {
            int(other[0]) for other in picture.captions_px if _overlap(block[1:], other[1:]) > _SAME
        }
        known = any(_overlap(block[1:], one) > _SAME for one in steady)
        if not known and len(again) >= max(2, _MIN_LOOKS * looks):
            steady.append(block[1:])
    return steady


def _overlap(one: Floats, other: Floats) -> float:
    """Intersection over union of two blocks."""
    low, high = np.maximum(one[:2], other[:2]), np.minimum(one[2:], other[2:])
    shared = float(np.prod(np.clip(high - low, 0, None)))
    both = float(np.prod(one[2:] - one[:2]) + np.prod(other[2:] - other[:2]))
    return shared / (both - shared) if both > shared else 0.0
