"""How long judging a loaded track takes, in process, for tracks of 1 and 10 minutes.

python -m bench.speed.judge_times TRACK    prints JSON
"""

import json
import sys
import time

import numpy as np
from attrs import evolve

import hingecheck
from hingecheck.domain.array import Ints
from hingecheck.domain.outline import Outline
from hingecheck.domain.picture_facts import PictureFacts
from hingecheck.domain.pose_track import PoseTrack


def repeated(track: PoseTrack, seconds: float) -> PoseTrack:
    """The track over and over until it lasts as long."""
    fps, frames = track.recording.fps, round(seconds * track.recording.fps)
    index = np.arange(frames) % len(track.time_s)
    return evolve(
        track,
        time_s=np.arange(frames) / fps,
        image_px=track.image_px[index],
        world_m=track.world_m[index],
        visibility=track.visibility[index],
        outline=Outline.from_polygons([track.outline.polygon_px(i) for i in index.tolist()]),
        cuts=np.empty(0, dtype=np.int64),
        picture=None if track.picture is None else _repeated_facts(track.picture, index),
    )


def _repeated_facts(facts: PictureFacts, index: Ints) -> PictureFacts:
    """The closer looks are kept once."""
    return evolve(
        facts,
        brightness=facts.brightness[index],
        burnt_out=facts.burnt_out[index],
        wander_px=facts.wander_px[index],
    )


def judging_s(track: PoseTrack, rounds: int = 5) -> float:
    """The median of several rounds, in seconds of processor time."""
    spent = []
    for _ in range(rounds):
        before = time.process_time()
        hingecheck.judge(track)
        spent.append(time.process_time() - before)
    return float(np.median(spent))


if __name__ == "__main__":
    found = hingecheck.load_track(sys.argv[1])
    print(json.dumps({str(s): judging_s(repeated(found, s)) for s in (60, 600)}))
