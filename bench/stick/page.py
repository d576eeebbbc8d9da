"""`docs/stick.md`, printed from the stored tracks."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np

from bench.accuracy.interval import rate
from bench.accuracy.markdown import figure, rate_words, signed, table
from bench.accuracy.part import Part
from bench.stick.judged import Judged
from hingecheck.analysis.held_gaps import GAP_U
from hingecheck.domain.virtual_stick import CONTACTS, TOUCHING_TRUNKS

FILE: Final = Path(__file__).parents[2] / "docs" / "stick.md"
_INTRODUCTION: Final = f"""# A real stick along the back: how well it is found and measured

Printed by `python -m bench.stick` from stored tracks of rendered lifters; do not edit. Each lifter
hinges once with a dowel along the back, one hand on it behind the neck and one in the hollow of the
back: 2 to 3.4 cm thick, wood, white, black, steel or red, pressed to the seat and the upper back or
to the upper back and the head, so that it stands off where it is not pressed; flat and rounded
backs, chin in and out, either hand above, fitted and loose tops, camera within 13 degrees of the
side, 720 x 540 pixels. Every fourth lifter has the hands in the same place and no stick.

As in the [spine bench](spine.md) only the telling frames are drawn. *True* is the gap as seen
exactly from the side, from the stick to the dressed body without its arms. Touching is told up
to {TOUCHING_TRUNKS:g} trunk lengths. Rules and limits were set on the tuning part; all other
figures are of the reporting part, with other bodies, clothes and rooms.
"""
_TRUST: Final = """## How far to trust this

The lifters are rendered, and so are their sticks: straight, of one colour, never blurred. None of
the 25 labelled recordings that we may not publish shows a stick along the back, so no real one was
measured. In those 25 the hands never made the program look for one (two show a stick across the
shoulders or hanging from the hands). Made to look all the same, at every tenth frame from the side,
it found none in the twelve that have such frames, nor in 91 rendered reps of the spine bench and 40
clips of the accuracy bench.

A snippet gives few looks, and a stick that shows at the bottom alone does not count, because what
stands in the room looks the same there. A filmed rep gives more.

The seat stands out beyond the sacrum and hides it from the side: what touches there is the seat or
the sacrum. An arm before the body hides the upper back or the head in half of all lifters. An
elbow behind the head, which the camera sees between head and stick, can be taken for the head.
"""


def page(reps: Sequence[Judged]) -> str:
    """Return the whole page."""
    reporting = [one for one in reps if one.held.part is Part.REPORTING]
    tuning = [one for one in reps if one.held.part is Part.TUNING]
    chapters = (
        _INTRODUCTION,
        "## Found\n\n" + _found_table(reporting),
        "## Gaps, in trunk lengths\n\n" + _gap_table(reporting),
        "## Why a contact was not seen\n\n" + _reason_table(reporting),
        "## Tuning part\n\n" + _found_table(tuning) + "\n" + _gap_table(tuning),
        _TRUST,
    )
    return "\n".join(chapters)


def _found_table(reps: Sequence[Judged]) -> str:
    shown = [one for one in reps if one.held.scene.shown]
    empty = [one for one in reps if not one.held.scene.shown]
    rows = [
        ("looked for", rate_words(rate([one.asked for one in shown]))),
        ("found", rate_words(rate([one.told is not None for one in shown]))),
        ("found where there is none", rate_words(rate([one.told is not None for one in empty]))),
    ]
    return table(("stick", "lifters"), rows)


def _gap_table(reps: Sequence[Judged]) -> str:
    found = [one for one in reps if one.told is not None]
    rows = [_gap_row(found, contact) for contact in range(len(CONTACTS))]
    head = ("contact", "seen", "bias", "SD", "mean error", "largest", "u told", "touching or not")
    return table(head, rows)


def _gap_row(found: Sequence[Judged], contact: int) -> tuple[str, ...]:
    errors = np.array([one.error[contact] for one in found])
    known = errors[np.isfinite(errors)]
    right = [_is_right(one, contact) for one in found if np.isfinite(one.error[contact])]
    seen = rate_words(rate(np.isfinite(errors).tolist()))
    if len(known) < 2:
        return (CONTACTS[contact], seen, "-", "-", "-", "-", "-", "-")
    return (
        CONTACTS[contact],
        seen,
        signed(float(known.mean()), 3),
        figure(float(known.std(ddof=1)), 3),
        figure(float(np.abs(known).mean()), 3),
        signed(float(known[np.argmax(np.abs(known))]), 3),
        figure(GAP_U[contact], 3),
        rate_words(rate(right)),
    )


def _is_right(one: Judged, contact: int) -> bool:
    """Whether it is told rightly as touching or open; within 0.01 of the limit both are right."""
    told = (one.error + one.true)[contact] <= TOUCHING_TRUNKS
    slack = 0.01 if told else -0.01
    return bool((one.true[contact] <= TOUCHING_TRUNKS + slack) == told)


def _reason_table(reps: Sequence[Judged]) -> str:
    reasons = Counter(
        (CONTACTS[contact], gap.reason)
        for one in reps
        for contact, gap in enumerate(one.told or ())
        if gap.reason
    )
    rows = [(name, reason, str(count)) for (name, reason), count in sorted(reasons.items())]
    return table(("contact", "reason", "lifters"), rows)
