"""Counts how often the checks agree with coaches."""

from collections import Counter
from collections.abc import Iterable, Sequence

from hingecheck.domain.check_score import CheckScore
from hingecheck.domain.notes import Note, Notes


def score_checks(notes: Sequence[Notes]) -> tuple[CheckScore, ...]:
    """One score per check that somebody has spoken on, by code.

    Args:
        notes: in the order in which they were written; of two words on the same finding of the
            same recording the later one counts. Notes that are only a comment do not count.
    """
    latest: dict[tuple[str, str, int], Note] = {
        (of.sha256, note.code, note.rep): note
        for of in notes
        for note in of.of_findings
        if note.there is not None
    }
    codes = sorted({note.code for note in latest.values()})
    return tuple(_score(code, latest.values()) for code in codes)


def _score(code: str, notes: Iterable[Note]) -> CheckScore:
    of_check = [note for note in notes if note.code == code]
    return CheckScore(
        code=code,
        there=Counter(note.verdict for note in of_check if note.there),
        absent=Counter(note.verdict for note in of_check if not note.there),
    )
