"""The facts of a video file."""

from attrs import frozen


@frozen
class Recording:
    """What is known of the video file before anybody is looked for in it.

    Attributes:
        name: file name without its folder (a report must not tell where it lay).
        sha256: of the file's bytes, lower-case hex.
        width_px: display width, after rotation metadata.
        height_px: display height, after rotation metadata.
        rotation_deg: rotation that the metadata asked for, 0, 90, 180 or 270, clockwise.
        fps: mean frame rate over the frames that were read; a float, never rounded.
        frame_count: frames that were really decoded.
        duration_s: from the first frame to the end of the last one.
        codec: four-character code, lower case.
        warnings: what a reader should know (a truncated end, repaired time stamps), plain words.
        filmed_fps: pictures per second of real time, where the file says that it plays slower or
            faster than it was filmed; None where it says nothing.
    """

    name: str
    sha256: str
    width_px: int
    height_px: int
    rotation_deg: int
    fps: float
    frame_count: int
    duration_s: float
    codec: str
    warnings: tuple[str, ...] = ()
    filmed_fps: float | None = None
