"""The command line of the generator."""

from pathlib import Path

import pytest

from bench.lifter.__main__ import build_parser, main, scene_of


def test_arguments_become_the_scene() -> None:
    """Yaw, facing, size, dials and movement arrive where they belong."""
    words = ["out.mp4", "--movement", "deadlift", "--yaw", "30", "--facing", "left"]
    words += ["--size", "90x160", "--squatty", "0.5"]
    scene = scene_of(build_parser().parse_args(words))
    assert scene.movement == "deadlift"
    assert (scene.camera.yaw_deg, scene.camera.facing) == (30, "left")
    assert (scene.camera.width_px, scene.camera.height_px) == (90, 160)
    assert scene.dials.squatty == 0.5


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("--size 641x480", "even numbers"),
        ("--squatty 2", "squatty"),
        ("--reps 0", "reps"),
    ],
)
def test_bad_arguments_give_one_line(
    words: str, told: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Nothing is written, and the last line says what was wrong."""
    with pytest.raises(SystemExit) as stopped:
        main([str(tmp_path / "out.mp4"), *words.split()])
    assert stopped.value.code == 2
    assert told in capsys.readouterr().err.splitlines()[-1]
    assert not list(tmp_path.iterdir())
