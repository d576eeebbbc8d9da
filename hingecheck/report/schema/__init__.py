"""The shape of `report.json`: what a program that reads it may rely on.

Every key is always there; null is "unseen" or "does not apply". The text under a key is its
description in the JSON Schema, and stands in `docs/report-schema.md` word for word.
"""
