"""`hingecheck.analyze_many`: many recordings for a program that builds on this one."""

from collections import deque
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from attrs import frozen

from hingecheck.analysis.criteria import Criteria
from hingecheck.batch.crew import Crew, Event, Finished, OnShare, SetAside
from hingecheck.domain.analysis import Analysis
from hingecheck.domain.movement import Movement
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.errors import EngineUnavailable, HingecheckError
from hingecheck.pipeline import judge, track_recording
from hingecheck.report.printable import printable

Seen = PoseTrack | Exception

# So many recordings may be ahead of the one that is asked for, per process: enough that a long one
# leaves nobody idle, few enough for the memory.
_AHEAD_PER_JOB: Final = 3


@frozen
class _Task:
    number: int
    path: Path


def analyze_many(
    paths: Iterable[str | Path],
    *,
    movement: Movement | str | None = None,
    model: str | None = None,
    criteria: Criteria | None = None,
    jobs: int = 1,
) -> Iterator[tuple[Path, Analysis | HingecheckError]]:
    """Looks at many recordings and judges every rep in each; one that fails stops no other.

    Args:
        paths: the video files; they are only read, and taken one by one as they are needed.
        movement: hinge, deadlift, rdl or swing, for all of them; None = find out.
        model: lite, full or heavy; None = `HINGECHECK_MODEL` or full.
        criteria: which checks, limits and words; None = the built-in ones.
        jobs: how many recordings are looked at at the same time; the results are the same. More
            than one needs a program that may be imported again (`if __name__ == ...`).

    Yields:
        Each path with its analysis, the same as `analyze` gives, or with the error that it raises
        there; in the order of `paths`. Where the process that looked at a recording died, and
        another one after it, that is an `EngineUnavailable`.

    Raises:
        ValueError: there is no such movement.
    """
    asked = None if movement is None else Movement(movement)
    tasks = (_Task(number, Path(path)) for number, path in enumerate(paths))
    # alone a recording has all processors to itself, as in `analyze`
    look = partial(_looked, model, None if jobs == 1 else 1)
    seen = _one_by_one(look, tasks) if jobs == 1 else _in_order(look, tasks, jobs)
    return ((task.path, _judged(found, asked, criteria)) for task, found in seen)


def _looked(model: str | None, jobs: int | None, task: _Task, on_share: OnShare) -> Seen:
    """The slow half, in whichever process; what goes wrong is handed back."""
    try:
        return track_recording(
            task.path,
            model=model,
            jobs=jobs,
            on_progress=lambda done, of: on_share(done / of if of else 0.0),
        )
    except Exception as error:  # noqa: BLE001 - told, or raised, where the iterator is
        return error


def _judged(
    found: Seen, movement: Movement | None, criteria: Criteria | None
) -> Analysis | HingecheckError:
    if isinstance(found, HingecheckError):
        return found
    if isinstance(found, Exception):
        raise found
    try:
        return judge(found, movement=movement, criteria=criteria)
    except HingecheckError as error:
        return error


def _one_by_one(look: "partial[Seen]", tasks: Iterator[_Task]) -> Iterator[tuple[_Task, Seen]]:
    return ((task, look(task, lambda _: None)) for task in tasks)


def _in_order(
    look: "partial[Seen]", tasks: Iterator[_Task], jobs: int
) -> Iterator[tuple[_Task, Seen]]:
    """Several at the same time, handed out in the order in which they were taken."""
    taken: deque[_Task] = deque()
    seen: dict[_Task, Seen] = {}
    with Crew[_Task, Seen](look, jobs) as crew:
        while True:
            for task in _filled(crew, tasks, _AHEAD_PER_JOB * jobs - len(taken)):
                taken.append(task)
            if not taken:
                return
            if taken[0] in seen:
                first = taken.popleft()
                yield first, seen.pop(first)
            else:
                seen.update(_news(crew.wait()))


def _filled(crew: Crew[_Task, Seen], tasks: Iterator[_Task], most: int) -> Iterator[_Task]:
    """Hands over tasks while there is room, and gives each."""
    while crew.has_room and most > 0:
        task = next(tasks, None)
        if task is None:
            return
        crew.give(task)
        most -= 1
        yield task


def _news(events: Iterable[Event[_Task, Seen]]) -> Iterator[tuple[_Task, Seen]]:
    for event in events:
        if isinstance(event, Finished):
            yield event.task, event.result
        elif isinstance(event, SetAside):
            yield event.task, _lost(event)


def _lost(event: SetAside[_Task]) -> EngineUnavailable:
    return EngineUnavailable(
        f"{printable(event.task.path.name)} was set aside: each process that looked at it ended "
        f"({event.why})"
    )
