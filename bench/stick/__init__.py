"""Bench of the real stick: rendered lifters who hold a dowel along the back, with known gaps."""
