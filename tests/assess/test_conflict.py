from __future__ import annotations

from tests.assess.piles import Page, contested, pile, rules

TOLD = "Ash from the mill has reached the river, a guard said"


def mill(reply: str, *source: tuple[str, str], **more: object) -> Page:
    page = Page("p", f"{TOLD}. {reply}. The weather was fine.", "Ostmar Herald")
    page.tell(TOLD, ("a guard", "anonymous"), claim="ash", content="Ash from the mill has reached the river")
    page.tell(reply, *source, claim="reply", **more)
    page.tell("The weather was fine", claim="weather")
    return page


def test_a_denial_is_tied_to_what_it_denies() -> None:
    page = mill("The mill denied any involvement", ("the mill", "organization"), content="any involvement")
    (f,) = contested(pile(page))
    assert f.rule == "denied" and f.claim == "ash"
    assert [e.span.of(page.text) for e in f.evidence] == ["The mill denied any involvement", TOLD]
    assert (f.from_, f.to) == ("Ash from the mill has reached the river", "any involvement")


def test_a_quotation_that_begins_with_not_is_a_denial() -> None:
    page = mill(
        "“Not ash from our mill,” owner Ada Grell said", ("Ada Grell", "person"), content="Not ash from our mill", voice="direct"
    )
    assert rules(contested(pile(page))) == ["denied"]


def test_a_stance_is_believed_where_the_words_bear_it_out() -> None:
    dry = mill("Ash from the mill stays dry, Ada Grell holds", ("Ada Grell", "person"), stance="deny")
    assert contested(pile(dry)) == []
    none = mill("No ash from the mill has reached the river, Ada Grell holds", ("Ada Grell", "person"), stance="deny")
    assert rules(contested(pile(none))) == ["denied"]


def test_a_standing_denial_is_called_generic() -> None:
    page = mill("The mill typically dismisses such allegations", ("the mill", "organization"))
    (f,) = contested(pile(page))
    assert "in general" in f.message and "is not said" in f.message


def test_other_refusals_are_no_denials() -> None:
    for reply in ("The mill denied reporters entry", "The board dismissed the manager", "The mill rejected the plan for a weir"):
        assert contested(pile(mill(reply, ("the mill", "organization")))) == [], reply


def test_nobody_denies_oneself() -> None:
    page = mill("The guard denied the claim", ("a guard", "anonymous"), content="the claim")
    assert contested(pile(page)) == []


def test_the_other_pages_that_tell_it_are_shown() -> None:
    page = mill("The mill denied any involvement", ("the mill", "organization"), content="any involvement")
    other = Page("q", "Ash has come down the river.", "Westmar Post")
    other.tell("Ash has come down the river", claim="ash")
    (f,) = contested(pile(page, other))
    assert f.documents == ("doc-p", "doc-q") and "Westmar Post" in f.message


def test_a_disowned_figure_is_tied_to_the_telling_that_names_the_office() -> None:
    text = "The harbour office put the toll at 12 dead. The sea was calm. The harbour office said it had never provided such data."
    page = Page("p", text, "Herald")
    page.tell(
        "The harbour office put the toll at 12 dead",
        ("The harbour office", "government"),
        claim="toll",
        figures=[("12", 12, 12, "dead")],
    )
    page.tell("The sea was calm", claim="sea")
    page.tell("The harbour office said it had never provided such data", ("The harbour office", "government"), claim="no")
    (f,) = contested(pile(page))
    assert f.rule == "denied" and f.claim == "toll"


def test_a_retraction_is_tied_by_its_figure() -> None:
    text = "Twelve died, an official channel wrote. The sea was calm. The toll of 12 was quickly retracted."
    page = Page("p", text, "Herald")
    page.tell(
        "Twelve died, an official channel wrote",
        ("an official channel", "outlet"),
        claim="toll",
        figures=[("Twelve", 12, 12, "person")],
    )
    page.tell("The sea was calm", claim="sea")
    page.tell("The toll of 12 was quickly retracted", claim="back", figures=[("12", 12, 12, "toll")])
    (f,) = contested(pile(page))
    assert f.rule == "retracted" and f.claim == "toll"


def tolls(one: str, two: str, **more: object) -> tuple[Page, Page]:
    out = []
    for n, (figure, name) in enumerate(((one, "Ivo Tarn"), (two, "Ada Grell"))):
        page = Page(f"p{n}", f"{figure} people drowned and were counted dead at Ostmar, {name} said.", f"Paper {n}")
        page.tell(page.text[:-1], (name, "person"), claim="toll", figures=[(figure, int(figure), int(figure), "person")])
        out.append(page)
    return out[0], out[1]


def test_figures_of_two_sources_conflict() -> None:
    (f,) = contested(pile(*tolls("12", "19")))
    assert f.rule == "figures_conflict" and "“12”" in f.message and "“19”" in f.message
    assert "Ivo Tarn" in f.message and "Ada Grell" in f.message


def test_equal_figures_and_later_counts_do_not() -> None:
    assert contested(pile(*tolls("12", "12"))) == []
    a, b = tolls("12", "19")
    a.published, b.published = "2021-05-01", "2021-05-04"
    assert contested(pile(a, b)) == []


def test_deaths_and_injuries_are_kept_apart() -> None:
    a = Page("a", "12 people were killed at Ostmar, Ivo Tarn said.", "A")
    a.tell(a.text[:-1], ("Ivo Tarn", "person"), claim="toll", figures=[("12", 12, 12, "person")])
    b = Page("b", "19 people were injured at Ostmar, Ada Grell said.", "B")
    b.tell(b.text[:-1], ("Ada Grell", "person"), claim="toll", figures=[("19", 19, 19, "person")])
    assert contested(pile(a, b)) == []


