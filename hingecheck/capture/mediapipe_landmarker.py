"""MediaPipe Pose behind the `Landmarker` protocol; the only file that knows its interface."""

import importlib.metadata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from hingecheck.capture.landmarker import Crowd, Landmarker, Sighting
from hingecheck.capture.shrinking import shrunk
from hingecheck.domain.array import Floats
from hingecheck.domain.frame import Frame
from hingecheck.engines import load_cv2, load_mediapipe, loading, native_messages_hidden
from hingecheck.errors import ModelFileError

# The video mode's causal filter lags and flattens the bottom of a swing. Stamps this far apart
# switch most of it off while the tracker keeps its speed (docs/decisions/0002-video-mode.md).
STAMP_STEP_MS = 100_000
# MediaPipe 0.10.33 aborts the whole process when it hands out a mask whose rows are padded, which
# happens for widths that are no multiple of 4 (270 px, say).
WIDTH_STEP_PX = 16
MASK_EDGE = 0.5
# Where faces are to be hidden, one found too many costs less than one too few.
MOST_PEOPLE = 6
DOUBTFUL = 0.3
# Polygon corners closer than this to the line are left out, in pixels.
POLYGON_TOLERANCE_PX = 0.6


def engine_version() -> str:
    """Name and version of the engine, without loading it."""
    return f"mediapipe {importlib.metadata.version('mediapipe')}"


@contextmanager
def mediapipe_landmarker(model: Path) -> Iterator[Landmarker]:
    """Opens the engine with a checked model file and closes it again.

    Raises:
        EngineUnavailable: a system library is missing.
        ModelFileError: the engine refuses the model file.
    """
    with _opened(model, mode="VIDEO", output_segmentation_masks=True) as (engine, mp):
        yield _MediaPipeLandmarker(engine, mp)


@contextmanager
def mediapipe_crowd(model: Path) -> Iterator[Crowd]:
    """Opens the engine for everybody in single pictures. Errors as in `mediapipe_landmarker`."""
    sure = {"min_pose_detection_confidence": DOUBTFUL, "min_pose_presence_confidence": DOUBTFUL}
    with _opened(model, mode="IMAGE", num_poses=MOST_PEOPLE, **sure) as (engine, mp):
        yield _MediaPipeCrowd(engine, mp)


@contextmanager
def _opened(model: Path, *, mode: str, **wishes: Any) -> Iterator[tuple[Any, Any]]:
    """The engine with these wishes, and the library it comes from."""
    mp = load_mediapipe()
    vision = mp.tasks.vision
    options = vision.PoseLandmarkerOptions(
        base_options=mp.tasks.BaseOptions(model_asset_buffer=_content(model)),
        running_mode=vision.RunningMode[mode],
        **wishes,
    )
    try:
        # only here, not at its import, does MediaPipe load its shared library
        with loading("MediaPipe"), native_messages_hidden():
            engine = vision.PoseLandmarker.create_from_options(options)
    except (RuntimeError, ValueError) as cause:
        raise ModelFileError(f"MediaPipe refuses the model {model}: {cause}") from cause
    try:
        yield engine, mp
    finally:
        engine.close()


@cache
def _content(model: Path) -> bytes:
    """The bundle's bytes, read once for all chunks of a recording."""
    return model.read_bytes()


class _MediaPipeLandmarker:
    def __init__(self, engine: Any, mp: Any) -> None:
        self._engine = engine
        self._mp = mp
        self._calls = 0

    def see(self, frame: Frame) -> Sighting | None:
        """The person in the frame, in pixels of the frame's own picture, or None."""
        picture = _prepared(frame.picture)
        image = self._mp.Image(image_format=self._mp.ImageFormat.SRGB, data=picture)
        result = self._detect(image)
        if not result.pose_landmarks:
            return None
        points = result.pose_landmarks[0]
        height, width = picture.shape[:2]
        return Sighting(
            image_px=[(point.x * width, point.y * height) for point in points],
            world_m=[(point.x, point.y, point.z) for point in result.pose_world_landmarks[0]],
            visibility=[point.visibility for point in points],
            polygon_px=_outline(result.segmentation_masks),
        )

    def _detect(self, image: Any) -> Any:
        stamp_ms = self._calls * STAMP_STEP_MS
        self._calls += 1
        if stamp_ms:
            return self._engine.detect_for_video(image, stamp_ms)
        with native_messages_hidden():  # the first picture makes it log once more
            return self._engine.detect_for_video(image, stamp_ms)


class _MediaPipeCrowd:
    def __init__(self, engine: Any, mp: Any) -> None:
        self._engine = engine
        self._mp = mp

    def everybody(self, frame: Frame) -> list[Floats]:
        """(K, 2) landmarks of each person in the frame, in pixels of its own picture."""
        small, scale = shrunk(frame.picture)
        picture = _prepared(small)
        image = self._mp.Image(image_format=self._mp.ImageFormat.SRGB, data=picture)
        with native_messages_hidden():  # the first picture makes it log
            result = self._engine.detect(image)
        size = np.array([picture.shape[1], picture.shape[0]]) * scale
        return [
            np.array([(point.x, point.y) for point in points]) * size
            for points in result.pose_landmarks
        ]


def _prepared(picture: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """The picture as the engine gets it.

    Red-green-blue, its right edge repeated until the width suits `WIDTH_STEP_PX`.
    """
    cv2 = load_cv2()
    missing = -picture.shape[1] % WIDTH_STEP_PX
    if missing:
        picture = cv2.copyMakeBorder(picture, 0, 0, 0, missing, cv2.BORDER_REPLICATE)
    converted: npt.NDArray[np.uint8] = cv2.cvtColor(picture, cv2.COLOR_BGR2RGB)
    return converted


def _outline(masks: Any) -> npt.NDArray[np.float64]:
    """The largest body contour of the soft mask, in pixels of the mask; (0, 2) if none."""
    if not masks:
        return np.empty((0, 2))
    cv2 = load_cv2()
    body = (np.squeeze(masks[0].numpy_view()) > MASK_EDGE).astype(np.uint8)
    contours, _ = cv2.findContours(body, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not contours:
        return np.empty((0, 2))
    largest = max(contours, key=cv2.contourArea)
    corners = cv2.approxPolyDP(largest, POLYGON_TOLERANCE_PX, closed=True)[:, 0, :]
    # a contour runs through pixel centres, a landmark's 0 is the picture's edge
    centres: npt.NDArray[np.float64] = corners.astype(np.float64) + 0.5
    return centres
