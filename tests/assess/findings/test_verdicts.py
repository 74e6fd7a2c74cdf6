"""What a page calls untrue at another place it denies in its own name; all pages are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.assess.piles import Page, contested, pile

TOLD = "Ash from the mill has reached the river, a guard said"
FALSE = "The report is false"


def check(stance: str = "deny", verdict: str = FALSE, name: str = "p", outlet: str = "Ostmar Herald") -> Page:
    """A page that tells a claim and judges it in the next sentence, and what it has in its place."""
    page = Page(name, f"{TOLD}. {FALSE}. The recording shows that the river ran clear.", outlet)
    page.tell(TOLD, ("a guard", "anonymous"), claim="ash", content="Ash from the mill has reached the river")
    s, claim = page.said[0]
    page.said[0] = (replace(s, stance=stance, said="report", verdict=page.span(verdict)), claim)  # type: ignore[arg-type]
    page.tell("The recording shows that the river ran clear", claim="clear", content="the river ran clear")
    if stance == "deny":
        s, claim = page.said[1]
        page.said[1] = (replace(s, stance="correct", said="assert", verdict=page.span(verdict)), claim)
    return page


def other(claim: str = "ash", stance: str = "report") -> Page:
    page = Page("q", f"{TOLD}. It rained.", "Ness Post")
    page.tell(TOLD, ("a guard", "anonymous"), claim=claim, content="Ash from the mill has reached the river", stance=stance)
    return page


def test_the_page_is_named_with_its_verdict_and_what_it_has_instead() -> None:
    page, second = check(), other()
    (f,) = contested(pile(page, second))
    assert f.rule == "denied" and f.claim == "ash"
    assert f.message.startswith(f"Denied by Ostmar Herald: “{FALSE}")
    assert "There in its place: “the river ran clear”" in f.message
    texts = {page.id: page.text, second.id: second.text}
    assert [e.span.of(texts[e.document]) for e in f.evidence] == [
        f"{FALSE}.",
        TOLD,
        "The recording shows that the river ran clear",
        TOLD,
    ]


def test_pages_that_deny_one_claim_are_one_remark() -> None:
    (f,) = contested(pile(check(), check(name="r", outlet="Reed Times"), other()))
    assert f.message.startswith("Denied by Ostmar Herald: ") and f.message.endswith(" So too by Reed Times.")
    assert f.documents == ("doc-p", "doc-q", "doc-r")


@pytest.mark.parametrize("others", [(), (other(claim="soot"),), (other(stance="deny"),)])
def test_what_no_other_page_tells_is_denied_where_it_is_somebodys(others: tuple[Page, ...]) -> None:
    # What the recording shows stands against the guard's words all the same (rejoinders).
    found = [f for f in contested(pile(check(), *others)) if f.rule != "accounts_conflict"]
    assert [(f.rule, f.documents) for f in found] == [("denied", ("doc-p",))]


def test_a_page_without_a_verdict_denies_nothing() -> None:
    assert [f for f in contested(pile(check(stance="report"), other())) if f.rule != "accounts_conflict"] == []


def test_a_page_that_puts_its_own_report_right_denies_nothing_besides() -> None:
    page = Page("p", f"{TOLD}. {FALSE}. The Herald retracted its report on Monday.", "Ostmar Herald")
    page.tell(TOLD, ("a guard", "anonymous"), claim="ash", content="Ash from the mill has reached the river")
    s, claim = page.said[0]
    page.said[0] = (replace(s, stance="deny", said="report", verdict=page.span(FALSE)), claim)
    page.tell("The Herald retracted its report on Monday", claim="back", stance="retract")
    assert [f.rule for f in contested(pile(page, other()))] == ["retracted"]
