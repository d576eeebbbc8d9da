"""Standard uncertainties that the accuracy bench measured; printed, not written by hand.

`python -m bench.accuracy.uncertainty_module` prints this file from the table of the tuning part:
the root mean square error in the signal's unit, camera yaw 0-15 degrees, at least 3 clips.
"""

MEASURED: dict[str, float] = {
    "trunk_inclination": 2.59,
    "thigh_inclination": 3.81,
    "shank_inclination": 2,
    "trunk_thigh_flexion": 5.13,
    "knee_flexion": 4.95,
    "elbow_flexion": 6.7,
    "arm_elevation": 4.04,
    "hip_setback": 0.0538,
    "stack_offset": 0.0599,
    "plank_hip": 0.0484,
    "plank_knee": 0.0285,
    "swing_height": 0.108,
    "hands_above_knee": 0.0699,
    "hands_above_elbow": 0.0833,
    "shoulder_height": 0.205,
    "hands_ahead": 0.0395,
    "ankle_forward": 0.0179,
    "hinge_index": 0.0311,
    "trunk_inclination_3d": 5.53,
    "knee_flexion_3d": 9.75,
    "hip_extended": 0.0284,
    "knee_extended": 0.0712,
    "heel_rise": 0.0709,
    "camera_yaw": 4.51,
}
