"""A lifter whose joints are known: body, movement, faults, room, camera, picture, truth."""
