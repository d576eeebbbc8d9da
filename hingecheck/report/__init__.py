"""Analysis -> files; computes nothing."""
