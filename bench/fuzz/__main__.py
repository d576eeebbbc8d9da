"""`python -m bench.fuzz --minutes 10`: damages files until the time is over.

Exit code 0 = every file ended in a report or in one clear line. The others are kept with the number
that makes them again.
"""

import tempfile
import time
from collections import Counter
from pathlib import Path

import click
import numpy as np

from bench.fuzz.damage import damaged
from bench.fuzz.samples import write_samples
from bench.fuzz.trial import MEMORY_BYTES, Trial, tried

# More than this for a picture of 160 x 284 is a leak or a lie that was believed.
LARGEST_MB = 1500.0


@click.command()
@click.option("--minutes", type=float, default=1.0, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True, help="Of the first file.")
@click.option("--count", type=int, default=None, help="Stop after this many files.")
@click.option("--keep", type=click.Path(path_type=Path), help="Folder for files that failed.")
def fuzz(minutes: float, seed: int, count: int | None, keep: Path | None) -> None:
    """Damages videos and looks at how hingecheck ends."""
    end, outcomes, trials = time.monotonic() + 60 * minutes, Counter(), []
    with tempfile.TemporaryDirectory() as place:
        whole = write_samples(Path(place))
        number = seed
        while time.monotonic() < end and (count is None or number < seed + count):
            chance = np.random.default_rng(number)
            sample, content = whole[chance.integers(0, len(whole))]
            broken, how = damaged(content, chance)
            trial = _one(broken, sample.ending)
            trials.append(trial)
            outcomes[trial.outcome] += 1
            if not trial.outcome.good or trial.memory_mb > LARGEST_MB:
                _tell(number, sample.name, how, trial)
                _keep(keep, f"{number}.{sample.ending}", broken)
            number += 1
    _sum_up(outcomes, trials)


def _one(content: bytes, ending: str) -> Trial:
    with tempfile.TemporaryDirectory() as place:
        recording = Path(place) / f"clip.{ending}"
        recording.write_bytes(content)
        return tried(recording, Path(place))


def _tell(number: int, name: str, how: str, trial: Trial) -> None:
    click.echo(f"{number}: {name}, {how}: {trial.outcome}, {trial.memory_mb:.0f} MB")
    click.echo("    " + trial.words.strip().replace("\n", "\n    ")[-2000:])


def _keep(folder: Path | None, name: str, content: bytes) -> None:
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def _sum_up(outcomes: Counter, trials: list[Trial]) -> None:
    for outcome, times in outcomes.most_common():
        click.echo(f"{times:6} {outcome}")
    slowest = max((trial.cpu_s for trial in trials), default=0.0)
    largest = max((trial.memory_mb for trial in trials), default=0.0)
    click.echo(f"slowest {slowest:.1f} s of processor time, largest {largest:.0f} MB")
    click.echo(f"allowed: {MEMORY_BYTES / 2**20:.0f} MB of addresses, {LARGEST_MB:.0f} MB in use")
    if any(not outcome.good for outcome in outcomes) or largest > LARGEST_MB:
        raise SystemExit(1)


if __name__ == "__main__":
    fuzz()
