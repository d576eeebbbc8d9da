"""The whole room of analysis, in order, on one track."""

from functools import lru_cache

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.finding import Finding
from hingecheck.domain.movement import Movement
from hingecheck.domain.pose_track import PoseTrack
from hingecheck.pipeline import judge
from tests.synthetic.film import Film, filmed
from tests.synthetic.model_eyes import as_model_sees
from tests.synthetic.motion import Motion


def walked(track: PoseTrack, asked: Movement | None = None) -> Analysis:
    """Runs a track through analysis, with the default settings."""
    return judge(as_model_sees(track), movement=asked)


@lru_cache(maxsize=64)
def analysed(motion: Motion, film: Film | None = None, asked: Movement | None = None) -> Analysis:
    """Films a motion and walks it; the same question is worked out once."""
    return walked(filmed(motion, film), asked)


def finding(analysis: Analysis, code: str, rep: int = 1) -> Finding:
    """The one finding of a check in a rep."""
    (found,) = (item for item in analysis.findings if item.code == code and item.rep == rep)
    return found
