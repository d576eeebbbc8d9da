"""One recording of many, and what is to be done with all of them."""

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from hingecheck.domain.output import Output
from hingecheck.domain.region import Region
from hingecheck.report.schema.clip import ClipRecord


@frozen
class Clip:
    """A recording that is to be looked at.

    Attributes:
        place: absolute path, or address with a scheme such as `s3://`.
        lifter: the sub-folder that it lies in, with / between its parts; empty where it is none.
    """

    place: str
    lifter: str = ""

    @property
    def name(self) -> str:
        """File name without its folder."""
        return self.place.rpartition("/")[2]

    @property
    def told(self) -> str:
        """What a person calls it: the sub-folder and the name."""
        return f"{self.lifter}/{self.name}" if self.lifter else self.name


@frozen
class Wish:
    """What is to be done with every recording; the same for all of them.

    Attributes:
        outputs: files to write; the report and the track are always among them.
        movement: hinge, deadlift, rdl or swing; None = find out.
        model: lite, full or heavy; None = `HINGECHECK_MODEL` or full.
        criteria: content of a criteria file and what it is called; None = the built-in ones.
        jobs: processes that share one recording.
        blur_faces: whether faces are hidden in every picture and video.
        region: the part of each picture to look at; None = all of it.
        person: who of several people is measured, from the left; None = the lifter.
    """

    outputs: tuple[Output, ...]
    movement: str | None = None
    model: str | None = None
    criteria: tuple[Mapping[str, Any], str] | None = None
    jobs: int = 1
    blur_faces: bool = False
    region: Region | None = None
    person: int | None = None


@frozen
class Done:
    """A recording whose results are all in place.

    Attributes:
        clip: the recording.
        record: its summary.
        kept: whether they are of an earlier run.
    """

    clip: Clip
    record: ClipRecord = field(repr=False)
    kept: bool = False


@frozen
class Failed:
    """A recording that has no results.

    Attributes:
        clip: the recording.
        reason: one line for a person.
    """

    clip: Clip
    reason: str


Outcome = Done | Failed
