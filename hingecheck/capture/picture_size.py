"""How large a picture may be; a small file can claim, and even hold, one that fills the memory."""

from pathlib import Path
from typing import Final

from hingecheck.errors import RecordingUnreadable

# Twice the pixels of an 8K film; every picture takes 200 MB then.
LARGEST_SIDE_PX: Final = 8192


def require_bearable(width_px: float, height_px: float, path: Path) -> None:
    """Refuses pictures that are too large, before any is decoded.

    Raises:
        RecordingUnreadable: the area is beyond that of a square of `LARGEST_SIDE_PX`.
    """
    if width_px * height_px > LARGEST_SIDE_PX**2:
        raise RecordingUnreadable(
            f"{path} has pictures of {width_px:.0f} x {height_px:.0f} pixels; expected at most "
            f"{LARGEST_SIDE_PX} x {LARGEST_SIDE_PX}. Film in the phone's usual format"
        )
