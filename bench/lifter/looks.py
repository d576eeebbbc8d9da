"""Lifters to choose from by name: clothes, hair and skin."""

from typing import Final

from bench.lifter.person import Look

LOOKS: Final = {
    "navy": Look(),
    "red_leggings": Look(
        skin_tone="dark",
        shirt=(0.50, 0.08, 0.12),
        legs=(0.06, 0.06, 0.09),
        leg_wear="leggings",
        sleeve=0.05,
        loose_m=0.006,
    ),
    "grey_mid": Look(
        skin_tone="mid", shirt=(0.30, 0.31, 0.32), legs=(0.03, 0.05, 0.12), hair=(0.02, 0.015, 0.01)
    ),
    "green": Look(shirt=(0.05, 0.20, 0.09), legs=(0.10, 0.09, 0.08), hair=(0.16, 0.09, 0.04)),
    "green_loose": Look(
        shirt=(0.06, 0.22, 0.10), legs=(0.10, 0.09, 0.08), hair=(0.16, 0.09, 0.04), loose_m=0.022
    ),
    "white_leggings": Look(
        skin_tone="mid",
        shirt=(0.62, 0.62, 0.60),
        legs=(0.02, 0.02, 0.022),
        leg_wear="leggings",
        sleeve=0.35,
    ),
    "grey_loose": Look(
        skin_tone="brown", shirt=(0.22, 0.22, 0.24), legs=(0.05, 0.05, 0.05), loose_m=0.024
    ),
    "black_tank": Look(
        skin_tone="pale",
        shirt=(0.025, 0.025, 0.03),
        legs=(0.04, 0.10, 0.12),
        leg_wear="leggings",
        sleeve=0.05,
        loose_m=0.005,
        hair=(0.25, 0.13, 0.05),
    ),
    "orange_dark": Look(
        skin_tone="dark", shirt=(0.60, 0.22, 0.04), legs=(0.12, 0.12, 0.13), sleeve=0.45
    ),
    "violet_brown": Look(
        skin_tone="brown",
        shirt=(0.16, 0.08, 0.28),
        legs=(0.03, 0.03, 0.04),
        leg_wear="leggings",
        sleeve=0.2,
        loose_m=0.006,
    ),
    "sand_pale": Look(skin_tone="pale", shirt=(0.46, 0.38, 0.26), legs=(0.06, 0.08, 0.05)),
}
