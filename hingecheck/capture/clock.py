"""Turns the time stamps of a file into a clock that never stops or runs back."""

import math

# A file that claims a rate outside this range is not believed (lying headers, zero fps).
_PLAUSIBLE_FPS = (1.0, 1000.0)
_FALLBACK_FPS = 30.0
# No camera waits this long for its next picture: a stamp beyond it is a lie, or a hole in a film
# that was put together.
MAX_STEP_S = 60.0


class Clock:
    """True time stamps in, strictly increasing seconds from the first frame out.

    Variable frame rates pass unchanged. A stamp that is missing, repeats, runs back or leaps ahead
    is replaced by the one before plus a nominal frame, and counted. Where the stamps after a leap
    go on from there, the hole is closed and they count again.
    """

    def __init__(self, nominal_fps: float) -> None:
        """Takes the file's own claim of its frame rate, which may be nonsense."""
        low, high = _PLAUSIBLE_FPS
        plausible = math.isfinite(nominal_fps) and low <= nominal_fps <= high
        self._period_s = 1.0 / (nominal_fps if plausible else _FALLBACK_FPS)
        self._origin_s: float | None = None
        self._last_s = -math.inf
        self._leapt_to_s = math.nan
        self.repaired = 0

    def tick(self, stamp_s: float) -> float:
        """The time of the next frame, given its stamp in seconds (may be NaN)."""
        if self._origin_s is None:
            self._origin_s = stamp_s if math.isfinite(stamp_s) else 0.0
            self._last_s = 0.0
            return 0.0
        time_s = stamp_s - self._origin_s
        after_leap_s = self._last_s + (stamp_s - self._leapt_to_s)
        if self._follows(time_s):
            self._last_s = time_s
        elif self._follows(after_leap_s):
            self._last_s, self._origin_s = after_leap_s, stamp_s - after_leap_s
        else:
            leaps = math.isfinite(time_s) and time_s > self._last_s
            self._leapt_to_s = stamp_s if leaps else math.nan
            self._last_s += self._period_s
            self.repaired += 1
        return self._last_s

    def _follows(self, time_s: float) -> bool:
        """Whether a time may be that of the next picture; NaN may not."""
        return self._last_s < time_s <= self._last_s + MAX_STEP_S

    @property
    def period_s(self) -> float:
        """The nominal length of a frame in seconds."""
        return self._period_s
