"""Everything that the pose model saw in a recording: the save point of the program."""

from itertools import pairwise

import numpy as np
from attrs import field, frozen
from attrs.converters import optional

from hingecheck.domain.array import (
    Bools,
    Floats,
    Ints,
    frozen_bools,
    frozen_floats,
    frozen_ints,
    require_shape,
)
from hingecheck.domain.landmark import LANDMARK_COUNT
from hingecheck.domain.outline import Outline
from hingecheck.domain.picture_facts import PictureFacts
from hingecheck.domain.recording import Recording
from hingecheck.domain.region import Region
from hingecheck.domain.stick_looks import StickLooks


@frozen(eq=False)
class PoseTrack:
    """One person's landmarks and outline in every frame. NaN = unseen.

    Attributes:
        time_s: (T,) seconds from the first frame, strictly increasing.
        image_px: (T, K, 2) pixels of the recording, origin top left, x right, y down.
        world_m: (T, K, 3) metres about the hips' middle as the model guesses them: x right in the
            picture, y down, z away from the camera. Not metric enough for lengths.
        visibility: (T, K) the model's own 0-1; it does not show occlusion.
        outline: the body's outline per frame.
        cuts: (C,) frames that begin a new scene; smoothing must not cross them.
        recording: the facts of the video file.
        model: lite, full or heavy.
        engine: name and version of what computed the landmarks.
        start_s: where the look at the recording was asked to begin; None = at its first frame.
        end_s: where it was asked to end; None = at its last frame.
        blur_faces: whether faces are to be hidden in every picture made with this track.
        picture: what the pictures are like; None in tracks of earlier versions.
        region: the part of the picture that was looked at; None = all of it.
        people: (n, 5) everybody whom a look now and then found: seconds, left, top, right and
            bottom in pixels of the recording; None = nobody else was looked for.
        person: the number, from left to right, of the one who was asked for; None = the lifter.
        looked: (T,) the frames in which the model looked, the first one among them; the landmarks
            of the others lie between those of the looks before and after, and they have no
            outline. None = every frame.
        stick: what a look at single frames shows beside the back; None where no hand is on it.
    """

    time_s: Floats = field(converter=frozen_floats, repr=False)
    image_px: Floats = field(converter=frozen_floats, repr=False)
    world_m: Floats = field(converter=frozen_floats, repr=False)
    visibility: Floats = field(converter=frozen_floats, repr=False)
    outline: Outline = field(repr=False)
    cuts: Ints = field(converter=frozen_ints)
    recording: Recording
    model: str
    engine: str
    start_s: float | None = None
    end_s: float | None = None
    blur_faces: bool = False
    picture: PictureFacts | None = field(default=None, repr=False)
    region: Region | None = None
    people: Floats | None = field(default=None, converter=optional(frozen_floats), repr=False)
    person: int | None = None
    looked: Bools | None = field(default=None, converter=optional(frozen_bools), repr=False)
    stick: StickLooks | None = field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        frames = len(self.time_s)
        require_shape("image_px", self.image_px, (frames, LANDMARK_COUNT, 2))
        require_shape("world_m", self.world_m, (frames, LANDMARK_COUNT, 3))
        require_shape("visibility", self.visibility, (frames, LANDMARK_COUNT))
        _require_people(self.people, self.person)
        _require_begun(self.looked, frames)
        if not frames:
            raise ValueError("a pose track needs at least one frame")
        if not np.all(np.diff(self.time_s) > 0):
            raise ValueError("time_s must be strictly increasing")
        if len(self.outline) != frames:
            raise ValueError(f"outline has {len(self.outline)} frames, time_s has {frames}")
        if self.picture is not None and len(self.picture.brightness) != frames:
            raise ValueError("the picture facts must have as many frames as time_s")
        if self.stick is not None and not np.all(np.isin(self.stick.frame, np.arange(frames))):
            raise ValueError("the looks at a stick must be at frames of the track")
        if np.any(self.cuts <= 0) or np.any(self.cuts >= frames):
            raise ValueError("cuts must lie inside the recording")

    @property
    def seen(self) -> Bools:
        """(T,) true where the model found a person."""
        return np.asarray(np.isfinite(self.image_px).any(axis=(1, 2)))

    @property
    def looks_hz(self) -> float:
        """Looks a second, on average: the frame rate where every frame was looked at."""
        if self.looked is None:
            return self.recording.fps
        return self.recording.fps * float(self.looked.mean())

    @property
    def latest_look(self) -> Ints:
        """(T,) for each frame the last one up to it that was looked at."""
        frames = np.arange(len(self.time_s))
        if self.looked is None:
            return frames
        return np.asarray(np.maximum.accumulate(np.where(self.looked, frames, 0)))

    def stretches(self) -> list[slice]:
        """The runs of frames between scene cuts, in time order."""
        edges = [0, *self.cuts.tolist(), len(self.time_s)]
        return [slice(start, stop) for start, stop in pairwise(edges)]


def _require_people(people: Floats | None, person: int | None) -> None:
    if people is not None:
        require_shape("people", people, (len(people), 5))
        if not np.isfinite(people).all():
            raise ValueError("people must have known places")
    if person is not None and not (isinstance(person, int) and person >= 1):
        raise ValueError("a person's number is 1 or more")


def _require_begun(looked: Bools | None, frames: int) -> None:
    if looked is None:
        return
    require_shape("looked", looked, (frames,))
    if frames and not looked[0]:
        raise ValueError("the first frame must have been looked at")
