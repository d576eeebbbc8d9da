"""Rebuilds the three pose landmarker bundles from the graphs that their maker published.

    pip download --no-deps mediapipe==0.10.21 -d downloads
    (cd downloads && npm pack @mediapipe/pose@0.5.1675469404)
    python models/build.py downloads

What goes in is checked by SHA-256, what comes out is byte for byte the same on every machine.
The Tasks API of MediaPipe refuses the graphs as they stand, because they do not say how a
picture is turned into numbers. The bundle adds just that: mean and standard deviation of a
channel, 127.5 and 127.5 for the detector (-1..1), 0 and 255 for the landmarks (0..1), as in the
graphs' model cards.
"""

import hashlib
import io
import sys
import tarfile
import zipfile
from pathlib import Path

import flatbuffers
from mediapipe.tasks.metadata import metadata_schema_py_generated as metadata
from mediapipe.tasks.metadata import schema_py_generated as schema

WHEEL = "mediapipe-0.10.21-*.whl"
PACKAGE = "mediapipe-pose-0.5.1675469404.tgz"
SHA256 = {
    "detector": "9ba9dd3d42efaaba86b4ff0122b06f29c4122e756b329d89dca1e297fd8f866c",
    "lite": "f17bfbecadb61c3be1baa8b8d851cc6619c870a87167b32848ad20db306b9d61",
    "full": "e9a5c5cb17f736fafd4c2ec1da3b3d331d6edbe8a0d32395855aeb2cdfd64b9f",
    "heavy": "59e42d71bcd44cbdbabc419f0ff76686595fd265419566bd4009ef703ea8e1fe",
}
# (mean, standard deviation) per channel of the 0..255 picture
NORMALISATION = {"detector": (127.5, 127.5), "landmarks": (0.0, 255.0)}


def main() -> None:
    """Builds `pose_landmarker_{lite,full,heavy}.task` beside this file."""
    downloads = Path(sys.argv[1])
    graphs = {"detector": detector_graph(downloads)} | landmark_graphs(downloads)
    for name, graph in graphs.items():
        found = hashlib.sha256(graph).hexdigest()
        if found != SHA256[name]:
            sys.exit(f"{name}: SHA-256 is {found}, expected {SHA256[name]}. Nothing was built.")
    detector = with_normalisation(graphs["detector"], *NORMALISATION["detector"])
    for size in ("lite", "full", "heavy"):
        landmarks = with_normalisation(graphs[size], *NORMALISATION["landmarks"])
        content = bundle(detector, landmarks)
        target = Path(__file__).with_name(f"pose_landmarker_{size}.task")
        target.write_bytes(content)
        print(f"{target.name}  {len(content)} bytes  {hashlib.sha256(content).hexdigest()}")


def detector_graph(downloads: Path) -> bytes:
    """The person detector from the wheel `mediapipe==0.10.21`."""
    [wheel] = downloads.glob(WHEEL)
    with zipfile.ZipFile(wheel) as archive:
        return archive.read("mediapipe/modules/pose_detection/pose_detection.tflite")


def landmark_graphs(downloads: Path) -> dict[str, bytes]:
    """The three landmark graphs from the npm package `@mediapipe/pose`."""
    with tarfile.open(downloads / PACKAGE) as archive:
        members = {
            size: archive.extractfile(f"package/pose_landmark_{size}.tflite")
            for size in ("lite", "full", "heavy")
        }
        return {size: member.read() for size, member in members.items() if member}


def with_normalisation(graph: bytes, mean: float, std: float) -> bytes:
    """The graph with a `TFLITE_METADATA` buffer that states the picture's normalisation."""
    model = schema.ModelT.InitFromObj(schema.Model.GetRootAs(graph, 0))
    buffer = schema.BufferT()
    buffer.data = list(normalisation_metadata(mean, std))
    model.buffers.append(buffer)
    entry = schema.MetadataT()
    entry.name, entry.buffer = "TFLITE_METADATA", len(model.buffers) - 1
    model.metadata = [*(model.metadata or []), entry]
    builder = flatbuffers.Builder(len(graph) + 4096)
    builder.Finish(model.Pack(builder), file_identifier=b"TFL3")
    return bytes(builder.Output())


def normalisation_metadata(mean: float, std: float) -> bytes:
    """The metadata flatbuffer: one input picture with its mean and standard deviation."""
    options = metadata.NormalizationOptionsT()
    options.mean, options.std = [mean], [std]
    unit = metadata.ProcessUnitT()
    unit.optionsType = metadata.ProcessUnitOptions.NormalizationOptions
    unit.options = options
    picture = metadata.TensorMetadataT()
    picture.name, picture.processUnits = "image", [unit]
    graph = metadata.SubGraphMetadataT()
    graph.inputTensorMetadata = [picture]
    whole = metadata.ModelMetadataT()
    whole.subgraphMetadata = [graph]
    builder = flatbuffers.Builder(1024)
    builder.Finish(whole.Pack(builder), file_identifier=b"M001")
    return bytes(builder.Output())


def bundle(detector: bytes, landmarks: bytes) -> bytes:
    """An uncompressed zip (the engine maps it into memory) with a fixed date."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_STORED) as archive:
        for name, graph in (
            ("pose_detector.tflite", detector),
            ("pose_landmarks_detector.tflite", landmarks),
        ):
            archive.writestr(zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0)), graph)
    return memory.getvalue()


if __name__ == "__main__":
    main()
