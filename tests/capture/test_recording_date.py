import os
from datetime import datetime
from pathlib import Path

import av
import pytest

from hingecheck.capture.recording_date import recording_date
from hingecheck.domain.recording_date import DateSource, RecordingDate
from tests.made_video import MadeVideo

MODIFIED_S = 1_700_000_000


def written(path: Path, **told: str) -> Path:
    """A video whose container tells something of itself."""
    plain = MadeVideo(frames=2).write(path.with_name(f"plain{path.suffix}"))
    options = {"movflags": "use_metadata_tags"}
    with av.open(str(plain)) as source, av.open(str(path), "w", options=options) as copy:
        copy.metadata.update(told)
        stream = copy.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.dts is not None:
                packet.stream = stream
                copy.mux(packet)
    os.utime(path, (MODIFIED_S, MODIFIED_S))
    return path


@pytest.mark.parametrize(
    ("told", "moment"),
    [
        ({"creation_time": "2024-03-01T10:20:30.000000Z"}, datetime(2024, 3, 1, 10, 20, 30)),
        (
            {
                "creation_time": "2024-03-01T10:20:30.000000Z",
                "com.apple.quicktime.creationdate": "2024-03-01T11:20:30+0100",
            },
            datetime(2024, 3, 1, 11, 20, 30),
        ),
    ],
)
def test_the_camera_knows_best(told: dict[str, str], moment: datetime, tmp_path: Path) -> None:
    """What the file says of itself beats its name, the camera's own clock before any other."""
    path = written(tmp_path / "VID_20230101_000000.mov", **told)
    assert recording_date(path) == RecordingDate(moment, DateSource.FILE)


@pytest.mark.parametrize(
    ("name", "moment"),
    [
        ("VID_20240131_183059.mp4", datetime(2024, 1, 31, 18, 30, 59)),
        ("PXL_20240131_183059123.mp4", datetime(2024, 1, 31, 18, 30, 59)),
        ("VID-20240131-WA0001.mp4", datetime(2024, 1, 31)),
        ("2024-01-31 18.30.59.mov", datetime(2024, 1, 31, 18, 30, 59)),
        ("anna 2024-01-31.mp4", datetime(2024, 1, 31)),
    ],
)
def test_names_of_phones(name: str, moment: datetime, tmp_path: Path) -> None:
    """The names that phones and messengers give, where the file says nothing."""
    path = written(tmp_path / name)
    assert recording_date(path) == RecordingDate(moment, DateSource.NAME)


@pytest.mark.parametrize("name", ["swing.mp4", "20241399.mp4", "1202401311.mp4", "2024.mp4"])
def test_the_last_resort(name: str, tmp_path: Path) -> None:
    """A name without a date, or with a month that does not exist, leaves the change of the file."""
    path = written(tmp_path / name, creation_time="1904-01-01T00:00:00Z")
    changed = datetime(2023, 11, 14, 22, 13, 20)
    assert recording_date(path) == RecordingDate(changed, DateSource.MODIFIED)


def test_a_copy_has_its_first_name(tmp_path: Path) -> None:
    """What a copy was called before it was copied counts, and no file must be a video."""
    path = tmp_path / "copy"
    path.write_bytes(b"no video")
    found = recording_date(path, "2024-01-31.mp4")
    assert (found.moment.day, found.source) == (31, DateSource.NAME)
