"""What every analyzer must keep, whoever made it: the contract of ``contracts.Analyzer`` as checks. The texts are invented."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.contracts import Analyzer, Attributed
from sayso.extract import extract
from sayso.model import Document, Furniture, Span, identify
from sayso.text.sentences import paragraphs, sentences

PAGE = """Crane fails at Alden port, harbour master says
A crane failed at the port of Alden on Monday, the harbour master, Ida Volk, said.
“We saw nothing of it,” a guard who asked not to be named told Radio Ost. “The lamps were out.”
“They stayed out until noon.”
The ministry denied that anybody was hurt, citing a report by the clinic.
Reportedly, 12 people were treated. Share this
Kern’s office, however, has not confirmed it: “No comment”.
"""
OTHER = "The mayor of Bern Vale said that the bridge is closed. He added that “it will not open again before the winter”."
TEXTS = {
    "page": PAGE,
    "other": OTHER,
    "empty": "",
    "blank": " \n\t \n",
    "one word": "said",
    "one mark": "”",
    "emoji": "🙂🔥 The mayor 🙂 said that 🔥 the bridge is closed 👩‍👩‍👧.",
    "half a character": "The mayor \ud800 said that the bridge\udfff is closed.",
    "nothing told": "Rain fell on the pier. The pier is long.",
}


def document(text: str, furniture: tuple[Span, ...] = (), title: bool = False) -> Document:
    first = text.find("\n")
    return Document(
        id=identify("document", text.encode("utf-8", "surrogatepass").hex(), ""),
        place="page.txt",
        url=None,
        sha256="0" * 64,
        text=text,
        language="en",
        title_span=Span(0, first) if title and first > 0 else None,
        furniture=tuple(Furniture(span, "navigation") for span in furniture),
    )


def listed(page: Document) -> list[Span]:
    """Sentences as ``extract`` hands them over: what lies in furniture is none."""
    all_ = [s for p in paragraphs(page.text) for s in sentences(page.text, p, "en")]
    return [s for s in all_ if not any(s.overlaps(f.span) for f in page.furniture)]


def found(analyzer: Analyzer, page: Document) -> list[Attributed]:
    return list(analyzer.attributions(page, listed(page)))


def spans(a: Attributed) -> Iterator[Span]:
    yield from a.content
    yield from a.via
    yield from (s for s in (a.cue, a.source, a.via_cue, a.addressee) if s is not None)


def keeps_to_the_text(analyzer: Analyzer) -> None:
    for name, text in TEXTS.items():
        page = document(text, title=name == "page")
        for a in found(analyzer, page):
            assert a.content, name
            for s in spans(a):
                assert 0 <= s.start < s.end <= len(text), (name, s)
                assert s.of(text).strip(), (name, s)


def goes_in_text_order(analyzer: Analyzer) -> None:
    for name, text in TEXTS.items():
        contents = [a.content for a in found(analyzer, document(text))]
        assert [c[0] for c in contents] == sorted(c[0] for c in contents), name
        assert all(list(c) == sorted(c) for c in contents), name
        assert not any(x.overlaps(y) for c in contents for n, x in enumerate(c) for y in c[:n]), name


def keeps_out_of_furniture(analyzer: Analyzer) -> None:
    start = PAGE.index("“We saw")
    furniture = (Span(start, PAGE.index("“They stayed")),)
    for a in found(analyzer, document(PAGE, furniture)):
        assert not any(s.overlaps(f) for s in spans(a) for f in furniture)
    assert found(analyzer, document(PAGE, (Span(0, len(PAGE)),))) == []


def says_the_same_again_and_remembers_nothing(analyzer: Analyzer) -> None:
    first = found(analyzer, document(PAGE))
    other = found(analyzer, document(OTHER))
    assert found(analyzer, document(PAGE)) == first
    assert found(analyzer, document(OTHER)) == other


def finds_nothing_where_nothing_is(analyzer: Analyzer) -> None:
    for name in ("empty", "blank", "one word", "one mark", "nothing told"):
        assert found(analyzer, document(TEXTS[name])) == [], name


def finds_the_plain_case(analyzer: Analyzer) -> None:
    (first, *_) = found(analyzer, document(OTHER))
    assert first.source is not None and first.cue is not None
    assert (first.source.of(OTHER), first.cue.of(OTHER)) == ("The mayor of Bern Vale", "said")
    assert "the bridge is closed" in first.content[0].of(OTHER)


def is_named(analyzer: Analyzer) -> None:
    assert analyzer.name and (analyzer.model is None or analyzer.model)


def serves_extract(analyzer: Analyzer) -> None:
    for text in TEXTS.values():
        reading = extract(document(text), analyzer)
        assert all(0 <= s.span.start < s.span.end <= len(text) for s in reading.statements)


SUITE = (
    keeps_to_the_text,
    goes_in_text_order,
    keeps_out_of_furniture,
    says_the_same_again_and_remembers_nothing,
    finds_nothing_where_nothing_is,
    finds_the_plain_case,
    is_named,
    serves_extract,
)
