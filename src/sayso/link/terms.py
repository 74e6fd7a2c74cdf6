"""What a telling is compared by: its words, names and figures, folded; and the source it is told from.

Weighs nothing and compares nothing: ``compare`` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from sayso.lexicon import vocabulary
from sayso.lexicon.senses import function_words
from sayso.lexicon.senses import senses as known_senses
from sayso.lexicon.silences import silent
from sayso.lexicon.tables import rows
from sayso.link.events import ahead, events, habitual, negative
from sayso.link.noughts import noughts
from sayso.model import HOUSES, NAMELESS, ChainLink, Document, Quantity, Reading, Span, Statement
from sayso.text.normal import Word, article, fold, jumbled, name_key, number, skeleton, stem, words

# Longest alias in words ("Islamic State of Iraq and the Levant").
LONGEST_ALIAS = 7
# Letters changing places are forgiven in names of this many letters or more.
LEAST_JUMBLED = 5
# A year or a small number is shared by chance; it enters with half its weight (compare).
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
# From this share of capitals on, a line is in headline case and its capitals tell no names.
TITLED = 0.6
# From this many words in capitals on, side by side, somebody shouts, or an agency sets its headlines so.
SHOUTED = 4
# A count up to this is shared by chance too easily, also between two pages of one story: of pairs of tellings on two pages with one
# count and no sense in common 0.20 tell one claim up to it, 0.77 above (16 stories, 75 and 141 pairs).
SMALL_COUNT = 4
# Code points in which the label of a checked claim and its colon stand ("What was claimed:").
LABEL = 40
_NOWHERE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement as the comparison sees it. ``order`` counts the statements of its document.

    ``outlet`` is the page's own house, ``houses`` those that it has this from; ``inner`` is the telling that this one only
    repeats: "X reports that Y said …" tells nothing that Y's words do not. ``counts`` are the numbers of more than a few
    that it gives; ``negative``: it holds a negation; ``ahead``: it may be or is to be.
    """

    statement: Statement
    language: str | None
    order: int
    words: frozenset[str]
    names: frozenset[str]
    senses: frozenset[str]
    figures: frozenset[str]
    phrases: frozenset[tuple[str, str]]
    units: tuple[tuple[str, float, float | None], ...]
    source: frozenset[str]
    nameless: bool
    outlet: str | None
    houses: tuple[str, ...]
    denial: bool
    headline: bool
    habitual: bool = False
    silent: bool = False
    event: str | None = None
    inner: str | None = None
    counts: frozenset[float] = frozenset()
    negative: bool = False
    ahead: bool = False

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.statement.id

    @property
    def document(self) -> str:
        """The document's id."""
        return self.statement.document

    @property
    def keys(self) -> frozenset[str]:
        """All terms under which this telling can be found."""
        return self.words | self.names | self.figures | self.senses


@cache
def aliases() -> dict[tuple[str, ...], str]:
    """Folded word sequences that name a world-wide body, with the row's name."""
    out: dict[tuple[str, ...], str] = {}
    for row in rows("aliases"):
        for form in (row["name"], *row["forms"]):
            out.setdefault(tuple(_case(w.text) for w in words(form) if not article(w.text)), "=" + fold(row["name"]))
    return out


@cache
def _openings() -> frozenset[str]:
    return frozenset(form[0] for form in aliases())


@cache
def misspelt() -> dict[str, str]:
    """One-word aliases by their jumbled letters."""
    return {
        jumbled(form[0]): name
        for form, name in sorted(aliases().items())
        if len(form) == 1 and len(form[0]) >= LEAST_JUMBLED and form[0].isascii()
    }


@cache
def senses(abroad: bool = False) -> dict[str, str]:
    """Stems of words of one sense with the term that stands for them (``lexicon.senses``)."""
    return {word: "+" + sense for word, sense in known_senses(abroad).items()}


@lru_cache(maxsize=1 << 16)
def _case(word: str) -> str:
    """Folded; but a form of at most three capitals keeps them, so that "US" is not "us"."""
    plain = word.replace(".", "")
    return plain if plain.isupper() and len(plain) <= 3 and plain.isascii() else fold(word)


def _disowned(text: str, span: Span, language: str | None) -> bool:
    """Whether the page tells something in order to deny it, under a label or before "There was no such interview."."""
    said = [r for r in rows("verdicts") if r["lang"] == (language or "en").split("-")[0]]
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start].strip().lower().rstrip(" :")
    after = text[span.end : span.end + 80].lstrip(" .”’'\"\n").lower()
    labels = {w.strip() for r in said if r["where"] == "claimed" for w in r["words"].split(",")}
    if after[:1] == "?" or after.startswith(("is ", "are ", "was ", "were ")):  # a checked question; "reports that C are false"
        return True
    head = text[span.start : span.start + LABEL].partition(":")
    if head[1] and head[0].strip().lower() in labels:
        return True
    return before in labels or any(after.startswith(w.strip()) for r in said if r["where"] == "back" for w in r["words"].split(","))


