"""Write src/sayso/lexicon/thesaurus.sqlite from WordNet 3.0: words, senses, what stands above them, opposites, derived words.

    python resources/thesaurus.py DICT

DICT is the folder of WordNet's database files (Debian: /usr/share/wordnet of the package wordnet-base). Only single words in small
letters are kept, and of each word and part of speech its most frequent senses; no glosses.
The same input gives the same bytes. Not part of `make tables`: the input is 28 MB and stands in no repository. Format: wndb(5WN).
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import reproducible

ROOT = Path(__file__).parents[1]
BOOK = ROOT / "src" / "sayso" / "lexicon" / "thesaurus.sqlite"
PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
# Senses of one word and part of speech at most, the most frequent ones: the tail of "run" joins it to everything.
SENSES = 4
_WORD = re.compile(r"[a-z][a-z'-]{1,30}\Z")
# Pointers: above it (also the head of an adjective's cluster), opposites, words derived from it or it from them.
_ABOVE, _OPPOSITE, _DERIVED = {"@", "&"}, {"!"}, {"+", "\\"}
SCHEMA = """
CREATE TABLE word (form TEXT PRIMARY KEY, senses TEXT, opposites TEXT, derived TEXT) WITHOUT ROWID;
CREATE TABLE sense (id INTEGER PRIMARY KEY, part TEXT, above TEXT);
CREATE TABLE irregular (form TEXT PRIMARY KEY, base TEXT) WITHOUT ROWID;
"""


def senses(folder: Path) -> Iterator[tuple[str, list[str], list[tuple[str, str, int, int]]]]:
    """(id, words in order, pointers) of each sense; a pointer is (symbol, target, from word, to word), from 1 on, 0 for all."""
    for name, part in PARTS.items():
        for line in (folder / f"data.{name}").read_text(encoding="ascii").splitlines():
            if line.startswith(" "):
                continue
            field = line.split(" | ")[0].split()
            count = int(field[3], 16)
            words = [w.split("(")[0] for w in field[4 : 4 + 2 * count : 2]]
            at = 4 + 2 * count
            pointers = [
                (field[i], field[i + 1] + field[i + 2], int(field[i + 3][:2], 16), int(field[i + 3][2:], 16))
                for i in range(at + 1, at + 1 + 4 * int(field[at]), 4)
            ]
            yield field[0] + part, words, [(s, t.replace("s", "a"), a, b) for s, t, a, b in pointers]


def listed(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """(word, ids of its senses that count, most frequent first) for each part of speech."""
    for name, part in PARTS.items():
        for line in (folder / f"index.{name}").read_text(encoding="ascii").splitlines():
            field = line.split()
            if line.startswith(" ") or not _WORD.match(field[0]):
                continue
            yield field[0], [number + part for number in field[6 + int(field[3]) :]][:SENSES]


def numbers(number: Mapping[str, int], ids: Iterable[str]) -> str:
    """Senses by number, as the file has them."""
    return " ".join(str(number[i]) for i in ids)


def main(folder: Path, book: Path) -> None:
    """Read the database files, write the book."""
    every = {i: (words, pointers) for i, words, pointers in senses(folder)}
    of: dict[str, list[str]] = defaultdict(list)
    for word, ids in listed(folder):
        of[word] += ids
    opposites: dict[str, set[str]] = defaultdict(set)
    derived: dict[str, set[str]] = defaultdict(set)
    above: dict[str, set[str]] = defaultdict(set)
    for i, (words, pointers) in every.items():
        for symbol, target, mine, theirs in pointers:
            if symbol in _ABOVE:
                above[i].add(target)
            if symbol in _OPPOSITE | _DERIVED and mine and theirs:
                a, b = words[mine - 1], every[target][0][theirs - 1]
                if a in of and b in of and a != b and i in of[a]:
                    (opposites if symbol in _OPPOSITE else derived)[a].add(b)
    used = sorted({i for ids in of.values() for i in ids} | {t for i in sorted(of) for s in of[i] for t in above[s]})
    used = sorted({*used, *(t for s in used for t in above[s])})
    number = {i: n for n, i in enumerate(used, 1)}
    table = ((w, numbers(number, of[w]), " ".join(sorted(opposites[w])), " ".join(sorted(derived[w]))) for w in sorted(of))
    above_it = ((number[i], i[-1], numbers(number, (t for t in sorted(above[i]) if t in number))) for i in used)
    reproducible.write(book, SCHEMA, {"word": table, "sense": above_it, "irregular": sorted(irregular(folder, of).items())})
    print(f"{len(of)} words, {len(used)} senses, {book.stat().st_size:,} bytes")


def irregular(folder: Path, known: dict[str, list[str]]) -> dict[str, str]:
    """Irregular forms with their base forms: "went" is of "go"."""
    out: dict[str, set[str]] = defaultdict(set)
    for name in PARTS:
        for line in (folder / f"{name}.exc").read_text(encoding="ascii").splitlines():
            form, *bases = line.split()
            out[form] |= {b for b in bases if b in known and b != form}
    return {form: " ".join(sorted(bases)) for form, bases in out.items() if _WORD.match(form) and bases}


if __name__ == "__main__":
    main(Path(sys.argv[1]), BOOK)
