"""Verbs: pure numpy and scipy. No file, no pixel, no model; a track or a lifter of numbers."""
