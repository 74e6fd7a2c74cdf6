"""A name that is to be withheld is in no byte of any form, nor can a guess of it be checked by an id."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from pathlib import Path

import pytest

from sayso.errors import SaysoError
from sayso.model import ChainLink, Document, Place, Reason, Rejected, Report, Span, identify
from sayso.show.exports import MAKERS, bundle
from sayso.show.exports.checking import check
from sayso.show.exports.masks import mask
from sayso.show.exports.redaction import redacted
from sayso.show.records import json_text
from sayso.store.book import Book
from sayso.store.schema import digest
from sayso.text.normal import name_key, words
from tests.show.fiction import Page, report, span

NAME = "Runa Tholl"
OTHERS = ("Ida Vell", "Lake Courier=Лейк Курьер")
FORMS = ("runa", "tholl", "Tholl", "THOLL", "Руна", "Толл", "رونا", "ثول", "T h o l l", "Тhоll", "Tho\u200bll", "R\u0301una")
"""The name's parts, cases and transliterations, as they stand in ``pile``."""
TEXT = (
    "Runa Tholl warned before the flood 😀\n"
    "“The wall will go,” Ms. THOLL told the Valley Post 🌊. Tholl’s house stood below the dam in Thollberg.\n"
    "Руна Толл и رونا ثول сказали то же, что T h o l l, Тhоll, Tho\u200bll и R\u0301una.\n"
    "The council said 12 houses were lost, and Runa Tholl denied it.\n"
)


def pile() -> Report:
    """The dam again, with a page on which the name stands in every way: title, byline, path, address, place, reasons, messages."""
    whole = report()
    page = Page(
        "pile/runa-tholl/Tholl_interview.txt",
        TEXT,
        "Tholl Times",
        "en",
        title="Runa Tholl warned before the flood 😀",
        title_span=Span(0, 36),
        byline="RUNA THOLL",
        degraded=("Tholl's page was cut",),
    )
    page.document = dataclasses.replace(page.document, url="https://times.example/%54holl/runa-tholl")
    warned = page.tell(
        "“The wall will go,” Ms. THOLL told the Valley Post 🌊.",
        ["The wall will go,"],
        "direct",
        [page.link("Ms. THOLL", "person", "Ms. THOLL")],
        cue="told",
        addressee=ChainLink("Valley Post", "outlet", None, span(TEXT, "the Valley Post")),
        places=(Place("Thollberg", span(TEXT, "Thollberg"), "geonames:1", 1.0, 2.0, "city"),),
    )
    denied = page.tell(
        "The council said 12 houses were lost, and Runa Tholl denied it.",
        ["12 houses were lost"],
        "indirect",
        [page.link("Runa Tholl", "person", "Runa Tholl")],
        cue="said",
        stance="deny",
    )
    claim = dataclasses.replace(
        whole.claims[0],
        id=identify("claim", "tholl"),
        gist="Runa Tholl says that the wall will go",
        statements=tuple(sorted((warned, denied))),
        documents=(page.document.id,),
        origins=dataclasses.replace(whole.claims[0].origins, why=("One page names Tholl.",)),
    )
    finding = dataclasses.replace(
        whole.findings[0],
        id=identify("finding", "tholl"),
        claim=claim.id,
        documents=(page.document.id,),
        message="Runa Tholl stands as the council.",
        evidence=(dataclasses.replace(whole.findings[0].evidence[0], document=page.document.id, span=span(TEXT, "Tholl’s house")),),
        from_="Tholl’s house",
        to=None,
        limits="Another interview with THOLL.",
    )
    unseen = dataclasses.replace(whole.unseen[0], id=identify("unseen", "interview", "Tholl"), name="an interview with Runa Tholl")
    first = whole.derivations[0]
    derivation = dataclasses.replace(
        first,
        document=page.document.id,
        from_=unseen.id,
        why=(
            Reason("named", "names Tholl", 2.0, span(TEXT, "Runa Tholl")),
            Reason("url", f"https://times.example/%54holl/runa-tholl {page.document.sha256}", 20.0),
        ),
        statements=(warned,),
    )
    return dataclasses.replace(
        whole,
        readings=(*whole.readings, page.reading),
        claims=(*whole.claims, claim),
        findings=(*whole.findings, finding),
        unseen=(*whole.unseen, unseen),
        derivations=(*whole.derivations, derivation),
        rejected=(*whole.rejected, Rejected("pile/tholl.jpg", "Tholl's picture")),
    )


