"""The readings of a claim side by side, as an edition sets them: one base reading, and against it what each other page has.

Words are compared only where the wordings are near enough to be one sentence in two forms; a retelling in other words is shown
whole, its figures beside the others', and nothing is claimed about its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from sayso.model import Quantity
from sayso.show.ledger import Entry, Page, Telling

EDGE = re.compile(r"^\W+|\W+$")
NEAR = 0.5
"""Share of words in common from which a reading is set against the base word for word: below it more words differ than agree, and
the two sentences say more than their variants do."""
LONGEST = 400
"""Words of a reading that are compared: difflib is quadratic; the longest of 87 statements of real pages had 60."""

Part = tuple[Literal["same", "other", "left_out"], str]


@dataclass(frozen=True, slots=True)
class Variant:
    """One place where readings differ: the base's words, then each other form with the letters of the pages that have it."""

    lemma: str
    base: tuple[str, ...]
    others: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Witness:
    """One page's reading, cut where it leaves the base. ``near`` False: told in other words, or in another language."""

    telling: Telling
    parts: tuple[Part, ...]
    near: bool
    translated: bool = False


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A unit with what each page gives for it."""

    unit: str
    cells: tuple[str, ...]
    differ: bool


@dataclass(frozen=True, slots=True)
class Apparatus:
    """The base reading, the witnesses against it, their variants, and figures side by side in the order of ``columns``."""

    base: Telling
    witnesses: tuple[Witness, ...]
    variants: tuple[Variant, ...]
    columns: tuple[str, ...]
    figures: tuple[FigureRow, ...]


def apparatus(entry: Entry, pages: Sequence[Page] | None = None) -> Apparatus | None:
    """Return the apparatus of a claim, of these pages alone where some are given, or None where only one page tells it."""
    readings = [t for t in _readings(entry) if pages is None or any(t.page is page for page in pages)]
    if len(readings) < 2:
        return None
    base, *rest = readings
    witnesses = tuple(_witness(base, other) for other in rest)
    columns, figures = _figures(entry)
    return Apparatus(base, witnesses, _variants(base, witnesses), columns, figures)


def figure(quantity: Quantity) -> str:
    """Return a quantity as a reader writes it: "40", "at least 40", "up to 22", "10 to 12", "about 30"."""
    low, high = _number(quantity.low), None if quantity.high is None else _number(quantity.high)
    about = "about " if quantity.approximate else ""
    if high is None:
        text = f"at least {low}"
    elif low == high:
        text = about + low
    else:
        text = f"up to {high}" if quantity.low == 0 else f"{about}{low} to {high}"
    return f"{text} ({quantity.of})" if quantity.of else text


def _readings(entry: Entry) -> list[Telling]:
    """One telling a page: its fullest outside the headline. First that of a page at the root, then by letter."""
    roots = {root.document for root in entry.claim.origins.roots}
    best: dict[str, Telling] = {}
    for telling in sorted(entry.tellings, key=lambda t: (t.statement.voice == "headline", -len(t.words), t.statement.span)):
        best.setdefault(telling.page.document.id, telling)
    return sorted(best.values(), key=lambda t: (t.page.document.id not in roots, len(t.page.siglum), t.page.siglum))


def _tokens(telling: Telling) -> list[str]:
    return telling.words.split()[:LONGEST]


def matcher(base: Sequence[str], other: Sequence[str]) -> SequenceMatcher[str]:
    """Return a comparison for which case and the marks round a word make no difference."""
    return SequenceMatcher(None, [_folded(w) for w in base], [_folded(w) for w in other], autojunk=False)


def shared(base: Telling, other: Telling) -> tuple[Part, ...]:
    """Return a telling in other words, cut into words that it shares with the base in their order and words that are its own."""
    text = _tokens(other)
    rows: list[Part] = []
    for tag, _, _, k, end in matcher(_tokens(base), text).get_opcodes():
        if k < end:
            rows.append(("same" if tag == "equal" else "other", " ".join(text[k:end])))
    return tuple(rows)


def _folded(word: str) -> str:
    return EDGE.sub("", word).casefold() or word


def _witness(base: Telling, other: Telling) -> Witness:
    here, there = base.page.document.language, other.page.document.language
    if here and there and here != there:
        return Witness(other, (("same", other.words),), False, True)
    lemma, text = _tokens(base), _tokens(other)
    steps = matcher(lemma, text)
    if steps.ratio() < NEAR:
        return Witness(other, (("same", other.words),), False)
    parts: list[Part] = []
    for tag, i, j, k, end in steps.get_opcodes():
        if tag == "equal":
            parts.append(("same", " ".join(text[k:end])))
            continue
        if i < j:
            parts.append(("left_out", " ".join(lemma[i:j])))
        if k < end:
            parts.append(("other", " ".join(text[k:end])))
    return Witness(other, tuple(parts), True)


def _variants(base: Telling, witnesses: Sequence[Witness]) -> tuple[Variant, ...]:
    """Places where near readings leave the base, in the order of the base; equal forms of several pages under one lemma."""
    lemma = _tokens(base)
    near = [w for w in witnesses if w.near]
    places: dict[tuple[int, int], dict[str, list[str]]] = {}
    for witness in near:
        text = _tokens(witness.telling)
        for tag, i, j, k, end in matcher(lemma, text).get_opcodes():
            if tag != "equal" and any(c.isalnum() for w in [*lemma[i:j], *text[k:end]] for c in w):
                form = EDGE.sub("", " ".join(text[k:end]))
                places.setdefault((i, j), {}).setdefault(form, []).append(witness.telling.page.siglum)
    rows = []
    for (i, j), forms in sorted(places.items()):
        away = {letter for letters in forms.values() for letter in letters}
        own = (base.page.siglum, *(w.telling.page.siglum for w in near if w.telling.page.siglum not in away))
        # An addition has no words in the base: it is set after the word before it.
        shown = EDGE.sub("", " ".join(lemma[i:j])) or f"after “{EDGE.sub('', lemma[i - 1])}”" if i or j > i else "at the beginning"
        rows.append(Variant(shown, own, tuple((form, tuple(letters)) for form, letters in sorted(forms.items()))))
    return tuple(rows)


def _number(value: float) -> str:
    return f"{int(value):,}" if abs(value) < 1e15 and value == int(value) else f"{value:,g}"


def _figures(entry: Entry) -> tuple[tuple[str, ...], tuple[FigureRow, ...]]:
    """Units that at least two pages give a figure for, one column a page."""
    pages = entry.pages
    given: dict[str, dict[str, list[str]]] = {}
    for telling in entry.tellings:
        for quantity in telling.statement.quantities:
            cell = given.setdefault(quantity.unit or "number", {}).setdefault(telling.page.siglum, [])
            if figure(quantity) not in cell:
                cell.append(figure(quantity))
    rows = []
    for unit, cells in sorted(given.items()):
        if len(cells) > 1:
            texts = tuple("; ".join(cells.get(p.siglum, ())) for p in pages)
            rows.append(FigureRow(unit, texts, len({t for t in texts if t}) > 1))
    return tuple(p.siglum for p in pages), tuple(rows)
