"""Benches and ground truth: how wrong hingecheck is, against lifters whose joints are known."""
