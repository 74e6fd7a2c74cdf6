"""The name behind a host: "harbour-ledger.example" is the Harbour Ledger where a page of the pile writes it so.

A page whose only witness of its outlet is an address that the table does not know has the domain for a name. Here the pages
themselves are asked: a run of words with capitals that spells the domain's label, letter by letter, is its name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from anyascii import anyascii

from sayso.lexicon.bodies import SMALL, names_body
from sayso.lexicon.roles import role_of
from sayso.lexicon.spellings import LEAST_BONES
from sayso.model import HOUSES, Document
from sayso.read.lines import FAR
from sayso.text.normal import bones
from sayso.text.tokens import tokens

UNNAMED = "the table has no name for it"
"""How the basis of an outlet ends that is named by its domain alone (``outlet_of_page.of_url``)."""
SHORTEST = 5
"""Letters a label must have: shorter ones ("dawn", "bild") are words of their own too often."""
MOST_WORDS = 6
SMALL_WORD = 3
"""Letters of a word that a domain may leave out: "Voz do Tolm" at voztolm.example."""
CAPITALS = 3
"""Letters of a label that only capitals throughout may spell ("(NPA)" in a dateline of npa.example)."""
WORD = 4
"""Letters from which a word in capitals is taken for a word and not for initials ("BBC NEWS")."""
HEAD = 600
"""Characters in which a page writes its name in full, after the name that spells its label ("Norrin Press Service")."""
_MORE = re.compile(r"(?:[ \u00a0][A-ZÀ-Þ][^\W_]+){1,2}(?=[ \u00a0]?(?:[(),|:–—\n]|-[ ]|\Z))")
_PEOPLE = frozenset(
    "staff reporter reporters correspondent correspondents desk team newsroom editor editors photo exclusive redaktion".split()
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
TOP = 8
"""Lines at the top in which a page may give a name that its domain only shortens or transliterates."""
HEAD_LINES = 2
"""Lines at the top in which a body names itself in full (a choice)."""
LEAST_INITIALS = 2
"""Words behind the first that a domain gives by their initials: one letter alone says nothing."""
LEAST_WHOLE, LEAST_CUT = 3, 2
"""Letters of a word, or of its beginning, that a domain keeps of a longer name; the same in another script ("Юж" is "yuzh");
choices."""
_PART = re.compile(r"\s+[|·•–—›»>/-]\s+|[,|·•]\s?|(?<=\w)\.\s|\n")
_QUOTED = " \u00a0«»“”„\"'’‘()"
_WORD = re.compile(r"[^\W_]+")
_MARKED = re.compile(r"[«„“\"](?P<name>[^\W\d_][^«»„“”\"\n.!?]{2,38})[»“”\"]")
_SIGNED = re.compile(r"[(/](?P<name>[A-ZÀ-Þ]{3,9})[)/](?=[. \u00a0])")
_AND = ("", "and", "und", "et", "y", "e", "i")
"""How a host may write "&"."""
_GAP = re.compile(r"[ \u00a0'’.&-]{1,3}")


def named(documents: Sequence[Document]) -> list[Document]:
    """The documents, those named by their domain alone under the name that the pile writes for it. Their order stays."""
    labels = {label for d in documents if (label := _label(d))}
    spelled: dict[str, Counter[str]] = {}
    if labels:
        for d in sorted(documents, key=lambda d: d.id):
            _collect(d.text[:FAR], labels, spelled)
    names = {label: _best(found) for label, found in spelled.items()}
    for d in sorted(documents, key=lambda d: d.id):
        label = _label(d)
        if label and len(label) >= SHORTEST and label not in names and (own := _of_head(d.text, label) or _beside_place(d)):
            names[label] = own
    return [_with_name(d, _body(d) or names.get(_label(d) or "")) for d in documents]


def _label(document: Document) -> str | None:
    """The label of the page's domain in letters and figures alone, where nothing else names the outlet."""
    if not document.outlet or not (document.outlet_basis or "").endswith(UNNAMED):
        return None
    label = "".join(_WORD.findall(document.outlet.split(".")[0].lower()))
    return label if len(label) >= CAPITALS else None


