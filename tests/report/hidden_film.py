"""A film of the synthetic lifter whose face is a pattern that nothing else in it has."""

import base64
import re
from pathlib import Path

import av
import cv2
import numpy as np

from hingecheck.domain.array import Floats
from hingecheck.domain.pose_track import PoseTrack
from tests.made_video import MadeVideo, Picture
from tests.synthetic.film import Film, filmed
from tests.synthetic.movements import swing
from tests.tagged_video import tag

SIZE_PX = (360, 480)
FILM = Film(size_px=SIZE_PX, trunk_px=120.0, ankle_px=(200.0, 450.0), end_s=1.9)
_FACE_TRUNKS = 0.16
_CHECK_PX = 6
_MAGENTA, _GREEN = (255, 0, 255), (0, 255, 0)
# How far red and blue stand above green; ink and background stay below.
_TELLING = 110


def lifter() -> PoseTrack:
    """One swing and the beginning of another."""
    return filmed(swing(2), FILM)


def write_film(path: Path, found: PoseTrack) -> Path:
    """A grey room with a chequered face where the track says that the head is; sound, and tags."""
    heads = (found.image_px[:, 7:9].mean(axis=1) + found.image_px[:, :11].mean(axis=1)) / 2
    shown = [_picture(head) for head in heads]
    plain = path.with_name("plain.mp4")
    MadeVideo(size=SIZE_PX, frames=len(shown), sound_s=1.0).write(plain, shown)
    return tag(plain, path)


def _picture(head_px: Floats) -> Picture:
    width, height = SIZE_PX
    rows, columns = np.mgrid[:height, :width]
    magenta = (rows // _CHECK_PX + columns // _CHECK_PX) % 2 == 0
    face = np.where(magenta[..., None], _MAGENTA, _GREEN).astype(np.uint8)
    near = np.hypot(columns - head_px[0], rows - head_px[1]) < _FACE_TRUNKS * FILM.trunk_px
    return np.where(near[..., None], face, np.uint8(128))


def shows_the_face(path: Path) -> bool:
    """Whether the pattern can be told in any picture of a file: a video, an image or a page."""
    return any(_telling(picture) for picture in _pictures(path))


def _telling(picture: Picture) -> bool:
    blue, green, red = np.moveaxis(picture.astype(int), -1, 0)
    return bool(np.count_nonzero((blue + red) / 2 - green > _TELLING) > 3)


def _pictures(path: Path) -> list[Picture]:
    if path.suffix == ".mp4":
        with av.open(str(path)) as container:
            return [frame.to_ndarray(format="bgr24") for frame in container.decode(video=0)]
    files = embedded_jpegs(path) if path.suffix == ".html" else [path.read_bytes()]
    return [cv2.imdecode(np.frombuffer(file, np.uint8), cv2.IMREAD_COLOR) for file in files]


def embedded_jpegs(page: Path) -> list[bytes]:
    """Every JPEG file inside a page; their Base64 begins with these letters.

    In the middle of something else, the embedded video, they may stand by chance.
    """
    texts = re.findall(r"(?<![\w+/])/9j/[\w+/]+=*", page.read_text("utf-8"))
    return [base64.b64decode(text) for text in dict.fromkeys(texts)]
