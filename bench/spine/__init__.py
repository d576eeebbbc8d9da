"""Bench of the spine check: rendered backs of known bend, read by the real program."""
