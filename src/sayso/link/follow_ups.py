"""Pages of one house on one story: a later one that says that it reported earlier, or that tells most of an earlier one again."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from sayso.lexicon.tables import rows
from sayso.link.held import LONG_AGO, Held
from sayso.link.notices import is_update
from sayso.link.own_reports import dated_report, earlier_report
from sayso.model import Derivation, Document, Published, Reading, Reason, When
from sayso.text import instants

# Without a word about it: claims that the later page must share with the earlier one, their share of the page that has fewer, and
# the share of names and figures. On 100 news pages of 21 events 2 of the 9 such pairs of one house and one event fulfil it, none of
# two events. A choice.
LEAST_CLAIMS, LEAST_CLAIMS_SHARE, LEAST_NAMES_SHARE = 3, 0.3, 0.4
# A reporter whom both pages name as the one who wrote them stands for one of the claims: an own choice.
HAND = 1
AND = r"(?:and|und|et|y|e|и|ve)"  # between the last two of several reporters
# A claim on more pages than this is the pile's subject and leads to no page.
MOST_TELLERS = 40
DECLARED = 10.0
BITS_PER_CLAIM = 1.5


def follow_ups(readings: Sequence[Reading], pile: Held) -> list[Derivation]:
    """Each later page of a house with the earlier one that it goes on from, at most one."""
    tellers: dict[str, list[str]] = defaultdict(list)
    address = {r.document.id: r.document.url for r in readings}
    for page in sorted(pile.holders):
        for claim in pile.holders[page]:
            tellers[claim].append(page)
    wrote = {r.document.id: hands(r.document) for r in readings}
    out = []
    for reading in sorted(readings, key=lambda r: r.document.id):
        page = reading.document.id
        edge = _said(reading, pile) if len(pile.houses.of(page)) > 1 else None
        if edge is None:
            met = Counter(p for c in pile.holders[page] if len(tellers[c]) <= MOST_TELLERS for p in tellers[c])
            alike = [p for p, n in met.items() if n >= LEAST_CLAIMS - HAND and p in pile.houses.of(page)]
            by = {p: HAND * bool(wrote[page] & wrote[p]) for p in alike}
            edge = _told_again(page, _before(page, alike, pile), pile, by)
        crawl = edge and address[edge.from_] and address[edge.from_] == address[page]
        out += [edge] if edge and not crawl else []
    return out


def _before(page: str, others: Iterable[str], pile: Held) -> list[str]:
    """Those that were surely published before a page, and not long before."""
    return [p for p in sorted(others) if pile.order.before(p, page) and (pile.order.days_between(page, p) or 0) <= LONG_AGO]


def _on(published: Published | None, when: When) -> bool:
    """Whether a page was published on this day."""
    first = instants.first_day(published.when) if published else None
    return first is not None and first == instants.first_day(when)


def _said(reading: Reading, pile: Held) -> Derivation | None:
    """The earlier page of one story, where this one says that its house reported before."""
    page = reading.document
    spans, dated = earlier_report(page, pile.houses), dated_report(page, pile.houses)
    before = _before(page.id, pile.houses.of(page.id), pile) if spans or dated or is_update(page) else []
    meant = {p: span for p in before for span, when in dated if _on(pile.order.published(p), when)}
    if meant or not (spans or is_update(page)):
        before, spans = list(meant), sorted({*spans, *meant.values()})
    near = [p for p in before if pile.akin(page.id, p) or pile.shared(page.id, p) or (p in meant and pile.common(page.id, p))]
    if not near:
        return None
    told = sorted(s.id for s in reading.statements if any(s.span.overlaps(x) for x in spans))
    parent = min(near, key=lambda p: (-len(pile.shared(page.id, p)), -pile.common(page.id, p), p))
    where = spans[0].of(page.text) if spans else page.title or ""
    why = Reason("named", f"says that the house reported before: {' '.join(where.split())[:80]}", DECLARED)
    return Derivation(page.id, parent, "update", True, True, DECLARED, (why,), tuple(told))


@cache
def _credit() -> re.Pattern[str]:
    """A line in brackets on who wrote the text ("(Reporting by Ida Volk; editing by …)"), and the names behind its first words."""
    forms = sorted(w for r in rows("colophons") if r["where"] == "bracket" for w in r["words"] if "…" not in w)
    said = "|".join(re.escape(form) for form in forms)
    name = r"[^\W\d_a-z][\w.’'-]*(?:[ \u00a0][^\W\d_a-z][\w.’'-]*){1,3}"
    return re.compile(rf"^[(\[](?i:{said})[ \u00a0](?P<names>{name}(?:(?:,[ \u00a0]|[ \u00a0]{AND}[ \u00a0]){name}){{0,5}})", re.M)


def hands(document: Document) -> frozenset[str]:
    """Who wrote the page, by its byline and its line on who worked on it."""
    named = [m["names"] for m in _credit().finditer(document.text)] + [document.byline or ""]
    names = (" ".join(n.split()) for names in named for n in re.split(rf",\s|\s{AND}\s", names))
    return frozenset(n for n in names if " " in n)


def _told_again(page: str, before: Sequence[str], pile: Held, by: Mapping[str, int]) -> Derivation | None:
    """The earlier page that this one tells again for a good part; ``by`` counts a reporter whom both name."""
    found = []
    for p in before:
        claims, names = len(pile.shared(page, p)), pile.names_share(page, p)
        least = min(len(pile.holders[page]), len(pile.holders[p]))
        if claims + by[p] >= max(LEAST_CLAIMS, LEAST_CLAIMS_SHARE * least) and names >= LEAST_NAMES_SHARE:
            found.append((-claims - by[p], -names, p))
    if not found:
        return None
    claims, names, parent = min(found)
    weight = round(BITS_PER_CLAIM * -claims, 3)
    wrote = " and by one reporter" if by[parent] else ""
    detail = f"{-claims - by[parent]} claims in common, {-names:.0%} of the names and figures, both of one house{wrote}"
    why = (Reason("agreement of facts", detail, weight), Reason("order", "the dates decide who was first"))
    return Derivation(page, parent, "update", True, False, weight, why)
