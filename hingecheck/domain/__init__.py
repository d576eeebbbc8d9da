"""Nouns: frozen values that flow through the program. They import numpy and attrs only."""
