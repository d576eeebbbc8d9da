"""The whole room of analysis, in order, on one track."""

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.finding import Finding, Verdict
from hingecheck.domain.movement import Movement
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.pipeline import judge


def walked(track: PoseTrack, asked: Movement | None = None) -> Analysis:
    """Runs a track through analysis, with the default settings."""
    return judge(track, movement=asked)


def finding(analysis: Analysis, code: str, rep: int = 1) -> Finding:
    """The one finding of a check in a rep."""
    (found,) = (item for item in analysis.findings if item.code == code and item.rep == rep)
    return found


def verdicts(analysis: Analysis) -> list[tuple[str, int, Verdict]]:
    """Every finding, short, in order."""
    return [(item.code, item.rep, item.verdict) for item in analysis.findings]
