"""What `hingecheck explain` says."""

from hingecheck.analysis.faults import FAULTS
from hingecheck.errors import CriteriaError
from hingecheck.report.fault_page import fault_page


def explanation(code: str | None) -> str:
    """All checks in a line each, or the page of one.

    Raises:
        CriteriaError: there is no such check.
    """
    if code is None:
        width = max(len(fault.code) for fault in FAULTS)
        lines = [f"{fault.code:{width}}  {fault.name}" for fault in FAULTS]
        return "\n".join([*lines, "", "More about one of them: hingecheck explain CODE"])
    for fault in FAULTS:
        if fault.code == code:
            return fault_page(fault)
    known = ", ".join(fault.code for fault in FAULTS)
    raise CriteriaError(f"There is no check {code!r}. Choose one of: {known}")
