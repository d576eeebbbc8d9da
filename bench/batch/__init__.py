"""What many recordings cost."""