def _body(document: Document) -> str | None:
    """The body that one of a page's first lines names with all words of its domain: "Ministry of Works of Velm" at velm.example.

    A state has one domain for many bodies, and a school's may turn its name round ("tolm-university.example").
    """
    parts = set(_WORD.findall((document.outlet or "").split(".")[0].lower())) if _label(document) else set()
    for line in [x.strip() for x in document.text[:HEAD].splitlines() if x.strip()][:HEAD_LINES] if parts else ():
        if parts <= {own for w in _WORD.findall(line) for own in _letters(w)} and names_body(line):
            return cased(" ".join(line.split()))
    return None


def _beside_place(document: Document) -> str | None:
    """The name that a page's first lines give and the first part of its label spells: "Tolm Echo" at tolmecho-norrin.example.

    What stands behind the hyphen says where the house is or what; one word alone must be the very first line. Initials do too,
    and those of a dateline's house ("(NPA)" on npa-norrin.example).
    """
    part, *more = (document.outlet or "").split(".")[0].lower().split("-")
    lines = [x.strip() for x in document.text[:HEAD].splitlines() if x.strip()][:TOP] if more else []
    if signed := next((m for line in lines for m in _SIGNED.finditer(line) if m["name"].lower() == part), None):
        return signed["name"]
    for n, line in enumerate(lines):
        for name in (p.strip(_QUOTED) for p in _PART.split(line)):
            found = [w.group() for w in _WORD.finditer(name)]
            if not 0 < len(found) <= MOST_WORDS or not found[0][0].isupper() or (len(found) == 1 and name != lines[0]):
                continue
            whole = len(part) >= SHORTEST and (spells(name, part) or _transliterated(found, part))
            if whole or (n == 0 and len(part) >= CAPITALS and "".join(_letters(w)[0][:1] for w in found) == part):
                return " ".join(name.split())
    return None


def _collect(text: str, labels: set[str], spelled: dict[str, Counter[str]]) -> None:
    """Every run of words that begins with a capital and spells one of the labels."""
    heads = {label[:2] for label in labels}
    found = list(_WORD.finditer(text))
    for n, first in enumerate(found):
        starts = _letters(first.group()) if first.group()[0].isupper() else ()
        begun, k = {s for s in starts if s and (len(s) == 1 or s[:2] in heads)}, n
        while begun and k < n + MOST_WORDS:
            for label in begun & labels:
                run = text[first.start() : found[k].end()]
                whole = len(label) >= SHORTEST or (run.isupper() and not re.search(r"\s", run))  # "NPA", "ZTV-1"
                if whole and not text[found[k].start()].islower():
                    name = " ".join(text[first.start() : found[k].end()].split())
                    spelled.setdefault(label, Counter())[name] += 1
            k += 1
            if k >= len(found) or not _GAP.fullmatch(text, found[k - 1].end(), found[k].start()):
                break
            begun = _further(begun, text[found[k - 1].end() : found[k].start()], found[k].group(), labels)


def _further(begun: Iterable[str], gap: str, word: str, labels: Iterable[str]) -> set[str]:
    """The beginnings of labels that are spelled with one more word; a small word may be left out."""
    joint = _AND if "&" in gap else ("",)
    more = {letters + a + own for letters in begun for a in joint for own in _letters(word)}
    more |= {*begun} if word.islower() and len(word) <= SMALL_WORD else set()
    return {letters for letters in more if any(label.startswith(letters) for label in labels)}


def spells(name: str, host: str) -> bool:
    """Whether the words of a name, capitals or not, spell the label of a host: "pier nine" for pier-nine.example."""
    label = "".join(_WORD.findall(host.split(".")[0].lower()))
    begun, end = {""}, 0
    for m in _WORD.finditer(name):
        begun, end = _further(begun, name[end : m.start()], m.group(), {label}), m.end()
    return bool(label) and label in begun


def _of_head(text: str, label: str) -> str | None:
    """The name among the first lines of a page that its domain shortens or transliterates, or one in marks, in another script."""
    for line in [x.strip() for x in text[:HEAD].splitlines() if x.strip()][:TOP]:
        for part in (p.strip(_QUOTED) for p in _PART.split(line)):
            found = [w.group() for w in _WORD.finditer(part)]
            named = found and len(found) <= MOST_WORDS and not any(c.isdigit() for c in part) and not found[0][0].islower()
            if named and (_shortened(found, label) or _transliterated(found, label)):
                return " ".join(part.split())
    for m in _MARKED.finditer(text[:FAR]):
        found = [w.group() for w in _WORD.finditer(m["name"])]
        if found and not all(w.isascii() for w in found) and _transliterated(found, label):
            return " ".join(m["name"].split())
    return None


