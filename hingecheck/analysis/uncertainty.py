"""How far a signal may be off from the exact side."""

from hingecheck.analysis.measured_uncertainties import MEASURED
from hingecheck.analysis.signal_kind import SignalKind

BENCH = "accuracy bench"


def side_u(kind: SignalKind) -> float:
    """Standard uncertainty in the signal's unit: as measured, else the catalogue's first value."""
    return MEASURED.get(kind.name, kind.u)


def side_u_source(kind: SignalKind) -> str:
    """Where that figure comes from, in words."""
    return BENCH if kind.name in MEASURED else kind.u_source
