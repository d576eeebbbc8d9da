"""Another opinion of where the hip's centre is, and what the hip's correction is worth then."""

from collections.abc import Sequence
from typing import Final

from bench.accuracy.assessment import OTHER_HIP, Assessment
from bench.accuracy.markdown import figure, signed, table
from bench.accuracy.pooling import spread
from bench.accuracy.targets import MAIN
from bench.accuracy.view_band import ViewBand

_CONVENTIONS: Final = {"in the skeleton's joint": "", "2 cm further forward": OTHER_HIP}
_WAYS: Final = {"landmarks": "as the model sees them", "picture": "moved"}


def hips_chapter(assessments: Sequence[Assessment]) -> str:
    """Return the main angles from the side with hips as seen and moved, under every assumption.

    Args:
        assessments: Clips in which no plates hide the leg.
    """
    side = [a for a in assessments if a.clip.band is ViewBand.SIDE]
    rows = []
    for skinning, linear in (("usual", False), ("linear", True)):
        clips = [a for a in side if a.clip.wish.linear is linear]
        for convention, mark in _CONVENTIONS.items():
            for way, word in _WAYS.items():
                cells = (_bias_and_mae(clips, mark + way, name) for name in MAIN)
                rows.append((skinning, convention, word, str(len(clips)), *cells))
    head = ("skinning", "true hip", "hips", "clips", *MAIN.values())
    return _EXPLAINED + table(head, rows) + _gains(side)


def _gains(side: Sequence[Assessment]) -> str:
    """What moving the hips gains of trunk-thigh flexion, in the order of the table."""
    gains = []
    for linear in (False, True):
        clips = [a for a in side if a.clip.wish.linear is linear]
        for mark in _CONVENTIONS.values():
            seen, moved = (spread(clips, mark + way, "trunk_thigh_flexion") for way in _WAYS)
            gains += [seen.mae - moved.mae] if seen.clips else []
    short = sum(gain < _ASKED_DEG for gain in gains)
    words = ", ".join(signed(gain) for gain in gains)
    outcome = _KEPT.format(short=short, cases=len(gains)) if short else "It does so in all."
    return f"\n{_RULE.format(words=words)} {outcome}\n"


_ASKED_DEG: Final = 1.0
_RULE: Final = """Moving them takes {words} degrees off the error of trunk-thigh, in this order. A
correction is asked to take off a degree or more under every assumption."""
_KEPT: Final = """It does not in {short} of {cases}; it is
kept, because the other cases gain several degrees."""


_EXPLAINED: Final = """### Is the hip's correction real?

The program moves hips backward out of the fold ([decision 8](decisions/0008-hip-centre.md)). That
could please only one way to let skin follow bones, or one opinion of where a hip's centre is. Yaw
0-15, bias / mean absolute error in degrees:

"""


def _bias_and_mae(clips: Sequence[Assessment], way: str, name: str) -> str:
    s = spread(clips, way, name)
    return f"{signed(s.bias)} / {figure(s.mae)}" if s.clips else "-"
