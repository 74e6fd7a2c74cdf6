"""Every example that stands beside a row in resources/*.yml is tried by the matcher of its table.

The strict matchers leave the row out and see whether what is found changes: a row that nothing depends on fails.
A table with examples and without a matcher fails too.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import sayso.extract.hedges
import sayso.extract.quantities
import sayso.extract.stance
import sayso.extract.units
import sayso.lexicon.gazetteer
import sayso.lexicon.place_words
from sayso.analyzers.rules import READERS, Rules
from sayso.assess import amounts, classes, courses, cuewords, fates, frames, lines, polarity, ties
from sayso.assess.alignment import align
from sayso.assess.fates import people
from sayso.assess.findings import strength
from sayso.assess.findings.conversions import measured
from sayso.extract import resumptions
from sayso.extract.colophons import colophon
from sayso.extract.courtesies import courtesy
from sayso.extract.members import Member
from sayso.extract.persons import gender
from sayso.extract.places import places
from sayso.lexicon import posts, silences, vocabulary
from sayso.lexicon import tables as made
from sayso.link import events, terms
from sayso.link.houses import Houses
from sayso.link.meanings import meaning
from sayso.link.notices import notices
from sayso.link.noughts import noughts
from sayso.link.papers import papers
from sayso.model import Document, Reading, Span
from sayso.read.captions import captions
from sayso.read.furniture import aside
from sayso.read.lines import Line
from sayso.text.normal import stem
from sayso.text.numbers import Words, find
from sayso.text.tokens import tokens

RESOURCES = Path(__file__).parents[2] / "resources"
sys.path.insert(0, str(RESOURCES))
import tables  # noqa: E402

Row = dict[str, Any]
YAML = {path.stem: tables.load(path) for path in sorted(RESOURCES.glob("*.yml"))}


def generated(row: Row) -> Row:
    """The row as the code reads it."""
    return {key: value for key, value in row.items() if key not in tables.FOR_PEOPLE}


def language(row: Row) -> str:
    return "en" if row.get("lang", "*") == "*" else row["lang"]


@contextmanager
def without(modules: list[Any], caches: list[Any], table: str, row: Row) -> Iterator[None]:
    """The table as if ``row`` were not in it, in ``modules`` that read it; ``caches`` hold what was made of it."""
    real = made.rows
    left = tuple(r for r in real(table) if r != generated(row))
    assert len(left) < len(real(table)), "run make tables"
    for module in modules:
        module.rows = lambda name: left if name == table else real(name)
    try:
        for cached in caches:
            cached.cache_clear()
        yield
    finally:
        for module in modules:
            module.rows = real
        for cached in caches:
            cached.cache_clear()


def number(row: Row, text: str) -> bool:
    """Whether the numbers found in ``text`` depend on the row."""
    table, lang = YAML["numbers"], language(row)
    left = Words.of([r for r in table if r is not row], lang)
    return find(text, 0, len(text), Words.of(table, lang)) != find(text, 0, len(text), left)


def depends(table: str, modules: list[Any], caches: list[Any], probe: Callable[[str, str], object]) -> Callable[[Row, str], bool]:
    """A matcher: what ``probe`` finds in the text depends on the row."""

    def matcher(row: Row, text: str) -> bool:
        whole = probe(text, language(row))
        with without(modules, caches, table, row):
            return probe(text, language(row)) != whole

    return matcher


def stance(text: str, lang: str) -> object:
    """Own voice, the second word being the governing verb or none: either may carry the denial."""
    words = [Span(m.start(), m.end()) for m in re.finditer(r"[\w’']+", text)]
    whole, door = Span(0, len(text)), sayso.extract.stance
    return [door.judge(text, door.Telling(whole, cue, (), "own", False), lang) for cue in (None, *words)]


def remark(row: Row, text: str) -> bool:
    return any(span.of(text).casefold() == row["word"].casefold() for span in cuewords.found(row["kind"], text))


def befell(row: Row, text: str) -> bool:
    """Whether the text tells the row's fate, or is one of its words for people or for how many there are."""
    if "number" in row:
        return text in fates.numbers_of()
    if "rest" in row:
        return text in fates.others_of()
    return people(text) if "people" in row else any(fate == row["fate"] for *_, fate in fates.places(text))


def stands(row: Row, text: str) -> bool:
    """Whether one of the row's words or phrases stands in the text; an initial capital in the text is let pass."""
    words = row.get("words") or row.get("forms") or row.get("phrase") or row.get("word") or ()
    forms = [words] if isinstance(words, str) and "phrase" in row else words.split() if isinstance(words, str) else list(words)
    if isinstance(words, str):
        forms.append(words)
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text, re.IGNORECASE) for form in forms)


