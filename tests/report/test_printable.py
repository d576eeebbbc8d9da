import pytest

from hingecheck.report.printable import printable, storable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("swing one.mp4", "swing one.mp4"),
        ("Übung \U0001f3cb\u200d\u2640.mp4", "Übung \U0001f3cb\u200d\u2640.mp4"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("two\nlines", "two\\nlines"),
        ("\u202egnp", "\\u202egnp"),
        ("\udce9", "\\udce9"),
        ("\x9b31m", "\\x9b31m"),
        ("\u2028", "\\u2028"),
    ],
)
def test_a_name_becomes_one_harmless_line(text: str, shown: str) -> None:
    """Controls, line ends, turned reading and broken bytes are spelled out; the rest stays."""
    assert printable(text) == shown


def test_what_utf8_cannot_hold_is_marked() -> None:
    """A stored text can always be written."""
    assert storable("a\udce9b") == "a\ufffdb"
