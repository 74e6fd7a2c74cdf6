"""Captions: a line under a picture tells what can be seen on it, and belongs to the frame as the picture does.

It is known by its form alone: a picture house at its head ("Norrin Images A ship"), a credit at its end ("… (Ida Volk/Norrin)"),
a day that somebody took a "file photo", a place in a gallery ("3/12 …"), or a gallery's name that begins line after line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from sayso.lexicon.outlets import outlet_kind
from sayso.lexicon.tables import rows as table
from sayso.read.lines import Line

LONGEST = 700
"""Code points of a caption: agencies describe a picture in three sentences; own choice."""
GALLERY = 3
"""So many lines of one page that begin with the same label, or count pictures, are a gallery's."""
_DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
    r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s(?:19|20)\d\d|\d{1,2}\s[A-Z][a-z]{2,8}\s(?:19|20)\d\d),?\s"
)
_PICTURE = (
    rf"(?:undated\s|combination\s)?(?:{_DAY})?(?:(?:file|handout|combo|aerial|satellite)\s)?"
    r"(?:photo|photograph|image|picture|frame)s?\b"
)
_FILED = re.compile(
    r"FILE\s?(?:PHOTO|IMAGE)?\s?[-–—:]\s?[A-Z]"
    rf"|In\sth(?:is|ese)\s{_PICTURE}(?:\sfrom\s[^,\n]{{2,40}},\s|\s(?:made|taken|provided|released|supplied)\b|,\s)"
    rf"|(?:File\s-\s)?(?:In\s)?[Tt]h(?:is|ese)\s{_PICTURE}\s(?:made|taken|provided|released|supplied)\b"
    rf"|File\s-\sIn\sth(?:is|ese)\s{_PICTURE}"
)
_ENDING = re.compile(r"[(\[](?P<who>[^()\[\]\n]{2,90})[)\]]\.?$")
_SLASHED = re.compile(r"(?:^|[:,;]\s?)[^\n/,]{2,50}(?:/\s?[A-Z][\w .&-]{1,40}){1,3}$|\svia\s[A-Z][\w .&]{1,40}$")
_CREDITED = re.compile(
    r"(?:^|\s)(?:Photograph|Photo|Picture|Image|Credit|Pic):?\s(?:by\s|courtesy\s(?:of\s)?)?[A-Z][^\n.!?]{1,70}$"
)
_BARE = re.compile(
    r"(?:[A-Z][\w.’'-]*\s){1,4}?[A-Z][\w.’'-]*\s?/\s?(?P<house>[A-Z][\w ]{1,30})"
    r"|(?P<first>[A-Z]{2,12})\s?/\s?[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){1,3}"
)
_SIGNED = re.compile(r"[.!?”\"]\s+(?P<house>[A-Z]{2,12})/[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3}$")
"""A caption that its house and photographer sign: "… in Orle, January 3, 2036. NORPRESS/Ida Volk"."""
_PLACE = re.compile(r"\(?\d{1,3}\s?(?:/|of)\s?(?P<all>\d{1,3})\)?\s+(?=[A-Z“\"‘'])")
_SHUT = re.compile(r"\b[Hh]ide [Cc]aption \d{1,3} of \d{1,3}")
_LABEL = re.compile(r"(?P<label>(?:Photos?|Pictures|Gallery|In pictures|Images):\s[A-Z][^\n]{8,60})")


@cache
def _houses(head: bool = False) -> re.Pattern[str]:
    """Picture houses, the longest name first; ``head``: those that no person or museum shares a name with."""
    names = sorted(
        {w for r in table("picture_houses") if not head or r["where"] == "head" for w in r["words"]}, key=lambda w: (-len(w), w)
    )
    return re.compile("(?:" + "|".join(re.escape(n) for n in names) + r")(?![\w’'])")


def captions(rows: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that are captions or nothing but a credit."""
    found = {n for n, row in enumerate(rows) if len(row.text) <= LONGEST and _alone(row.text, row.closed)}
    return frozenset(found | _galleries(rows))


def _alone(line: str, closed: bool) -> bool:
    """Whether the line is a caption by its own form."""
    if _FILED.match(line):
        return True
    head = None if closed else _houses(head=True).match(line)
    if head and re.match(r"(?:\s[-–—:|])?\s[A-Z“\"‘'0-9]", line[head.end() :]):
        return True
    tail = _ENDING.search(line[-100:])
    if tail and _taken(tail["who"]):
        return True
    if (signed := _SIGNED.search(line[-90:])) and _house(signed["house"]):
        return True
    if len(line) <= 90 and (bare := _BARE.fullmatch(line)):
        return _house(bare["house"] or bare["first"])
    return bool(_CREDITED.search(line[-90:])) and _named(line[-90:])


def _taken(who: str) -> bool:
    """Whether the words in brackets at a line's end say who took a picture; "(Reuters)" alone says who wrote the text."""
    bare = re.sub(r",\s?(?:file|archive|handout|pool)$", "", who.strip(), flags=re.I)
    if _houses().fullmatch(bare) or re.match(
        r"(?:[A-Z]{2,12}\s)?(?:Photo|Image|Picture|Foto)s?(?:\s?[:/]|\sby\s|\scourtesy\s)", bare
    ):
        return True
    return bool(_SLASHED.search(bare)) and _named(bare)


def _named(words: str) -> bool:
    """Whether a picture house or a news agency is named at the end, behind a slash or "via"."""
    last = re.split(r"\s?/\s?|\svia\s|:\s|\sby\s|,\s", words)
    return any(_house(part) for part in last)


def _house(name: str) -> bool:
    bare = re.sub(r",?\s(?:file|archive|handout|pool|images?|photo)$", "", name.strip(), flags=re.I)
    return outlet_kind(bare) == "agency" or _houses().match(name.strip()) is not None


def _galleries(rows: Sequence[Line]) -> set[int]:
    """Lines that count the pictures of one gallery, or that begin with the same label again and again."""
    placed: dict[str, list[int]] = {}
    whole: set[int] = set()  # a gallery run together on one line
    for n, row in enumerate(rows):
        label = _LABEL.match(row.text)
        if len(_SHUT.findall(row.text)) >= GALLERY or (label and row.text.count(label["label"][:24]) >= GALLERY):
            whole.add(n)
        elif m := _PLACE.match(row.text):
            placed.setdefault(m["all"], []).append(n)
        elif label:
            placed.setdefault(label["label"][:24], []).append(n)
    often = Counter({key: len(lines) for key, lines in placed.items()})
    return whole | {n for key, lines in placed.items() if often[key] >= GALLERY for n in lines}
