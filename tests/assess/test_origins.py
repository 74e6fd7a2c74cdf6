from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from sayso.assess.origins import RULES, origins
from sayso.assess.pile import Pile
from sayso.model import Origins
from tests.assess.piles import Page, pile

ALL = frozenset(RULES)
GUARD = "Nineteen boats left the harbour of Ostmar before dawn"


def ranged(*pages: Page, rules: frozenset[str] = ALL, **ties: object) -> Origins:
    p = pile(*pages, **ties)  # type: ignore[arg-type]
    return origins(p, next(c for c in p.claims if c.id == "boats"), rules)


def pages(*sources: tuple[tuple[str | None, str], ...], text: str = GUARD) -> list[Page]:
    out = []
    for n, chain in enumerate(sources):
        page = Page(f"p{n}", text, f"Paper {n}")
        page.tell(text, *chain, claim="boats")
        out.append(page)
    return out


@pytest.mark.parametrize(
    ("sources", "low", "high"),
    [
        # one named person, however titled
        ([(("harbour master Ivo Tarn", "person"),), (("Ivo Tarn", "person"),), (("Tarn", "person"),)], 1, 1),
        # a body and the one who speaks for it
        (
            [(("the Lendish Harbour Ministry", "government"),), (("Lendish Harbour Ministry spokeswoman Ada Grell", "official"),)],
            1,
            1,
        ),
        # "authorities" beside a named body
        ([(("Lendish authorities", "government"),), (("the Lendish Harbour Ministry", "government"),)], 1, 1),
        # one page stops at the agency, the other names who stands behind it
        ([(("Nordpress", "agency"),), (("Nordpress", "agency"), ("a dock hand", "anonymous"))], 1, 1),
        # nameless, through the same agency
        ([(("Nordpress", "agency"), ("a dock hand", "anonymous")), (("Nordpress", "agency"), ("a worker", "anonymous"))], 1, 1),
        # nameless, described in the same words
        ([(("a harbour guild source", "anonymous"),), (("harbour guild source", "anonymous"),)], 1, 1),
        # onlookers are many
        ([(("two residents", "group"),), (("two residents", "group"),)], 1, 2),
        # nameless beside nameless: the pages do not say
        ([(("a dock hand", "anonymous"),), (("a fisherman's wife", "anonymous"),)], 1, 2),
        # nameless beside named: the pages do not say
        ([(("a dock hand", "anonymous"),), (("Ivo Tarn", "person"),)], 1, 2),
        # two camps
        ([(("the Lendish Harbour Ministry", "government"),), (("the Ostmar Fishing Guild", "organization"),)], 2, 2),
        ([(("Ivo Tarn", "person"),), (("Ada Grell", "person"),), (("Oke Brand", "person"),)], 3, 3),
        # officials of one country
        ([(("the Lendish Navy Board", "government"),), (("the Lendish Harbour Ministry", "government"),)], 1, 2),
        # a description is no name: he may be the one who is named elsewhere
        ([(("a Lendish campaigner", "person"),), (("Ivo Tarn", "person"),)], 1, 2),
        # two who speak from one body; two ministries of one name only
        ([(("scientists at the University of Ostmar", "group"),), (("a study by the University of Ostmar", "document"),)], 1, 1),
        ([(("Ivo Tarn of the Lendish Harbour Board", "person"),), (("Ada Grell of the Lendish Fish Board", "person"),)], 2, 2),
        # an office without a name, beside a person of no other office
        ([(("Prime Minister", "official"),), (("Ivo Tarn", "official"),)], 1, 1),
        ([(("Prime Minister", "official"),), (("prime minister Ivo Tarn", "official"),)], 1, 1),
        ([(("Prime Minister", "official"),), (("Colonel Ivo Tarn", "official"),)], 2, 2),
        # the press in general is nobody, beside a source and alone
        ([(("several media reports", "document"),), (("Ivo Tarn", "person"),)], 1, 1),
        ([(("local media", "outlet"),), (("thousands of articles", "document"),)], 0, 1),
        ([(("the guild's yearly report", "document"),)], 1, 1),
        ([(("Lendish state media", "outlet"),), (("Ivo Tarn", "person"),)], 1, 2),
        # a pronoun and "the report" go back to somebody
        ([(("he", "group"),), (("Ivo Tarn", "person"),)], 1, 1),
        ([(("The report", "document"),), (("Ivo Tarn", "person"),)], 1, 1),
        ([(("WHO", "organization"),), (("Ivo Tarn", "person"),)], 2, 2),
        # described in words that fit the other too
        ([(("a source", "anonymous"),), (("a harbour guild source", "anonymous"),)], 1, 1),
        ([(("scientists", "group"),), (("Scientists of the North", "group"),)], 1, 1),
        # nobody
        ([(), ()], 0, 1),
    ],
)
def test_range(sources: list[tuple[tuple[str, str], ...]], low: int, high: int) -> None:
    for order in (sources, sources[::-1]):
        found = ranged(*pages(*order))
        assert (found.low, found.high) == (low, high), found.why


