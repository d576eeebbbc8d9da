"""The least that anybody must do: decode, convert, look for the pose with masks. Nothing else.

python -m bench.speed.bare_loop CLIP
"""

import sys
from pathlib import Path

import cv2
import mediapipe as mp
from mediapipe.tasks.python import vision

from hingecheck.capture.model_file import Model, model_file


def look(clip: Path) -> int:
    """One frame after the other, as the engine's own example does; gives their number."""
    options = vision.PoseLandmarkerOptions(
        base_options=mp.tasks.BaseOptions(model_asset_path=str(model_file(Model.FULL))),
        running_mode=vision.RunningMode.VIDEO,
        output_segmentation_masks=True,
    )
    capture, count = cv2.VideoCapture(str(clip)), 0
    fps = capture.get(cv2.CAP_PROP_FPS)
    with vision.PoseLandmarker.create_from_options(options) as engine:
        while True:
            read, picture = capture.read()
            if not read:
                return count
            converted = cv2.cvtColor(picture, cv2.COLOR_BGR2RGB)
            image = mp.Image(image_format=mp.ImageFormat.SRGB, data=converted)
            engine.detect_for_video(image, round(1000 * count / fps))
            count += 1


if __name__ == "__main__":
    print(look(Path(sys.argv[1])))
