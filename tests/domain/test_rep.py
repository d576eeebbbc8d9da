import numpy as np
import pytest

from hingecheck.domain.rep import Phase, Rep, Span

PHASES = {
    Phase.DESCENT: Span(10, 20),
    Phase.BOTTOM: Span(20, 25),
    Phase.ASCENT: Span(25, 32),
    Phase.TOP: Span(32, 40),
}
FULL = Rep(1, 22, 35, PHASES)


@pytest.mark.parametrize(
    ("start", "stop"), [(5, 5), (6, 5), (-1, 3)], ids=["empty", "backward", "before-the-recording"]
)
def test_an_impossible_span_is_refused(start, stop) -> None:
    """A span has at least one frame and begins in the recording."""
    with pytest.raises(ValueError, match="a span needs"):
        Span(start, stop)


def test_a_span_is_half_open() -> None:
    """The start belongs to it, the stop does not; as a slice it takes the same frames."""
    span = Span(3, 6)
    assert [frame in span for frame in (2, 3, 5, 6)] == [False, True, True, False]
    assert (len(span), np.arange(10)[span.frames].tolist()) == (3, [3, 4, 5])


@pytest.mark.parametrize(
    ("bottom", "top"), [(None, 35), (22, None), (None, None)], ids=["bottom", "top", "both"]
)
def test_a_full_rep_has_both_turning_points(bottom, top) -> None:
    """A rep that lacks its bottom or its top cannot be counted."""
    with pytest.raises(ValueError, match="a full rep needs"):
        Rep(1, bottom, top, PHASES)
    assert Rep(None, bottom, top, PHASES).partial


def test_a_rep_has_phases() -> None:
    """There is no rep without frames."""
    with pytest.raises(ValueError, match="at least one phase"):
        Rep(None, None, None, {})


def test_a_rep_tells_its_frames() -> None:
    """Span, phases during, and the phase of a frame agree with the phases given."""
    assert FULL.span == Span(10, 40)
    assert FULL.during(Phase.TOP, Phase.SETUP) == (Span(32, 40),)
    assert [FULL.phase_at(frame) for frame in (9, 10, 24, 39, 40)] == [
        None, Phase.DESCENT, Phase.BOTTOM, Phase.TOP, None,
    ]  # fmt: skip


def test_phases_cannot_be_changed_afterwards() -> None:
    """The rep keeps its own copy, and nobody can write into it."""
    given = dict(PHASES)
    rep = Rep(1, 22, 35, given)
    given.clear()
    assert len(rep.phases) == 4
    with pytest.raises(TypeError):
        rep.phases[Phase.SETUP] = Span(0, 1)
