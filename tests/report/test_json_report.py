import json
import math
import re
from typing import Any

import attrs
import jsonschema
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from hingecheck.domain.analysis import Analysis
from hingecheck.domain.finding import Verdict
from hingecheck.domain.measurement import Measurement
from hingecheck.domain.movement import Movement, Recognition
from hingecheck.domain.settings import Settings
from hingecheck.domain.signal import Signal, SignalSet
from hingecheck.report.json_report import build_report, report_json, report_schema, report_text
from hingecheck.report.schema.facts import SettingsPart
from hingecheck.report.schema.report import Report
from tests.report.made_analysis import made_analysis
from tests.report.validated import validated

TOP_LEVEL = [
    "schema_version",
    "recording",
    "film",
    "movement",
    "movements",
    "sets",
    "workout",
    "drifts",
    "reps",
    "findings",
    "summary",
    "settings",
    "versions",
]
HOSTILE_NAMES = [
    "a b'c\"d.mp4",
    "-rf.mp4",
    "=1+1.mp4",
    "<b>bold<!--.mp4",
    "line\nbreak\x1b[31m.mp4",
    "\U0001f3cb\u200d\u2640 swing.mp4",
    "broken\udce9bytes.mp4",
    "\u202egnp.mp4",
]


def _renamed(name: str) -> Analysis:
    made = made_analysis()
    return attrs.evolve(made, recording=attrs.evolve(made.recording, name=name))


def _blinded() -> Analysis:
    """An analysis in which nothing at all was seen."""
    made = made_analysis()
    nothing = np.full(len(made.signals.time_s), np.nan)
    unread = Measurement(math.nan, math.inf, 3, 0.0)
    return attrs.evolve(
        made,
        view=attrs.evolve(made.view, yaw_deg=nothing, yaw_u_deg=math.nan, body_height_px=math.nan),
        signals=SignalSet(
            made.signals.time_s,
            tuple(Signal(s.name, s.unit, nothing, nothing) for s in made.signals),
        ),
        findings=tuple(
            attrs.evolve(
                finding,
                measurement=unread,
                verdict=Verdict.NOT_MEASURABLE,
                reason="not seen",
            )
            for finding in made.findings
        ),
        movement=Recognition(Movement.SLOW_LIFT, math.nan, "tempo"),
        recording=attrs.evolve(made.recording, fps=math.nan),
    )


def _numbers_in(content: object) -> list[float]:
    if isinstance(content, dict):
        return [number for value in content.values() for number in _numbers_in(value)]
    if isinstance(content, list):
        return [number for value in content for number in _numbers_in(value)]
    return [content] if isinstance(content, float) else []


@pytest.mark.parametrize("movement", list(Movement))
def test_every_report_fits_the_published_schema(movement: Movement) -> None:
    """A reader may rely on `hingecheck schema`, for each movement."""
    content = validated(report_json(made_analysis(movement=movement)))
    assert content["movement"]["name"] == movement.value


def test_the_schema_itself_is_valid() -> None:
    """What `hingecheck schema` prints is a JSON Schema of draft 2020-12."""
    jsonschema.Draft202012Validator.check_schema(report_schema())
    assert list(report_schema()["properties"]) == TOP_LEVEL


def test_every_object_of_the_schema_is_closed_and_complete() -> None:
    """No key may be added or left out anywhere."""
    schema = report_schema()
    objects = [part for part in [schema, *schema["$defs"].values()] if "properties" in part]
    for part in objects:
        assert part["additionalProperties"] is False
        assert part["required"] == list(part["properties"])


def test_the_keys_come_in_a_fixed_order() -> None:
    """A person who scrolls finds the same thing in the same place."""
    assert list(json.loads(report_json(made_analysis()))) == TOP_LEVEL


def test_without_sets_the_keys_are_there_and_empty() -> None:
    """Readers need not ask whether a key exists."""
    content = validated(report_json(made_analysis()))
    assert content["sets"] == []
    assert [rep["set"] for rep in content["reps"]] == [None, None, None]


def test_a_recording_without_reps_makes_a_whole_report() -> None:
    """No hinge found is a result, not an error."""
    empty = attrs.evolve(made_analysis(), reps=(), findings=(), summary=())
    content = validated(report_json(empty))
    assert (content["reps"], content["findings"], content["summary"]["checks"]) == ([], [], [])


