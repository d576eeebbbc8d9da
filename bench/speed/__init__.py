"""How long hingecheck takes against the pose model alone, and how much memory."""
