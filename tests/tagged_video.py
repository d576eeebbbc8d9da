"""A recording with all that a phone notes beside the pictures: place, time, device, owner."""

from pathlib import Path

import av

# As an iPhone and an Android phone write them; every value can be told wherever it turns up.
TAGS = {
    "com.apple.quicktime.location.ISO6709": "+47.3769+008.5417+408.000/",
    "com.apple.quicktime.make": "Apple-Secret",
    "com.apple.quicktime.model": "iPhone-Secret 15 Pro",
    "com.apple.quicktime.software": "17.5.1-Secret",
    "com.apple.quicktime.creationdate": "2024-05-17T18:21:09+0200",
    "com.android.version": "14-Secret",
    "location": "+47.3769+008.5417/",
    "location-eng": "+47.3769+008.5417/",
    "creation_time": "2024-05-17T16:21:09.000000Z",
    "title": "Secret-Title",
    "artist": "Secret-Owner",
    "comment": "Secret-Comment at home",
}
STREAM_TAGS = {"handler_name": "Secret-Handler", "title": "Secret-Stream", "language": "gsw"}
# What must not turn up.
SECRETS = ("47.37", "008.54", "Secret", "iPhone", "2024-05", "18:21")


def tag(plain: Path, target: Path) -> Path:
    """Copies a video, streams as they are, with all the tags."""
    options = {"movflags": "use_metadata_tags"}
    with av.open(str(plain)) as source, av.open(str(target), "w", options=options) as copy:
        copy.metadata.update(TAGS)
        streams = {}
        for stream in source.streams:
            streams[stream.index] = copy.add_stream_from_template(stream)
            streams[stream.index].metadata.update(STREAM_TAGS)
        for packet in source.demux():
            if packet.dts is not None:
                packet.stream = streams[packet.stream.index]
                copy.mux(packet)
    return target
