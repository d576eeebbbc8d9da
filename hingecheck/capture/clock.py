"""Turns the time stamps of a file into a clock that never stops or runs back."""

import math

# A file that claims a rate outside this range is not believed (lying headers, zero fps).
_PLAUSIBLE_FPS = (1.0, 1000.0)
_FALLBACK_FPS = 30.0


class Clock:
    """True time stamps in, strictly increasing seconds from the first frame out.

    Variable frame rates pass unchanged. A stamp that is missing, repeats or runs back is replaced
    by the one before plus a nominal frame, and counted.
    """

    def __init__(self, nominal_fps: float) -> None:
        """Takes the file's own claim of its frame rate, which may be nonsense."""
        low, high = _PLAUSIBLE_FPS
        plausible = math.isfinite(nominal_fps) and low <= nominal_fps <= high
        self._period_s = 1.0 / (nominal_fps if plausible else _FALLBACK_FPS)
        self._origin_s: float | None = None
        self._last_s = -math.inf
        self.repaired = 0

    def tick(self, stamp_s: float) -> float:
        """The time of the next frame, given its stamp in seconds (may be NaN)."""
        if self._origin_s is None:
            self._origin_s = stamp_s if math.isfinite(stamp_s) else 0.0
            self._last_s = 0.0
            return 0.0
        time_s = stamp_s - self._origin_s
        if not math.isfinite(time_s) or time_s <= self._last_s:
            time_s = self._last_s + self._period_s
            self.repaired += 1
        self._last_s = time_s
        return time_s

    @property
    def period_s(self) -> float:
        """The nominal length of a frame in seconds."""
        return self._period_s
