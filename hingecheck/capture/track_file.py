"""The track file: a `PoseTrack` on disk, so that judging needs neither the video nor the model.

A compressed npz with plain arrays (no pickles) and one JSON text with the facts.
"""

import json
import zipfile
import zlib
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from attrs import asdict, fields

from hingecheck.domain.outline import Outline
from hingecheck.domain.picture_facts import PictureFacts
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.recording import Recording
from hingecheck.domain.region import Region
from hingecheck.domain.stick_looks import StickLooks
from hingecheck.errors import TrackFileInvalid

TRACK_VERSION = 1
# Landmarks carry no information below a tenth of a pixel; float32 halves the file.
_STORED = np.float32
_SHORTENED = frozenset({"image_px", "world_m", "visibility", "outline_px", "people"})
_PICTURE = tuple(field.name for field in fields(PictureFacts))
_STICK = tuple(field.name for field in fields(StickLooks))
# What zipfile, zlib, numpy and json raise, and our own shapes, when bytes of a file are wrong;
# RuntimeError stands for a false "encrypted" mark and for a method that nobody has written.
_DAMAGED = (
    OSError,
    EOFError,
    KeyError,
    TypeError,
    ValueError,
    RuntimeError,
    MemoryError,
    zipfile.BadZipFile,
    zlib.error,
)


def save_track(track: PoseTrack, file: BinaryIO) -> None:
    """Writes a track; the same track gives the same bytes."""
    arrays: dict[str, Any] = {
        "facts": np.frombuffer(_facts(track).encode(), dtype=np.uint8),
        "time_s": track.time_s,
        "image_px": track.image_px,
        "world_m": track.world_m,
        "visibility": track.visibility,
        "outline_px": track.outline.points_px,
        "outline_start": track.outline.start,
        "cuts": track.cuts,
        **_picture_arrays(track.picture),
        **({} if track.people is None else {"people": track.people}),
        **({} if track.looked is None else {"looked": track.looked}),
        **_stick_arrays(track.stick),
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            # numpy's own savez stamps the time of writing into the file
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w", force_zip64=True) as member:
                stored = array.astype(_STORED) if name in _SHORTENED else np.asarray(array)
                np.lib.format.write_array(member, stored, allow_pickle=False)


def _facts(track: PoseTrack) -> str:
    facts = {
        "track_version": TRACK_VERSION,
        "recording": asdict(track.recording),
        "model": track.model,
        "engine": track.engine,
        "start_s": track.start_s,
        "end_s": track.end_s,
        "blur_faces": track.blur_faces,
        "looked_round": track.people is not None,
        **({} if track.person is None else {"person": track.person}),
        "region": None if track.region is None else asdict(track.region),
    }
    return json.dumps(facts, sort_keys=True)


def _picture_arrays(picture: PictureFacts | None) -> dict[str, Any]:
    if picture is None:
        return {}
    arrays = {name: getattr(picture, name) for name in _PICTURE}
    return {
        f"picture_{name}": array.astype(_STORED) if array.dtype.kind == "f" else array
        for name, array in arrays.items()
    }


def load_track(path: str | Path) -> PoseTrack:
    """Reads a track back.

    Raises:
        TrackFileInvalid: missing, damaged, not a track file, or written by a newer version.
    """
    path = Path(path)
    try:
        with path.open("rb") as file:  # np.load would leave a damaged file open
            return _read(file, path)
    except FileNotFoundError as cause:
        raise TrackFileInvalid(f"There is no file {path}; expected a track.npz") from cause
    except OSError as cause:
        raise TrackFileInvalid(f"{path} cannot be opened: {cause.strerror}") from cause


def _read(file: BinaryIO, path: Path) -> PoseTrack:
    try:
        with np.load(file, allow_pickle=False) as stored:
            facts = json.loads(stored["facts"].tobytes())
            _require_version(facts["track_version"], path)
            return _restored(facts, stored)
    except _DAMAGED as cause:
        raise TrackFileInvalid(
            f"{path} is damaged or not a track file; expected a track.npz that hingecheck wrote. "
            "Make it again with: hingecheck track RECORDING"
        ) from cause


def _require_version(version: object, path: Path) -> None:
    if not isinstance(version, int) or version > TRACK_VERSION:
        raise TrackFileInvalid(
            f"{path} was written by a newer hingecheck (track version {version}, this one reads "
            f"up to {TRACK_VERSION}). Update hingecheck"
        )


def _restored(facts: dict[str, Any], stored: Any) -> PoseTrack:
    recording = facts["recording"]
    return PoseTrack(
        time_s=stored["time_s"],
        image_px=stored["image_px"],
        world_m=stored["world_m"],
        visibility=stored["visibility"],
        outline=Outline(points_px=stored["outline_px"], start=stored["outline_start"]),
        cuts=stored["cuts"],
        recording=Recording(**{**recording, "warnings": tuple(recording["warnings"])}),
        model=str(facts["model"]),
        engine=str(facts["engine"]),
        start_s=facts["start_s"],
        end_s=facts["end_s"],
        blur_faces=facts.get("blur_faces", False) is True,  # tracks of 0.1.0 do not say
        picture=_restored_picture(stored),
        people=stored["people"] if facts.get("looked_round") else None,
        stick=_restored_stick(stored),
        region=Region(**facts["region"]) if facts.get("region") else None,
        person=facts.get("person"),
        looked=stored.get("looked"),
    )


def _stick_arrays(stick: StickLooks | None) -> dict[str, Any]:
    if stick is None:
        return {}
    arrays = {name: getattr(stick, name) for name in _STICK}
    return {
        f"stick_{name}": array.astype(_STORED) if array.dtype.kind == "f" else array
        for name, array in arrays.items()
    }


def _restored_stick(stored: Any) -> StickLooks | None:
    """None where no hand was on the back, or the file was written before there were looks."""
    if f"stick_{_STICK[0]}" not in stored:
        return None
    return StickLooks(**{name: stored[f"stick_{name}"] for name in _STICK})


def _restored_picture(stored: Any) -> PictureFacts | None:
    """None where the file was written before there were such facts."""
    if f"picture_{_PICTURE[0]}" not in stored:
        return None
    return PictureFacts(**{name: stored[f"picture_{name}"] for name in _PICTURE})
