"""Damaged and lying video files in great number: each must end in a report or in one clear line."""
