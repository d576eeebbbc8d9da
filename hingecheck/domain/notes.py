"""What a coach says of findings after looking."""

from attrs import frozen

from hingecheck.domain.finding import Verdict


@frozen
class Note:
    """A coach's word on one check of one rep.

    Attributes:
        code: of the check.
        rep: number of the rep.
        verdict: what the program had said.
        there: whether the coach sees the fault; None = only a comment.
        comment: in the coach's own words; may be empty.
    """

    code: str
    rep: int
    verdict: Verdict
    there: bool | None
    comment: str = ""


@frozen
class Notes:
    """All notes on one recording.

    Attributes:
        sha256: of the recording, as in `Recording`.
        name: of the recording.
        of_findings: at most one per check and rep.
    """

    sha256: str
    name: str
    of_findings: tuple[Note, ...]