def every_byte(made: Report) -> dict[str, bytes]:
    """All files of all forms, with their names."""
    out = {f"{form}/{name}": data for form, maker in MAKERS.items() for name, data in maker(made).items()}
    return (
        out
        | {f"bundle/{name}": data for name, data in bundle.files(made, {}, ()).items()}
        | {"case.zip": bundle.zipped(bundle.files(made, {}, ()))}
    )


def plain(text: str) -> str:
    """Folded, and without what cannot be seen."""
    return "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if unicodedata.category(c) not in {"Mn", "Cf", "Cc"})


def test_the_pile_has_the_name_in_every_form_before():
    before = every_byte(pile())
    text = "\n".join(data.decode("utf-8", "replace") for data in before.values())
    assert all(form in text for form in FORMS)
    assert any("Tholl" in name for name in before)


@pytest.mark.parametrize("form", [*MAKERS, "bundle", "case.zip"])
def test_no_byte_of_any_form_has_the_name(form: str):
    made = redacted(pile(), mask([NAME, *OTHERS])).report
    looked = 0
    for name, data in every_byte(made).items():
        if not name.startswith(form):
            continue
        looked += 1
        for text in (name, data.decode("utf-8", "replace"), data.decode("latin-1")):
            seen = plain(text)
            for part in (
                "runa",
                "tholl",
                "ida vell",
                "vell",
                "courier",
                "курьер",
                "руна",
                "толл",
                "رونا",
                "ثول",
                "t h o l l",
                "54holl",
            ):
                # "unseen", "revelled": the short part only as a word
                pattern = rf"(?<![^\W_]){re.escape(plain(part))}" if part in ("vell", "runa") else re.escape(plain(part))
                assert not re.search(pattern, seen), (name, part)
            assert "Тh" not in text
    assert looked


def test_no_id_of_a_page_with_the_name_is_left():
    whole = pile()
    made = redacted(whole, mask([NAME]))
    page = next(r for r in whole.readings if r.document.place.startswith("pile/runa"))
    gone = {page.document.id, page.document.sha256, *(s.id for s in page.statements), *(s.id for s in page.sources)}
    gone |= {identify("claim", "tholl"), identify("finding", "tholl"), identify("unseen", "interview", "Tholl"), whole.run.settings}
    text = "\n".join(data.decode("utf-8", "replace") for data in every_byte(made.report).values())
    assert not [old for old in gone if old in text]
    assert page.document.url is not None and page.document.url not in text
    assert gone - {whole.run.settings} <= set(made.ids)


def test_pages_without_the_name_keep_their_ids():
    whole, made = pile(), redacted(pile(), mask([NAME])).report
    kept = {r.document.id for r in whole.readings} & {r.document.id for r in made.readings}
    assert len(kept) == 4  # all but the interview and the council's release, whose spokeswoman she is


def release(name: str) -> Report:
    """One page on which somebody of this name speaks, twice."""
    text = f"Release\n{name} said that no house was lost. “None,” {name} said.\n"
    page = Page(f"pile/{name}.txt", text, None, "en", title=f"{name} speaks")
    told = [
        page.tell(f"{name} said that no house was lost.", ["no house was lost"], "indirect", [page.link(name, "official", name)]),
        page.tell(f"“None,” {name} said.", ["None,"], "direct", [page.link(name, "official", name)]),
    ]
    claim = dataclasses.replace(
        report().claims[0], id=identify("claim", told[0]), statements=tuple(sorted(told)), gist=f"{name} denies"
    )
    return dataclasses.replace(
        report(), readings=(page.reading,), claims=(claim,), unseen=(), derivations=(), siblings=(), ties=(), findings=()
    )


def test_nothing_depends_on_the_name_that_was_there():
    """Whoever it was, of whatever length: the same bytes."""
    one, other = (redacted(release(name), mask([name])).report for name in ("Runa Tholl", "Berengaria Quist-Oddny"))
    assert "[withheld 1]" in json_text(one)
    assert every_byte(one) == every_byte(other)


