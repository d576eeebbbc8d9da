import numpy as np

from hingecheck.report.text_masks import TIED, fitted, text_mask, text_width_px, wrapped


def test_letters_are_smooth() -> None:
    """The edges of a letter have shades between nothing and full."""
    mask = text_mask("Rep 2", 20)
    assert mask.cover.max() == 1
    assert np.any((mask.cover > 0.2) & (mask.cover < 0.8))


def test_masks_of_a_size_share_their_height() -> None:
    """Words with and without deep letters stand on one line."""
    assert text_mask("gy", 20).height == text_mask("ao", 20).height


def test_figures_are_equally_wide() -> None:
    """A changing number does not make its row tremble."""
    assert len({text_width_px(figure * 3, 17) for figure in "0123456789"}) == 1


def test_long_words_are_cut() -> None:
    """What is cut short ends with an ellipsis and fits; what fits is left alone."""
    cut = fitted("not measurable: the elbow was hidden", 17, 120)
    assert cut.endswith("…")
    assert text_width_px(cut, 17) <= 120
    assert fitted("knee", 17, 120) == "knee"
    assert fitted("knee", 17, 1) == ""


def test_wraps_between_words_only() -> None:
    """No row is wider than its room, no word is lost, tied words stay together."""
    rows = wrapped(f"fault: Leaning back at the top, -28° (limit{TIED}-18°)", 17, 150)
    assert " ".join(rows) == "fault: Leaning back at the top, -28° (limit -18°)"
    assert all(text_width_px(row, 17) <= 150 for row in rows)
    assert any("(limit -18°)" in row for row in rows)
