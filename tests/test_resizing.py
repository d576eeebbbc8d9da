import numpy as np
import pytest

from hingecheck.resizing import resized


@pytest.mark.parametrize("size", [(720, 1280), (540, 960), (1080, 1920), (7, 5), (2160, 3840)])
def test_gives_the_size_asked_for(size: tuple[int, int]) -> None:
    """Smaller, larger, the same, odd."""
    made = resized(np.zeros((1920, 1080, 3), dtype=np.uint8), size)
    assert made.shape == (size[1], size[0], 3)


@pytest.mark.parametrize("width", [180, 120, 90, 60, 40])
def test_nothing_moves(width: int) -> None:
    """The middle of a bright spot lies where it lay, in parts of the picture."""
    picture = np.zeros((180, 180, 3), dtype=np.uint8)
    picture[60:84, 90:126] = 250
    made = resized(picture, (width, width))[..., 0].astype(float)
    places = (np.arange(width) + 0.5) / width * 180
    across, down = made.sum(axis=0) @ places, made.sum(axis=1) @ places
    assert (across / made.sum(), down / made.sum()) == pytest.approx((108, 72), abs=0.5)


def test_fine_patterns_turn_grey() -> None:
    """A chequered shirt does not flicker: what is too fine for the size is averaged."""
    chequered = (np.indices((400, 400)).sum(axis=0) % 2 * 200).astype(np.uint8)
    made = resized(np.repeat(chequered[..., None], 3, axis=2), (100, 100))
    assert np.abs(made.astype(int) - 100).max() <= 2