def telling(statement: Statement, document: Document, order: int, event: str | None = None) -> Telling:
    """One statement made comparable."""
    text, abroad = document.text, document.language not in (None, "en")
    found: list[tuple[str, str]] = [term for span in statement.content for term in terms(text, span, abroad=abroad)]
    line = [k for kind, k in found if kind not in ("joined", "sense")]
    source, nameless = source_terms(statement.chain[-1]) if len(statement.chain) > 1 else (frozenset(), False)
    return Telling(
        statement=statement,
        language=document.language,
        order=order,
        words=frozenset(k for kind, k in found if kind == "word"),
        names=frozenset(k for kind, k in found if kind in ("name", "joined")),
        senses=frozenset(k for kind, k in found if kind == "sense"),
        phrases=frozenset(pairwise(line)),
        figures=frozenset(k for kind, k in found if kind == "figure")
        | frozenset(f"#{q.low:g}" for q in statement.quantities if q.low and q.low == q.high)
        | frozenset(k for span in statement.content for k in noughts(text, span, document.language, senses(abroad))),
        units=tuple(
            sorted(
                {(stem(q.unit.split()[-1]) if q.unit.split() else "", q.low, q.high) for q in statement.quantities},
                key=lambda u: (u[0], u[1], -1 if u[2] is None else u[2]),
            )
        ),
        source=source,
        nameless=nameless,
        outlet=document.outlet,
        houses=tuple(k.name for k in statement.chain[1:] if k.kind in HOUSES and k.name),
        denial=(statement.said or statement.stance) == "deny"
        and len(statement.chain) > 1
        and not _disowned(text, statement.span, document.language),
        headline=statement.voice == "headline" or bool(document.title_span and statement.span.overlaps(document.title_span)),
        habitual=habitual(text, statement.span),
        silent=silent(text, statement.span),
        event=event,
        counts=frozenset(n for q in statement.quantities if (n := _count(q)) is not None),
        negative=negative(text, statement.content, document.language),
        ahead=ahead(text, statement.content),
    )


def _count(quantity: Quantity) -> float | None:
    """The one number that a quantity gives, be it exact or a bound ("up to 80"), where few other things of a story have it.

    Spans of time and ages are told of everything: of pairs of tellings on two of 159 news pages that have one in common 59 of 233
    stand on pages of one event, of pairs with another number 215 of 434.
    """
    low, high = quantity.low, quantity.high
    number = low if high in (low, None) else high if low == 0 else None
    if vocabulary.words("dimensions", "time").intersection(quantity.unit.split()[-1:]):
        return None
    return None if number is None or number <= SMALL_COUNT or _YEAR.match(f"{number:g}") else number


def tellings(readings: Iterable[Reading]) -> list[Telling]:
    """All statements of all readings, in the order of documents and places in them."""
    out: list[Telling] = []
    for r in sorted(readings, key=lambda r: r.document.id):
        listed = sorted(r.statements, key=lambda s: (s.span, s.id))
        spoken_of = events(r.document.text, listed)
        out += [telling(s, r.document, n, spoken_of.get(s.id)) for n, s in enumerate(listed)]
    return out


def distinct(all_tellings: Sequence[Telling], apart: frozenset[str] = frozenset()) -> tuple[list[Telling], dict[str, list[str]]]:
    """One telling for each that others repeat word for word from the same source, and the ids that each stands for.

    Ten thousand copies of a page are compared once; those in ``apart`` and those without a telling word are not merged. A telling
    that repeats an inner one is compared as that one.
    """
    by_id = {t.id: t for t in all_tellings}
    first: dict[tuple[object, ...], Telling] = {}
    stands_for: dict[str, list[str]] = {}
    for each in all_tellings:
        t = each if each.id in apart else innermost(each, by_id)
        key = (t.words, t.names, t.figures, t.phrases, t.source, t.denial, t.language, t.headline, t.event)
        one = first.setdefault(key if t.keys and t.id not in apart else (t.id,), t)
        stands_for.setdefault(one.id, []).append(each.id)
    return list(first.values()), stands_for


def innermost(telling: Telling, by_id: Mapping[str, Telling]) -> Telling:
    """The telling whose words this one repeats, however far in. Each step goes to a shorter span or a longer chain, so it ends."""
    while telling.inner is not None:
        telling = by_id[telling.inner]
    return telling


def source_terms(link: ChainLink) -> tuple[frozenset[str], bool]:
    """The names of a source, and whether it is one without a name ("a military source")."""
    return frozenset(name_terms(link.name or "")), link.kind in NAMELESS


