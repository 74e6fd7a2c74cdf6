"""One party's denial of one claim on several pages, and what belongs to a denial's own words. All of it is fiction."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sayso.assess.acts import act, asserted
from sayso.assess.findings.conflict import conflicts
from tests.assess.findings.pages import pile as typed
from tests.assess.findings.tables import Told, page, pile, t
from tests.assess.piles import answers, contested

ASH = t(
    "Ash from the mill has reached the river, a guard said",
    "a guard",
    "anonymous",
    "ash",
    content="Ash from the mill has reached the river",
)


def denial(by: str, claim: str) -> Told:
    words = f"{by} denied that ash from the mill had reached the river"
    return t(words, by, "organization", claim, content="ash from the mill had reached the river", cue="denied", stance="deny")


def test_one_partys_denial_of_one_claim_is_one_remark() -> None:
    found = contested(pile(page("a", ASH, denial("The Mill Guild", "no-a")), page("b", ASH, denial("The Mill Guild", "no-b"))))
    (f,) = [f for f in found if f.rule == "denied"]
    assert f.documents == ("doc-a", "doc-b") and "The same is told on Paper" in f.message


def test_two_parties_deny_for_themselves() -> None:
    found = contested(pile(page("a", ASH, denial("The Mill Guild", "no-a")), page("b", ASH, denial("The Harbour Board", "no-b"))))
    assert len([f for f in found if f.rule == "denied"]) == len(("guild", "board"))


def test_who_denies_and_goes_on_denies_nothing_with_what_follows() -> None:
    words = "The guild denied that the mill had burnt, saying that a barn had"
    p = page(
        "a", t("The guild denied that the mill had burnt", "The guild", cue="denied", content="the mill had burnt", stance="deny")
    )
    p = replace(p, text=words + ".", said=[])
    p.tell(
        "The guild denied that the mill had burnt",
        ("The guild", "person"),
        cue="denied",
        content="the mill had burnt",
        stance="deny",
    )
    p.tell(words, ("The guild", "person"), cue="saying", content="a barn had")
    found = pile(p)
    assert [act(found, s) for s in found.by_document[p.id]] == ["denied", None]


def test_the_clause_that_says_which_thing_is_meant_is_not_denied() -> None:
    words = "The guild denied that it had an order to shut the tank that burst on Monday"
    rumour = "The guild denied the report that the tank had burst"
    p = pile(
        page("a", t(words, "The guild", cue="denied", content="it had an order to shut the tank that burst on Monday")),
        page("b", t(rumour, "The guild", cue="denied", content="the report that the tank had burst")),
    )
    told = [asserted(p, s) for d in sorted(p.by_document) for s in p.by_document[d]]
    assert told == ["it had an order to shut the tank", "the report that the tank had burst"]


def test_what_somebody_did_not_say_is_left_open(tmp_path: Path) -> None:
    text = "The mill burnt on Monday, the warden said. What the guild will do then, the warden did not say."
    p = typed(text, tmp_path, single=True)
    assert [f for f in conflicts(p, answers(p)) if f.rule == "denied"] == []


def test_who_gives_up_what_it_told_takes_it_back() -> None:
    words = (
        "The guild said it was withdrawing its report of a third leak",
        "The warden said he had been mistaken about the leak",
        "The guild said it was withdrawing its boats from the quay",
        "The guild said it would be wrong to close the quay",
    )
    rows = [t(w, w.partition(" said")[0], cue="said", content=w.partition("said ")[2]) for w in words]
    p = pile(page("a", *rows))
    assert [act(p, s) for s in p.by_document["doc-a"]] == ["retracted", "corrected", None, None]


def test_what_is_put_right_between_a_telling_and_its_withdrawal_stands_in_its_place() -> None:
    first = t("On Monday the Herald reported that 40 boats had sunk", claim="boats", content="40 boats had sunk", cue="reported")
    right = t("The warden has since said that he had meant carts", "The warden", content="he had meant carts", cue="said")
    back = t(
        "The Herald withdraws the report that 40 boats had sunk", content="40 boats had sunk", cue="withdraws", stance="retract"
    )
    right.more["stance"] = "correct"
    p = pile(page("a", first, right, back, outlet="Herald"))
    (f,) = [f for f in conflicts(p, answers(p)) if f.rule == "retracted"]
    assert "There in its place: “The warden has since said" in f.message
