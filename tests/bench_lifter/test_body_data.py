"""The body data file and the body at rest."""

from pathlib import Path

import numpy as np
import pytest

from bench.lifter.body_data import BODIES, DATA_FILE, DATA_SHA256, BodyDataError, load_body


def test_a_damaged_data_file_is_refused(tmp_path: Path) -> None:
    """One changed byte is noticed, and the message names file and checksum."""
    damaged = tmp_path / "body_cc0.npz"
    content = bytearray(DATA_FILE.read_bytes())
    content[1000] ^= 1
    damaged.write_bytes(content)
    with pytest.raises(BodyDataError, match=f"body_cc0.npz: SHA-256 .* expected {DATA_SHA256}"):
        load_body("male", path=damaged)


def test_a_missing_data_file_is_refused(tmp_path: Path) -> None:
    """A missing file is told as such, not as a traceback from numpy."""
    with pytest.raises(BodyDataError, match="cannot be read"):
        load_body("male", path=tmp_path / "gone.npz")


def test_an_unknown_body_is_refused() -> None:
    """The message lists the bodies there are."""
    with pytest.raises(ValueError, match="male, female, male_muscular"):
        load_body("child")


@pytest.mark.parametrize("name", BODIES)
def test_every_body_stands_on_the_floor_in_one_piece(name: str) -> None:
    """Crowns that were packed wrapped round are above the eyes again, soles at zero."""
    body = load_body(name)
    skin = body.vertices[body.quads["body"]]
    assert skin[..., 2].min() == pytest.approx(0.0, abs=1e-3)
    assert 1.5 < skin[..., 2].max() < 2.1
    assert skin[..., 2].max() - body.head("eye.L")[2] == pytest.approx(0.11, abs=0.04)


def test_stature_scales_the_whole_body() -> None:
    """A lifter asked to be 1.60 m tall is, and the bones go along."""
    tall, short = load_body("male"), load_body("male", 1.60)
    assert short.vertices[short.quads["body"]][..., 2].max() == pytest.approx(1.60)
    scale = short.head("head")[2] / tall.head("head")[2]
    np.testing.assert_allclose(short.heads, tall.heads * scale)
