"""How wrong the program is, measured on rendered lifters whose joints are known."""