def name_terms(name: str) -> list[str]:
    """Terms of a name: aliases, name keys and the stems of its common words."""
    return sorted({k for _, k in terms(name, Span(0, len(name)), headlines=False)})


def terms(text: str, span: Span, headlines: bool = True, abroad: bool = False) -> Iterator[tuple[str, str]]:
    """(kind, key) of every word, name and figure in the span.

    ``headlines``: in a line mostly of capitals, capitals name nobody. ``abroad``: the page is not in English.
    """
    found = list(words(text, span.start, span.end))
    titled = headlines and sum(w.capital for w in found) > TITLED * sum(w.text[0].isalpha() and not article(w.text) for w in found)
    shouted = _shouted(found) if headlines else _NOWHERE
    i = 0
    while i < len(found):
        size, name = _alias(found, i)
        if name and not (i in shouted and fold(found[i].text) in function_words()):
            yield "name", name
            i += size
            continue
        word = found[i]
        if word.numeric:
            code = _code(text, found, i)
            yield ("name", code) if code else ("figure", "#" + number(word.text))
        elif titled or i in shouted or word.caseless or not word.capital or name_key(word.text) is None:
            yield from _common(word, abroad)
        if not word.numeric and not titled and i not in shouted and (word.caseless or word.capital):
            yield from _proper(text, found, i)
        i += 1


def _code(text: str, found: Sequence[Word], i: int) -> str | None:
    """The name that a number makes with the capitals that it hangs on: "QX7", "A-4" and the like are no counts."""
    if not i or not found[i - 1].text.isupper() or text[found[i - 1].span.end : found[i].span.start] not in ("", "-"):
        return None
    return f"~{fold(found[i - 1].text)}{number(found[i].text)}"


def _shouted(found: Sequence[Word]) -> frozenset[int]:
    """Words in a run of at least ``SHOUTED`` in capitals throughout: there "IS" is no name, and a long word need not be one."""
    out: set[int] = set()
    run: list[int] = []
    for i, word in enumerate((*found, None)):
        if word is not None and word.text.isupper() and not word.caseless:
            run.append(i)
            continue
        if len(run) >= SHOUTED:
            out.update(run)
        run = []
    return frozenset(out)


def _alias(found: Sequence[Word], i: int) -> tuple[int, str | None]:
    """The longest alias that starts at word ``i``: how many words it takes, and its name."""
    if not article(found[i].text) and _case(found[i].text) not in _openings():
        return _misspelt(found[i])
    parts: list[str] = []
    best: tuple[int, str | None] = (0, None)
    for n, word in enumerate(found[i : i + LONGEST_ALIAS + 1], 1):
        if article(word.text) and not parts:
            if word.text.islower() and n > 1:
                break
            continue
        parts.append(_case(word.text))
        name = aliases().get(tuple(parts))
        if name:
            best = n, name
    return best if best[1] else _misspelt(found[i])


def _misspelt(word: Word) -> tuple[int, str | None]:
    """An alias of one word with letters that changed places."""
    name = misspelt().get(jumbled(word.text)) if word.capital and len(word.text) >= LEAST_JUMBLED else None
    return (1, name) if name else (0, None)


def _common(word: Word, abroad: bool) -> Iterator[tuple[str, str]]:
    if fold(word.text) not in function_words() and (len(word.text) > 2 or word.caseless):
        key = stem(word.text)
        yield "word", key
        if key in senses(abroad):
            yield "sense", senses(abroad)[key]


def _proper(text: str, found: Sequence[Word], i: int) -> Iterator[tuple[str, str]]:
    """Keys of a name: its own, and that of two short words together ("Nar ez-Zel", "Albu Tamar")."""
    word = found[i]
    if fold(word.text) in function_words() or article(word.text):
        return
    key = name_key(word.text)
    if key:
        yield "name", "~" + key
    before = i - 1
    while before >= 0 and article(found[before].text) and i - before < 3:
        before -= 1
    if before < 0 or found[before].numeric or found[before].capital != word.capital:
        return
    between = text[found[before].span.end : word.span.start]
    first, second = skeleton(found[before].text), skeleton(word.text)
    if len(between) <= 5 and not set(between) & set(".,;:()") and len(first) <= 2 and len(second) <= 3:
        first = first.removeprefix("l") if fold(found[before].text).startswith("al") else first
        if len(first + second) >= 3:
            yield "joined", "~" + first + second


def digits(key: str) -> int:
    """How exact a figure is: its digits without noughts at either end, none for one that is shared by chance."""
    value = key.removeprefix("#").replace(".", "")
    return len(value.strip("0")) if value.isdigit() and not weak_figure(key) else 0


def weak_figure(key: str) -> bool:
    """Whether a figure is shared by chance too easily: a year, a day of the month, a small count."""
    value = key.removeprefix("#")
    return bool(_YEAR.match(value)) or (value.isdigit() and int(value) <= 31)
