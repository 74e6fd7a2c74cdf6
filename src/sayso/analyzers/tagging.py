"""What the tagger's numbers mean: its heads and their labels, in the order in which the network gives them."""

from __future__ import annotations

from typing import Literal, get_args

from sayso.model import SourceKind

ROLES = ("O", "S", "T", "R", "V", "K", "C", "A")
"""To a marked cue a word is: nothing, source, told, relay, further source, its cue, cue, anonymity formula."""

STANCES: tuple[Literal["report", "deny", "doubt", "retract", "correct", "silent"], ...] = (
    "report",
    "deny",
    "doubt",
    "retract",
    "correct",
    "silent",
)


KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
HEADS = {"cue": 3, "hedge": 2, "source": 2, "content": 2, "role": len(ROLES), "stance": len(STANCES), "kind": len(KINDS)}
"""Numbers a head gives for each word piece; the first four are the first pass's, the rest the second's."""

SLICES = {}
_first = 0
for _name, _size in HEADS.items():
    SLICES[_name] = slice(_first, _first + _size)
    _first += _size
WIDTH = _first
