"""Standard uncertainties that the accuracy bench measured; printed, not written by hand.

`python -m bench.accuracy.uncertainty_module` prints this file from the table of the tuning part:
the root mean square error in the signal's unit, camera yaw 0-15 degrees, at least 3 clips.
"""

MEASURED: dict[str, float] = {
    "trunk_inclination": 2.33,
    "thigh_inclination": 3.38,
    "shank_inclination": 2.03,
    "trunk_thigh_flexion": 4.61,
    "knee_flexion": 4.51,
    "elbow_flexion": 4.42,
    "arm_elevation": 2.54,
    "hip_setback": 0.0577,
    "stack_offset": 0.0617,
    "plank_hip": 0.0486,
    "plank_knee": 0.027,
    "swing_height": 0.0835,
    "hands_above_knee": 0.0555,
    "hands_above_elbow": 0.0697,
    "shoulder_height": 0.134,
    "hands_ahead": 0.0372,
    "ankle_forward": 0.0211,
    "hinge_index": 0.025,
    "trunk_inclination_3d": 4.49,
    "knee_flexion_3d": 10.2,
    "hip_extended": 0.0229,
    "knee_extended": 0.0816,
    "heel_rise": 0.0642,
    "camera_yaw": 4.09,
}
