"""The recording once more, at the frames in which a stick may be held along the back."""

from itertools import takewhile
from pathlib import Path

import numpy as np
import numpy.typing as npt
from attrs import evolve

from hingecheck.analysis.stick_asking import places_to_look
from hingecheck.capture.stick_reading import Bar, read_bar
from hingecheck.capture.video import opened
from hingecheck.domain.array import Floats
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.stick_looks import STICK_STATIONS, StickLooks, StickPlaces


def look_for_stick(found: PoseTrack, path: Path) -> PoseTrack:
    """The track with what single frames show of a stick; as it is where no hand is on the back.

    Args:
        found: of the whole stretch.
        path: its recording.

    Raises:
        RecordingUnreadable: the file is gone or damaged by now.
    """
    return look_at_places(found, places_to_look(found), path)


def look_at_places(found: PoseTrack, places: StickPlaces, path: Path) -> PoseTrack:
    """The same for frames that are already chosen."""
    if not len(places.frame):
        return found
    wanted = {_stamp(found.time_s[frame]): place for place, frame in enumerate(places.frame)}
    last, bars = max(wanted), dict[int, Bar | None]()
    with opened(path) as reader:
        frames = reader.frames_between(found.start_s, found.end_s)
        for frame in takewhile(lambda one: _stamp(one.time_s) <= last, frames):
            place = wanted.get(_stamp(frame.time_s))
            if place is not None:
                bars[place] = _read(frame.picture, places, place)
    return evolve(found, stick=_looks(places, [bars.get(one) for one in range(len(wanted))]))


def _stamp(time_s: float) -> int:
    """A frame by its time in tenths of a millisecond; a track may hold some frames only."""
    return round(1e4 * time_s)


def _read(picture: npt.NDArray[np.uint8], places: StickPlaces, place: int) -> Bar | None:
    return read_bar(
        picture,
        places.hip_px[place],
        places.shoulder_px[place],
        int(places.facing[place]),
    )


def _looks(places: StickPlaces, bars: list[Bar | None]) -> StickLooks:
    nothing = Bar(np.full((2, 2), np.nan), np.nan, np.nan, np.full(len(STICK_STATIONS), np.nan))
    seen = [nothing if bar is None else bar for bar in bars]

    def stored(values: list[Floats] | list[float]) -> Floats:
        # at the track file's precision, so that a stored track is judged exactly as a fresh one
        return np.array(values, dtype=np.float32).astype(np.float64)

    return StickLooks(
        frame=places.frame,
        ends_px=stored([bar.ends_px for bar in seen]),
        width_px=stored([bar.width_px for bar in seen]),
        support=stored([bar.support for bar in seen]),
        gap_px=stored([bar.gap_px for bar in seen]),
    )
