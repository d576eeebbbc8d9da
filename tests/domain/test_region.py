import pytest

from hingecheck.domain.region import Region


def test_a_region_knows_its_edges() -> None:
    """Left and width give the right edge, top and height the bottom."""
    region = Region(10, 20, 300, 400)
    assert (region.right_px, region.bottom_px) == (310, 420)


@pytest.mark.parametrize(
    ("given", "words"),
    [((-1, 0, 40, 40), "begins inside"), ((0, -1, 40, 40), "begins inside"),
     ((0, 0, 31, 40), "at least 32"), ((0, 0, 40, 31), "at least 32")],
)  # fmt: skip
def test_a_region_that_shows_nobody_is_refused(given, words) -> None:
    """Outside the picture or too small for a lifter."""
    with pytest.raises(ValueError, match=words):
        Region(*given)
