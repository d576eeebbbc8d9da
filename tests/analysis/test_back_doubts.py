import numpy as np
import pytest
from attrs import evolve

from hingecheck.analysis.back_change import BackChange, deep_frames, early_frames
from hingecheck.analysis.back_doubts import back_doubt
from hingecheck.domain.rep import Phase, Rep, Span
from hingecheck.domain.signal import Signal, SignalSet

COUNT = 60
REP = Rep(
    number=1,
    bottom=25,
    top=55,
    phases={
        Phase.DESCENT: Span(0, 20),
        Phase.BOTTOM: Span(20, 30),
        Phase.ASCENT: Span(30, 50),
        Phase.TOP: Span(50, 60),
    },
)
_WAY = np.array([0, 20, 30, 50, 60])
TRUNK = np.interp(np.arange(COUNT), _WAY, [0.0, 70.0, 70.0, 0.0, 0.0])
SHAPE = 0.001 * TRUNK


def _signals(trunk=TRUNK, fps=30.0, **changed) -> SignalSet:
    values = {
        "trunk_inclination": trunk,
        "back_curve": SHAPE,
        "back_arm": np.zeros(COUNT),
        "back_step": np.full(COUNT, 0.03),
        "camera_yaw": np.full(COUNT, 5.0),
        **changed,
    }
    named = (Signal(name, "trunk", one, np.full(COUNT, 0.006)) for name, one in values.items())
    return SignalSet(time_s=np.arange(COUNT) / fps, signals=tuple(named))


def _hidden(when, signals=None):
    """The curve, unseen in the frames that `when` finds."""
    curve = SHAPE.copy()
    curve[when(REP, signals or _signals())] = np.nan
    return curve


def _at(when, value):
    values = np.zeros(COUNT)
    values[when(REP, _signals())] = value
    return values


FLUTTER = SHAPE + np.random.default_rng(1).normal(0.0, 0.04, COUNT)
REASONS = [
    pytest.param(
        _signals(back_curve=_hidden(deep_frames), back_arm=_at(deep_frames, 0.3)),
        "at the bottom an arm lies over the edge of the back; let the arms hang",
        id="arm",
    ),
    pytest.param(
        _signals(back_curve=_hidden(early_frames), back_step=_at(early_frames, 0.2)),
        "early in the hinge something stands over the edge of the back; tie up long hair",
        id="hair-stick-plate",
    ),
    pytest.param(
        _signals(back_curve=_hidden(deep_frames)),
        "at the bottom the edge of the back was not seen; film from the side",
        id="no-edge",
    ),
    pytest.param(
        _signals(back_curve=_hidden(early_frames), camera_yaw=_at(early_frames, -31.0)),
        "early in the hinge the camera looks 31 degrees past the side; film from the side",
        id="turned-away",
    ),
    pytest.param(_signals(back_curve=FLUTTER), "flutters; wear a fitted top", id="loose-or-blur"),
    pytest.param(_signals(trunk=TRUNK / 2), "too shallow to change a back", id="shallow"),
    pytest.param(
        _signals(trunk=np.full(COUNT, np.nan)), "trunk was not seen at the bottom", id="no-trunk"
    ),
    pytest.param(
        _signals(trunk=np.where(TRUNK < 50, 0.0, TRUNK)),
        "early in the hinge there are too few frames",
        id="too-short",
    ),
]


@pytest.mark.parametrize(("signals", "reason"), REASONS)
def test_each_hindrance_is_told_with_what_to_change(signals, reason) -> None:
    """What hides the back is named, with its place in the rep and what to do about it."""
    assert reason in back_doubt(REP, signals)


def test_a_back_in_sight_raises_no_doubt() -> None:
    """Where the back is seen early and at the bottom there is nothing to say."""
    assert back_doubt(REP, _signals()) == ""


def test_a_short_loss_early_is_no_hindrance() -> None:
    """Half of the early hinge is enough to know the back's own shape."""
    curve = SHAPE.copy()
    curve[:20] = np.nan
    assert back_doubt(REP, _signals(back_curve=curve)) == ""


def test_the_change_is_the_bottom_less_early_hinge() -> None:
    """0.07 at the bottom less 0.85 of the 0.024 early in the hinge and 0.15 of the usual -0.038."""
    read = BackChange()(REP, _signals())
    assert read is not None
    assert read.value == pytest.approx(0.07 - 0.85 * 0.024 + 0.15 * 0.038, abs=0.003)
    assert read.frame in REP.phases[Phase.BOTTOM]


def test_frames_that_disagree_make_the_change_uncertain() -> None:
    """The scatter of the bottom's frames is part of the uncertainty."""
    sure, unsure = (BackChange()(REP, _signals(back_curve=c)) for c in (SHAPE, FLUTTER))
    assert sure is not None
    assert unsure is not None
    assert sure.u == pytest.approx(0.006 * np.sqrt(1 + 0.85**2))
    assert unsure.u > 1.5 * sure.u


def test_without_early_frames_nothing_is_read() -> None:
    """A clip that begins at the bottom and ends there has no reference."""
    trunk = np.full(COUNT, 70.0)
    assert BackChange()(REP, _signals(trunk=trunk)) is None


def test_an_edge_that_flutters_between_looks_is_noticed() -> None:
    """Frames that only repeat the look before would hide it."""
    frames = np.arange(COUNT)
    held = np.repeat(FLUTTER[::2], 2)
    signals = evolve(_signals(back_curve=held), looked=frames % 2 == 0)
    assert "flutters" in back_doubt(REP, signals)
