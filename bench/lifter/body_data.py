"""The lifter's body at rest: mesh, bones and skin weights from one small CC0 file."""

import hashlib
import io
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import numpy as np
from attrs import frozen

from bench.lifter.rotations import Array, IntArray

DATA_FILE: Final = Path(__file__).with_name("body_cc0.npz")
DATA_SHA256: Final = "6566b9661d1bdbd3c3ce9351062684f1367e9f632ba0c08c5b77a9cf7e19d9d9"
# In the file; all have the same mesh and bones, so that shapes can be mixed.
_STORED: Final = ("male", "female", "male_muscular")
# Shares of the stored bodies; a negative one exaggerates the other way.
_MIXED: Final[Mapping[str, Mapping[str, float]]] = MappingProxyType(
    {
        "male_slim": {"male": 1.4, "male_muscular": -0.4},
        "male_heavy": {"male": -0.25, "male_muscular": 1.25},
        "female_strong": {"female": 0.65, "male_muscular": 0.35},
        "female_slim": {"female": 1.25, "male_muscular": -0.25},
        "middling": {"male": 0.5, "female": 0.5},
    }
)
BODIES: Final = (*_STORED, *_MIXED)
MESH_PARTS: Final = ("body", "helper-tights", "helper-l-eye", "helper-r-eye")
_VERTEX_STEPS_PER_M: Final = 2e4  # the file holds vertices as int16 steps of 0.05 mm
_WEIGHT_STEPS: Final = 65535


class BodyDataError(Exception):
    """The body data file is missing, or is not the file that the generator was written for."""


@frozen(eq=False)
class Body:
    """A body in its rest pose; x forward, y to its left, z up from the floor, metres.

    Attributes:
        name: One of `BODIES`.
        bones: Bone names, every parent before its children.
        parents: (B,) index of each bone's parent, -1 for the root.
        heads: (B, 3) where each bone begins.
        tails: (B, 3) where each bone ends.
        vertices: (V, 3) skin and clothing helper.
        skin_bones: (V, 4) the bones that move each vertex.
        skin_weights: (V, 4) how much; each row sums to 1.
        quads: (F, 4) faces of each mesh part; a triangle repeats its last corner.
    """

    name: str
    bones: tuple[str, ...]
    parents: IntArray
    heads: Array
    tails: Array
    vertices: Array
    skin_bones: IntArray
    skin_weights: Array
    quads: Mapping[str, IntArray]

    def index(self, bone: str) -> int:
        """Return the index of a bone."""
        return self.bones.index(bone)

    def head(self, bone: str) -> Array:
        """Return the (3,) rest position at which a bone begins."""
        position: Array = self.heads[self.index(bone)]
        return position

    def tail(self, bone: str) -> Array:
        """Return the (3,) rest position at which a bone ends."""
        position: Array = self.tails[self.index(bone)]
        return position


def load_body(name: str, stature_m: float | None = None, path: Path = DATA_FILE) -> Body:
    """Load a body, scaled evenly to a stature if one is given.

    Raises:
        BodyDataError: The file is missing or its SHA-256 differs from `DATA_SHA256`.
        ValueError: There is no body of that name.
    """
    if name not in BODIES:
        raise ValueError(f"no body {name!r}: expected one of {', '.join(BODIES)}")
    body = _read_body(name, path)
    if stature_m is None:
        return body
    scale = stature_m / float(body.vertices[body.quads["body"]][..., 2].max())
    return Body(
        name=name,
        bones=body.bones,
        parents=body.parents,
        heads=body.heads * scale,
        tails=body.tails * scale,
        vertices=body.vertices * scale,
        skin_bones=body.skin_bones,
        skin_weights=body.skin_weights,
        quads=body.quads,
    )


@lru_cache(maxsize=len(BODIES))
def _read_body(name: str, path: Path) -> Body:
    with np.load(io.BytesIO(_checked_bytes(path)), allow_pickle=False) as data:
        weights = data["tw"].astype(np.float64) / _WEIGHT_STEPS
        return Body(
            name=name,
            bones=tuple(str(bone) for bone in data["bones"]),
            parents=data["parent"].astype(np.int64),
            heads=_mixed(name, lambda stored: _to_lifter_axes(data[f"head_{stored}"])),
            tails=_mixed(name, lambda stored: _to_lifter_axes(data[f"tail_{stored}"])),
            vertices=_mixed(
                name,
                lambda stored: _to_lifter_axes(
                    _unwrapped(data[f"V_{stored}"]) / _VERTEX_STEPS_PER_M
                ),
            ),
            skin_bones=data["top"].astype(np.int64),
            skin_weights=weights / weights.sum(1, keepdims=True),
            quads=MappingProxyType({p: data[f"F_{p}"].astype(np.int64) for p in MESH_PARTS}),
        )


def _mixed(name: str, read: Callable[[str], Array]) -> Array:
    """Return points of a body: as stored, or the weighted sum of those it is mixed from."""
    if name in _STORED:
        return read(name)
    points: Array = sum(
        (share * read(stored) for stored, share in _MIXED[name].items()),
        start=np.zeros(3),
    )
    return points


def _checked_bytes(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BodyDataError(f"{path}: cannot be read ({error.strerror}); restore it") from error
    digest = hashlib.sha256(content).hexdigest()
    if digest != DATA_SHA256:
        raise BodyDataError(
            f"{path}: SHA-256 is {digest}, expected {DATA_SHA256}; restore the file"
        )
    return content


def _unwrapped(steps: Array) -> Array:
    # Heights above 1.638 m (the crown) do not fit int16 and were packed wrapped round. No
    # vertex lies a metre below the floor, so those are the wrapped ones.
    heights = steps.astype(np.float64)
    heights[heights[:, 2] < -_VERTEX_STEPS_PER_M, 2] += 2**16
    return heights


def _to_lifter_axes(points: Array) -> Array:
    # The file keeps MakeHuman's order as packed: x left, -y forward, z up.
    turned: Array = np.stack([-points[:, 1], points[:, 0], points[:, 2]], 1).astype(np.float64)
    return turned
