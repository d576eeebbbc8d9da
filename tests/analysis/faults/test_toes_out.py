import numpy as np
import pytest

from hingecheck.analysis.frontal import FOOT_TRUNKS
from hingecheck.domain.finding import Verdict
from hingecheck.domain.movement import Movement
from tests.synthetic.cutting_room import with_feet
from tests.synthetic.film import Film, filmed
from tests.synthetic.movements import floor_lift
from tests.synthetic.walk import finding, walked

CODE = "toes_out"
FILM = Film(yaw_deg=90.0)


def _judged(out_deg):
    out_px = float(np.sin(np.radians(out_deg))) * FOOT_TRUNKS * FILM.trunk_px
    track = with_feet(filmed(floor_lift(2), FILM), 1.0, out_px)
    return finding(walked(track, Movement.DEADLIFT), CODE)


@pytest.mark.parametrize("out_deg", [0.0, 20.0], ids=["ahead", "a-little"])
def test_left_alone(out_deg) -> None:
    """Toes ahead or a little out are left alone."""
    found = _judged(out_deg)
    assert found.verdict is Verdict.CLEAR
    assert found.measurement.value == pytest.approx(out_deg, abs=5.0)


def test_caught() -> None:
    """Toes far out are told, never as more than borderline."""
    found = _judged(50.0)
    assert found.verdict is Verdict.BORDERLINE
    assert found.measurement.value == pytest.approx(50.0, abs=8.0)
