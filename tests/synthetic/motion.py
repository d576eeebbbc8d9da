"""How the angles run over time: keyed postures, joined by half cosines."""

import numpy as np
from attrs import asdict, frozen

from hingecheck.domain.array import Floats
from tests.synthetic.posture import Posture


@frozen(eq=False)
class Motion:
    """Every key is a turning point or a rest, so what was dialled is really reached.

    Attributes:
        key_s: when each key posture is reached, seconds, strictly increasing from 0.
        keys: the postures.
        bottoms_s: when the bottoms of the reps are reached.
        tops_s: when the tops after them are reached.
    """

    key_s: tuple[float, ...]
    keys: tuple[Posture, ...]
    bottoms_s: tuple[float, ...] = ()
    tops_s: tuple[float, ...] = ()

    @property
    def duration_s(self) -> float:
        """Until the last key."""
        return self.key_s[-1]

    def at(self, time_s: Floats) -> Posture:
        """The posture at (T,) times, its angles (T,)."""
        keys = [asdict(key) for key in self.keys]
        curves = {name: self._curve(time_s, [float(key[name]) for key in keys]) for name in keys[0]}
        return Posture(**curves)

    def _curve(self, time_s: Floats, values: list[float]) -> Floats:
        place = np.interp(time_s, self.key_s, np.arange(len(self.key_s)))
        before = np.minimum(place.astype(np.int64), len(self.key_s) - 2)
        share = (1 - np.cos(np.pi * (place - before))) / 2
        keyed = np.array(values)
        return np.asarray(keyed[before] + share * (keyed[before + 1] - keyed[before]))


class Score:
    """Writes a motion key by key."""

    def __init__(self, first: Posture) -> None:
        self._key_s = [0.0]
        self._keys = [first]
        self._bottoms_s: list[float] = []
        self._tops_s: list[float] = []

    def to(self, posture: Posture, seconds: float) -> "Score":
        """Goes on to a posture."""
        self._key_s.append(self._key_s[-1] + seconds)
        self._keys.append(posture)
        return self

    def hold(self, seconds: float) -> "Score":
        """Stays."""
        return self.to(self._keys[-1], seconds)

    def bottom(self) -> "Score":
        """The key just reached is the bottom of a rep."""
        self._bottoms_s.append(self._key_s[-1])
        return self

    def top(self) -> "Score":
        """The key just reached is the top of a rep."""
        self._tops_s.append(self._key_s[-1])
        return self

    def motion(self) -> Motion:
        """What was written."""
        return Motion(
            tuple(self._key_s), tuple(self._keys), tuple(self._bottoms_s), tuple(self._tops_s)
        )
