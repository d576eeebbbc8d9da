"""A stick-figure lifter whose joint angles are known exactly: what goes in must come out.

    posture (angles) -> motion (angles over time) -> body (points) -> film (a pose track)

Nothing here imports `hingecheck.analysis`, except `walk`, which runs it.
"""
