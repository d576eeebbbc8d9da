from hingecheck.analysis.validating import score_checks
from hingecheck.domain.finding import Verdict
from hingecheck.domain.notes import Note, Notes

FAULT, BORDERLINE, CLEAR, UNSEEN = (
    Verdict.FAULT,
    Verdict.BORDERLINE,
    Verdict.CLEAR,
    Verdict.NOT_MEASURABLE,
)


def _notes(*of: tuple[Verdict, bool | None], sha256: str = "a") -> Notes:
    notes = (Note("x", rep, verdict, there) for rep, (verdict, there) in enumerate(of, start=1))
    return Notes(sha256, "x.mp4", tuple(notes))


def test_precision_and_recall() -> None:
    """Right calls of all calls; calls of all that is there and was measured."""
    said = [(FAULT, True), (FAULT, True), (FAULT, False), (CLEAR, True), (BORDERLINE, True)]
    [score] = score_checks([_notes(*said, (CLEAR, False), (UNSEEN, True))])
    assert score.precision == (2, 3)
    assert score.recall == (2, 4)
    assert score.there[UNSEEN] == 1


def test_a_comment_alone_does_not_count() -> None:
    """Without confirm or dismiss there is nothing to score."""
    assert score_checks([_notes((FAULT, None))]) == ()


def test_the_later_word_counts() -> None:
    """A second file on the same recording replaces its notes; one on another adds."""
    first, second = _notes((FAULT, True)), _notes((FAULT, False))
    [score] = score_checks([first, second])
    assert score.precision == (0, 1)
    [score] = score_checks([first, _notes((FAULT, False), sha256="b")])
    assert score.precision == (1, 2)


def test_nothing_called_is_no_share() -> None:
    """Where no fault was called there is no precision, and nothing is divided by zero."""
    [score] = score_checks([_notes((CLEAR, False))])
    assert (score.precision, score.recall) == ((0, 0), (0, 0))
