"""Which generator made a clip: a hash of what it does, not of how it is written down."""

import ast
import hashlib
from functools import cache
from pathlib import Path
from typing import Final

from bench.accuracy.plan import Clip
from bench.lifter import body_data
from bench.lifter.scene import Scene

_FOLDER: Final = Path(body_data.__file__).parent
# The command line decides nothing about a scene.
_LEFT_OUT: Final = ("__main__.py", "__init__.py")


def hash_of(clip: Clip) -> str:
    """Return 16 hex digits that change when the clip would be another."""
    return hash_of_scene(clip.scene)


def hash_of_scene(scene: Scene) -> str:
    """Return the same for a scene of any bench."""
    text = f"{_generator_hash()} {scene!r}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@cache
def _generator_hash() -> str:
    """Hash of the generator's code without comments, docstrings and layout, and of its data."""
    digest = hashlib.sha256(body_data.DATA_SHA256.encode())
    for file in sorted(_FOLDER.glob("*.py")):
        if file.name not in _LEFT_OUT:
            digest.update(_meaning(file.read_text(encoding="utf-8")).encode())
    return digest.hexdigest()


def _meaning(source: str) -> str:
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(
            node
        ):
            node.body = node.body[1:] or [ast.Pass()]
    return ast.dump(tree)
