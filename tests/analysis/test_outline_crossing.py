import numpy as np

from hingecheck.analysis.outline_crossing import crossings

SQUARE = np.array([[0.0, -1.0], [2.0, -1.0], [2.0, 1.0], [0.0, 1.0]])
# its left side slopes: from 0 at -1 to 1 at +1
SLOPE = np.array([[0.0, -1.0], [3.0, -1.0], [3.0, 1.0], [1.0, 1.0]])


def test_each_crossing_tells_its_polygon_its_station_and_how_far_out_it_lies() -> None:
    """Edges that cross several stations, one or none; the last edge closes the polygon."""
    found = crossings([SQUARE, SLOPE], np.array([0.5, 1.5]))
    told = sorted(
        zip(found.owner.tolist(), found.station.tolist(), found.out.tolist(), strict=True)
    )
    assert told == [
        *((0, 0, -1.0), (0, 0, 1.0), (0, 1, -1.0), (0, 1, 1.0)),
        *((1, 0, -1.0), (1, 0, 0.0), (1, 1, -1.0), (1, 1, 1.0)),
    ]


def test_what_lies_between_two_stations_crosses_none() -> None:
    """A polygon that reaches no station is told nowhere."""
    assert len(crossings([SQUARE], np.array([-3.0, 5.0])).out) == 0
