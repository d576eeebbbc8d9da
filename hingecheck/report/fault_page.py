"""A check told in words, from the same source that judges."""

from hingecheck.analysis.fault import WIDE_YAW_DEG, Fault
from hingecheck.analysis.faults import FAULTS
from hingecheck.analysis.signal_catalogue import CATALOGUE, COMPUTED
from hingecheck.analysis.uncertainty import side_u, side_u_source
from hingecheck.domain.criterion import Criterion
from hingecheck.domain.movement import MOVEMENT_WORDS

_UNITS = {"deg": "°", "trunk": " trunk lengths", "leg": " leg lengths", "ratio": ""}


def fault_page(fault: Fault) -> str:
    """One check as Markdown that also reads well on a terminal."""
    return "\n".join(
        [
            f"## {fault.code}",
            "",
            f"**In a report:** {fault.name}. **Cue:** {fault.cue}",
            "",
            fault.page.strip(),
            "",
            (
                f"Reads `{fault.measure.signal}`; needs a camera within {fault.max_yaw_deg:.0f} "
                "degrees of the exact side."
            ),
            "",
            *_limit_table(fault),
        ]
    )


def faults_markdown() -> str:
    """The page `docs/faults.md`."""
    intro = (
        "# What is checked\n\n"
        "Printed from the code by `python docs/generate.py`. A value beyond *borderline* is worth "
        "a look; beyond *fault*, and still beyond *borderline* when its measuring error is taken "
        "in your favour, it is called a fault. A dash means: never more than borderline. "
        f"From {WIDE_YAW_DEG:.0f} degrees off the side view on, no angle is judged."
    )
    return "\n\n".join([intro, *(fault_page(fault) for fault in FAULTS)]) + "\n"


def signals_markdown() -> str:
    """The page `docs/signals.md`."""
    read = [
        f"| `{kind.name}` | {kind.unit} | {kind.meaning} | {side_u(kind):g} | "
        f"{side_u_source(kind)} |"
        for kind in CATALOGUE
    ]
    computed = [
        f"| `{kind.name}` | {kind.unit} | {kind.meaning} | {kind.u} | {kind.u_source} |"
        for kind in COMPUTED
    ]
    intro = (
        "# What is measured in every frame\n\n"
        "Printed from the code by `python docs/generate.py`. `u` is one standard deviation from "
        "the exact side; it grows beyond 10 degrees of camera yaw. A trunk length is hip to "
        "shoulder when upright, a leg length hip to knee to ankle. Unseen is an empty cell, never "
        "a guess.\n\n"
        "| signal | unit | meaning | u | where u comes from |\n|---|---|---|---|---|"
    )
    return "\n".join([intro, *read, *computed]) + "\n"


def _limit_table(fault: Fault) -> list[str]:
    head = ["| movement | borderline | fault | basis | source |", "|---|---|---|---|---|"]
    rows = [
        f"| {MOVEMENT_WORDS[movement]} | {_side(limits)} {_limit(limits.warn, limits.unit)} | "
        f"{'-' if limits.fault is None else f'{_side(limits)} {_limit(limits.fault, limits.unit)}'}"
        f" | {limits.basis} | {limits.source} |"
        for movement, limits in fault.criteria.items()
    ]
    return head + rows


def _side(limits: Criterion) -> str:
    return str(limits.beyond)


def _limit(value: float, unit: str) -> str:
    return f"{value:g}{_UNITS[unit]}"
