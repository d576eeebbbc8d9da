import math

import numpy as np
import pytest
from attrs import evolve

from hingecheck.domain.joint import Joint
from hingecheck.report.motion_files import mot_text, trc_text
from tests.report.made_analysis import FRAME_COUNT, UNSEEN, made_analysis


def _rows(text: str, after: int) -> list[list[str]]:
    return [line.split("\t") for line in text.splitlines()[after:]]


def test_markers_are_in_metres_and_upright() -> None:
    """Ear above heel, in the right proportion to the stature, and every row has every column."""
    analysis = made_analysis()
    rows = _rows(trc_text(analysis, 1.80), 6)
    assert len(rows) == FRAME_COUNT
    assert {len(row) for row in rows} == {2 + 3 * len(Joint)}
    ear, heel = (float(rows[0][2 + 3 * joint + 1]) for joint in (Joint.EAR, Joint.HEEL))
    expected = (
        analysis.pose.of(Joint.EAR)[0, 1] - analysis.pose.of(Joint.HEEL)[0, 1]
    ) * analysis.pose.trunk_px
    assert ear - heel == pytest.approx(
        0.926 * 1.80 * expected / analysis.view.body_height_px, abs=1e-4
    )


def test_the_unseen_stays_empty() -> None:
    """No marker is made up where the lifter was hidden; angles say nan."""
    analysis = made_analysis()
    row = _rows(trc_text(analysis, 1.80), 6)[UNSEEN.start]
    assert set(row[2:]) == {""}
    angles = _rows(mot_text(analysis), 7)[UNSEEN.start]
    assert set(angles[1:]) == {"nan"}


def test_the_head_says_what_follows() -> None:
    """Counts in both heads are those of the rows and columns."""
    analysis = made_analysis()
    trc = trc_text(analysis, 1.80).splitlines()
    assert trc[2].split("\t")[2:5] == [str(FRAME_COUNT), str(len(Joint)), "m"]
    mot = mot_text(analysis).splitlines()
    assert f"nRows={FRAME_COUNT}" in mot
    assert f"nColumns={len(mot[6].split(chr(9)))}" in mot
    values = np.array([float(cell) for cell in mot[7].split("\t")])
    assert values[1] == pytest.approx(analysis.signals["trunk_inclination"].values[0], abs=1e-3)


def test_no_scale_without_a_body() -> None:
    """Without the body's height, or with a stature of nothing, there are no metres."""
    analysis = made_analysis()
    unknown = evolve(analysis, view=evolve(analysis.view, body_height_px=math.nan))
    for told, height_m in ((unknown, 1.8), (analysis, 0.0)):
        with pytest.raises(ValueError, match="stature"):
            trc_text(told, height_m)
