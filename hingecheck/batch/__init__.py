"""Many recordings: which ones, who looks at them, and what becomes of their results."""
