"""Text from outside made safe for a terminal and a file; names of recordings can hold anything."""

import re
import unicodedata
from typing import Final

_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_UNSAFE: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
# These turn the reading direction: a name could then pass for another one.
_TURNING: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def storable(text: str) -> str:
    """The text with what UTF-8 cannot hold (a file name of broken bytes) as the sign U+FFFD."""
    return _SURROGATES.sub("\ufffd", text)


def printable(text: object) -> str:
    r"""One line that cannot steer a terminal: control characters are spelled out, as in `\x1b`."""
    return "".join(_spelled(char) if _steers(char) else char for char in str(text))


def _steers(char: str) -> bool:
    return unicodedata.category(char) in _UNSAFE or char in _TURNING


def _spelled(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
