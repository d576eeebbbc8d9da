"""How a recording is processed; what is a fault stands in the criteria instead."""

from attrs import frozen

from hingecheck.domain.region import Region


@frozen
class Settings:
    """All numbers of the processing that a user may wish to know; they stand in every report.

    Attributes:
        body_cutoff_hz: low-pass of the trunk and legs. Swings hold 99 % of the power of the hip
            below 2 Hz and of the knee below 5 Hz (evidence: own spectra of real swings).
        hand_cutoff_hz: low-pass of elbow, wrist and hand, which move faster.
        max_gap_s: the longest hole that a filter may bridge on its private copy.
        min_coverage: share of a phase that must be seen for a measurement.
        start_s: first second of the recording that was looked at; None = from its start.
        end_s: last second that was looked at; None = to its end.
        criteria: name of the criteria that were used.
        blur_faces: whether faces are hidden in every picture that is written.
        region: the part of the picture that was looked at; None = all of it.
        person: the number, from the left, of who was to be measured; None = the lifter.
        slowmo: how many times slower than the lifter the film runs; 1 = real time.
    """

    body_cutoff_hz: float = 6.0
    hand_cutoff_hz: float = 8.0
    max_gap_s: float = 0.1
    min_coverage: float = 0.8
    start_s: float | None = None
    end_s: float | None = None
    criteria: str = "built in"
    blur_faces: bool = False
    region: Region | None = None
    person: int | None = None
    slowmo: float = 1.0
