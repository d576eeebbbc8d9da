"""Standard uncertainties that the accuracy bench measured; printed, not written by hand.

`python -m bench.accuracy.uncertainty_module` prints this file from the table of the tuning part:
the root mean square error in the signal's unit, camera yaw 0-15 degrees, at least 3 clips.
"""

MEASURED: dict[str, float] = {
    "trunk_inclination": 2.46,
    "thigh_inclination": 3.55,
    "shank_inclination": 2.05,
    "trunk_thigh_flexion": 4.95,
    "knee_flexion": 4.68,
    "elbow_flexion": 5.68,
    "arm_elevation": 2.45,
    "hip_setback": 0.0611,
    "stack_offset": 0.0631,
    "plank_hip": 0.0518,
    "plank_knee": 0.0259,
    "swing_height": 0.0901,
    "hands_above_knee": 0.0617,
    "hands_above_elbow": 0.0709,
    "shoulder_height": 0.118,
    "hands_ahead": 0.0376,
    "ankle_forward": 0.0209,
    "hinge_index": 0.027,
    "trunk_inclination_3d": 4.61,
    "knee_flexion_3d": 9.71,
    "hip_extended": 0.0247,
    "knee_extended": 0.0881,
    "heel_rise": 0.0636,
    "camera_yaw": 4.28,
}