def expression(row: Row, text: str) -> bool:
    """Whether the phrase stands in the text, "a|b" for either word; an apostrophe ends a word."""
    words = [part.split("|") for part in row["phrase"].split()]
    gap = r"(?:\s+|(?<=['’])|['’])"
    pattern = gap.join("(?:" + "|".join(map(re.escape, part)) + ")" for part in words)
    return re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE) is not None


def line(row: Row, text: str) -> bool:
    """Furniture rows: how the line begins, what it is but for marks, or what stands before a colon."""
    bare = text.strip(" -–—|*•:").casefold().replace("\u0307", "")  # the dot that casefolding leaves of a Turkish İ
    words = [word.casefold() for word in row["words"]]
    if row["where"] == "whole":
        return bare in words
    if row["where"] == "end":
        return any(bare.endswith(word) for word in words)
    if row["where"] == "aside":
        return not text.endswith(".") and any(aside(word).search(text) for word in words)
    return any(re.match(re.escape(word) + (r"\s*:" if row["where"] == "label" else ""), bare) for word in words)


def sense(row: Row, text: str) -> bool:
    return any(terms.senses().get(stem(word)) == f"+{row['sense']}" for word in re.findall(r"\w+", text))


def notice(row: Row, text: str) -> bool:
    body = "The well of Ostrin held 4,800 litres of vinegar, and nobody in the town knew who had filled it at night."
    whole = f"A well is full\n\n{body}\n\n{text}\n\n{body}\n"
    document = Document("d", "p.txt", None, "0", whole, language(row), title="A well is full", title_span=Span(0, 14))
    reading = Reading(document, (), ())
    return bool(notices(document) or papers(reading, Houses([reading])))


def telling(row: Row, text: str) -> bool:
    """Whether one of the row's forms is the cue of an attribution; a sentence with quotation marks is read as a page's own."""
    span = Span(0, len(text))
    found = Rules().attributions(Document("d", "p.txt", None, "0", text, language(row)), [span])
    forms = set(row["forms"].lower().split())
    if row["lang"] in READERS:
        return any(a.cue for a in found)
    return any(a.cue is not None and forms & set(a.cue.of(text).lower().split()) for a in found)


def alias(row: Row, text: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) for form in (row["name"], *row["forms"]))


def taken_up(row: Row, text: str) -> bool:
    """Whether a phrase takes two up again who are called by its longest word."""
    noun, two = max(text.split(), key=len), row["numbers"].split()[0].strip(",") if row["numbers"] else ""
    pair = Member(f"{two} {noun}" if two else noun.removeprefix("ال").removesuffix("ين") + "ان", "official")
    return resumptions.meant(lambda: [pair], text, row["lang"]) is pair


def different(_: Row, text: str) -> bool:
    """Two tellings beside each other: whether one has another thing of a class in the other's place."""
    one, other = text.split(" | ")
    return bool(classes.swapped(one, other, one, other))


def opposite(_: Row, text: str) -> bool:
    return polarity.reversed_(*text.split(" | ")) is not None


def stepped(_: Row, text: str) -> bool:
    return amounts.stepped(*text.split(" | ")) is not None


def on_course(row: Row, text: str) -> bool:
    """Whether two tellings stand on two steps of a course, or two sources are two parties."""
    one, two = text.split(" | ")
    if row["kind"] == courses.VOICE:
        x, y = courses.voices(one), courses.voices(two)
        return bool(x and y) and not x & y
    return courses.course(align(one, two), one, two, (one, two)) is not None


def one_thing(_: Row, text: str) -> bool:
    one, two = (frames.tokens(part)[-1].stem for part in text.split(" | "))
    return frames.one_word(one, two)


PLACES = [sayso.lexicon.gazetteer, sayso.lexicon.place_words]
PLACE_CACHES = [
    getattr(module, name)
    for module, names in zip(PLACES, ("_tabled named peoples", "place_words types short_forms"), strict=True)
    for name in names.split()
]
UNITS, QUANTITIES, HEDGES, STANCE = (sayso.extract.units, sayso.extract.quantities, sayso.extract.hedges, sayso.extract.stance)


