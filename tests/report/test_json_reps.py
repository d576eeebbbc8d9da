import attrs

from hingecheck.domain.drift import Drift
from hingecheck.domain.rep_set import RepSet, Tempo
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


def test_a_set_is_told_with_its_tempo_and_its_reps_know_it() -> None:
    """Times are rounded to a millisecond; what is not in the recording is null."""
    tempos = (Tempo(1, 0.51239, 0.2, 0.4), Tempo(2, None, 0.2, 0.4))
    made = attrs.evolve(made_analysis(), sets=(RepSet(1, tempos, 0.0, 3.1, None, 1.5678, None),))
    report = validated(report_json(made))
    assert [rep["set"] for rep in report["reps"]] == [1, 1, None]
    (told,) = report["sets"]
    assert (told["reps"], told["cycle_s"], told["rest_s"]) == ([1, 2], 1.568, None)
    assert [tempo["descent_s"] for tempo in told["tempos"]] == [0.512, None]


def test_a_drift_is_told_with_its_rep() -> None:
    """Which measure changed, from which rep on, from what to what."""
    drift = Drift(1, "trunk_inclination", "bottom", 7, 60.04, 71.96, 1.23, "deg")
    (told,) = validated(report_json(attrs.evolve(made_analysis(), drifts=(drift,))))["drifts"]
    assert (told["since_rep"], told["before"], told["after"]) == (7, 60.0, 72.0)
    assert (told["signal"], told["moment"], told["unit"]) == ("trunk_inclination", "bottom", "deg")
