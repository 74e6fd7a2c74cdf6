"""Kinds of sources from all that a page says of them, and whom pronouns, surnames and role nouns mean. Pages are invented."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from sayso.analyzers import by_name
from sayso.contracts import Attributed
from sayso.extract import extract
from sayso.extract.epithets import several
from sayso.extract.kinds import parties, settled
from sayso.extract.members import Member
from sayso.extract.persons import personal
from sayso.model import Document, Reading, SourceKind, Span
from sayso.text.tokens import tokens

Leanings = tuple[tuple[SourceKind, float], ...]
TORN: Leanings = (("person", 0.5), ("official", 0.45))


@dataclass
class Reader:
    """Credits every "said" or "says" to the words before it in the sentence, and is torn between two kinds."""

    leanings: Leanings = TORN
    name: str = "torn"
    model: None = None

    def attributions(self, document: Document, sentences: Sequence[Span]) -> list[Attributed]:
        out = []
        for s in sentences:
            words = s.of(document.text)
            at = words.find(" said ")
            if at > 0:
                source, cue = Span(s.start, s.start + at), Span(s.start + at + 1, s.start + at + 5)
                out.append(
                    Attributed((Span(cue.end + 1, s.end - 1),), cue, source, kind=self.leanings[0][0], leanings=self.leanings)
                )
        return out


def read(text: str, reader: object | None = None) -> Reading:
    return extract(Document("d", "p.txt", None, "0", text, "en"), reader or Reader())  # type: ignore[arg-type]


def kinds(text: str, leanings: Leanings = TORN) -> list[str]:
    return [s.chain[-1].kind for s in read(text, Reader(leanings)).statements if len(s.chain) > 1]


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("Volk said the pier was safe. The town knows Ida Volk, the mayor of Varn.", "official"),
        ("Volk said the pier was safe. The town knows Ida Volk, the owner of a bakery.", "person"),
        ("Volk said the pier was safe. Prosecutor Ida Volk left by the back door.", "official"),
        ("Volk said the pier was safe. Ida Volk is a judge in Varn.", "official"),
        ("Volk said the pier was safe. Ida Volk, a former governor, left by the back door.", "person"),
        ("Volk said the pier was safe. Ida Volk, who heads the port ministry, left by the back door.", "official"),
        ("Volk said the pier was safe. Ida Volk (Reform, Upper Varn) left by the back door.", "official"),
        ("Volk said the pier was safe. Ida Volk, 44, a midwife, left by the back door.", "person"),
    ],
)
def test_what_the_page_says_elsewhere_decides(page: str, kind: str) -> None:
    assert kinds(page) == [kind]


def test_all_mentions_of_a_person_have_one_kind() -> None:
    page = "Volk said the pier was safe. Mayor Ida Volk said the crane was old. She said nobody was hurt. Volk said it again."
    assert kinds(page) == ["official"] * 4


def test_two_persons_of_one_surname_are_two_parties() -> None:
    page = "Ida Volk said the pier was safe. Otto Volk said it was not."
    found = Reader().attributions(Document("d", "p.txt", None, "0", page, "en"), [Span(0, 32), Span(33, len(page))])
    assert len(parties(page, found)) == 2


def test_a_full_name_and_its_surname_are_one_party() -> None:
    page = "Ida Volk said the pier was safe. Volk said it was not so old."
    found = Reader().attributions(Document("d", "p.txt", None, "0", page, "en"), [Span(0, 32), Span(33, len(page))])
    assert [p.mentions for p in parties(page, found)] == [[0, 1]]


def test_a_news_agency_of_the_state_is_an_agency() -> None:
    torn: Leanings = (("government", 0.5), ("agency", 0.4))
    assert kinds("The official Orvik news agency said the pier was safe.", torn) == ["agency"]
    assert kinds("The Orvik port authority said the pier was safe.", torn) == ["government"]


def test_who_asked_not_to_be_named_is_anonymous() -> None:
    torn: Leanings = (("official", 0.5), ("anonymous", 0.4))
    assert kinds("A minister, who asked not to be named, said the pier was safe.", torn) == ["anonymous"]


def test_what_an_analyzer_without_leanings_says_is_left() -> None:
    found = [Attributed((Span(14, 20),), Span(9, 13), Span(0, 8), kind="ngo")]
    assert settled("Ida Volk said it all.", found) == found


def names(text: str) -> list[str | None]:
    return [s.chain[-1].name for s in read(text, by_name("rules")).statements if len(s.chain) > 1]


def test_he_is_no_woman_who_spoke_before() -> None:
    page = "Engineer Peter Rask said the dam was full. Mayor Rosalind Volk said it was not. “We measured twice,” he said."
    assert names(page)[-1] == "Engineer Peter Rask"


def test_she_may_be_somebody_who_has_not_spoken() -> None:
    page = "Peter Rask said the dam was full. Rosalind Volk left the hall at noon. She said it was not."
    assert names(page) == ["Peter Rask", "Rosalind Volk"]


def test_a_name_that_ends_in_s_is_no_crowd() -> None:
    page = "Peter Jones said the dam was full. He added that it would hold."
    assert names(page) == ["Peter Jones", "Peter Jones"]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("The mayor's adviser, Ida Volk,", "The mayor"),
        ("The harbour ministry's spokesman, Otto Rask,", "The harbour ministry"),
        ("The deputy governor, Ida Volk,", "The governor"),
    ],
)
def test_a_role_does_not_mean_who_serves_it(first: str, then: str) -> None:
    sources = {
        s.chain[-1].source for s in read(f"{first} said the pier was safe. {then} said it was not.", by_name("rules")).statements
    }
    assert len(sources) == 2


def test_a_role_means_who_holds_it() -> None:
    page = "Ida Volk, the mayor, said the pier was safe. The mayor said the crane was not."
    sources = {s.chain[-1].source for s in read(page, by_name("rules")).statements}
    assert len(sources) == 1


def test_a_fuller_name_with_the_short_one_in_brackets_is_shown() -> None:
    page = "ONA reported that the pier was safe. The state news agency (ONA) reported that the crane was not."
    assert names(page)[-1] == "The state news agency (ONA)"


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("The Varn weather service said rain was near.", "government"),
        ("The Institute of Statistics of Varn said prices rose.", "government"),
        ("The UN refugee agency said the camp was full.", "organization"),
        ("The archdiocese said the bell was cast in Varn.", "organization"),
    ],
)
def test_bodies_by_their_nouns(page: str, kind: str) -> None:
    assert kinds(page, (("organization", 0.45), ("government", 0.45))) == [kind]


def test_a_noun_before_a_name_makes_it_a_body() -> None:
    page = "The page Old Varn said the pier was shut."
    assert kinds(page, (("outlet", 0.5), ("social", 0.45))) == ["social"]
    assert kinds("The Orv Post said the pier was shut.", (("outlet", 0.5), ("social", 0.45))) == ["outlet"]
    assert kinds("The firm Varn Lines said the pier was shut.", (("person", 0.5), ("organization", 0.45))) == ["organization"]
    assert kinds("The builder Ola Varn said the pier was shut.", (("person", 0.5), ("organization", 0.45))) == ["person"]


def test_a_pronoun_has_the_post_of_whom_the_words_before_name() -> None:
    page = "Prosecutor Ida Volk left by the back door. She said the pier was safe."
    assert kinds(page) == ["official"]


def test_a_first_name_alone_means_the_one_who_has_it() -> None:
    assert kinds("Mayor Ida Volk said the pier was safe. Ida said nothing was lost.") == ["official", "official"]


def test_an_agency_named_after_its_noun_is_itself() -> None:
    page = "The Orv news agency said the pier was safe. The newspaper Kayan said it was not. The agency ULNA said nothing."
    found = [s.chain[-1].name for s in read(page, Reader((("agency", 0.5), ("outlet", 0.45)))).statements if len(s.chain) > 1]
    assert len(set(found)) == 3


def evidence(text: str, source: str) -> set[str]:
    """What a page says of the party that speaks in ``source``."""
    at = text.rindex(source)
    cue = text.index("said", at)
    a = Attributed((Span(cue + 5, len(text) - 1),), Span(cue, cue + 4), Span(at, at + len(source)), leanings=TORN)
    return parties(text, [a])[0].evidence


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("The Harbour Board denied it. Its director, Ola Rask, said no.", "Its director, Ola Rask", "chief_public"),
        (
            "The chess club denied it. “We told the police,” its president, Ola Rask, said.",
            "its president, Ola Rask",
            "chief_private",
        ),
        ("Nobody knew. Its director, Ola Rask, said no.", "Its director, Ola Rask", "chief_theirs"),
        ("Secretary of State Ola Rask left. Rask said no.", "Rask", "mouth_portfolio"),
        ("They read the newspaper Orvik. Later Orvik said no.", "Orvik", "called_sheet"),
        ("Orvik, which owns the mill, left. Orvik said no.", "Orvik", "which"),
    ],
)
def test_what_a_page_says_of_a_name(text: str, source: str, said: str) -> None:
    assert said in evidence(text, source)


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("Volk said the pier was safe. Ida Volk, who has sat for Upper Varn since May, left by the back door.", "official"),
        ("Volk said the pier was safe. Ida Volk, who represents Upper Varn, left by the back door.", "official"),
        ("Volk said the pier was safe. Ida Volk, who holds the seat of Varn, left by the back door.", "official"),
        ("Volk said the pier was safe. Ida Volk, who has sat here since May, left by the back door.", "person"),
        ("Volk said the pier was safe. Ida Volk, who holds the ladder, left by the back door.", "person"),
        ("Volk said the pier was safe. Ida Volk, who presents prizes, left by the back door.", "person"),
    ],
)
def test_who_sits_for_a_place_is_its_member(page: str, kind: str) -> None:
    assert kinds(page) == [kind]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the Orvik Colts", ""),
        ("the OSO", ""),
        ("the Varn Rovers", ""),
        ("Novaya Orva", ""),
        ("Ola Rask", "Ola Rask"),
        ("the late Ola Rask", "Ola Rask"),
        ("the Rev. Ola Rask", "Ola Rask"),
        ("Editor Rask", "Rask"),
    ],
)
def test_an_article_before_a_name_makes_it_no_persons(phrase: str, name: str) -> None:
    assert " ".join(t.text for t in personal([t for t in tokens(phrase) if t.word])) == name


@pytest.mark.parametrize(
    ("page", "parted"),
    [
        ("An engineer at the dam said it leaked. The engineer said it was old.", [[0, 1]]),
        ("A clerk in the town hall said it leaked. The clerk said it was old.", [[0, 1]]),
        ("The driver of the bus said it leaked. The driver said it was old.", [[0, 1]]),
        ("An engineer at the dam said it leaked. A baker said it was old.", [[0], [1]]),
        ("An engineer at the dam said it leaked. An engineer said it was old.", [[0], [1]]),
        ("An engineer at the dam said it leaked. An engineer at sea said so. The engineer said it was old.", [[0], [1], [2]]),
    ],
)
def test_a_role_taken_up_short_is_the_one_brought_on(page: str, parted: list[list[int]]) -> None:
    document = Document("d", "p.txt", None, "0", page, "en")
    ends = [i + 1 for i, c in enumerate(page) if c == "."]
    spans = [Span(a, b) for a, b in zip([0, *(e + 1 for e in ends)], ends, strict=False)]
    assert [p.mentions for p in parties(page, Reader().attributions(document, spans))] == parted


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("people at the firm", True),
        ("two of its clerks", True),
        ("several", True),
        ("one of its clerks", False),
        ("a person at the firm", False),
        ("Ola Rask", False),
    ],
)
def test_who_is_more_than_one_is_no_he(name: str, more: bool) -> None:
    assert several(Member(name, "anonymous")) is more
