"""Every way in which a contact of a held stick cannot be told has its words."""

import numpy as np
import pytest

from hingecheck.analysis.held_gaps import (
    ARM,
    GAP_U,
    LIKE_BACKGROUND,
    NO_LOOK,
    held_gaps,
)
from hingecheck.domain.held_stick import HeldStick
from hingecheck.domain.rep import Phase, Rep, Span
from hingecheck.domain.signal import Signal, SignalSet

COUNT = 12
REP = Rep(number=1, bottom=6, top=11, phases={Phase.BOTTOM: Span(2, 10)})
SIGNALS = SignalSet(
    time_s=np.arange(COUNT) / 30,
    signals=(Signal("trunk_inclination", "deg", np.full(COUNT, 70.0), np.ones(COUNT)),),
)


def _held(gaps, looked=True, armed=False) -> HeldStick:
    nowhere = np.full((COUNT, 3, 2), np.nan)
    return HeldStick(
        ends_px=nowhere[:, :2],
        gap=np.tile(gaps, (COUNT, 1)),
        feet_px=nowhere,
        contacts_px=nowhere,
        looked=np.full(COUNT, looked),
        armed=np.full((COUNT, 3), armed),
    )


def test_the_median_of_the_looks_is_told_with_its_error() -> None:
    """Three contacts, each with at least the error that the bench found."""
    told = held_gaps(REP, SIGNALS, _held((0.0, 0.12, 0.05)))
    assert told is not None
    assert [one.gap for one in told] == [0.0, 0.12, 0.05]
    assert [one.u for one in told] == pytest.approx(list(GAP_U))
    assert [one.reason for one in told] == ["", "", ""]


@pytest.mark.parametrize(
    ("held", "reason"),
    [
        (_held((0.0, 0.0, np.nan), looked=False), NO_LOOK),
        (_held((0.0, 0.0, np.nan), armed=True), ARM),
        (_held((0.0, 0.0, np.nan)), LIKE_BACKGROUND),
    ],
    ids=["no-look", "arm", "like-background"],
)
def test_an_unseen_head_says_why(held, reason) -> None:
    """No number, no error, one reason."""
    told = held_gaps(REP, SIGNALS, held)
    assert told is not None
    assert np.isnan([told[2].gap, told[2].u]).all()
    assert told[2].reason == reason


def test_without_a_stick_nothing_is_told() -> None:
    """None, not three unseen contacts."""
    assert held_gaps(REP, SIGNALS, None) is None
