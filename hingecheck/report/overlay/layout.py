"""Where the panels stand: in the corners that hide the least of the lifter, for a whole recording.

A panel that moved with every frame could not be read, so its place and width never change.
"""

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np
from attrs import frozen

from hingecheck.domain.array import Floats
from hingecheck.domain.joint import Joint
from hingecheck.report.canvas import Box
from hingecheck.report.overlay.sizes import Sizes

# A picture wider than this times its height has room beside the lifter, a narrower one above.
_WIDE = 1.2
_BONES = (
    (Joint.EAR, Joint.SHOULDER),
    (Joint.SHOULDER, Joint.HIP),
    (Joint.SHOULDER, Joint.HAND),
    (Joint.HIP, Joint.KNEE),
    (Joint.KNEE, Joint.ANKLE),
    (Joint.HEEL, Joint.TOE),
)
_PLACES_PER_BONE = 4
_CROWN_TRUNKS = 0.3
# A hidden face is worse than a hidden foot.
_HEAD_WEIGHT = 6
# The body's space leaves out stray points.
_SPACE_PERCENT = (2, 98)
_FRAMES_LOOKED_AT = 200


@frozen
class Layout:
    """Places for the panels, in canvas pixels.

    Attributes:
        head: the rep counter and the measures of the frame.
        head_shape: which of the shapes on offer the head panel has.
        verdicts: as high as the longest list of the recording needs.
        from_bottom: whether a shorter list stands at the bottom of its box.
    """

    head: Box
    head_shape: int
    verdicts: Box
    from_bottom: bool


def is_wide(size_px: tuple[int, int]) -> bool:
    """Whether there is room for panels beside the lifter."""
    return size_px[0] > _WIDE * size_px[1]


def laid_out(
    sizes: Sizes,
    size_px: tuple[int, int],
    heads_px: Sequence[tuple[float, float]],
    verdicts_px: tuple[float, float],
    body: Floats,
) -> Layout:
    """Chooses the shape and the places that cover the fewest points of the body.

    Args:
        sizes: of letters and gaps.
        size_px: width and height of the canvas.
        heads_px: width and height of the head panel in each shape that it may have: to stand
            beside the lifter, to lie above; the one that suits the picture wins a draw.
        verdicts_px: width and height of the longest list of verdicts; may be (0, 0).
        body: (N, 2) points of the lifter over the whole recording, canvas pixels, all finite.
    """
    shapes = range(len(heads_px)) if is_wide(size_px) else reversed(range(len(heads_px)))
    choices = [
        (shape, *pair)
        for shape in shapes
        for pair in _pairs(sizes, size_px, heads_px[shape], verdicts_px)
    ]
    apart = [choice for choice in choices if not _overlap(*choice[1:])] or choices
    shape, head, verdicts = min(
        apart, key=lambda choice: round(_hidden(choice[1], body) + _hidden(choice[2], body), 2)
    )
    return Layout(head, shape, verdicts, verdicts.top + verdicts.bottom > size_px[1])


def body_points(joints_px: Floats, trunk_px: float, gauge_x_px: float) -> Floats:
    """(N, 2) seen points that a panel should not hide, of frames from the whole recording.

    Along the bones, over the crown, and where the hands' level shows on the height gauge.
    """
    step = max(1, len(joints_px) // _FRAMES_LOOKED_AT)
    some = joints_px[::step]
    share = np.linspace(0, 1, _PLACES_PER_BONE)[:, None, None]
    places = [some[:, start] * (1 - share) + some[:, end] * share for start, end in _BONES]
    crown = some[:, Joint.EAR] - [0.0, _CROWN_TRUNKS * trunk_px]
    gauge = np.column_stack([np.full(len(some), gauge_x_px), some[:, Joint.WRIST, 1]])
    bones = [place.reshape(-1, 2) for place in places]
    head = [crown, some[:, Joint.EAR], some[:, Joint.NOSE]] * _HEAD_WEIGHT
    points = np.concatenate([*bones, *head, gauge])
    seen: Floats = points[np.isfinite(points).all(axis=1)]
    return seen


def _pairs(
    sizes: Sizes,
    size_px: tuple[int, int],
    head_px: tuple[float, float],
    verdicts_px: tuple[float, float],
) -> Iterator[tuple[Box, Box]]:
    corners = list(product(("top", "bottom"), ("left", "right")))
    gap = sizes.margin_px
    for head_corner in corners:
        head = _in_corner(head_corner, head_px, size_px, gap)
        for corner in sorted(corners, key=lambda corner: corner[0] == "top"):
            yield head, _in_corner(corner, verdicts_px, size_px, gap)
        beside = _in_corner(head_corner, verdicts_px, size_px, gap)
        width, height = verdicts_px
        if head_corner[0] == "top":
            yield head, Box(beside.left, head.bottom + gap, width, height)
        else:
            yield head, Box(beside.left, head.top - gap - height, width, height)


def _in_corner(
    corner: tuple[str, str], panel_px: tuple[float, float], size_px: tuple[int, int], gap: float
) -> Box:
    width, height = panel_px
    top = gap if corner[0] == "top" else size_px[1] - gap - height
    left = gap if corner[1] == "left" else size_px[0] - gap - width
    return Box(left, top, width, height)


def _hidden(box: Box, body: Floats) -> float:
    """The share of the body's points in a box, and of the space that the body moves in.

    The space counts because the far side of the body has no points.
    """
    if not len(body):
        return 0.0
    x, y = body.T
    inside = (x > box.left) & (x < box.right) & (y > box.top) & (y < box.bottom)
    (left, top), (right, bottom) = np.percentile(body, _SPACE_PERCENT, axis=0)
    across = max(0.0, min(right, box.right) - max(left, box.left)) / max(right - left, 1.0)
    down = max(0.0, min(bottom, box.bottom) - max(top, box.top)) / max(bottom - top, 1.0)
    return float(inside.mean() + across * down)


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )
