"""Ways in which a file can be wrong: by accident, and on purpose."""

import re
from collections.abc import Callable
from typing import Final

import numpy as np

Damage = Callable[[bytearray, np.random.Generator], bytearray]

# Where a container tells about itself: the names of MP4 boxes and AVI chunks.
_NAME: Final = re.compile(rb"[A-Za-z][A-Za-z0-9 ]{3}")
_NAMED: Final = (
    *(b"ftyp moov mvhd trak tkhd mdia mdhd minf stbl stsd avc1 avcC hvcC av1C stts ctts".split()),
    *(b"stss stsc stsz stco co64 edts elst mdat moof mfhd traf tfhd trun tfdt hdlr esds".split()),
    *(b"RIFF LIST hdrl avih strl strh strf movi idx1 00dc 01wb".split()),
)
# The numbers that programs stumble over.
_LIES: Final = (0, 1, 2, 7, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
_HEAD: Final = 3000


def flip_header(content: bytearray, chance: np.random.Generator) -> bytearray:
    """A few bytes of the head, or of the tail where an MP4 keeps its table of contents."""
    begin = 0 if chance.random() < 0.5 else max(0, len(content) - _HEAD)
    for _ in range(chance.integers(1, 12)):
        place = min(len(content) - 1, begin + int(chance.integers(0, _HEAD)))
        content[place] = int(chance.integers(0, 256))
    return content


def flip_anywhere(content: bytearray, chance: np.random.Generator) -> bytearray:
    """Up to one byte in a hundred."""
    for place in chance.integers(0, len(content), chance.integers(1, 2 + len(content) // 100)):
        content[place] = int(chance.integers(0, 256))
    return content


def truncate(content: bytearray, chance: np.random.Generator) -> bytearray:
    """Only the beginning is left, or only the end, or a piece in the middle is lost."""
    one, other = sorted(int(place) for place in chance.integers(1, len(content), 2))
    kind = chance.integers(0, 3)
    if kind == 0:
        return content[:other]
    return content[one:] if kind == 1 else content[:one] + content[other:]


def lie_about_size(content: bytearray, chance: np.random.Generator) -> bytearray:
    """A box or chunk says that it is larger or smaller than it is."""
    places = _named_places(content)
    place = int(chance.choice(places)) if places else 4
    # an MP4 box has its size before its name, an AVI chunk after it
    before = chance.random() < 0.7 and place >= 4
    return _lied(content, place - 4 if before else place + 4, chance)


def lie_about_numbers(content: bytearray, chance: np.random.Generator) -> bytearray:
    """Numbers inside a box, such as sizes, rates, counts and times, are absurd."""
    places = _named_places(content)
    for _ in range(chance.integers(1, 4)):
        begin = int(chance.choice(places)) if places else 0
        content = _lied(content, begin + 4 + int(chance.integers(0, 100)), chance)
    return content


def swap(content: bytearray, chance: np.random.Generator) -> bytearray:
    """Two pieces change places."""
    edges = sorted(int(place) for place in chance.integers(0, len(content), 4))
    a, b, c, d = edges
    return content[:a] + content[c:d] + content[b:c] + content[a:b] + content[d:]


def repeat(content: bytearray, chance: np.random.Generator) -> bytearray:
    """A piece comes several times."""
    one, other = sorted(int(place) for place in chance.integers(0, len(content), 2))
    return content[:other] + content[one:other] * int(chance.integers(1, 5)) + content[other:]


def rename(content: bytearray, chance: np.random.Generator) -> bytearray:
    """A box gets another box's name."""
    places = _named_places(content)
    if places:
        place = int(chance.choice(places))
        content[place : place + 4] = _NAMED[chance.integers(0, len(_NAMED))]
    return content


def lengthen_element(content: bytearray, chance: np.random.Generator) -> bytearray:
    """The size of a Matroska element, which begins behind its 1 to 4 byte name, is another."""
    place = int(chance.integers(0, min(len(content), _HEAD)))
    content[place] = int(chance.choice([0x01, 0x08, 0x10, 0x40, 0x80, 0xFF]))
    return content


DAMAGES: Final[tuple[Damage, ...]] = (
    flip_header,
    flip_anywhere,
    truncate,
    lie_about_size,
    lie_about_numbers,
    swap,
    repeat,
    rename,
    lengthen_element,
)


def damaged(content: bytes, chance: np.random.Generator) -> tuple[bytes, str]:
    """The file with one to three kinds of damage, and their names."""
    broken, names = bytearray(content), []
    for _ in range(chance.integers(1, 4)):
        damage = DAMAGES[chance.integers(0, len(DAMAGES))]
        if len(broken) > 1:
            broken = damage(broken, chance)
            names.append(damage.__name__)
    return bytes(broken), "+".join(names)


def _named_places(content: bytearray) -> list[int]:
    return [found.start() for found in _NAME.finditer(content) if found[0] in _NAMED]


def _lied(content: bytearray, place: int, chance: np.random.Generator) -> bytearray:
    lie = _LIES[chance.integers(0, len(_LIES))]
    order = "big" if chance.random() < 0.6 else "little"
    if 0 <= place <= len(content) - 4:
        content[place : place + 4] = lie.to_bytes(4, order)
    return content
