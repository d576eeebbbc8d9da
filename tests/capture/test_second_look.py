"""Who is measured, on films of boxes: the rules, without the model."""

import io
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from attrs import evolve

from hingecheck.capture import second_look
from hingecheck.capture.model_file import Model
from hingecheck.capture.second_look import Again, look_again
from hingecheck.capture.shared_tracking import CHUNK_FRAMES
from hingecheck.capture.shrinking import LONG_SIDE_PX
from hingecheck.capture.track_file import save_track
from hingecheck.capture.tracking import assembled, gather
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.region import Region
from hingecheck.errors import RecordingUnsuitable
from tests.capture.made_crowd import (
    BoxCrowd,
    BoxEyes,
    BoxFilm,
    lifting,
    opened_crowd,
    opened_eyes,
    still,
)
from tests.capture.made_track import made_track

LIFTER, WATCHER = lifting(20, 40, 40, 100), still(100, 20, 130, 110)
TWO = BoxFilm((LIFTER, WATCHER), frames=100)


class _Room:
    """What is open, and how it was used."""

    def __init__(self, film: BoxFilm, least_share: float = 0.0) -> None:
        self.film, self.least_share = film, least_share
        self.passes = 0
        self.shown: list[tuple[int, ...]] = []

    @contextmanager
    def opened(self, _path: Path):
        self.passes += 1
        yield self.film

    def crowd(self, _model: Path):
        return opened_crowd(BoxCrowd(self.least_share))

    def eyes(self, _model: Path):
        return opened_eyes(BoxEyes(self.least_share, self.shown))


def _room(monkeypatch: pytest.MonkeyPatch, film: BoxFilm, least_share: float = 0.0) -> _Room:
    room = _Room(film, least_share)
    monkeypatch.setattr(second_look, "opened", room.opened)
    monkeypatch.setattr(second_look, "mediapipe_crowd", room.crowd)
    monkeypatch.setattr(second_look, "mediapipe_landmarker", room.eyes)
    return room


def _first_pass(film: BoxFilm, least_share: float = 0.0) -> PoseTrack:
    """As the walk makes it, with a look at two moments."""
    frames = list(film.frames_between(None, None))
    gathered = gather(frames, lambda: opened_eyes(BoxEyes(least_share)))
    recording = evolve(made_track().recording, width_px=film.size[0], height_px=film.size[1])
    crowd = BoxCrowd(least_share)
    rows = [
        [frame.time_s, *points.min(axis=0), *points.max(axis=0)]
        for frame in (frames[15], frames[-5])
        for points in crowd.everybody(frame)
    ]
    track = assembled(gathered, recording, "full", "boxes 1")
    return evolve(track, people=np.array(rows).reshape(-1, 5))


def _again(person: int | None = None, jobs: int = 1) -> Again:
    return Again(Path("two.mp4"), Model.FULL, person, jobs)


def _middle_px(track: PoseTrack) -> float:
    return float(np.median(track.image_px[..., 0]))


def test_who_lifts_is_measured_and_not_who_is_larger(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine alone follows the large one who watches; the second pass follows the lifter."""
    _room(monkeypatch, TWO)
    first = _first_pass(TWO)
    assert 100 <= _middle_px(first) <= 130
    found = look_again(first, _again())
    assert 20 <= _middle_px(found) <= 40
    assert found.person is None
    truth = [LIFTER(time_s)[1] for time_s in found.time_s.tolist()]
    np.testing.assert_allclose(found.image_px[..., 1].min(axis=1), np.round(truth), atol=1)


@pytest.mark.parametrize(("person", "left", "right"), [(1, 20, 40), (2, 100, 130)])
def test_a_number_chooses(monkeypatch, person, left, right) -> None:
    """Counted from the left; the number stands in the track."""
    _room(monkeypatch, TWO)
    found = look_again(_first_pass(TWO), _again(person))
    assert left <= _middle_px(found) <= right
    assert found.person == person


def test_a_number_that_nobody_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line: which film, how many there are, and what lists them."""
    _room(monkeypatch, TWO)
    with pytest.raises(RecordingUnsuitable, match=r"no person 3 in two\.mp4: 2 were found.*check"):
        look_again(_first_pass(TWO), _again(3))


def test_alone_nothing_more_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first pass is the track, and the recording is not opened again."""
    alone = BoxFilm((LIFTER,), frames=100)
    room = _room(monkeypatch, alone)
    first = _first_pass(alone)
    assert look_again(first, _again()) is first
    assert room.passes == 0


def test_who_asked_for_a_region_has_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """No second pass there, whoever else is in the picture."""
    room = _room(monkeypatch, TWO)
    first = evolve(_first_pass(TWO), region=Region(90, 0, 60, 120))
    assert look_again(first, _again()) is first
    assert room.passes == 0


def test_any_number_of_engines_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is looked at, and where, does not depend on how the chunks are shared out."""
    film = evolve(TWO, frames=CHUNK_FRAMES + 40)
    _room(monkeypatch, film)
    files = []
    for jobs in (1, 3):
        memory = io.BytesIO()
        save_track(look_again(_first_pass(film), _again(jobs=jobs)), memory)
        files.append(memory.getvalue())
    assert files[0] == files[1]


def test_a_small_lifter_in_a_large_picture_is_looked_at_in_its_own_pixels(monkeypatch) -> None:
    """The second pass sees a part of each picture, unshrunk; places are those of the whole."""
    scale = 2
    film = BoxFilm((lifting(400, 500, 500, 700),), 30, (scale * LONG_SIDE_PX, 760))
    room = _room(monkeypatch, film)
    found = look_again(_first_pass(film), _again())
    assert {max(shape) for shape in room.shown} == {279}
    truth = [film.people[0](time_s) for time_s in found.time_s.tolist()]
    np.testing.assert_allclose(found.image_px[:, 0], np.round(truth)[:, :2], atol=1)


def test_who_is_too_small_for_the_whole_picture_is_searched_for(monkeypatch) -> None:
    """Nobody found at first; the tiles show the lifter, and the second pass stays there."""
    film = BoxFilm((lifting(300, 100, 320, 160),), 60, (640, 360))
    least = 0.2  # of the height of what the engine sees: the whole picture is too much
    _room(monkeypatch, film, least)
    first = _first_pass(film, least)
    assert not first.seen.any()
    found = look_again(first, _again())
    assert found.seen.mean() > 0.9
    assert 300 <= _middle_px(found) <= 320


def test_where_nobody_is_nobody_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty room stays empty."""
    film = BoxFilm((), 60)
    _room(monkeypatch, film)
    first = _first_pass(film)
    assert look_again(first, _again()) is first
