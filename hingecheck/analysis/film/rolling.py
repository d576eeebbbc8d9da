"""How far the phone is turned about its line of sight: the scene's upright edges, or the lifter."""

import numpy as np

from hingecheck.analysis.film.framing import picture_area
from hingecheck.domain.array import Bools, Floats
from hingecheck.domain.film_check import FactName, FilmFact, State
from hingecheck.domain.landmark import Landmark
from hingecheck.domain.picture_facts import PictureFacts
from hingecheck.domain.pose_track import PoseTrack

# Only lines this near to upright may be a door frame or a rack.
_MAX_LEAN_DEG = 25.0
# Who bends more than this at the tallest never stands in the film; who leans more is not standing.
_MAX_BEND_DEG = 12.0
_MAX_BODY_DEG = 12.0
# A lifter at the top stands as upright as this, own reading of 20 rendered and 20 real clips.
BODY_U_DEG = 3.0
# What scene edges leave, measured on rendered rooms (bench/film.py).
SCENE_U_DEG = 1.0
# Inliers of a fit, and how much of them there must be: pictures' heights of edge in each look.
_INLIER_DEG = 1.0
_MIN_SUPPORT = 0.8
# From here on the trunk's inclination is told wrong by more than its own uncertainty.
MAX_ROLL_DEG = 3.0
_PRIOR_DEG = 5.0
# The edge of a bar is no edge of the scene; as a share of the width.
_RIM = 0.01
_TALLEST_PERCENTILE = 90


def roll_fact(track: PoseTrack) -> FilmFact:
    """The phone's turn, clockwise positive, in degrees."""
    body = body_roll_deg(track)
    scene = float("nan")
    if track.picture is not None:
        scene = scene_roll_deg(track.picture, track, body)
    if np.isfinite(scene):
        return _fact(scene, SCENE_U_DEG, "upright edges of the scene")
    return _fact(body, BODY_U_DEG, "the standing body")


def _fact(roll_deg: float, u_deg: float, source: str) -> FilmFact:
    if not np.isfinite(roll_deg):
        return FilmFact(FactName.ROLL, State.UNKNOWN, "whether the phone was tilted is not known")
    turned = "clockwise" if roll_deg > 0 else "anticlockwise"
    tilted = abs(roll_deg) > max(MAX_ROLL_DEG, 2 * u_deg)
    words = f"the phone is tilted {abs(roll_deg):.0f} degrees {turned}" if tilted else "level"
    whole = f"{words} ({roll_deg:z.0f} ± {u_deg:.0f} degrees, from {source})"
    return FilmFact(
        FactName.ROLL, State.POOR if tilted else State.GOOD, whole, roll_deg, u_deg, "deg"
    )


def body_roll_deg(track: PoseTrack) -> float:
    """From the line ankles-shoulders while the lifter stands tallest; NaN if never seen."""
    points = track.image_px
    shoulders, hips, ankles = (points[:, pair].mean(axis=1) for pair in _PAIRS)
    line = shoulders - ankles
    length = np.linalg.norm(line, axis=1)
    known = np.isfinite(length)
    if not known.any():
        return float("nan")
    tall = known & (length >= np.percentile(length[known], _TALLEST_PERCENTILE))
    lean, trunk = float(np.median(_lean_deg(line[tall]))), _lean_deg((shoulders - hips)[tall])
    bent = abs(float(np.median(trunk)) - lean) > _MAX_BEND_DEG
    return float("nan") if bent or abs(lean) > _MAX_BODY_DEG else -lean


def _lean_deg(line: Floats) -> Floats:
    """(n,) how far lines lean to the right of upright."""
    return np.asarray(np.degrees(np.arctan2(line[:, 0], -line[:, 1])))


_PAIRS = (
    [Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER],
    [Landmark.LEFT_HIP, Landmark.RIGHT_HIP],
    [Landmark.LEFT_ANKLE, Landmark.RIGHT_ANKLE],
)


def scene_roll_deg(picture: PictureFacts, track: PoseTrack, body_deg: float) -> float:
    """From long upright edges beside the lifter; NaN where there are too few that agree.

    A camera that looks up or down sees upright edges converge, so their lean is fitted as a line
    over the picture's width, and the roll is its value in the middle.
    """
    across, lean, weight = _upright(picture, track)
    looks = max(1, len(picture.look))
    rolls = np.arange(-15.0, 15.01, 0.25)
    slopes = np.arange(-16.0, 16.01, 1.0)  # degrees from the middle to the edge
    best, found = 0.0, float("nan")
    for slope in slopes:
        level = lean - slope * across
        near = np.abs(level[:, None] + rolls) <= _INLIER_DEG
        support = (weight[:, None] * near).sum(axis=0) / looks
        # where two bundles of lines compete, the one in which the lifter stands upright
        prior = np.exp(-0.5 * ((rolls - np.nan_to_num(body_deg)) / _PRIOR_DEG) ** 2)
        score = support * prior * (1 - 0.01 * abs(slope))
        at = int(np.argmax(score))
        if score[at] > best and support[at] >= _MIN_SUPPORT:
            best = float(score[at])
            found = -float(np.average(level[near[:, at]], weights=weight[near[:, at]]))
    return found


def _upright(picture: PictureFacts, track: PoseTrack) -> tuple[Floats, Floats, Floats]:
    """Place from -1 to 1 across, lean in degrees to the right, length in picture heights."""
    look, start, end = picture.edges_px[:, 0], picture.edges_px[:, 1:3], picture.edges_px[:, 3:]
    along = end - start
    along = along * np.where(along[:, 1:] > 0, -1.0, 1.0)  # every edge points up
    lean = _lean_deg(along)
    middle = (start + end) / 2
    low, high = picture_area(track)
    rim = _RIM * track.recording.width_px
    within = (middle[:, 0] > low[0] + rim) & (middle[:, 0] < high[0] - rim)
    kept = (np.abs(lean) <= _MAX_LEAN_DEG) & within & ~_inside(middle, look, picture, track)
    half = track.recording.width_px / 2
    length = np.linalg.norm(along, axis=1) / track.recording.height_px
    return middle[kept, 0] / half - 1, lean[kept], length[kept]


def _inside(middle: Floats, look: Floats, picture: PictureFacts, track: PoseTrack) -> Bools:
    """Which edges lie in the lifter's own box."""
    inside = np.zeros(len(middle), dtype=np.bool_)
    for number, frame in enumerate(picture.look.tolist()):
        body = track.outline.polygon_px(frame)
        if len(body):
            boxed = np.all((middle >= body.min(axis=0)) & (middle <= body.max(axis=0)), axis=1)
            inside |= boxed & (look == number)
    return inside
