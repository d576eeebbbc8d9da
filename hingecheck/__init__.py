"""Checks a hip hinge in a phone recording, on your own machine."""