def test_every_fold_is_given_in_words() -> None:
    found = ranged(*pages((("Ivo Tarn", "person"),), (("Tarn", "person"),)))
    assert found.why == (
        "“Ivo Tarn” (Paper 0) and “Tarn” (Paper 1) are one source [identity]",
        "the count without one of the rules: identity 2",
    )


def test_pages_of_one_outlet_are_told_apart() -> None:
    a, b = pages((("Ivo Tarn", "person"),), (("Tarn", "person"),))
    b.outlet = a.outlet
    assert ranged(a, b).why[0] == "“Ivo Tarn” (Paper 0 (p0.txt)) and “Tarn” (Paper 0 (p1.txt)) are one source [identity]"
    twice = Page("p2", GUARD, "Paper 2")
    for _ in range(2):
        twice.tell(GUARD, ("Ivo Tarn", "person"), claim="boats")
    assert ranged(twice).why[0] == "“Ivo Tarn” (Paper 2) is one source, named more than once [identity]"


def test_sources_without_a_name_in_two_languages_are_one() -> None:
    def told(other: str, kind: str, language: str) -> int:
        a, b = pages((("local sources", "anonymous"),), ((other, kind),))
        b.language = language
        return ranged(a, b).high

    assert told("fuentes del puerto", "anonymous", "es") == 1
    assert told("источники", "anonymous", "ru") == 1
    assert told("fuentes del puerto", "anonymous", "en") == 2
    assert told("Министерство порта", "government", "ru") == 1
    assert told("Ministerio del Puerto", "government", "es") == 2


def test_two_services_stay_two_in_two_languages() -> None:
    def told(other: str) -> int:
        a, b = pages((("prosecutors", "official"),), ((other, "anonymous"),))
        b.language = "pt"
        return ranged(a, b).high

    assert told("uma fonte dos bombeiros") == 2
    assert told("uma fonte da procuradoria") == 1
    assert told("uma fonte") == 1


def test_a_description_in_another_language_may_be_the_body_that_is_named() -> None:
    def told(kind: str, language: str) -> int:
        a, b = pages((("the harbour ministry", "government"),), (("El Ministerio del Puerto", kind),))
        b.language = language
        return ranged(a, b).high

    assert told("government", "es") == 1
    assert told("government", "en") == 2
    assert told("organization", "es") == 2


def test_the_first_source_of_a_page_is_the_one_named_below() -> None:
    lead, text = (
        "A top harbour official says nineteen boats left",
        "Nineteen boats left, Serik Tarn, head of the harbour office, said",
    )
    page = Page("p", f"{lead}. {text}. A fisher agreed that the boats left.", "Paper")
    page.tell(lead, ("A top harbour official", "official"), claim="boats")
    page.tell(text, ("Serik Tarn, head of the harbour office", "official"), claim="boats")
    assert ranged(page).high == 1
    assert ranged(page, rules=ALL - {"lead", "description"}).high == 2
    page.tell("A fisher agreed that the boats left", ("A fisher", "person"), claim="boats")
    assert ranged(page).high == 2


@pytest.mark.parametrize(
    ("rule", "sources"),
    [
        ("identity", [(("Ivo Tarn", "person"),), (("Tarn", "person"),)]),
        ("relay", [(("Nordpress", "agency"),), (("Nordpress", "agency"), ("a dock hand", "anonymous"))]),
        (
            "occasion",
            [(("Nordpress", "agency"), ("a dock hand", "anonymous")), (("Nordpress", "agency"), ("a worker", "anonymous"))],
        ),
        ("description", [(("a guild source", "anonymous"),), (("guild source", "anonymous"),)]),
    ],
)
def test_a_rule_can_be_switched_off(rule: str, sources: list[tuple[tuple[str, str], ...]]) -> None:
    assert ranged(*pages(*sources)).high == 1
    assert ranged(*pages(*sources), rules=ALL - {rule}).high == 2


def test_siblings_fold_a_nameless_source_and_a_promoted_one() -> None:
    a, b = pages((("a dock hand", "anonymous"),), (("the Ostmar Herald", "outlet"),))
    assert ranged(a, b).high == 2
    assert ranged(a, b, siblings=[(a, b)]).high == 1


def test_a_page_that_follows_another_has_its_source_from_there() -> None:
    first, later = pages((("two people at the guild", "anonymous"),), (("guild sources", "organization"),))
    assert ranged(first, later).high == 2
    assert ranged(first, later, steps=[(later, first)]).high == 1
    named, other = pages((("Ivo Tarn", "person"),), (("furious fish traders", "official"),))
    assert ranged(named, other, steps=[(other, named)]).high == 1
    named, other = pages((("Ivo Tarn", "person"),), (("Ada Grell", "person"),))
    assert ranged(named, other, steps=[(other, named)]).high == 2


def first_said(*readings: Page, steps: Sequence[tuple[Page, Page]] = ()) -> bool:
    return any("told it before any page" in w for w in ranged(*readings, steps=steps).why)


