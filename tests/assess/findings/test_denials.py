"""Denials, silences, withdrawals and corrections: for each rule rows where it speaks and rows where it is silent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.assess.denials import replies
from sayso.assess.findings.pages import withdrawal_forgotten
from tests.assess.findings.tables import Told, page, pile, rules, spoken, t
from tests.assess.piles import answers

GUARD = t(
    "Ash from the mill has reached the river, a guard said",
    "a guard",
    "anonymous",
    "ash",
    content="Ash from the mill has reached the river",
)
RAIN = t("Rain fell on the quay all day long", claim="rain")
ENGINEER = t(
    "A crack was found in the weir, an engineer said", "an engineer", "anonymous", "crack", content="A crack was found in the weir"
)
SWAP = t(
    "The prisoners were exchanged for grain, local people said",
    "local people",
    "group",
    "swap",
    content="The prisoners were exchanged for grain",
)

# the tellings of one page, words of the telling that is denied
DENIED = [
    (
        [GUARD, t("The mill denied any involvement", "the mill", "organization", content="any involvement", cue="denied")],
        "Ash from the mill",
    ),
    ([RAIN, GUARD, t("The mill has denied it", "the mill", "organization", content="it", cue="denied")], "Ash from the mill"),
    (
        [
            ENGINEER,
            RAIN,
            t(
                "The director said there was no crack and never had been one",
                "The director",
                "official",
                stance="deny",
                content="there was no crack and never had been one",
                cue="said",
            ),
        ],
        "A crack was found",
    ),
    (
        [
            SWAP,
            RAIN,
            t(
                "The envoy denied that the prisoners were exchanged for grain",
                "The envoy",
                "official",
                content="the prisoners were exchanged for grain",
                cue="denied",
            ),
        ],
        "The prisoners were exchanged",
    ),
    (
        [RAIN, SWAP, t("The envoy said this is not true", "The envoy", "official", content="this is not true", cue="said")],
        "The prisoners were exchanged",
    ),
    (
        [
            t("The quote went round the harbour towns for days"),
            t("In fact it was misreporting, as the clerk who passed it on explained"),
        ],
        "The quote went round",
    ),
    (
        [
            t(
                "The guild says the mill dumped slag into the weir",
                "The guild",
                "organization",
                content="the mill dumped slag into the weir",
            ),
            RAIN,
            t("The mill rejected the guild's claims", "The mill", "organization", content="the guild's claims", cue="rejected"),
        ],
        "the mill dumped slag",
    ),
]


@pytest.mark.parametrize(("told", "target"), DENIED, ids=[x[0][-1].words[:50] for x in DENIED])
def test_a_denial_is_tied_to_what_it_denies(told: list[Told], target: str) -> None:
    (f,) = [x for x in spoken(pile(page("p", *told))) if x.rule == "denied"]
    assert target in (f.from_ or "")


NOT_DENIED = [
    [
        GUARD,
        t(
            "The council has also banned ash from the mill",
            "The council",
            "organization",
            stance="deny",
            content="ash from the mill",
            cue="banned",
        ),
    ],
    [
        GUARD,
        t(
            "The guild dismissed Ada Grell of the mill as a failed miller",
            "The guild",
            "organization",
            stance="deny",
            content="Ada Grell of the mill as a failed miller",
            cue="dismissed",
        ),
    ],
    [
        GUARD,
        t(
            "The owner of the mill refused to confirm the report",
            "The owner of the mill",
            "official",
            stance="deny",
            content="the report",
            cue="refused to confirm",
        ),
    ],
    [
        GUARD,
        t(
            "Ada Grell said that she did not hear of the ash until noon",
            "Ada Grell",
            stance="deny",
            content="she did not hear of the ash until noon",
            cue="said",
        ),
    ],
    [
        SWAP,
        t(
            "No prisoners were exchanged for grain, a second envoy said",
            "a second envoy",
            "official",
            stance="deny",
            content="No prisoners were exchanged for grain",
        ),
    ][1:],
]


# Nobody is told to have said it: the denial stands by its own words.
ALONE = [
    [
        t("Boats with 21 prisoners reached the harbour at noon", claim="boats"),
        t(
            "The envoy denied that the 21 prisoners were exchanged for grain",
            "The envoy",
            "official",
            content="the 21 prisoners were exchanged for grain",
            cue="denied",
        ),
    ],
    [
        t("No gate was open that night, a warden said", "a warden", "anonymous", content="No gate was open that night"),
        RAIN,
        t(
            "The council denied that a gate was open that night",
            "The council",
            "organization",
            content="a gate was open that night",
            cue="denied",
        ),
    ],
    [
        GUARD,
        t(
            "The mill also denied that jobs for cousins played a part in it",
            "The mill",
            "organization",
            content="jobs for cousins played a part in it",
            cue="denied",
        ),
    ],
]


@pytest.mark.parametrize("told", NOT_DENIED, ids=[x[-1].words[:50] for x in NOT_DENIED])
def test_no_denial_or_nothing_that_it_denies(told: list[Told]) -> None:
    assert rules(pile(page("p", *told)), "denied") == []


@pytest.mark.parametrize("told", ALONE, ids=[x[-1].words[:50] for x in ALONE])
def test_a_denial_in_its_own_words_is_laid_beside_nothing_else(told: list[Told]) -> None:
    (f,) = (f for f in spoken(pile(page("p", *told))) if f.rule == "denied")
    assert len(f.evidence) == 1 and f.message.endswith(f"“{told[-1].more['content']}”.")


def test_one_answer_cut_in_two_and_its_headline_are_one_denial() -> None:
    head = t("Mill denies ash in the river", "Mill", "organization", content="ash in the river", cue="denies", voice="headline")
    body = t(
        "The mill denied the press reports",
        "The mill",
        "organization",
        content="the press reports",
        cue="denied",
        attribution="one",
    )
    told = page("p", head, GUARD, body)
    told.tell(body.words, *body.by, claim="again", content="the press", cue="denied", attribution="one")
    assert len([f for f in spoken(pile(told)) if f.rule == "denied"]) == 1


TOLL = t(
    "Twelve people drowned at the lock, the harbour office wrote",
    "the harbour office",
    "government",
    "toll",
    figures=[("Twelve", 12, 12, "person")],
    content="Twelve people drowned at the lock",
)
QUILL = t(
    "The board’s director, Anders Quill, said there was no crack",
    "The board’s director, Anders Quill",
    "official",
    "none",
    stance="deny",
    content="there was no crack",
    cue="said",
)

RETRACTED = [
    ([TOLL, RAIN, t("The toll of 12 was quickly retracted", figures=[("12", 12, 12, "toll")])], "Twelve people drowned"),
    ([ENGINEER, QUILL, t("The board withdrew its statement", "The board", "organization")], "there was no crack"),
    ([TOLL, t("The channel has deleted the message"), RAIN], "Twelve people drowned"),
    (
        [
            RAIN,
            TOLL,
            t(
                "A clerk said the publication was a technical error",
                "A clerk",
                "official",
                content="the publication was a technical error",
            ),
        ],
        "Twelve people drowned",
    ),
]


@pytest.mark.parametrize(("told", "target"), RETRACTED, ids=[x[0][-1].words[:40] for x in RETRACTED])
def test_a_withdrawal_is_tied_to_what_it_takes_back(told: list[Told], target: str) -> None:
    (f,) = [x for x in spoken(pile(page("p", *told))) if x.rule == "retracted"]
    assert target in (f.from_ or "")


NOT_RETRACTED = [
    [
        t(
            "The health office denied the toll of 12",
            "The health office",
            "organization",
            claim="toll",
            stance="deny",
            cue="denied",
            content="the toll of 12",
            figures=[("12", 12, 12, "toll")],
        ),
        t("The channel belongs to the harbour office", claim="channel"),
        t(
            "A clerk said the publication was a technical error",
            "A clerk",
            "official",
            content="the publication was a technical error",
        ),
    ],
    [GUARD, t("The shop took the foul words off its shelves", stance="retract")],
    [TOLL, t("The captain again denounced the drowning of people at the lock", "The captain", stance="retract")],
    [GUARD, t("The shop removed the boat game from its window", stance="retract")],
    [t("The fleet withdrew its boats"), RAIN],
]


@pytest.mark.parametrize("told", NOT_RETRACTED, ids=[x[-1].words[:40] for x in NOT_RETRACTED])
def test_what_takes_no_words_back_retracts_nothing(told: list[Told]) -> None:
    assert rules(pile(page("p", *told)), "retracted") == []


QUOTE = t(
    "“To row is up to me, to sink is up to the sea,” the mayor is said to have said",
    "the mayor",
    "official",
    "quote",
    content="To row is up to me, to sink is up to the sea",
    voice="direct",
)
CORRECTED = [
    (
        [
            QUOTE,
            t("Reporter Ada Strum found it on a wall and passed it on", claim="found", content="it on a wall"),
            t("On 3 May the reporter apologised for it", stance="correct", content="it"),
        ],
        "To row is up to me",
    ),
    (
        [TOLL, t("The weekly issued a correction: the toll of 12 was nine", figures=[("12", 12, 12, "toll")])],
        "Twelve people drowned",
    ),
    (
        [
            t("The crack is ninety metres long", claim="long", figures=[("ninety", 90, 90, "metre")]),
            t("An earlier version of this page gave the crack as ninety metres", figures=[("ninety", 90, 90, "metre")]),
        ],
        "The crack is ninety metres",
    ),
]


@pytest.mark.parametrize(("told", "target"), CORRECTED, ids=[x[0][-1].words[:40] for x in CORRECTED])
def test_a_correction_is_tied_to_what_it_puts_right(told: list[Told], target: str) -> None:
    (f,) = [x for x in spoken(pile(page("p", *told))) if x.rule == "corrected"]
    assert target in (f.from_ or "")


NOT_CORRECTED = [
    [QUOTE, t("She then clarified further, “No sea", "the mayor", "official", stance="correct", voice="direct", content="No sea")],
    [QUOTE, t("She ended her letter with a line on the sea", stance="correct")],
    [QUOTE, t("We lived in two towns and the rowing got hard", "the mayor", "official", stance="correct", voice="direct")],
    [TOLL, t("The weekly edited its cover for the spring", stance="correct")],
    [t("It froze", claim="frost"), t("An anchor apologised to nobody at all")],
]


@pytest.mark.parametrize("told", NOT_CORRECTED, ids=[x[-1].words[:40] for x in NOT_CORRECTED])
def test_what_puts_nothing_right_corrects_nothing(told: list[Told]) -> None:
    assert rules(pile(page("p", *told)), "corrected") == []


MILL = t(
    "Ostmar Mill boats dumped ash at night, a guard said",
    "a guard",
    "anonymous",
    "ash",
    content="Ostmar Mill boats dumped ash at night",
)
SILENT = [
    [MILL, t("The Ostmar Mill has not commented on the matter")],
    [MILL, RAIN, t("A spokesman for Ostmar Mill could not be reached")],
    [t("The Ostmar Mill sells flour in nine towns", claim="flour"), MILL, t("Ostmar Mill declined to comment")],
]


@pytest.mark.parametrize("told", SILENT, ids=[x[-1].words[:40] for x in SILENT])
def test_a_silent_party_is_tied_to_what_is_told_of_it(told: list[Told]) -> None:
    (f,) = [x for x in spoken(pile(page("p", *told))) if x.rule == "silent_party"]
    assert f.claim == "ash" and f.to is None


NOT_SILENT = [
    [MILL, t("The Westbridge Council did not respond to a letter")],
    [MILL, t("The Ostmar Mill did respond to a letter")],
    [t("It froze at Ostmar", claim="frost"), t("The Tolsund Guild declined to comment")],
]


@pytest.mark.parametrize("told", NOT_SILENT, ids=[x[-1].words[:40] for x in NOT_SILENT])
def test_a_silence_of_somebody_else_is_not_tied(told: list[Told]) -> None:
    assert rules(pile(page("p", *told)), "silent_party") == []


def forgotten(later: str, *, day: str | None = "2031-05-09", reply: Told | None = None) -> list[str]:
    """The rules that speak of a page that tells a withdrawn toll again."""
    first = page(
        "a", TOLL, t("The toll of 12 was quickly retracted", claim="toll", figures=[("12", 12, 12, "toll")]), published="2031-05-02"
    )
    told = t(later, claim="toll", figures=[("12", 12, 12, "person")] if "12" in later else [])
    p = pile(first, page("b", told, *([reply] if reply else []), published=day))
    return [f.rule for f in withdrawal_forgotten(p, answers(p))]


def test_a_withdrawn_figure_is_told_again() -> None:
    assert forgotten("The lock took 12 people in spring") == ["denial_omitted"]
    assert forgotten("The previous toll was 12 people", day=None) == ["denial_omitted"]
    assert forgotten("Earlier 12 people were counted dead", day=None) == ["denial_omitted"]
    assert forgotten("The lock took 12 people in spring", day=None) == []
    assert forgotten("The lock took many people in spring") == []
    assert forgotten("The lock took 12 people in spring", reply=t("The office has withdrawn the figure")) == []


def test_press_reports_that_are_denied_are_those_of_the_party() -> None:
    reports = (
        t("The Ostmar Herald reported that Harvik boats had dumped ash at sea", "Ostmar Herald", "outlet"),
        t("Nordpress reported that the council asked for a ban on ten ships", "Nordpress", "agency"),
    )
    denial = t("Harvik officials disputed the press reports", "Harvik officials", "official", content="the press reports")
    (f,) = [x for x in spoken(pile(page("p", *reports, denial))) if x.rule == "denied"]
    assert "Harvik boats" in (f.from_ or "")


def test_who_leaves_it_open_tells_nothing_that_is_denied() -> None:
    told = t("Locals said the release was part of a swap", "Locals", "group", "swap", content="the release was part of a swap")
    denial = t(
        "The minister denied that the release was part of a swap",
        "The minister",
        "official",
        "swap",
        content="the release was part of a swap",
        cue="denied",
        stance="deny",
    )
    words = "Whether the release was part of a swap, the guild knows best, a father said"
    other = page("q", t(words, "a father", "anonymous", "swap", content=words.split(", a father")[0]))
    (f,) = [x for x in spoken(pile(page("p", told, denial), other)) if x.rule == "denied"]
    assert {e.document for e in f.evidence} == {"doc-p"}


def test_a_house_is_not_its_country() -> None:
    charge = t("Danish boats dumped ash at night, a guard said", "a guard", "anonymous", content="Danish boats dumped ash at night")
    assert rules(pile(page("p", charge, t("The Danish Tolsund Bank has not commented"))), "silent_party") == []
    assert rules(pile(page("p", charge, t("The Danish Harbour Ministry has not commented"))), "silent_party") == ["silent_party"]


def test_what_is_not_denied_is_no_denial() -> None:
    told = t("The miller has been offered the post of harbour master, a clerk said", "a clerk", "anonymous")
    for words in (
        "The miller, while not denying the post of harbour master, smiled",
        "The miller would neither confirm nor deny the post",
    ):
        assert rules(pile(page("p", told, t(words, "The miller", "official"))), "denied") == [], words


def test_a_person_is_silent_for_nobody_else() -> None:
    told = t(
        "A goalkeeper of Tarn Rovers stole a boat, a guard said",
        "a guard",
        "anonymous",
        content="A goalkeeper of Tarn Rovers stole a boat",
    )
    silent = t("Tarn Rovers manager Ada Grell did not return a call for comment")
    assert rules(pile(page("p", told, silent)), "silent_party") == []
    other = t("Ada Grell stole a boat, a guard said", "a guard", "anonymous", content="Ada Grell stole a boat")
    assert rules(pile(page("p", other, silent)), "silent_party") == ["silent_party"]


def test_one_sentence_that_tells_and_denies_is_shown_up_to_the_denial() -> None:
    words = "A clerk says the boats came late for lack of wind, even though some of the rowers dispute that"
    p = page("p", t(words, "A clerk", "official", content=words[13:]))
    p.tell("some of the rowers dispute that", ("some of the rowers", "group"), content="that", cue="dispute", stance="deny")
    found = [x for x in spoken(pile(p)) if x.rule == "denied"]
    assert all(not f.evidence[0].span.overlaps(f.evidence[1].span) and not (f.from_ or "").endswith("though") for f in found)
    short = "This mill rejected any claim of leaks, a clerk said"
    p = page("q", t(short, "a clerk", "official", content=short[:37]))
    p.tell(
        "mill rejected any claim of leaks", ("mill", "organization"), content="any claim of leaks", cue="rejected", stance="deny"
    )
    assert rules(pile(p), "denied") == []


def test_what_was_carried_is_denied_not_that_it_was() -> None:
    told = [
        t("Clerk Ada Grell owned to nineteen lost boats of the guild", claim="boats"),
        t("Several weeklies carried the report on clerk Ada Grell", claim="weeklies"),
        t(
            "A check found that the report on clerk Ada Grell was false",
            "A check",
            "document",
            stance="deny",
            cue="found",
            content="the report on clerk Ada Grell was false",
        ),
    ]
    assert all("carried" not in (f.from_ or "") for f in spoken(pile(page("p", *told))) if f.rule == "denied")


def test_what_was_posted_stands_before_the_word_that_it_was() -> None:
    told = [
        t("The river mud cures the coughs of old millers, it was held", claim="mud"),
        t("Two weeklies posted like articles on the mud", claim="weeklies"),
        t("One weekly has since amended its page to remove this claim", stance="retract"),
    ]
    (f,) = [x for x in spoken(pile(page("p", *told))) if x.rule == "retracted"]
    assert "cures" in (f.from_ or "")


def test_told_words_are_shown_with_the_reserve_that_stands_among_them() -> None:
    p = page("p", RAIN)
    p.text += " Ships have allegedly moved grain to the hills. The guild denied the report."
    s = p.tell("Ships have allegedly moved grain to the hills", ("a report", "document"), claim="grain")
    p.said[-1] = (replace(s, content=(p.span("Ships have"), p.span("moved grain to the hills"))), "grain")
    p.tell("The guild denied the report", ("The guild", "organization"), cue="denied", content="the report")
    (f,) = [x for x in spoken(pile(p)) if x.rule == "denied"]
    assert "have allegedly moved" in f.message


def test_whose_account_is_denied_does_not_deny_it() -> None:
    p = page("p", GUARD)
    words = "The council dismissed the claim, saying press accounts of the ash were false"
    p.text += f" {words}."
    s = p.tell(words, ("press", "outlet"), stance="deny", cue="dismissed", content="the claim", claim="reply")
    assert [r.act for r in replies(pile(p), p.id)] == ["denied"]
    p.said[-1] = (replace(s, chain=(*s.chain[:-1], replace(s.chain[-1], span=p.span("press")))), "reply")
    assert replies(pile(p), p.id) == ()


@pytest.mark.parametrize(("outlet", "tied"), [("Ostmar Lamp", True), ("Velle Star", False)])
def test_allegations_of_a_named_outlet_are_those_of_its_page(outlet: str, tied: bool) -> None:
    report = t("Tolsund Dairy hid spoilt cheese in nine cellars, papers show", "papers", "document")
    words = "Tolsund Dairy rejects the allegations published by the Ostmar Lamp"
    more: dict[str, str] = {"content": "the allegations published by the Ostmar Lamp", "cue": "rejects", "stance": "deny"}
    reply = t(words, "Tolsund Dairy", "organization", **more)
    found = [x for x in spoken(pile(page("a", report, outlet=outlet), page("b", reply))) if x.rule == "denied"]
    assert ("doc-a" in {d for f in found for d in f.documents}) is tied
