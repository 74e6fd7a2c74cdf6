"""A model for tests: answers in the form asked for, from a table of invented attributions, and from nothing else."""

from __future__ import annotations

import json

TOLD = [
    ("Crane fails at Alden port", "harbour master", "says", None, []),
    ("A crane failed at the port of Alden on Monday", "the harbour master, Ida Volk", "said", None, []),
    ("We saw nothing of it,", "a guard who asked not to be named", "told", "Radio Ost", []),
    ("They stayed out until noon.", None, None, None, []),
    ("anybody was hurt", "The ministry", "denied", None, ["a report by the clinic"]),
    ("the bridge is closed", "The mayor of Bern Vale", "said", None, []),
    ("it will not open again before the winter", "He", "added", None, []),
]


def answer(instructions: str, page: str) -> str:
    """What a careful model would write."""
    rows = []
    for number, sentence in json.loads(page)["sentences"].items():
        for content, source, cue, relay, via in TOLD:
            if content in sentence and (source or "") in sentence:
                rows.append(
                    {
                        "sentence": int(number),
                        "source": source,
                        "cue": cue,
                        "content": [content],
                        "relay": relay,
                        "via": via,
                        "via_cue": "citing" if via else None,
                    }
                )
    return json.dumps({"attributions": rows})
