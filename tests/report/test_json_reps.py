import attrs

from hingecheck.domain.signal import SignalSet
from hingecheck.report.json_report import report_json
from tests.report.made_analysis import made_analysis
from tests.report.validated import validated


def test_a_full_rep_is_told_with_its_times_and_readings() -> None:
    """Times come from the frames' own stamps, readings from the signals at bottom and top."""
    made = made_analysis()
    rep = validated(report_json(made))["reps"][0]
    assert (rep["number"], rep["partial"]) == (1, False)
    assert [rep[f"{moment}_s"] for moment in ("start", "bottom", "top", "end")] == [
        0.0,
        0.8,
        1.533,
        1.6,
    ]
    assert [phase["phase"] for phase in rep["phases"]] == ["descent", "bottom", "ascent", "top"]
    knee, height = rep["measures"]["knee_flexion"], rep["measures"]["swing_height"]
    assert knee == {"value": 50.0, "u": 4.0, "unit": "deg", "at": "bottom", "time_s": 0.8}
    assert height["value"] == round(made.signals["swing_height"].values[46], 3)
    assert (height["at"], height["time_s"]) == ("top", 1.533)


def test_a_partial_rep_has_no_number_and_no_readings() -> None:
    """What is not in the recording is null, and never the reading of some other moment."""
    rep = validated(report_json(made_analysis()))["reps"][2]
    assert (rep["number"], rep["partial"], rep["bottom_s"], rep["top_s"]) == (
        None,
        True,
        None,
        None,
    )
    assert {reading["value"] for reading in rep["measures"].values()} == {None}
    assert {reading["time_s"] for reading in rep["measures"].values()} == {None}


def test_a_signal_that_does_not_exist_is_null() -> None:
    """An analysis without one of the named measures still makes a whole report."""
    made = made_analysis()
    kept = tuple(signal for signal in made.signals if signal.name != "back_bow")
    report = validated(
        report_json(attrs.evolve(made, signals=SignalSet(made.signals.time_s, kept)))
    )
    assert report["reps"][0]["measures"]["back_bow"]["value"] is None
    assert report["reps"][0]["measures"]["back_bow"]["unit"] is None
