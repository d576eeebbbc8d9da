"""Reads a report as a strict reader would."""

import json
from typing import Any

import jsonschema
import pytest

from hingecheck.report.json_report import report_schema


def validated(text: str) -> dict[str, Any]:
    """The content of a report that fits the published schema and holds no NaN."""
    content: dict[str, Any] = json.loads(text, parse_constant=pytest.fail)
    jsonschema.Draft202012Validator(report_schema()).validate(content)
    return content
