"""Whether the whole body is in the picture, and large enough in it."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from hingecheck.analysis.gating import MIN_BODY_PX
from hingecheck.domain.array import Bools, Floats
from hingecheck.domain.film_check import CutOff, FactName, FilmFact, State
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.view import View

Numbers = npt.NDArray[np.floating[Any]]

_PARTS = {
    "head": (Landmark.NOSE, Landmark.LEFT_EAR, Landmark.RIGHT_EAR),
    "hands": (Landmark.LEFT_WRIST, Landmark.RIGHT_WRIST),
    "feet": (
        Landmark.LEFT_ANKLE,
        Landmark.RIGHT_ANKLE,
        Landmark.LEFT_FOOT_INDEX,
        Landmark.RIGHT_FOOT_INDEX,
    ),
}
# Only for telling what touches an edge.
_BODY = (
    Landmark.LEFT_SHOULDER,
    Landmark.RIGHT_SHOULDER,
    Landmark.LEFT_HIP,
    Landmark.RIGHT_HIP,
    Landmark.LEFT_KNEE,
    Landmark.RIGHT_KNEE,
)
_TOLD = {**_PARTS, "body": _BODY}
_NAMES = tuple(_TOLD)
# All landmarks in a row, and where each part begins.
_LANDMARKS = [landmark for landmarks in _TOLD.values() for landmark in landmarks]
_FIRST = np.cumsum([0, *(len(landmarks) for landmarks in _TOLD.values())])[:-1]
# The model goes on guessing beyond the edge; within this share of the body's height it may be
# wrong about the side of the edge.
_MARGIN = 0.01
# The outline touches an edge from here on, as a share of the picture's longer side.
_TOUCH = 0.002
# Shorter than this it is a wild landmark, not a framing.
_LEAST_S = 0.15
_LEAST_SHARE = 0.02
# Who is lost this soon after a part went out, and for no longer than that, is lost because of it.
_NEAR_LOSS_S = 0.1
_LOST_S = 3.0


def size_fact(view: View) -> FilmFact:
    """The upright body in pixels."""
    height = view.body_height_px
    if not np.isfinite(height):
        return FilmFact(FactName.SIZE, State.UNKNOWN, "the lifter's height is not known")
    small = height < MIN_BODY_PX
    words = f"the lifter is {'only ' if small else ''}{height:.0f} pixels tall"
    if small:
        words += f"; {MIN_BODY_PX:.0f} are needed"
    state = State.POOR if small else State.GOOD
    return FilmFact(FactName.SIZE, state, words, height, unit="px")


def framing_fact(missing: tuple[CutOff, ...]) -> FilmFact:
    """The cut-offs in one line."""
    if not missing:
        return FilmFact(FactName.FRAMING, State.GOOD, "the whole body stays in the picture", 0.0)
    told = [f"{one.part} beyond the {one.edge} edge in {one.share:.0%}" for one in missing]
    words = f"out of the picture: {', '.join(told)} of the time"
    return FilmFact(FactName.FRAMING, State.POOR, words, missing[0].share, unit="ratio")


def cut_offs(track: PoseTrack, view: View) -> tuple[CutOff, ...]:
    """What leaves the picture for longer than a wild landmark, the most often missing first."""
    gone: dict[tuple[str, str], Bools] = {}
    # how far beyond an edge a landmark may be guessed
    margin_px = _MARGIN * np.nan_to_num(view.body_heights_px)
    for axis, edge, out_px in _outward(track):
        beyond = out_px(track.image_px[..., axis]) > margin_px[:, None]
        for part, landmarks in _PARTS.items():
            gone[part, edge] = np.asarray(beyond[:, list(landmarks)].any(axis=1))
        for part, touching in _touching(track, out_px(track.outline.points_px[:, axis])).items():
            gone[part, edge] = gone.get((part, edge), False) | touching
    _fill_losses(gone, track)
    found = []
    for (part, edge), out in gone.items():
        lasting = _lasting(out, track.recording.fps)
        share = float(lasting.sum() / (track.seen | lasting).sum())
        if share >= _LEAST_SHARE:
            found.append(CutOff(part, edge, share, int(np.argmax(lasting))))
    return tuple(sorted(found, key=lambda cut: (-cut.share, cut.part, cut.edge)))


def _outward(track: PoseTrack) -> Iterator[tuple[int, str, Callable[[Numbers], Floats]]]:
    """Each edge with its axis, and how far beyond it places on that axis lie."""
    low, high = picture_area(track)
    for axis, edges in enumerate((("left", "right"), ("top", "bottom"))):
        for edge, limit, sign in zip(edges, (low, high), (-1.0, 1.0), strict=True):
            yield axis, edge, partial(_beyond, limit=float(limit[axis]), sign=sign)


def _beyond(places: Numbers, limit: float, sign: float) -> Floats:
    return sign * (np.asarray(places, dtype=np.float64) - limit)


def _touching(track: PoseTrack, out_px: Floats) -> dict[str, Bools]:
    """(T,) by part of the body: where it touches an edge; between two looks as in the last one."""
    found: dict[str, Bools] = {}
    near = _TOUCH * max(track.recording.width_px, track.recording.height_px)
    start, seen = track.outline.start, track.seen
    drawn = np.flatnonzero(np.diff(start) > 0)
    furthest = np.maximum.reduceat(out_px, start[drawn]) if len(drawn) else np.empty(0)
    for frame in drawn[furthest > -near].tolist():
        if seen[frame]:
            own = out_px[start[frame] : start[frame + 1]]
            polygon = track.outline.polygon_px(frame)
            part = _nearest_part(polygon[own > -near], track.image_px[frame])
            found.setdefault(part, np.zeros(len(seen), dtype=np.bool_))[frame] = True
    return {part: touching[track.latest_look] for part, touching in found.items()}


def _nearest_part(touching: Floats, points: Floats) -> str:
    """Which part of the body is cut off there."""
    points = points[_LANDMARKS]
    offset = touching[:, None] - points
    gaps = np.minimum.reduceat((offset**2).sum(axis=2).min(axis=0), _FIRST)
    return _NAMES[int(np.argmin(np.sqrt(gaps)))]


def picture_area(track: PoseTrack) -> tuple[Floats, Floats]:
    """(2,) top left and bottom right corner of what was looked at: no bars, the region only."""
    size = np.array([track.recording.width_px, track.recording.height_px], dtype=np.float64)
    low, high = np.zeros(2), size
    if track.picture is not None and len(track.picture.bars_px):
        bars = steady_bars_px(track.picture.bars_px)
        low, high = bars[:2], size - bars[2:]
    if track.region is not None:
        low = np.maximum(low, (track.region.left_px, track.region.top_px))
        high = np.minimum(high, (track.region.right_px, track.region.bottom_px))
    return low, high


def steady_bars_px(bars_px: Floats) -> Floats:
    """(4,) the bars that nearly all closer looks share; zeros where nobody looked."""
    return np.percentile(bars_px, 10, axis=0) if len(bars_px) else np.zeros(4)


def _fill_losses(gone: dict[tuple[str, str], Bools], track: PoseTrack) -> None:
    """Adds the time in which nobody is seen to the part that went out first just before or in it.

    Too little of the body is left to know one. It counts where the lifter comes back soon.
    """
    near = max(1, round(_NEAR_LOSS_S * track.recording.fps))
    for start, stop in _losses(track):
        around = slice(max(0, start - near), stop + near)
        first = {key: int(np.argmax(out[around])) for key, out in gone.items() if out[around].any()}
        if first:
            gone[min(first, key=lambda key: first[key])][start:stop] = True


def _losses(track: PoseTrack) -> Iterator[tuple[int, int]]:
    """Stretches of a scene in which the lifter is not seen for longer than for a moment."""
    fps = track.recording.fps
    seen = _lasting(track.seen, fps)
    for start, stop in pairwise((np.flatnonzero(np.diff(seen.astype(np.int8))) + 1).tolist()):
        cut = np.any((track.cuts >= start) & (track.cuts <= stop))
        if not seen[start] and stop - start <= _LOST_S * fps and not cut:
            yield start, stop


def _lasting(gone: Bools, fps: float) -> Bools:
    """Only the runs that last."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], gone, [False]]).astype(np.int8)))
    kept = np.zeros_like(gone)
    for start, stop in edges.reshape(-1, 2).tolist():
        if stop - start >= _LEAST_S * fps:
            kept[start:stop] = True
    return kept