def test_nothing_seen_gives_nulls_and_no_nan() -> None:
    """NaN and infinity are no JSON: unseen is null."""
    content = validated(report_json(_blinded()))
    assert content["film"]["yaw_deg"] is None
    assert content["recording"]["fps"] is None
    assert {one["value"] for one in content["findings"]} == {None}
    assert all(math.isfinite(number) for number in _numbers_in(content))


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_any_file_name_survives(name: str) -> None:
    """A name may hold quotes, markup, controls, emoji or broken bytes, and stays UTF-8."""
    text = report_json(_renamed(name))
    told = validated(text.encode().decode())["recording"]["name"]
    assert told == re.sub("[\ud800-\udfff]", "\ufffd", name)


def test_the_folder_of_the_recording_is_not_told() -> None:
    """Where a recording lay is nobody's business."""
    assert "secret" not in report_json(_renamed("/home/secret person/swing.mp4"))


def test_the_same_analysis_gives_the_same_text() -> None:
    """A report is reproducible: no date, host or chance in it."""
    assert report_json(made_analysis()) == report_json(made_analysis())


def test_numbers_are_no_finer_than_measured() -> None:
    """A last digit that differs between processors does not reach the text."""
    made = made_analysis()
    jittered = SignalSet(
        made.signals.time_s + 1e-9,
        tuple(Signal(s.name, s.unit, s.values + 1e-9, s.u + 1e-9) for s in made.signals),
    )
    assert report_json(attrs.evolve(made, signals=jittered)) == report_json(made)


def test_minus_zero_is_zero() -> None:
    """`-0.0` would read as a sign, and would differ from run to run."""
    made = made_analysis()
    nearly = np.full(len(made.signals.time_s), -1e-6)
    signals = tuple(Signal(s.name, s.unit, nearly, s.u) for s in made.signals)
    text = report_json(attrs.evolve(made, signals=SignalSet(made.signals.time_s, signals)))
    assert "-0.0" not in text


def test_the_text_ends_in_a_newline_and_is_indented() -> None:
    """The file can be read, compared and joined by line tools."""
    text = report_json(made_analysis())
    assert text.endswith("}\n")
    assert '\n  "film": {' in text


def test_every_setting_is_told() -> None:
    """A new setting must find its way into the report."""
    assert list(SettingsPart.model_fields) == [one.name for one in attrs.fields(Settings)]


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content.update(extra=1),
        lambda content: content.pop("film"),
        lambda content: content["recording"].update(width_px="480"),
        lambda content: content["movement"].update(name="squat"),
        lambda content: content["film"].update(yaw_deg=math.nan),
    ],
)
def test_the_model_refuses_what_the_schema_does_not_name(damage: Any) -> None:
    """Unknown or missing keys, converted types and NaN are errors."""
    content = json.loads(report_json(made_analysis()))
    damage(content)
    with pytest.raises(ValidationError):
        Report.model_validate_json(json.dumps(content))


NUMBERS = st.floats(allow_nan=True, allow_infinity=True)
YAWS = st.floats(-180, 180) | st.just(math.nan)
NAMES = st.text(st.characters(exclude_categories=()), min_size=1)


@settings(deadline=None)  # a busy machine is no fault
@given(value=NUMBERS, u=NUMBERS, yaw_deg=YAWS, confidence=NUMBERS, name=NAMES)
def test_a_report_read_back_gives_the_same_text(
    value: float, u: float, yaw_deg: float, confidence: float, name: str
) -> None:
    """Text to model to text changes nothing, whatever was measured and however it is named."""
    made = _renamed(name)
    frames = len(made.signals.time_s)
    analysis = attrs.evolve(
        made,
        view=attrs.evolve(made.view, yaw_deg=np.full(frames, yaw_deg), notes=(name,)),
        movement=Recognition(Movement.SWING, confidence, name),
        signals=SignalSet(
            made.signals.time_s,
            tuple(
                Signal(s.name, s.unit, np.full(frames, value), np.full(frames, u))
                for s in made.signals
            ),
        ),
    )
    text = report_json(analysis)
    assert report_text(Report.model_validate_json(text.encode())) == text
    assert build_report(analysis) == Report.model_validate_json(text.encode())
