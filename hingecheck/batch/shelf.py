"""Recordings that are all there from the beginning."""

from collections.abc import Sequence

from hingecheck.batch.clip import Clip


class Shelf:
    """An inbox that is emptied once."""

    def __init__(self, clips: Sequence[Clip]) -> None:
        self._clips = tuple(clips)

    @property
    def is_open(self) -> bool:
        """Nothing more comes."""
        return False

    def arrived(self) -> tuple[Clip, ...]:
        """All of them, the first time."""
        clips, self._clips = self._clips, ()
        return clips
