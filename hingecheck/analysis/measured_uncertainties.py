"""Standard uncertainties that the accuracy bench measured; printed, not written by hand.

`python -m bench.accuracy.uncertainty_module` prints this file from the table of the tuning part:
the root mean square error in the signal's unit, camera yaw 0-15 degrees, at least 3 clips.
"""

MEASURED: dict[str, float] = {
    "trunk_inclination": 2.4,
    "thigh_inclination": 3.51,
    "shank_inclination": 2.03,
    "trunk_thigh_flexion": 4.87,
    "knee_flexion": 4.65,
    "elbow_flexion": 5.54,
    "arm_elevation": 2.47,
    "hip_setback": 0.0596,
    "stack_offset": 0.0629,
    "plank_hip": 0.0507,
    "plank_knee": 0.0268,
    "swing_height": 0.0881,
    "hands_above_knee": 0.0605,
    "hands_above_elbow": 0.0693,
    "shoulder_height": 0.12,
    "hands_ahead": 0.0367,
    "ankle_forward": 0.0208,
    "hinge_index": 0.0266,
    "trunk_inclination_3d": 4.53,
    "knee_flexion_3d": 9.88,
    "hip_extended": 0.0243,
    "knee_extended": 0.0861,
    "heel_rise": 0.0636,
    "camera_yaw": 4.24,
}
