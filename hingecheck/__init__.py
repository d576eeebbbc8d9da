"""Checks a hip hinge in a phone recording, on your own machine.

    import hingecheck

    analysis = hingecheck.analyze("swing.mp4")
    for finding in analysis.findings:
        print(finding.rep, finding.name, finding.verdict)

The names load when they are first used: `import hingecheck` alone is instant.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hingecheck.batch.many import analyze_many
    from hingecheck.capture.track_file import load_track
    from hingecheck.domain.analysis import Analysis
    from hingecheck.domain.finding import Finding, Verdict
    from hingecheck.domain.movement import Movement
    from hingecheck.domain.pose_track import PoseTrack
    from hingecheck.domain.prescription import Prescription
    from hingecheck.domain.region import Region
    from hingecheck.errors import HingecheckError
    from hingecheck.pipeline import analyze, judge, track_recording
    from hingecheck.report.json_report import report_json

__version__ = "0.1.0"

__all__ = [
    "Analysis",
    "Finding",
    "HingecheckError",
    "Movement",
    "PoseTrack",
    "Prescription",
    "Region",
    "Verdict",
    "__version__",
    "analyze",
    "analyze_many",
    "judge",
    "load_track",
    "report_json",
    "track_recording",
]

_HOME = {
    "Analysis": "hingecheck.domain.analysis",
    "Finding": "hingecheck.domain.finding",
    "HingecheckError": "hingecheck.errors",
    "Movement": "hingecheck.domain.movement",
    "PoseTrack": "hingecheck.domain.pose_track",
    "Prescription": "hingecheck.domain.prescription",
    "Region": "hingecheck.domain.region",
    "Verdict": "hingecheck.domain.finding",
    "analyze": "hingecheck.pipeline",
    "analyze_many": "hingecheck.batch.many",
    "judge": "hingecheck.pipeline",
    "load_track": "hingecheck.capture.track_file",
    "report_json": "hingecheck.report.json_report",
    "track_recording": "hingecheck.pipeline",
}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'hingecheck' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return __all__