def test_offsets_are_right_after_replacement():
    whole = pile()
    one = mask([NAME, *OTHERS])
    made = redacted(whole, one)
    before = {r.document.id: r.document for r in whole.readings}
    after: dict[str, Document] = {r.document.id: r.document for r in made.report.readings}
    looked = 0
    old = {s.id: s for r in whole.readings for s in r.statements}
    new = {s.id: s for r in made.report.readings for s in r.statements}
    assert len(old) == len(new)
    for key, s in old.items():
        t = new[made.ids.get(key, key)]
        a, b = before[s.document].text, after[t.document].text
        pairs = [(s.span, t.span), *zip(s.content, t.content, strict=True), (s.cue, t.cue)]
        pairs += [(x.span, y.span) for x, y in zip(s.chain, t.chain, strict=True)]
        pairs += [(x.span, y.span) for x, y in zip(s.quantities, t.quantities, strict=True)]
        pairs += [(x.span, y.span) for x, y in zip(s.places, t.places, strict=True)]
        for x, y in pairs:
            assert (x is None) == (y is None)
            if x and y:
                looked += 1
                assert y.of(b) == one.clean(x.of(a))
    assert looked > 40
    assert check(bundle.zipped(bundle.files(made.report, {}, ())), whole.run.version, digest).faults == []


def test_a_place_called_like_the_source_loses_its_coordinates():
    made = redacted(pile(), mask([NAME])).report
    places = [p for r in made.readings for s in r.statements for p in s.places]
    assert [(p.name, p.gazetteer, p.lat, p.lon) for p in places] == [("[withheld 1]", None, None, None)]


def test_redaction_is_the_same_in_any_order_and_twice_is_once():
    from tests.show.exports.piles import turned

    one = mask([NAME, *OTHERS])
    made = redacted(pile(), one).report
    assert json_text(redacted(turned(pile()), mask([NAME, *OTHERS])).report) == json_text(made)
    again = redacted(made, mask([NAME, *OTHERS])).report
    assert [r.document.text for r in again.readings] == [r.document.text for r in made.readings]


def test_a_name_that_is_not_there_changes_nothing_but_the_settings():
    whole = report()
    made = redacted(whole, mask(["Quirin Zabelle"]))
    assert made.ids == {}
    assert json_text(dataclasses.replace(made.report, run=whole.run)) == json_text(whole)


def words_of(data: bytes) -> set[str]:
    """All words of a file as sayso cuts them, with what escapes stand for."""
    text = data.decode("utf-8", "replace")
    return {w.text for w in words(re.sub(r"\\\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), text))}


def test_no_word_of_any_form_is_another_spelling_of_the_name_as_pages_are_compared():
    """The keys by which pages are compared, asked directly: none of the name's is left on a word that may be a name."""
    keys = {name_key(part) for part in ("Runa", "Tholl", "Руна", "Толл", "ثول")} - {None}
    assert len(keys) > 2
    found = set().union(*map(words_of, every_byte(redacted(pile(), mask([NAME])).report).values()))
    before = set().union(*map(words_of, every_byte(pile()).values()))
    assert [w for w in before if name_key(w) in keys]
    assert [w for w in found if name_key(w) in keys and (w[:1] != w[:1].lower() or w[:1].upper() == w[:1].lower())] == []


def test_no_byte_of_a_book_has_the_name(tmp_path: Path):
    with Book(tmp_path / "a.book") as book:
        book.save(redacted(pile(), mask([NAME])).report, "export")
    data = (tmp_path / "a.book").read_bytes()
    for coding in ("utf-8", "utf-16-le", "latin-1"):
        text = data.decode(coding, "replace")
        text = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), text)  # readings are kept as ASCII
        for part in FORMS:
            assert not re.search(rf"(?<![^\W_]){re.escape(plain(part))}", plain(text)), (coding, part)
    assert b"[withheld 1]" in data


@pytest.mark.parametrize("name", ["Dean Cafe Parent", "Rule May", "English Report", "Indirect Person", "2040", "Meta Masthead"])
def test_a_name_made_of_our_own_words_is_no_false_alarm(name: str):
    made = redacted(pile(), mask([name])).report
    assert check(bundle.zipped(bundle.files(made, {}, ())), made.run.version, digest).faults == []


def test_what_would_be_left_stops_everything(monkeypatch: pytest.MonkeyPatch):
    """The last wall, with a hole made before it."""
    monkeypatch.setattr("sayso.show.exports.redaction._Work.said", lambda self, text: text)
    with pytest.raises(SaysoError, match=r"a name is left in .*; nothing was written"):
        redacted(pile(), mask([NAME]))
