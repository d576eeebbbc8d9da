"""Skin, hair and clothes of the lifter."""

from collections.abc import Callable
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from bench.lifter.body_data import Body
from bench.lifter.cloth import Fabric, cut, lift, refine
from bench.lifter.mesh import Colour, Mesh, join, paint, vertex_normals
from bench.lifter.pose import Posed
from bench.lifter.rotations import Array, IntArray
from bench.lifter.skinning import DUAL_QUATERNION_SHARE, skin

SKIN_TONES: Final[dict[str, Colour]] = {
    "light": (0.62, 0.40, 0.30),
    "pale": (0.72, 0.52, 0.43),
    "mid": (0.40, 0.23, 0.14),
    "brown": (0.24, 0.13, 0.08),
    "dark": (0.13, 0.07, 0.045),
}
LEG_WEAR: Final = ("shorts", "leggings")
_ARM_BONES: Final = ("upperarm", "lowerarm", "wrist", "finger", "metacarpal")
Mask = NDArray[np.bool_]
_SCALP_BONES: Final = ("head", "temporalis", "oculi", "orbicularis")
_SOLE: Final = (0.70, 0.70, 0.68)


@frozen
class Look:
    """How the lifter looks; colours are linear RGB.

    Attributes:
        skin_tone: A key of `SKIN_TONES`.
        shirt: Colour of the shirt.
        legs: Colour of the shorts or leggings.
        shoes: Colour of the shoes.
        hair: Colour of hair and brows.
        leg_wear: One of `LEG_WEAR`.
        sleeve: Length of the sleeves in upper arms; 0.05 is a tank top.
        loose_m: How far the shirt stands off the skin; 0.008 is a fitted T-shirt.
    """

    skin_tone: str = "light"
    shirt: Colour = (0.05, 0.12, 0.35)
    legs: Colour = (0.03, 0.03, 0.035)
    shoes: Colour = (0.45, 0.45, 0.45)
    hair: Colour = (0.03, 0.02, 0.015)
    leg_wear: str = "shorts"
    sleeve: float = 0.6
    loose_m: float = 0.008


@frozen(eq=False)
class DressedBody:
    """A dressed lifter at rest, ready to be posed.

    Attributes:
        body: The body inside.
        mesh: All that is seen, at rest.
        bones: (V, 4) indices of the bones that move each vertex.
        weights: (V, 4) their shares.
    """

    body: Body
    mesh: Mesh
    bones: IntArray
    weights: Array

    def posed(self, posed: Posed, dual_quaternion_share: float = DUAL_QUATERNION_SHARE) -> Mesh:
        """Return the mesh in a pose."""
        vertices = self.mesh.vertices
        return self.mesh.reshaped(
            skin(self.body, posed.bones, vertices, self.bones, self.weights, dual_quaternion_share)
        )


def dress(body: Body, look: Look) -> DressedBody:
    """Return a body with skin, hair, shirt, shorts or leggings, and shoes."""
    parts = [
        _bare_skin(body, look),
        _eyes(body),
        _leg_wear(body, look),
        _shoes(body, look),
        _shirt(body, look),
    ]
    fabrics, meshes = zip(*parts, strict=True)
    return DressedBody(
        body,
        join(meshes),
        np.concatenate([f.bones for f in fabrics]),
        np.concatenate([f.weights for f in fabrics]),
    )


def _bare_skin(body: Body, look: Look) -> tuple[Fabric, Mesh]:
    whole = Fabric.of(body, "body")
    fabric = whole.with_triangles(whole.triangles[~_covered(body, whole, look)])
    hair, brows, lips = _hair(body, fabric), _brows(body, fabric), _lips(body, fabric)
    tone = np.array(SKIN_TONES[look.skin_tone])
    colours = np.tile(tone, (len(fabric.triangles), 1))
    colours[lips] = tone * [0.9, 0.62, 0.62]
    colours[hair | brows] = look.hair
    thick = np.zeros(len(fabric.vertices), dtype=np.bool_)
    thick[fabric.triangles[hair]] = True
    normals = vertex_normals(fabric.vertices, fabric.triangles)
    vertices = fabric.vertices + 0.010 * normals * thick[:, None]
    painted = paint(vertices, fabric.triangles, colours, 0.55)
    painted.roughness[hair] = 0.85
    return fabric, painted


def _eyes(body: Body) -> tuple[Fabric, Mesh]:
    whole = Fabric.of(body, "helper-l-eye", "helper-r-eye")
    fabric = whole.with_triangles(whole.triangles)
    centre, eye = fabric.centres(), body.head("eye.L")
    offset = np.hypot(abs(centre[:, 1]) - abs(eye[1]), centre[:, 2] - eye[2])
    colours = np.tile([0.75, 0.73, 0.7], (len(centre), 1))
    colours[(offset < 0.006) & (centre[:, 0] > eye[0])] = (0.04, 0.025, 0.02)
    return fabric, paint(fabric.vertices, fabric.triangles, colours, 0.2, 0.002)


def _shirt(body: Body, look: Look) -> tuple[Fabric, Mesh]:
    hem = body.head("upperleg01.L")[2] - 0.045 - look.loose_m
    collar = body.head("neck01")[2] + 0.005
    piece = cut(_tights(body), lambda f: look.sleeve - _along_upper_arm(body, f))
    piece = cut(piece, lambda f: f.vertices[:, 2] - hem)
    piece = cut(piece, lambda f: collar - f.vertices[:, 2])
    piece = refine(piece)
    # The shirt hangs over the waistband: wider toward its hem.
    low = np.clip(1 - (piece.vertices[:, 2] - hem) / 0.15, 0, 1)
    piece = lift(piece, look.loose_m + 0.008 * low, 6 + int(look.loose_m * 600))
    return piece, paint(piece.vertices, piece.triangles, look.shirt, 0.9, 0.020)


