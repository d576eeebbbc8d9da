"""Stored tracks: what the program saw in a rendered clip, and what is true of it.

One compressed npz a clip, some 60 kB: the pose track, the joints, the spine, the reps and how the
clip was made. No pictures.
"""

import json
import zipfile
from pathlib import Path
from typing import Any, Final

import numpy as np
from attrs import asdict, frozen

from bench.accuracy.packing import packed, unpacked
from bench.lifter.rotations import Array
from bench.lifter.timeline import Rep
from bench.lifter.truth import Truth
from hingecheck.domain.outline import Outline
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.domain.recording import Recording

FOLDER: Final = Path(__file__).with_name("tracks")
SPINE: Final = ("lumbar_flexion_deg", "thoracic_flexion_deg", "neck_flexion_deg")


@frozen(eq=False)
class KnownTrack:
    """A pose track beside the truth, T frames on one clock.

    Attributes:
        generator: `generator_hash.hash_of` the clip it was rendered from.
        track: What the program saw.
        joints_m: (T, J, 3) in the order of `bench.lifter.pose.JOINTS`; forward, left, up.
        spine_deg: (T, 3) in the order of `SPINE`.
        reps: What a counter should count.
        trunk_m: Trunk length.
    """

    generator: str
    track: PoseTrack
    joints_m: Array
    spine_deg: Array
    reps: tuple[Rep, ...]
    trunk_m: float


def known_track(generator: str, track: PoseTrack, truth: Truth) -> KnownTrack:
    """Return track and truth of the same clip.

    Raises:
        ValueError: They differ in the number of frames.
    """
    if len(track.time_s) != len(truth.time_s):
        raise ValueError(f"{len(track.time_s)} frames tracked, {len(truth.time_s)} rendered")
    return KnownTrack(
        generator=generator,
        track=track,
        joints_m=truth.joints_m,
        spine_deg=np.stack([truth.signals[name] for name in SPINE], axis=1),
        reps=truth.reps,
        trunk_m=float(str(truth.facts["trunk_m"])),
    )


def save(known: KnownTrack, path: Path) -> None:
    """Write beside and rename; the same values give the same bytes."""
    part = path.with_name(f"{path.name}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_LZMA) as archive:
            for name, array in _arrays(known).items():
                # numpy's own savez stamps the time of writing into the file
                entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_LZMA
                with archive.open(entry, "w", force_zip64=True) as member:
                    np.lib.format.write_array(member, np.asarray(array), allow_pickle=False)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def load(path: Path) -> KnownTrack:
    """Read a stored track; landmarks to 1/32 of a pixel."""
    with np.load(path, allow_pickle=False) as stored:
        facts = json.loads(stored["facts"].tobytes())
        recording = facts["recording"]
        track = PoseTrack(
            time_s=stored["time_s"],
            image_px=unpacked("image_px", stored["image_px"]),
            world_m=unpacked("world_m", stored["world_m"]),
            visibility=unpacked("visibility", stored["visibility"]),
            outline=Outline(
                points_px=unpacked("outline_px", stored["outline_px"]),
                start=stored["outline_start"],
            ),
            cuts=stored["cuts"],
            recording=Recording(**{**recording, "warnings": tuple(recording["warnings"])}),
            model=facts["model"],
            engine=facts["engine"],
        )
        return KnownTrack(
            generator=facts["generator"],
            track=track,
            joints_m=unpacked("joints_m", stored["joints_m"]),
            spine_deg=unpacked("spine_deg", stored["spine_deg"]),
            reps=tuple(Rep(*rep) for rep in facts["reps"]),
            trunk_m=facts["trunk_m"],
        )


def stored_generator(path: Path) -> str | None:
    """The generator's hash of a stored track, or None where there is no readable one."""
    try:
        with np.load(path, allow_pickle=False) as stored:
            return str(json.loads(stored["facts"].tobytes())["generator"])
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return None


def _arrays(known: KnownTrack) -> dict[str, Any]:
    track = known.track
    facts = {
        "generator": known.generator,
        "recording": asdict(track.recording),
        "model": track.model,
        "engine": track.engine,
        "reps": [(rep.bottom_s, rep.top_s) for rep in known.reps],
        "trunk_m": known.trunk_m,
    }
    return {
        "facts": np.frombuffer(json.dumps(facts, sort_keys=True).encode(), dtype=np.uint8),
        "time_s": track.time_s,
        "image_px": packed("image_px", track.image_px),
        "world_m": packed("world_m", track.world_m),
        "visibility": packed("visibility", track.visibility),
        "outline_px": packed("outline_px", track.outline.points_px),
        "outline_start": track.outline.start.astype(np.int32),
        "cuts": track.cuts,
        "joints_m": packed("joints_m", known.joints_m),
        "spine_deg": packed("spine_deg", known.spine_deg),
    }
