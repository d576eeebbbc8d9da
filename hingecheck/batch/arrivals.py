"""Recordings as they arrive: looked for again and again, taken when they have stopped growing.

Looking is done by asking, not by the system's notices of change: those never come for what another
machine writes to a network share, nor for what a phone's synchronisation renames into place.
"""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from attrs import frozen

from hingecheck.batch.clip import Clip
from hingecheck.batch.places import is_address, remote_state
from hingecheck.batch.sources import find_clips
from hingecheck.errors import RecordingUnreadable

# A file that has not changed for so long is taken to be whole; a copy over a slow network that
# pauses for longer is looked at twice, because its content is then another one.
SETTLED_S: Final = 3.0
_LOOK_EVERY_S: Final = 1.0
# At most this part of the time goes into looking: a season on a share can take seconds to list.
_LOOKING_PART: Final = 0.1


@frozen
class _State:
    """What a file was like when it was looked at: its size, and what changes with its content."""

    size: int
    change: int


class Arrivals:
    """An inbox that stays open.

    Args:
        sources: as for `find_clips`; looked at again each time.
        leave_out: folders that are never looked into.
        clock: seconds that only ever grow.
    """

    def __init__(
        self,
        sources: Sequence[str],
        leave_out: Sequence[str],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._sources = tuple(sources)
        self._leave_out = tuple(leave_out)
        self._clock = clock
        self._growing: dict[Clip, tuple[_State, float]] = {}
        self._taken: dict[Clip, _State] = {}
        self._next_look_s = clock()

    @property
    def is_open(self) -> bool:
        """More may always come."""
        return True

    def arrived(self) -> tuple[Clip, ...]:
        """Those that are whole by now and were not handed out as they are."""
        begin_s = self._clock()
        if begin_s < self._next_look_s:
            return ()
        whole = tuple(self._whole(begin_s))
        took_s = self._clock() - begin_s
        self._next_look_s = begin_s + max(_LOOK_EVERY_S, took_s / _LOOKING_PART)
        return whole

    def _whole(self, now_s: float) -> Iterator[Clip]:
        for clip in find_clips(self._sources, self._leave_out):
            state = _state_of(clip)
            if state is None or state == self._taken.get(clip):
                continue
            before, since_s = self._growing.get(clip, (None, now_s))
            if state != before:
                self._growing[clip] = (state, now_s)
            elif now_s - since_s >= SETTLED_S:
                self._taken[clip] = state
                del self._growing[clip]
                yield clip


def _state_of(clip: Clip) -> _State | None:
    """None where it has gone, or is empty: an empty file is one that has only begun."""
    if is_address(clip.place):
        try:
            size, content = remote_state(clip)
        except RecordingUnreadable:
            return None
        return _State(size, content) if size else None
    try:
        found = os.stat(clip.place)  # noqa: PTH116 - a place is a text
    except OSError:
        return None
    return _State(found.st_size, found.st_mtime_ns) if found.st_size else None
