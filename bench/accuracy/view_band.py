"""From where a clip is filmed, in the bands that the figures are given for."""

from enum import StrEnum

_EDGES_DEG = (15.0, 30.0, 50.0, 70.0)


class ViewBand(StrEnum):
    """Yaw of the camera; 0 = exactly side-on, 90 = from the front."""

    SIDE = "0-15"
    NEAR_SIDE = "15-30"
    OBLIQUE = "30-50"
    NEAR_FRONT = "50-70"
    FRONT = "70-90"
    REAR = "rear"


def band_of(yaw_deg: float) -> ViewBand:
    """The band of a yaw; toward the rear by more than the side band's width is `REAR`."""
    if yaw_deg < -_EDGES_DEG[0]:
        return ViewBand.REAR
    place = sum(abs(yaw_deg) > edge for edge in _EDGES_DEG)
    return tuple(ViewBand)[place]