def _leg_wear(body: Body, look: Look) -> tuple[Fabric, Mesh]:
    waist = body.head("upperleg01.L")[2] + 0.02
    piece = cut(_tights(body), lambda f: 0.0 - _along_upper_arm(body, f))
    piece = cut(piece, lambda f: waist - f.vertices[:, 2])
    piece = cut(piece, lambda f: f.vertices[:, 2] - _leg_hem(body, look))
    piece = refine(piece)
    width = 0.012 if look.leg_wear == "shorts" else 0.004
    below = np.clip((waist - 0.05 - piece.vertices[:, 2]) / 0.15, 0, 1)
    piece = lift(piece, 0.002 + width * below, 5)
    return piece, paint(piece.vertices, piece.triangles, look.legs, 0.85, 0.012)


def _shoes(body: Body, look: Look) -> tuple[Fabric, Mesh]:
    top = body.head("foot.L")[2] + 0.012
    piece = lift(refine(cut(_tights(body), lambda f: top - f.vertices[:, 2])), 0.010, 3)
    vertices = piece.vertices.copy()
    vertices[:, 2] = np.maximum(vertices[:, 2], 0.002)
    low = vertices[piece.triangles, 2].mean(1) < 0.022
    colours = np.where(low[:, None], _SOLE, look.shoes)
    return piece.with_vertices(vertices), paint(vertices, piece.triangles, colours, 0.6, 0.012)


def _tights(body: Body) -> Fabric:
    whole = Fabric.of(body, "helper-tights")
    return whole.with_triangles(whole.triangles)


def _leg_hem(body: Body, look: Look) -> float:
    if look.leg_wear == "shorts":
        return float(body.head("lowerleg01.L")[2]) + 0.07
    return float(body.head("foot.L")[2]) + 0.05


def _moved_by(body: Body, fabric: Fabric, names: tuple[str, ...]) -> Mask:
    strongest = fabric.bones[np.arange(len(fabric.bones)), fabric.weights.argmax(1)]
    mine = np.array([bone.startswith(names) for bone in body.bones])
    chosen: Mask = mine[strongest]
    return chosen


def _along_upper_arm(body: Body, fabric: Fabric) -> Array:
    """Return (V,) how far down the arm a vertex lies, in upper arms; -1 off the arm."""
    shoulder = body.head("upperarm01.L")
    bone = body.head("lowerarm01.L") - shoulder
    folded = fabric.vertices * [1, 0, 1] + abs(fabric.vertices) * [0, 1, 0]
    along = (folded - shoulder) @ bone / (bone @ bone)
    return np.where(_moved_by(body, fabric, _ARM_BONES), along, -1.0)


def _covered(body: Body, fabric: Fabric, look: Look) -> Mask:
    """Return (T,) whether clothes hide a triangle, with a margin inside each hem."""
    height = fabric.centres()[:, 2]
    arm = _along_upper_arm(body, fabric)[fabric.triangles].max(1)
    hip, neck = body.head("upperleg01.L")[2], body.head("neck01")[2]
    under_legs = (height > _leg_hem(body, look) + 0.03) & (height < hip) & (arm < 0)
    under_shirt = (height > hip - 0.03) & (height < neck - 0.030) & (arm < look.sleeve - 0.15)
    shod = height < body.head("foot.L")[2] - 0.03
    hidden: Mask = under_legs | under_shirt | shod
    return hidden


def _face(body: Body, fabric: Fabric, test: Callable[[Array], Mask]) -> Mask:
    head = _moved_by(body, fabric, _SCALP_BONES)[fabric.triangles].all(1)
    centres = fabric.centres()
    folded = centres * [1, 0, 1] + abs(centres) * [0, 1, 0]
    found: Mask = head & test(folded)
    return found


def _hair(body: Body, fabric: Fabric) -> Mask:
    eye, head = body.head("eye.L"), body.head("head")

    def hairy(p: Array) -> Mask:
        x, y, z = p[:, 0] - head[0], p[:, 1], p[:, 2] - eye[2]
        ear = (y > 0.060) & (z < 0.03) & (x > -0.035)
        behind = (x < 0.005) & (z > -0.055) & ~ear
        temple = (y > 0.055) & (z > 0.030) & (x < 0.045)
        crown: Mask = z > 0.058
        found: Mask = crown | behind | temple
        return found

    return _face(body, fabric, hairy)


def _brows(body: Body, fabric: Fabric) -> Mask:
    eye = body.head("eye.L")

    def brow(p: Array) -> Mask:
        high: Mask = abs(p[:, 2] - eye[2] - 0.022) < 0.005
        found: Mask = high & (abs(p[:, 1] - 0.032) < 0.020) & (p[:, 0] > eye[0] - 0.02)
        return found

    return _face(body, fabric, brow)


def _lips(body: Body, fabric: Fabric) -> Mask:
    mouth = body.head("oris05")
    p = fabric.centres()
    near = (abs(p[:, 1]) < 0.028) & (abs(p[:, 2] - mouth[2] - 0.004) < 0.011)
    lips: Mask = near & (p[:, 0] > mouth[0] - 0.012)
    return lips
