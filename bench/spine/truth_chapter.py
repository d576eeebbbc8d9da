"""The chapter of `docs/spine.md` that holds what was read against the true outline."""

from collections.abc import Sequence

import numpy as np
from attrs import frozen

from bench.accuracy.interval import rate
from bench.accuracy.markdown import figure, rate_words, signed, table
from bench.lifter.rotations import Array
from bench.spine.judged import Judged
from bench.spine.true_backs import TrueBack, true_back
from hingecheck.analysis.back_signals import BACK_KINDS
from hingecheck.domain.virtual_stick import CONTACTS, TOUCHING_TRUNKS

# The two doses that every reporting lifter was drawn with.
_DOSES = ("clean", "30+15")
_INTRODUCTION = """## Against the true outline

What was read off clean and 30+15 reps, less what a body of the same pose shows exactly from the
side, in trunk lengths. *Touching or not*: told rightly, by the limit of {limit:g}.

"""


@frozen(eq=False)
class Compared:
    """A rep as read and as drawn."""

    read: Judged
    true: TrueBack


def compared(reps: Sequence[Judged]) -> list[Compared]:
    """The reps of the two doses with their truth; half a second each."""
    return [Compared(one, true_back(one.back)) for one in reps if one.back.dose in _DOSES]


def truth_chapter(pairs: Sequence[Compared]) -> str:
    """Contacts of the virtual stick, and the change."""
    rows = [_contact_row(pairs, contact) for contact in range(len(CONTACTS))]
    change = np.array([one.read.change - (one.true.bottom - one.true.early) for one in pairs])
    told = [
        f.measurement.u for one in pairs if (f := one.read.findings["spine_change"]).measurement
    ]
    rows.append(("change of the back", *_spread(change), figure(float(np.median(told)), 3), "-"))
    head = ("what", "seen", "bias", "SD", "mean error", "u told", "touching or not")
    return _INTRODUCTION.format(limit=TOUCHING_TRUNKS) + table(head, rows)


def _contact_row(pairs: Sequence[Compared], contact: int) -> tuple[str, ...]:
    read = np.array([one.read.reading.gaps[contact] for one in pairs])
    true = np.array([one.true.gaps[contact] for one in pairs])
    name = f"stick_gap_{CONTACTS[contact].replace(' ', '_')}"
    u = next(kind.u for kind in BACK_KINDS if kind.name == name)
    known = np.isfinite(read)
    right = (read <= TOUCHING_TRUNKS)[known] == (true <= TOUCHING_TRUNKS)[known]
    words = rate_words(rate(right.tolist()))
    return (f"virtual stick off {CONTACTS[contact]}", *_spread(read - true), figure(u, 3), words)


def _spread(errors: Array) -> tuple[str, str, str, str]:
    known = errors[np.isfinite(errors)]
    return (
        rate_words(rate(np.isfinite(errors).tolist())),
        signed(float(known.mean()), 3),
        figure(float(known.std(ddof=1)), 3),
        figure(float(np.abs(known).mean()), 3),
    )
