"""Remarks on words in quotation marks that have another speaker, or have lost their year, on another page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from sayso.assess.findings.pages import spoken
from sayso.assess.findings.quotations import same_words
from sayso.assess.findings.remark import of, remark, who
from sayso.assess.findings.reversals import PRONOUNS, kin, known_party
from sayso.assess.pile import Pile, innermost, neighbourhood, own_stance
from sayso.assess.steps import where
from sayso.assess.wording import likeness, proper, quoted, stems, subject
from sayso.lexicon import vocabulary
from sayso.model import Claim, Finding, Statement

ENOUGH = {
    "speaker": 4,
    "year": 3,
}  # content words of a quotation that are not said twice by chance; one speaker has fewer; own choice
NEAR_SAME = 0.7  # Dice from which two quotations are one saying, translated or worn down; own choice
YEAR = re.compile(
    r"\b(?:in|from|of|on|since|dates?|dated|back to)\s(?:\w+\s){0,3}?(?:\d{1,2},?\s)?(?P<year>1[5-9]\d\d|20\d\d)\b", re.IGNORECASE
)


def sayings(pile: Pile, claim: Claim, least: int) -> list[tuple[str, Statement]]:
    """The quotations of a claim that are long enough to be known again."""
    rows = ((spoken(pile, s), s) for s in pile.tellings(claim) if own_stance(s) != "deny" and not pile.furniture_holds(s))
    return [(words, s) for words, s in rows if len(subject(words)) >= least]


def one_saying(a: str, b: str) -> bool:
    """Whether two quotations are one."""
    return same_words(a, b) or likeness(a, b) >= NEAR_SAME


def speakers_differ(pile: Pile, claim: Claim) -> Iterator[Finding]:
    """The same words are put into two mouths.

    What: two pages have one quotation of four content words or more in marks; each gives a named person or body for it, and neither
    page has the other's name.

    Why it matters: a saying is believed for the sake of whoever said it, and the one who never did has to answer for it.

    Not when: the two names may be one party, one page names both, or one of them only relates it ("she").

    Example (fiction): “Nets are for those who cannot wait,” given to the mayor on one page and to the bishop on another.
    """
    rows = [
        (w, s)
        for w, s in sayings(pile, claim, ENOUGH["speaker"])
        if (k := innermost(s)) is not None and proper((k.name or "").split(",")[0])
    ]
    for n, (words, a) in enumerate(rows):
        for other, b in rows[n + 1 :]:
            x, y = innermost(a), innermost(b)
            if x is None or y is None or a.document == b.document or not one_saying(words, other) or pile.same_party(x, y):
                continue
            if (
                {(k.name or "").casefold() for k in (x, y)} & PRONOUNS
                or kin(pile, x, y)
                or known_party(pile, x, b)
                or known_party(pile, y, a)
            ):
                continue
            first, second = (b, a) if pile.later(a.document, b.document) else (a, b)
            yield remark(
                "source_invented",
                of(pile, first, second),
                f"The same words are those of {who(first)} in {where(pile, first)} and of {who(second)} in {where(pile, second)}.",
                claim=claim.id,
                change=(who(first).strip("“”"), who(second).strip("“”")),
                limits="Overturned if both said it, or both names stand for one party.",
            )
            return


def year_lost(pile: Pile, claim: Claim) -> Iterator[Finding]:
    """Old words are told without their year.

    What: one page gives in the sentence of a quotation the year in which it was said; another has the quotation, has that year
    nowhere, and was surely written in a later year.

    Why it matters: what somebody said of another matter long ago reads as a word on the matter of the day.

    Not when: the page has the year at any place, nothing shows when it was written, or it was in that year.

    Example (fiction): “We will drain it to the last ditch,” said in 1999 of the fen, is told in 2031 beside news of the lake.
    """
    rows = sayings(pile, claim, ENOUGH["year"])
    for words, a in rows:
        text = pile.documents[a.document].text
        room = neighbourhood(text, a.span)
        before = re.split(r"[.!?]\s", text[room.start : a.span.start])[-1]
        hit = YEAR.search(f"{before}{pile.text(a)}")
        others = [
            b for w, b in rows if b.document != a.document and one_saying(words, w) and hit and later_year(pile, b, hit["year"])
        ]
        if hit is None or not others:
            continue
        by_page = {b.document: b for b in reversed(others)}
        told = sorted(by_page.values(), key=lambda b: (published(pile, b) or "9", b.document))
        yield remark(
            "date_changed",
            of(pile, a, *told),
            f"{where(pile, a)} gives {hit['year']} as the year of words that stand without it in "
            f"{', '.join(where(pile, b) for b in told)}.",
            claim=claim.id,
            change=(hit.group(), f"{pile.text(told[0])} ({written(pile, told[0])})"),
            limits="Overturned if it was said again.",
        )
        return


STUDY = vocabulary.words("tellings", "a study")


def remark_told_as_study(pile: Pile, claim: Claim) -> Iterator[Finding]:
    """Somebody's remark becomes what a study found.

    What: two pages have the same words in marks, two content words at least; on the one a person says them, on the other "the
    study" or "the report" does, and the person is not named beside them.

    Why it matters: what a researcher says to a reporter has not been tested, what a study finds has.

    Not when: the first page gives the words to the study as well, or the person is named in the other telling.

    Example (fiction): “a cure in a cup,” Dr Ada Strum said of moss tea; elsewhere: the study called moss tea “a cure in a cup”.
    """
    rows = [(w, s) for s in pile.tellings(claim) if own_stance(s) in ("assert", "report") for w in phrases(pile, s)]
    of_study: dict[frozenset[str], set[str]] = defaultdict(set)
    for words, s in rows:
        if (k := innermost(s)) is not None and STUDY & set(stems(k.name or "")):
            of_study[words].add(s.document)
    for words, a in rows:
        x = innermost(a)
        if x is None or x.kind not in ("person", "official") or not proper((x.name or "").split(",")[0]):
            continue
        for other, b in rows:
            y = innermost(b)
            if y is None or a.document == b.document or words != other or not STUDY & set(stems(y.name or "")):
                continue
            if (x.name or "").split(",")[0].split()[-1] in pile.text(b) or a.document in of_study[words]:
                continue
            yield remark(
                "source_promoted",
                of(pile, a, b),
                f"Words of {who(a)} in {where(pile, a)} are those of {who(b)} in {where(pile, b)}.",
                claim=claim.id,
                change=(x.name, y.name),
                limits="Overturned if the words stand in the study as well.",
            )
            return


def phrases(pile: Pile, s: Statement) -> list[frozenset[str]]:
    """The content words of each passage in marks within a telling, two words at least."""
    return [words for part in quoted(pile.text(s)) if len(words := subject(part)) >= PHRASE]


PHRASE = 2  # content words in marks by which one remark is known again


def published(pile: Pile, s: Statement) -> str | None:
    """When a page was published, as far as it says so."""
    page = pile.documents[s.document]
    return page.published.start if page.published is not None else None


def later_year(pile: Pile, s: Statement, year: str) -> bool:
    """Whether a page was surely written after a year, by its date or by a later year that it names, and does not have the year."""
    return written(pile, s) > year and year not in pile.documents[s.document].text


def written(pile: Pile, s: Statement) -> str:
    """The year in which a page was written: of its date, else the latest that it names."""
    named = re.findall(r"\b(?:1[5-9]|20)\d\d\b", pile.documents[s.document].text)
    return (published(pile, s) or max(named, default=""))[:4]
