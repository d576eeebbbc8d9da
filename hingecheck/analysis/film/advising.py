"""One plain instruction for the next film: the one that wins most."""

from collections.abc import Mapping
from typing import Final

from hingecheck.analysis.gating import Gate
from hingecheck.domain.film_check import CutOff, FactName, FilmFact, State
from hingecheck.domain.view import View

IDEAL: Final = "Put the phone at hip height, 3 m away, square to your side"
KEEP: Final = "Nothing to change: film the next set just like this."
# Of facts that forbid no check by themselves, the worse ones first.
_IN_ORDER: Final = (
    FactName.FRAMING,
    FactName.SLOW_MOTION,
    FactName.STILLNESS,
    FactName.LIGHT,
    FactName.ROLL,
    FactName.PEOPLE,
    FactName.CUTS,
    FactName.OVERLAY,
)
_SAID: Final = {
    FactName.SLOW_MOTION: "Film at normal speed, without slow motion.",
    FactName.STILLNESS: "Lean the phone on something, or use a tripod: nobody should hold it.",
    FactName.LIGHT: "Film where more light falls on you, and not against a window or a lamp.",
    FactName.ROLL: "Stand the phone up straight: a tilted phone tilts your back.",
    FactName.PEOPLE: "Let nobody else be in the picture while you lift.",
    FactName.CUTS: "Film one set in one go, and give hingecheck the uncut film.",
    FactName.OVERLAY: "Give hingecheck the film as the phone wrote it, without frames and text.",
}
# A picture whose shorter side has fewer pixels was made small by somebody.
_SMALL_PICTURE_PX: Final = 700
# Who fills this much of the picture cannot come nearer.
_FILLS: Final = 0.5


def advise(
    lost: Mapping[Gate, int],
    facts: Mapping[FactName, FilmFact],
    missing: tuple[CutOff, ...],
    view: View,
    size_px: tuple[int, int],
    *,
    any_rep: bool,
) -> str:
    """The instruction.

    Args:
        lost: how many checks each gate forbids.
        facts: what was found about the film.
        missing: what leaves the picture.
        view: from where it was filmed.
        size_px: width and height of the picture.
        any_rep: whether a full rep was found; without one, who leaves the picture comes back first.
    """
    if missing and not any_rep:
        return _framed(missing)
    winning = [(count, gate) for gate, count in lost.items()]
    if winning:
        gate = max(winning, key=lambda pair: pair[0])[1]
        return _for_gate(gate, missing, view, size_px)
    for name in _IN_ORDER:
        if facts[name].state is State.POOR:
            return _framed(missing) if name is FactName.FRAMING else _SAID[name]
    return KEEP


def _for_gate(gate: Gate, missing: tuple[CutOff, ...], view: View, size_px: tuple[int, int]) -> str:
    if gate is Gate.VIEW:
        return _square(view)
    if gate is Gate.RATE:
        return "Set the camera to 30 frames per second, or 60 for swings."
    if gate is Gate.LEG and missing:
        return _framed(missing)
    if gate is Gate.LEG:
        return (
            "Keep your legs in sight: smaller plates or a kettlebell, nothing in front of the feet."
        )
    fills = view.body_height_px > _FILLS * size_px[1]
    if min(size_px) < _SMALL_PICTURE_PX and fills:
        return "Film in full HD (1080p), and give hingecheck the file as the phone wrote it."
    return "Go nearer, about 3 m, and hold the phone upright, so that you fill the picture."


def _square(view: View) -> str:
    yaw = view.typical_yaw_deg
    end = "front" if yaw > 0 else "back"
    return f"{IDEAL}: here it stood {abs(yaw):.0f} degrees toward your {end}."


def _framed(missing: tuple[CutOff, ...]) -> str:
    parts = sorted({one.part for one in missing})
    if "body" in parts:
        return "Move the phone a step back, so that you stay in the picture all the time."
    told = " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
    verb = "stays" if parts == ["head"] else "stay"
    return f"Move the phone a step back, so that your {told} {verb} in the picture all the time."
