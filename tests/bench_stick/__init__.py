"""Tests of the bench of the real stick."""
