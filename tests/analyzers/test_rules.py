"""Configurations of attribution in invented sentences: source | cue | content, and what must not be read as one."""

import pytest

from sayso.analyzers.headlines import headline
from sayso.analyzers.rules import Rules
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.model import Document, Span
from sayso.text.sentences import paragraphs, sentences


def found(text: str, language: str = "en", title: bool = False) -> list[Attributed]:
    document = Document("d", "p.txt", None, "0", text, language, title_span=Span(0, len(text)) if title else None)
    return Rules().attributions(document, [s for p in paragraphs(text) for s in sentences(text, p, language)])


def read(text: str, language: str = "en", title: bool = False) -> list[tuple[str | None, str | None, str]]:
    return [
        (a.source.of(text) if a.source else None, a.cue.of(text) if a.cue else None, " … ".join(c.of(text) for c in a.content))
        for a in found(text, language, title)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A port official said that the crane had failed.", [("A port official", "said", "the crane had failed")]),
        ("The mayor said the bridge was closed.", [("The mayor", "said", "the bridge was closed")]),
        ("The bridge was closed, the mayor said on Monday.", [("the mayor", "said", "The bridge was closed")]),
        ("The bridge is closed, said harbour master Ida Volk.", [("harbour master Ida Volk", "said", "The bridge is closed")]),
        ("“We saw nothing,” Volk told reporters.", [("Volk", "told", "We saw nothing,")]),
        ("Last week, Lt. Gen. Ada Kern stated that the road was open.", [("Lt. Gen. Ada Kern", "stated", "the road was open")]),
        ("Ida Volk, the harbour master, said the pier was safe.", [("Ida Volk, the harbour master", "said", "the pier was safe")]),
        ("A guard, who asked not to be named, said the gate was open.", [("A guard", "said", "the gate was open")]),
        ("The council, however, denied any delay.", [("The council", "denied", "any delay")]),
        ("The union accused the yard of hiding the report.", [("The union", "accused", "the yard of hiding the report")]),
        ("According to the clinic, nine people were treated.", [("the clinic", "According to", "nine people were treated")]),
        ("The fire, according to a guard, began in the store.", [("a guard", "according to", "The fire … began in the store")]),
        (
            "The desk reached a clerk in the ministry, who said that the file was lost.",
            [("a clerk in the ministry", "said", "the file was lost")],
        ),
        ("The note answers the mayor's claim that the water is clean.", [("the mayor", "claim", "the water is clean")]),
        (
            "Kern was quoted by the Valley Post as saying the dam was full.",
            [("Kern", "quoted by the Valley Post as saying", "the dam was full")],
        ),
    ],
)
def test_configurations(text: str, expected: list[tuple[str | None, str | None, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The United States sent aid.",
        "They called the ship Marigold.",
        "The reported losses are high.",
        "He refused to say more.",
        "The ministry has not confirmed the figure.",
        "The man, said to be ill, left.",
        "A path called Long Mile ends here.",
        "One may wonder if Kern said those words.",
        "Why she wouldn't say such a thing",
    ],
)
def test_what_tells_nothing(text: str) -> None:
    assert read(text) == []


def test_a_second_cue_with_an_elided_subject_has_the_first_ones_source() -> None:
    text = "The source also said that units were moving, and added that “the search goes on in the hills”."
    assert [(s, c) for s, c, _ in read(text)] == [("The source", "said"), ("The source", "added")]


def test_the_sentence_before_is_told_by_whom_this_one_names() -> None:
    text = "A pier fell into the basin. This was reported by Radio Ost."
    (only,) = found(text)
    assert (only.source or Span(0, 0)).of(text) == "Radio Ost"
    assert only.content[0].of(text) == "A pier fell into the basin"


def test_adding_that() -> None:
    text = "The ferry sank, a sailor told Harbour Radio, adding that the crew was safe."
    first, second = found(text)
    assert first.addressee is not None and first.addressee.of(text) == "Harbour Radio"
    assert (second.source or Span(0, 0)).of(text) == "a sailor"
    assert second.content[0].of(text) == "the crew was safe"


def test_citing_names_a_further_source() -> None:
    text = "Two ships collided, state outlet VNA reports, citing a naval source."
    (only,) = found(text)
    assert (only.source or Span(0, 0)).of(text) == "state outlet VNA"
    assert [v.of(text) for v in only.via] == ["a naval source"]


def test_a_quotation_paragraph_without_a_cue_inherits() -> None:
    text = (
        "A clerk spoke to us, and said the vault was open.\n\n“Over four days they moved two hundred crates. Nobody stopped them.”"
    )
    assert found(text)[-1].inherits
    assert found(text)[-1].content[0].of(text).startswith("Over four days")


def test_a_quotation_over_several_sentences_belongs_to_the_cue_at_its_end() -> None:
    text = "“The river rose. It took the bridge. We ran,” Orr said."
    (only,) = found(text)
    assert only.content[0].of(text) == "The river rose. It took the bridge. We ran,"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Coalition shells bakery in old town – state media", "state media", "Coalition shells bakery in old town"),
        ("Ministry: Flood killed nine in the valley", "Ministry", "Flood killed nine in the valley"),
        ("Convoy crossed the border at night, source says", "source", "Convoy crossed the border at night"),
    ],
)
def test_headlines(text: str, source: str, content: str) -> None:
    ((s, _, c),) = read(text, title=True)
    assert (s, c.rstrip(",")) == (source, content)


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("pt", "“A ponte caiu”, contou à Rádio Serra uma fonte do porto.", "uma fonte do porto"),
        ("es", "Según la policía, el puente cayó.", "la policía"),
        ("ru", "Мост упал, сообщает агентство со ссылкой на министерство.", "агентство"),
        ("ar", "وقالت وزارة النقل إن الجسر سقط.", "وزارة النقل"),
    ],
)
def test_shallow_attribution_in_other_languages(language: str, text: str, source: str) -> None:
    assert [s for s, _, _ in read(text, language)] == [source]


@pytest.mark.parametrize(
    ("title", "source"),
    [
        ("Lund police: bridge closed till Friday", "Lund police"),
        ("Mills ministry: dam is sound", "Mills ministry"),
        ("Mayor of Lund: dam is sound", "Mayor of Lund"),
        ("Lund bank run: 41m gone in a day", None),
        ("Ministry roof: two clerks hurt", None),
        ("Police horse race: nine riders start", None),
    ],
)
def test_a_headlines_label_is_somebody_only_by_its_noun(title: str, source: str | None) -> None:
    view = View(title, Span(0, len(title)), "en", (), True)
    made = headline(view)
    assert (made.source.of(title) if made and made.source else None) == source


def test_a_headline_may_end_in_its_colon() -> None:
    title = "Este Ministerio comunica:"
    assert headline(View(title, Span(0, len(title)), "es", (), True)) is None