def said_beside(row: Row, text: str) -> bool:
    """Whether a word of the row, or of the values behind its label, stands in the text."""
    words = [w.strip() for w in row.get("values", row["words"]).split(",")]
    return any(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", text, re.IGNORECASE) for w in words)


def forms_of_one_verb(row: Row, text: str) -> bool:
    one, two = text.split(" | ")
    return two in strength.irregular().get(strength.root(one), ())


def reckoning(row: Row, text: str) -> bool:
    """Whether a word of the row stands in the text."""
    words = rf"(?:{ties.worded(row['before'])})\s(?:{ties.worded(row['words'])})" if "before" in row else ties.worded(row["words"])
    return re.search(rf"(?<!\w)(?:{words})(?!\w)", text, re.IGNORECASE) is not None


MATCHERS: dict[str, Callable[[Row, str], bool]] = {
    "numbers": number,
    "quantities": depends(
        "quantities", [UNITS], [UNITS.around], lambda text, lang: QUANTITIES.quantities(text, [Span(0, len(text))], lang)
    ),
    "hedges": depends("hedges", [HEDGES], [HEDGES.rules], lambda text, lang: HEDGES.hedges(text, [Span(0, len(text))], lang)),
    "denials": depends("denials", [STANCE], [STANCE.denials], stance),
    "classes": different,
    "opposites": opposite,
    "amounts": stepped,
    "courses": on_course,
    "likes": one_thing,
    "irregular": forms_of_one_verb,
    "remarks": remark,
    "manners": lambda row, text: row["kind"] in lines.manners(text),
    "aliases": alias,
    "habits": lambda row, text: events.habitual(text, Span(0, len(text))),
    "silences": lambda row, text: silences.silent(text, Span(0, len(text))),
    "senses": sense,
    "meanings": lambda row, text: {f"+{s}" for s in row["sense"].split()} <= meaning(text),
    "resumptions": taken_up,
    "noughts": lambda row, text: bool(noughts(text, Span(0, len(text)), row["lang"], terms.senses())),
    "reckonings": reckoning,
    "measures": lambda row, text: (
        (m := measured(text, text.index(" "), len(text))) is not None and m[1] == row["factor"] and m[0] == row["kind"]
    ),
    "fates": befell,
    "notices": notice,
    "furniture": line,
    "colophons": lambda row, text: colophon(text),
    "courtesies": lambda row, text: courtesy(text),
    "picture_houses": lambda row, text: captions([Line(Span(0, len(text)), text, 9, text.endswith("."), True)]) == {0},
    "landmarks": depends("landmarks", PLACES, PLACE_CACHES, places),
    "place_words": depends("place_words", PLACES, PLACE_CACHES, places),
    "parties": stands,
    "posts": lambda row, text: any(row["class"] in posts.classes(t) for t in tokens(text)),
    "first_names": lambda row, text: gender([tokens(text)]) == row["gender"],
    "phrases": expression,
    "verdicts": said_beside,
    "cues": telling,
    **dict.fromkeys(
        vocabulary.TABLES,
        lambda row, text: vocabulary.whole([row], 0 if row.get("case") else re.IGNORECASE).search(text) is not None,
    ),
}
EXAMPLES = [
    pytest.param(table, row, text, wanted, id=f"{table}-{n}-{key}-{k}")
    for table, rows in YAML.items()
    for n, row in enumerate(rows)
    for key, wanted in (("yes", True), ("no", False))
    for k, text in enumerate(row.get(key, ()))
]


@pytest.mark.parametrize("table,row,text,wanted", EXAMPLES)
def test_example(table: str, row: Row, text: str, wanted: bool) -> None:
    assert table in MATCHERS, f"resources/{table}.yml has examples but no matcher here"
    assert MATCHERS[table](row, text) is wanted, (text, row)


def test_generated_tables_are_what_the_yaml_says() -> None:
    for name, rows in YAML.items():
        assert list(made.rows(name)) == [generated(row) for row in rows], f"{name}: run make tables"


@pytest.mark.parametrize("table", vocabulary.TABLES)
def test_every_list_of_a_rule_says_why_and_whence_and_is_asked_for(table: str) -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(Path(vocabulary.__file__).parents[1].rglob("*.py")))
    for row in YAML[table]:
        assert row["reason"] and row["from"] and row["yes"] and row["no"], row
        name = row["kind"].split(":")[0] + ":" if ":" in row["kind"] else row["kind"]
        asked = re.search(rf"""(['"]){table}\1(?:,\s*(['"])[^'"]+\2)*,\s*(['"]){re.escape(name)}\3""", code)
        assert asked, f"no rule asks for {row['kind']} of {table}"


def test_every_matcher_has_its_table() -> None:
    assert set(MATCHERS) <= set(YAML)


@pytest.mark.parametrize("table", ["numbers", "quantities", "hedges", "denials", "landmarks", "place_words"])
def test_rows_say_why_and_whence(table: str) -> None:
    for row in YAML[table]:
        assert row["reason"] and row["from"] and row["yes"] and row["no"], row