def test_a_page_that_the_sourced_one_follows_was_before_no_other() -> None:
    own, retold = pages((), (("the harbour office", "organization"),))
    own.published, retold.published = "2021-03-04", "2021-03-05"
    assert first_said(own, retold)
    assert not first_said(own, retold, steps=[(retold, own)])


def test_own_voice_adds_no_origin_and_is_named_where_it_came_before_all_sources() -> None:
    sourced, bare = pages((("Ivo Tarn", "person"),), ())
    assert ranged(sourced, bare).high == 1
    other = Page("q", "Fishermen put out to sea earlier than usual on that coast", "Other")
    other.tell(other.text, claim="boats")
    assert not first_said(sourced, other)
    sourced.published, other.published = "2021-03-04", "2021-03-06"
    assert not first_said(sourced, other)
    sourced.published, other.published = "2021-03-06", "2021-03-04"
    assert first_said(sourced, other)
    assert ranged(sourced, other).high == 1


def test_the_own_page_of_a_body_that_was_first_may_be_an_origin() -> None:
    def high(kind: str) -> int:
        sourced, bare = pages((("Ivo Tarn", "person"),), ())
        sourced.published, bare.published = "2021-03-06", "2021-03-04"
        other = Page("q", "The mill is dry, says Paper 1", "Other")
        other.tell("The mill is dry", ("Paper 1", kind), claim="mill")
        return ranged(sourced, bare, other).high

    assert [high(kind) for kind in ("organization", "government", "ngo")] == [2, 2, 2]
    assert [high(kind) for kind in ("outlet", "agency", "document")] == [1, 1, 1]


def test_a_body_described_by_what_it_did_is_the_one_of_its_kind_that_is_named() -> None:
    named, told = pages((("The charity Tarn Aid", "ngo"),), (("the charity that ran the boats", "ngo"),))
    assert ranged(named, told).high == 1
    named, told = pages((("The charity Tarn Aid", "ngo"),), (("the firm that ran the boats", "organization"),))
    assert ranged(named, told).high == 2
    named, told = pages((("Ivo Tarn", "person"),), (("a man who saw the boats", "anonymous"),))
    assert ranged(named, told).high == 2


def test_its_director_speaks_for_the_body_that_the_telling_names() -> None:
    named, _ = pages((("Tarn Aid", "ngo"),), ())
    page = Page("q", "Tarn Aid saw nineteen boats leave Ostmar, its director said.", "Other")
    page.tell("Tarn Aid saw nineteen boats leave Ostmar", ("its director", "person"), claim="boats")
    assert ranged(named, page).high == 1
    page = Page("q", "Harbour men saw nineteen boats leave Ostmar, its director said.", "Other")
    page.tell("Harbour men saw nineteen boats leave Ostmar", ("its director", "person"), claim="boats")
    assert ranged(named, page).high == 2


def test_own_voice_on_the_page_of_a_sourced_telling_adds_nothing() -> None:
    page = Page("p", f"Boats gone\n{GUARD}, Ivo Tarn said. The sea was calm for the fleet.", "Paper")
    page.tell(GUARD, ("Ivo Tarn", "person"), claim="boats")
    page.tell("The sea was calm for the fleet", claim="boats")
    found = ranged(page)
    assert (found.low, found.high) == (1, 1)


def test_a_headline_is_no_origin_beside_its_text() -> None:
    page = Page("p", f"Boats gone – source\n{GUARD}, a dock hand told Nordpress.", "Paper", title="Boats gone – source")
    page.tell("Boats gone – source", ("source", "anonymous"), claim="boats", voice="headline")
    page.tell(GUARD, ("Nordpress", "agency"), ("a dock hand", "anonymous"), claim="boats")
    found = ranged(page)
    assert (found.low, found.high) == (1, 1)
    assert [r.name for r in found.roots] == ["a dock hand"]


def test_the_one_who_denies_is_no_origin() -> None:
    teller, denier = pages((("Ivo Tarn", "person"),), (("the Ostmar Fishing Guild", "organization"),))
    denier.said = [
        (s.__class__(**{k: getattr(s, k) for k in s.__dataclass_fields__} | {"stance": "deny"}), c) for s, c in denier.said
    ]
    found = ranged(teller, denier)
    assert (found.low, found.high) == (1, 1)


def test_an_undirected_tie_names_no_follower() -> None:
    a, b = pages((("a dock hand", "anonymous"),), (("the Ostmar Herald", "outlet"),))
    p = pile(a, b, steps=[(b, a)])
    assert "Paper 1 appears to follow Paper 0" in (p.relation(a.said[0][0], b.said[0][0]) or "")
    loose = replace(p.linking, derivations=tuple(replace(d, directed=False) for d in p.linking.derivations))
    q = Pile([a.reading(), b.reading()], loose)
    assert "appear to follow one another or a common text" in (q.relation(a.said[0][0], b.said[0][0]) or "")
