import numpy as np

from hingecheck.analysis.folding import Stretch
from hingecheck.analysis.phases import Turn, end_where_the_next_begins, phases_of
from hingecheck.domain.rep import Phase, Span

FOLD = np.concatenate([np.zeros(10), np.linspace(0, 1, 21), np.linspace(1, 0, 21), np.zeros(10)])


def _stretch(fold, start=0) -> Stretch:
    return Stretch(start, np.arange(len(fold)) / 30, fold, np.zeros(len(fold)), [])


def test_phases_are_shares_of_the_fold() -> None:
    """Up to a tenth of the fold is top, from nine tenths on bottom, in between the ways."""
    phases = phases_of(_stretch(FOLD), Turn(30, 56, whole=True), None)
    assert phases == {
        Phase.DESCENT: Span(13, 28),
        Phase.BOTTOM: Span(28, 34),
        Phase.ASCENT: Span(34, 49),
        Phase.TOP: Span(49, 62),
    }
    for phase, span in phases.items():
        inside = FOLD[span.frames]
        assert (inside >= 0.9 - 1e-9).all() == (phase is Phase.BOTTOM)
        assert (inside <= 0.1 + 1e-9).all() == (phase is Phase.TOP)


def test_frames_are_those_of_the_track() -> None:
    """A stretch that begins later moves every span by its start."""
    plain = phases_of(_stretch(FOLD), Turn(30, 56, whole=True), None)
    moved = phases_of(_stretch(FOLD, start=100), Turn(30, 56, whole=True), None)
    assert [span.start + 100 for span in plain.values()] == [s.start for s in moved.values()]


def test_a_rep_that_begins_low_has_a_set_up() -> None:
    """Where the recording begins folded, what comes before the bottom is set-up."""
    phases = phases_of(_stretch(FOLD[20:]), Turn(10, 36, whole=True), None)
    assert list(phases) == [Phase.SETUP, Phase.BOTTOM, Phase.ASCENT, Phase.TOP]
    assert phases[Phase.SETUP].start == 0


def test_a_rep_begins_after_the_one_before() -> None:
    """Nothing of a later rep lies before the last turning point of the rep before it."""
    phases = phases_of(_stretch(FOLD), Turn(30, 56, whole=True), 20)
    assert phases[Phase.DESCENT] == Span(21, 28)


def test_a_bottom_alone_has_its_way_down() -> None:
    """A rep that is cut off at its bottom has a descent and a bottom."""
    phases = phases_of(_stretch(FOLD[:33]), Turn(30, None, whole=False), None)
    assert list(phases) == [Phase.DESCENT, Phase.BOTTOM]


def test_a_top_alone_has_its_way_up() -> None:
    """A rep that begins in mid-rise has an ascent and a top."""
    phases = phases_of(_stretch(FOLD[35:]), Turn(None, 21, whole=False), None)
    assert list(phases) == [Phase.ASCENT, Phase.TOP]


def test_a_bottom_may_begin_later_than_it_is_deep() -> None:
    """What lies before `earliest` is set-up, however deep."""
    phases = phases_of(_stretch(FOLD), Turn(30, 56, whole=True, earliest=30), None)
    assert phases[Phase.BOTTOM].start == 30


def test_leaning_back_is_part_of_the_top() -> None:
    """A lean back lowers the shoulder again; the top goes on from the first time up to the last."""
    fold = FOLD.copy()
    fold[52:60] = [0.1, 0.2, 0.3, 0.35, 0.35, 0.3, 0.2, 0.1]
    phases = phases_of(_stretch(fold), Turn(30, 60, whole=True), None)
    assert phases[Phase.TOP] == Span(49, 62)


def test_the_next_rep_ends_the_one_before() -> None:
    """Only the last phase is shortened, and only as far as the next rep begins."""
    one = {Phase.BOTTOM: Span(0, 5), Phase.TOP: Span(10, 20)}
    other = {Phase.DESCENT: Span(17, 22)}
    reps = [one, other, {Phase.DESCENT: Span(30, 31)}]
    end_where_the_next_begins(reps)
    assert one == {Phase.BOTTOM: Span(0, 5), Phase.TOP: Span(10, 17)}
    assert other == {Phase.DESCENT: Span(17, 22)}
