import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hingecheck.report.json_report import report_json, report_schema
from hingecheck.report.schema.report import Report
from tests.report.made_analysis import made_analysis
from tests.report.validated import validated

PAGE = Path(__file__).parents[2] / "docs" / "report-schema.md"
TYPES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
}


def expected_rows() -> list[str]:
    """The table of the page, made from the schema: every key once, word for word."""
    schema = report_schema()
    return list(_rows(schema, schema["$defs"], ""))


def _rows(part: dict[str, Any], parts: dict[str, Any], above: str) -> Iterator[str]:
    for key, field in part["properties"].items():
        path = f"{above}{key}"
        inner, brackets = _inner(field, parts)
        yield f"| `{path}` | {_holds(field, parts)} | {field['description']} |"
        if inner is not None and inner["title"] != "Reading":
            yield from _rows(inner, parts, f"{path}{brackets}.")
    if part["title"] == "Measures":
        yield from _rows(parts["Reading"], parts, f"{above}*.")


def _inner(field: dict[str, Any], parts: dict[str, Any]) -> tuple[dict[str, Any] | None, str]:
    """The object that a field holds, and the brackets of a list."""
    for choice in field.get("anyOf", [field]):
        reference = choice.get("$ref") or choice.get("items", {}).get("$ref")
        if reference and "properties" in (part := parts[reference.rpartition("/")[2]]):
            return part, "[]" if "items" in choice else ""
    return None, ""


def _holds(field: dict[str, Any], parts: dict[str, Any]) -> str:
    choices = [_one_type(choice, parts) for choice in field.get("anyOf", [field])]
    return " or ".join(dict.fromkeys(choices))


def _one_type(choice: dict[str, Any], parts: dict[str, Any]) -> str:
    if "$ref" in choice:
        choice = parts[choice["$ref"].rpartition("/")[2]]
    if "enum" in choice or "const" in choice:
        values = choice.get("enum", [choice.get("const")])
        return ", ".join(f'`"{value}"`' for value in values)
    plain = {"null": "`null`", "array": "list", "object": "object"} | TYPES
    return plain[choice["type"]]


def _blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def test_the_page_explains_every_key_in_order() -> None:
    """The table says what the schema says, and nothing else."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("| `")] == expected_rows()


def test_the_example_is_a_whole_report() -> None:
    """What a reader copies from the page fits the schema and the model."""
    (example,) = _blocks("json")
    assert validated(example)["schema_version"] == "1.0"
    assert len(Report.model_validate_json(example).reps) == 1


def test_the_python_example_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The few lines that read a report print its faults."""
    text = report_json(made_analysis())
    (tmp_path / "report.json").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (code,) = _blocks("python")
    exec(compile(code, str(PAGE), "exec"), {})  # noqa: S102 - our own documentation
    faults = [one for one in json.loads(text)["findings"] if one["verdict"] == "fault"]
    assert len(capsys.readouterr().out.splitlines()) == len(faults) == 2
