"""Other limits, other words, other checks: what a criteria file may change, strictly."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from attrs import evolve, frozen

from hingecheck.analysis.fault import Fault
from hingecheck.analysis.faults import FAULTS
from hingecheck.analysis.profiles import PROFILES
from hingecheck.domain.criterion import Basis, Criterion
from hingecheck.errors import CriteriaError

BUILT_IN = "built in"
# How a file says that a check is never more than borderline.
NEVER = "never"
_T = TypeVar("_T")
_TOP_KEYS = ("profile", "checks")
_CHECK_KEYS = ("run", "name", "cue")
_LIMIT_KEYS = ("warn", "fault")


@frozen
class Criteria:
    """The checks that are made, with their limits and words.

    Attributes:
        name: profile or file, as the report tells it.
        faults: in report order.
    """

    name: str
    faults: tuple[Fault, ...]


def criteria_of(content: Mapping[str, object], name: str) -> Criteria:
    """The built-in checks, changed by a profile and then by the content of a file.

    Args:
        content: `profile` (one of `PROFILES`) and `checks`: per code `run`, `name`, `cue`, and
            per movement `warn` and `fault` (a number, or "never").
        name: of the file or profile, for messages and for the report.

    Raises:
        CriteriaError: an unknown key, check, movement or value; says where and what is allowed.
    """
    _allow(content, _TOP_KEYS, name)
    faults = FAULTS
    if "profile" in content:
        profile = _chosen(content["profile"], PROFILES, f"{name}, profile")
        faults = _changed(faults, PROFILES[profile], f"profile {profile}")
    return Criteria(name, _changed(faults, content, name))


def profile_criteria(profile: str) -> Criteria:
    """The criteria of a built-in profile.

    Raises:
        CriteriaError: there is no such profile.
    """
    return criteria_of({"profile": profile}, f"profile {profile}")


def _changed(
    faults: tuple[Fault, ...], content: Mapping[str, object], where: str
) -> tuple[Fault, ...]:
    checks = _table(content.get("checks", {}), f"{where}, checks")
    _allow(checks, [fault.code for fault in faults], f"{where}, checks")
    made = (
        _changed_fault(fault, _table(checks.get(fault.code, {}), _at(where, fault)), where)
        for fault in faults
    )
    return tuple(fault for fault in made if fault is not None)


def _changed_fault(fault: Fault, told: Mapping[str, object], where: str) -> Fault | None:
    """The check with its new words and limits; None where it is not to run."""
    place = _at(where, fault)
    _allow(told, (*_CHECK_KEYS, *fault.criteria), place)
    if not _typed(told.get("run", True), bool, f"{place}, run", "true or false"):
        return None
    limits = {
        movement: _changed_limits(
            limits, _table(told.get(movement, {}), f"{place}, {movement}"), f"{place}, {movement}"
        )
        for movement, limits in fault.criteria.items()
    }
    name, cue = (
        _typed(told.get(key, getattr(fault, key)), str, f"{place}, {key}", "a text")
        for key in ("name", "cue")
    )
    return evolve(fault, name=name, cue=cue, criteria=limits)


def _changed_limits(limits: Criterion, told: Mapping[str, object], place: str) -> Criterion:
    _allow(told, _LIMIT_KEYS, place)
    if not told:
        return limits
    never = told.get("fault", limits.fault) in (NEVER, None)
    try:
        return evolve(
            limits,
            warn=_number(told.get("warn", limits.warn), f"{place}, warn"),
            fault=None if never else _number(told.get("fault", limits.fault), f"{place}, fault"),
            basis=Basis.JUDGEMENT,
            source=f"set by {place.partition(',')[0]}",
        )
    except ValueError as error:
        raise CriteriaError(f"{place}: {error}; a fault lies further out than a warning") from error


def _number(value: object, place: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise CriteriaError(
            f'{place} is {value!r}; expected a number (fault may also be "{NEVER}")'
        )
    return float(value)


def _typed(value: object, kind: type[_T], place: str, expected: str) -> _T:
    if not isinstance(value, kind) or value == "":
        raise CriteriaError(f"{place} is {value!r}; expected {expected}")
    return value


def _table(value: object, place: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise CriteriaError(f"{place} is {value!r}; expected a table such as [checks.lean_back]")
    return value


def _chosen(value: object, allowed: Iterable[str], place: str) -> str:
    if not isinstance(value, str) or value not in allowed:
        raise CriteriaError(f"{place} is {value!r}; choose one of: {', '.join(allowed)}")
    return value


def _allow(told: Mapping[str, object], allowed: Iterable[str], place: str) -> None:
    unknown = [key for key in told if key not in allowed]
    if unknown:
        raise CriteriaError(f"{place} has {unknown[0]!r}; allowed are: {', '.join(allowed)}")


def _at(where: str, fault: Fault) -> str:
    return f"{where}, checks.{fault.code}"
