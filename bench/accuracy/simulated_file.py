"""Simulated reps on disk, so that the page can be printed without judging them all again."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from bench.accuracy.assessment import Outcome
from bench.accuracy.fault_truth import Condition
from bench.accuracy.simulation import Simulated
from hingecheck.domain.finding import Verdict

FILE: Final = Path(__file__).with_name("simulated.npz")
_TEXTS: Final = ("movement", "dial", "code", "condition", "verdict", "reason")


def save_simulated(simulated: Sequence[Simulated], path: Path = FILE) -> None:
    """Write beside and rename."""
    texts = {name: [_text(s, name) for s in simulated] for name in _TEXTS}
    words = {name: sorted(set(column)) for name, column in texts.items()}
    arrays: dict[str, Any] = {
        name: np.array([words[name].index(text) for text in column], dtype=np.int16)
        for name, column in texts.items()
    }
    arrays["words"] = np.frombuffer(json.dumps(words).encode(), dtype=np.uint8)
    arrays["level"] = np.array([s.level for s in simulated], dtype=np.float32)
    for name in ("true_value", "value"):
        arrays[name] = np.array([getattr(s.outcome, name) for s in simulated], dtype=np.float32)
    part = path.with_name(f"{path.stem}.part.npz")
    np.savez_compressed(part, **arrays)
    part.replace(path)


def load_simulated(path: Path = FILE) -> tuple[Simulated, ...]:
    """Read them back; nothing where there is no such file."""
    if not path.exists():
        return ()
    with np.load(path, allow_pickle=False) as stored:
        words = json.loads(stored["words"].tobytes())
        columns = {name: [words[name][index] for index in stored[name]] for name in _TEXTS}
        rows = zip(
            *(columns[name] for name in _TEXTS),
            stored["level"].tolist(),
            stored["true_value"].tolist(),
            stored["value"].tolist(),
            strict=True,
        )
        return tuple(_simulated(*row) for row in rows)


def _text(simulated: Simulated, name: str) -> str:
    if name in ("movement", "dial"):
        return str(getattr(simulated, name))
    value = getattr(simulated.outcome, name)
    return "" if value is None else str(value)


def _simulated(*row: Any) -> Simulated:
    movement, dial, code, condition, verdict, reason, level, true_value, value = row
    outcome = Outcome(
        code=code,
        condition=Condition(condition) if condition else None,
        verdict=Verdict(verdict),
        true_value=true_value,
        value=value,
        reason=reason,
    )
    return Simulated(movement, dial, level, outcome)