def leads(part: str, host: str) -> bool:
    """Whether a part of a line begins with the name of a host's house, however the host writes it ("Velm Weekly in English")."""
    label = "".join(_WORD.findall(host.split(".")[0].lower()))
    found = [w.group() for w in _WORD.finditer(part.strip(_QUOTED))]
    if len(label) < CAPITALS or not found or found[0][0].islower():
        return False
    bare = found[1:] if len(found[0]) <= SMALL_WORD else found
    begun = [own[:n] for own in (found, bare) for n in range(1, min(len(own), MOST_WORDS) + 1)]
    return any(spells(" ".join(own), label) or _shortened(own, label) or _transliterated(own, label) for own in begun)


def _shortened(found: Sequence[str], label: str) -> bool:
    """Whether a label is made of words of a name, its first and last among them, one of the words shortened or one left out.

    Or of its first word and the initials of those behind: "La Gazette du Haut-Tolm" at gazetteht.example.
    """
    own = [w for w in found if w.lower() not in SMALL]
    for first in _letters(own[0]) if len(own) > LEAST_INITIALS and all(w.isascii() or w[0].isupper() for w in own) else ():
        if len(first) >= SHORTEST and label == first + "".join(_letters(w)[0][0] for w in own[1:]):
            return True
    if not all(w.isascii() for w in found):
        return False
    reached = {(found[0][:n].lower(), n == len(found[0])) for n in range(LEAST_WHOLE, len(found[0]) + 1)}
    for word in found[1:]:
        kept = {(a + word[:n].lower(), whole or n == len(word)) for a, whole in reached for n in range(LEAST_WHOLE, len(word) + 1)}
        last = word is found[-1]
        reached = {(a, whole) for a, whole in kept | (set() if last else reached) if label.startswith(a)}
    return len(found) > 1 and (label, True) in reached


def _transliterated(found: Sequence[str], label: str) -> bool:
    """Whether a name in another script has the consonants of a label, all that there are; its first word may be shortened."""
    if all(w.isascii() for w in found):
        return False
    wanted = {bones(label), bones(label, whole=True)}
    name = " ".join(found)
    given = {
        bones(name),
        bones(name, articles=True),
        bones(name.replace("х", "h").replace("Х", "H")),
        bones(name.replace("ق", "غ")),
    }
    if len(found) > 1 and not any(c.isascii() for c in found[0]):
        first, rest = found[0], " ".join(found[1:])
        given |= {bones(f"{first[:n]} {rest}") for n in range(LEAST_CUT, len(first))}
        given |= {bones(rest, articles=True)} if any(role_of(t) in HOUSES for t in tokens(first)) else set()
    return len(bones(label)) >= LEAST_BONES and not wanted.isdisjoint(given)


@lru_cache(maxsize=4096)
def _letters(word: str) -> tuple[str, ...]:
    """How a word is written in a host: an umlaut plainly, or with an e."""
    return tuple(dict.fromkeys((anyascii(word).lower(), anyascii(word.translate(_UMLAUTS)).lower())))


def _best(found: Mapping[str, int]) -> str:
    """The commonest spelling, one in capitals throughout only where there is no other."""
    return min(found, key=lambda name: (name.isupper(), -found[name], name))


def _with_name(document: Document, name: str | None) -> Document:
    if name is None:
        return document
    head = document.text[:HEAD]
    more = [m.group() for x in re.finditer(re.escape(name), head) if (m := _MORE.match(head, x.end()))]
    full = {name + m for m in more if not _PEOPLE & {*m.lower().split()}}
    name = full.pop() if len(full) == 1 else name
    basis = f'address on {document.outlet}, which the pile writes "{name}"'
    return replace(document, outlet=cased(name), outlet_basis=basis)


def cased(name: str) -> str:
    """A name of several words that a page only has in capitals throughout, with capitals as names have them ("Salt & Crane")."""
    if not name.isupper() or len(name.split()) == 1:
        return name
    return " ".join(
        w.lower() if n and w.lower() in SMALL else w.capitalize() if len(w) >= WORD else w for n, w in enumerate(name.split())
    )
