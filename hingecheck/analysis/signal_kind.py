"""What the catalogue tells of a signal."""

from attrs import frozen

from hingecheck.analysis.pose_readings import Read


@frozen
class SignalKind:
    """One entry of the catalogue.

    Attributes:
        name: identifier in reports and tables.
        unit: deg, trunk (trunk lengths) or leg (leg lengths).
        meaning: one sentence with zero and sign.
        u: standard uncertainty from the exact side, in the unit.
        u_source: where that figure comes from.
        read: (T,) values from the pose and the back line.
    """

    name: str
    unit: str
    meaning: str
    u: float
    u_source: str
    read: Read


@frozen
class ComputedKind:
    """A signal that needs more than the pose; `measuring` computes it.

    Attributes:
        name: identifier in reports and tables.
        unit: as above, or ratio.
        meaning: one sentence with zero and sign.
        u: its standard uncertainty, in words.
        u_source: where that comes from.
    """

    name: str
    unit: str
    meaning: str
    u: str
    u_source: str
