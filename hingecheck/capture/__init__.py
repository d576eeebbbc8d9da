"""The world -> PoseTrack: video file, model file, landmarker, tracking, track file."""