def strike(second: str) -> Page:
    first = "Aircraft bombed the old barn, a farmer told Nordpress"
    page = Page("p", f"{first}. {second}.", "Herald")
    page.tell(first, ("Nordpress", "agency"), ("a farmer", "anonymous"), claim="one")
    page.tell(second, ("a warden", "anonymous"), claim="two")
    return page


def test_accounts_that_name_other_means_conflict() -> None:
    (f,) = contested(pile(strike("The strike was carried out by a drone, a warden said")))
    assert f.rule == "accounts_conflict" and "aircraft" in f.message and "drone" in f.message
    (g,) = contested(pile(strike("The attack targeted grain carts on the road, a warden said")))
    assert g.rule == "accounts_conflict" and "grain carts" in g.message


def test_accounts_agree_or_speak_of_something_else() -> None:
    assert contested(pile(strike("The strike by aircraft came at noon, a warden said"))) == []
    assert contested(pile(strike("A drone was seen over the hill, a warden said"))) == []
    assert contested(pile(strike("The attack targeted the barn, a warden said"))) == []


def test_turning_down_a_wish_and_leaving_a_thing_open_deny_nothing() -> None:
    page = mill("A court rejected a request to close the mill", ("a court", "organization"), content="a request to close the mill",
                stance="deny")  # fmt: skip
    assert contested(pile(page)) == []
    page = mill("She did not say how long the ash had lain there", ("the mill", "organization"), stance="deny")
    assert contested(pile(page)) == []


def test_a_denial_with_words_of_its_own_does_not_fall_on_the_sentence_before() -> None:
    words = "that the inspection of its chimneys had been overdue"
    page = mill(f"The owners denied {words}", ("the owners", "organization"), content=words, stance="deny")
    assert contested(pile(page)) == []


def test_a_denial_finds_what_it_denies_on_another_page() -> None:
    told = "A barge struck a convoy of flour boats near Tolsund"
    one = Page("a", told + ".", "Ostmar Herald")
    one.tell(told, ("a guard", "anonymous"), claim="c")
    reply = "The guild denies any part in the barge strike on a convoy of flour boats near Tolsund"
    two = Page("b", reply + ".", "Westmar Post")
    two.tell(reply, ("the guild", "organization"), claim="d", content=reply.removeprefix("The guild denies "), stance="deny")
    (f,) = contested(pile(one, two))
    assert f.rule == "denied" and f.claim == "c" and f.documents == ("doc-a", "doc-b")


def test_a_withdrawal_speaks_of_the_statement_it_repeats_or_stands_beside() -> None:
    page = mill("The weekly has withdrawn last week’s report on the mill")
    again = "The report had said that ash reached the river in May"
    page.text += f" {again}."
    page.tell(again, ("The report", "document"), claim="again")
    (f,) = contested(pile(page))
    assert (f.rule, f.claim) == ("retracted", "again")
    (f,) = contested(pile(mill("That was wrong")))
    assert (f.rule, f.claim) == ("corrected", "ash")


def guard_and_mill(told: str, reply: str, **more: object) -> Page:
    page = Page("p", f"{told}, a guard said. {reply}, owner Ada Grell said. The mill stood dry all week.", "Ostmar Herald")
    page.tell(f"{told}, a guard said", ("a guard", "anonymous"), claim="told", content=told)
    page.tell(f"{reply}, owner Ada Grell said", ("Ada Grell", "person"), claim="reply", content=reply, **more)
    return page


def test_what_there_was_not_may_stand_there_under_another_word() -> None:
    told = "A helicopter circled over the weir at four"
    (f,) = contested(pile(guard_and_mill(told, "No aircraft of any kind was used", stance="deny")))
    assert f.rule == "denied" and f.claim == "told"
    assert contested(pile(guard_and_mill("A barge lay at the weir at four", "No aircraft was used", stance="deny"))) == []
    assert contested(pile(guard_and_mill("No helicopter was seen at four", "No aircraft was used", stance="deny"))) == []


def test_a_without_turns_round_nothing_but_its_own_word() -> None:
    told = "Twenty millers crossed the weir at night and went home without a word"
    (f,) = contested(pile(guard_and_mill(told, "No miller crossed the weir", voice="direct")))
    assert f.rule == "denied"


def test_beside_a_denial_stands_its_partys_own_account() -> None:
    page = Page(
        "p",
        "Arson burnt the mill, a guard said. Owner Ada Grell denied the arson. A spark burnt the mill, she said."
        " Bread is dear, she said.",
        "Ostmar Herald",
    )
    page.tell("Arson burnt the mill, a guard said", ("a guard", "anonymous"), claim="told", content="Arson burnt the mill")
    page.tell(
        "Owner Ada Grell denied the arson", ("Ada Grell", "person"), claim="no", content="the arson", cue="denied", stance="deny"
    )
    own = page.tell("A spark burnt the mill, she said", ("Ada Grell", "person"), claim="spark", content="A spark burnt the mill")
    page.tell("Bread is dear, she said", ("Ada Grell", "person"), claim="bread", content="Bread is dear")
    (f,) = contested(pile(page))
    assert own.span in [e.span for e in f.evidence] and "There in its place: “A spark burnt the mill”" in f.message
    assert "Bread" not in f.message


def test_made_up_of_parts_is_not_invented() -> None:
    page = Page("p", "The guild, made up of nine mills, has used the weir since May.", "Ostmar Herald")
    page.tell(page.text[:-1], claim="guild")
    assert contested(pile(page)) == []
