"""Fills the coder's sheet: for each event with casualties a row of proposals, each cell with the passages it was taken from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.assess.casualties import EITHER, INJURED, KILLED, NOBODY, Casualty, nobody
from sayso.assess.fates import ANYBODY
from sayso.assess.incidents import groups, pile_of
from sayso.assess.origins import RULES, origins
from sayso.assess.pile import Pile, innermost, own_stance
from sayso.assess.tolls import DEAD, FIGHTERS
from sayso.assess.whereabouts import happened, parties, placed, seen, told_at
from sayso.model import Claim, Finding, Origins, Report, Statement, identify
from sayso.sheet import NAMES, Cell, Incident, Passage

LONGEST = 400  # code points of the telling under notes
AGAINST = ("denied", "retracted", "corrected")


def incidents(report: Report, rules: frozenset[str] = frozenset(RULES) - {"version"}) -> tuple[Incident, ...]:
    """The sheet of a report, by day and id; ``rules`` are those that make two tellings one origin."""
    pile = pile_of(report)
    rows = [_incident(_Event(pile, told, rules, report.findings)) for told in groups(pile)]
    return tuple(sorted(rows, key=lambda r: (str(r.cells["date_start"].value or r.cells["date_end"].value or "9"), r.id)))


@dataclass(frozen=True, slots=True)
class _Event:
    """The tellings of one event, in their pile."""

    pile: Pile
    told: tuple[Casualty, ...]
    rules: frozenset[str]
    findings: tuple[Finding, ...]

    @property
    def figures(self) -> tuple[Casualty, ...]:
        """The tellings that give a figure."""
        return tuple(c for c in self.told if c.fate != NOBODY)

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims of these tellings."""
        return tuple(sorted({self.pile.claim_of[c.statement.id] for c in self.figures if c.statement.id in self.pile.claim_of}))

    def origins(self, told: Sequence[Casualty]) -> Origins:
        """The independent origins of some of the tellings."""
        # A headline names no source where the text below it does.
        below = {c.statement.document for c in told if not self.pile.headline(c.statement)}
        spoken = [c for c in told if c.statement.document not in below or not self.pile.headline(c.statement)]
        ids = tuple(sorted({c.statement.id for c in spoken}))
        documents = tuple(sorted({c.statement.document for c in told}))
        return origins(self.pile, Claim(identify("tellings", *ids), "", ids, documents), self.rules)


def _incident(event: _Event) -> Incident:
    """The row of one event."""
    ids = sorted({c.statement.id for c in event.told})
    cells = {
        **told_at(event.pile, event.figures),
        **placed(event.pile, event.figures),
        "event_words": happened(event.pile, event.figures),
        "actors": parties(event.pile, event.figures),
        **_killed(event),
        **_sources(event),
        "denials": _denials(event),
        "notes": _note(event),
        "claims": Cell(event.claims),
    }
    id_ = identify("incident", *ids)
    cells["id"] = Cell(id_)
    return Incident(id_, {name: cells.get(name, Cell(None)) for name in NAMES})


def _killed(event: _Event) -> dict[str, Cell]:
    """All cells of figures."""
    whole, part = _split(event)
    out: dict[str, Cell] = {}
    for fate, best, low, high, told in (
        (KILLED, "best", "low", "high", "killed_told"),
        (INJURED, "injured_best", "injured_low", "injured_high", "injured_told"),
        (EITHER, "", "casualties_low", "casualties_high", "casualties_told"),
    ):
        row = [c for c in whole if c.fate == fate]
        out |= dict(zip((low, high), _range(event, row, [c for c in part if c.fate == fate]), strict=True))
        out[told] = _told(event, row)
        if best:
            out[best] = _best(event, row)
    out["fatalities"] = out["low"]
    civil = [c for c in event.figures if c.fate == KILLED and c.whom == "civilian"]
    least, most = _range(event, civil, ())
    out |= {"civilians_killed_min": least, "civilians_killed_max": most}
    out["deaths_civilians"] = least if least.value == most.value else Cell(None)
    words = {f"“{c.words}” {c.whom}: {c.fate} ({event.pile.page(c.statement.document)})": c for c in reversed(part)}
    out["parts"] = Cell(tuple(sorted(words)) or None, "parts are not added up", _passages(event, tuple(words.values())))
    return out


def _split(event: _Event) -> tuple[list[Casualty], list[Casualty]]:
    """Figures of all that were killed or injured, and figures of a part of them.

    A figure of a kind of people (guards, children) is a part where its page also has a larger one of people at large, or one of
    another kind: two kinds on one page are two parts, and nobody gives the total.
    """
    whole: list[Casualty] = []
    part: list[Casualty] = []
    pages: dict[tuple[str, str], list[Casualty]] = defaultdict(list)
    for c in event.figures:
        pages[c.statement.document, c.fate].append(c)
    for (_, _fate), row in sorted(pages.items()):
        large = [c.size for c in row if not c.part and _class(c) == ""]
        kinds = {_class(c) for c in row if not c.part} - {""}
        for c in row:
            some = c.part or (_class(c) and ((large and max(large) > c.size) or (not large and len(kinds) > 1)))
            (part if some else whole).append(c)
    return whole, part


def _class(c: Casualty) -> str:
    """Whom a figure counts: people at large (""), fighters, or another kind by its word."""
    return "" if c.whom in ANYBODY | DEAD else "fighter" if c.whom in FIGHTERS else c.whom


def _range(event: _Event, row: Sequence[Casualty], parts: Sequence[Casualty]) -> tuple[Cell, Cell]:
    """The lowest and the highest figure; "up to 40" has no lowest, "over 40" counts with its 40."""
    if not row:
        if not parts:
            return Cell(None), Cell(None)
        least = max(c.low for c in parts)
        return Cell(
            _number(least), "no teller gives a total; the largest part", _passages(event, [c for c in parts if c.low == least])
        ), Cell(None)
    lows = [c.low for c in row if c.low > 0]
    low, high = min(lows, default=None), max(c.size for c in row)
    open_ = any(c.high is None and c.low == high for c in row)
    return (
        Cell(_number(low), "lowest of the figures told", _passages(event, [c for c in row if c.low == low])),
        Cell(
            _number(high),
            "told as “at least” or the like" if open_ else "highest of the figures told",
            _passages(event, [c for c in row if c.size == high]),
        ),
    )


def _best(event: _Event, row: Sequence[Casualty]) -> Cell:
    """The one exact figure that nothing told speaks against, else the one of most independent origins; a tie leaves it open."""
    by_figure: dict[tuple[float, float | None], list[Casualty]] = defaultdict(list)
    for c in row:
        by_figure[c.interval].append(c)
    exact = sorted(f for f in by_figure if f[0] == f[1])
    if not exact:
        return Cell(None, "no teller gives an exact figure" if row else "")
    sure = {f: event.origins(told).low for f, told in by_figure.items()}
    why = "; ".join(f"{_number(f[0])} has at least {sure[f]} {'origin' if sure[f] == 1 else 'origins'}" for f in exact)
    for f in exact:
        against = [o for o in by_figure if o != f and not (o[0] <= f[0] and (o[1] is None or f[0] <= o[1]))]
        if all(sure[f] > sure[o] for o in against):
            reason = why if against else "nothing told speaks against it"
            return Cell(_number(f[0]), reason, _passages(event, by_figure[f]))
    return Cell(None, f"left open: {why}")


def _told(event: _Event, row: Sequence[Casualty]) -> Cell:
    """Each figure in the words of its page, with its source and day."""
    lines = {f"“{c.words}” {_whom(c)}– {_credit(event, c.statement)}": c for c in reversed(row)}
    order = sorted(lines, key=lambda line: (lines[line].size, line))
    return Cell(tuple(order) or None, "", _passages(event, row))


def _whom(c: Casualty) -> str:
    return "" if c.whom in ANYBODY | DEAD else c.whom + " "


def _credit(event: _Event, s: Statement) -> str:
    """Who gives a telling its words, on which page, of which day."""
    link, page = innermost(s), event.pile.documents[s.document]
    day = f", {page.published.start[:10]}" if page.published and page.published.start else ""
    who = (link.name or link.kind) if link else "no source named"
    return f"{who} ({event.pile.page(s.document)}{day})"


def _sources(event: _Event) -> dict[str, Cell]:
    """The innermost sources, the count of origins, the pages."""
    pile, told = event.pile, event.figures
    named: dict[str, list[Casualty]] = defaultdict(list)
    for c in told:
        link = innermost(c.statement)
        if link is not None:
            named[link.name or f"({link.kind})"].append(c)
    count = event.origins(told)
    pages = {d: pile.documents[d] for d in sorted({c.statement.document for c in told})}
    articles = []
    for d, page in pages.items():
        day = page.published.start[:10] if page.published and page.published.start else "undated"
        articles.append(f"{pile.page(d)}, {day}" + (f", “{page.title}”" if page.title else ""))
    spans = [
        Passage(c.statement.document, k.span, pile.words(c.statement.document, k.span), c.statement.id)
        for row in named.values()
        for c in row
        if (k := innermost(c.statement)) and k.span
    ]
    why = "; ".join(count.why)
    return {
        "source_original": Cell(tuple(sorted(named)) or None, "", tuple(sorted(set(spans)))),
        "origins_low": Cell(count.low, why),
        "origins_high": Cell(count.high, why),
        "number_of_sources": Cell(len(pages), "pages of this pile"),
        "source_article": Cell(tuple(sorted(articles))),
    }


def _denials(event: _Event) -> Cell:
    """Who says that nobody was hurt, who denies a claim of the event and who takes it back; never the denied words."""
    pile, own = event.pile, {c.statement.id for c in event.figures}
    said = {c.statement.id: c.statement for c in event.told if c.fate == NOBODY}
    for claim in event.claims:
        said |= {s.id: s for s in pile.tellings(pile.claim_by_id[claim]) if own_stance(s) in ("deny", "retract")}
    for f in event.findings:
        if f.rule in AGAINST and f.claim in event.claims:
            for e in f.evidence:
                near = (s for s in pile.by_document.get(e.document, ()) if s.span.overlaps(e.span) and s.id not in own)
                said |= {s.id: s for s in near if own_stance(s) in ("deny", "retract") or nobody(pile, s) is not None}
    lines = {f"{_credit(event, s)}: “{_shortened(pile.text(s))}”": s for s in said.values()}
    order = sorted(lines)
    evidence = tuple(sorted(Passage(s.document, s.span, pile.text(s), s.id) for s in lines.values()))
    return Cell(tuple(order) or None, "", evidence)


def _note(event: _Event) -> Cell:
    """The telling with the most figures, of the earliest page, before headlines."""
    pile = event.pile
    many: dict[str, int] = defaultdict(int)
    for c in event.figures:
        many[c.statement.id] += 1
    day = {
        c.statement.id: (p.start if (p := pile.documents[c.statement.document].published) else None) or "9" for c in event.figures
    }
    best = min((c.statement for c in event.figures), key=lambda s: (pile.headline(s), -many[s.id], day[s.id], s.document, s.span))
    return Cell(_shortened(pile.text(best)), "", (Passage(best.document, best.span, pile.text(best), best.id),))


def _shortened(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 2].rsplit(" ", 1)[0] + " …"


def _passages(event: _Event, told: Sequence[Casualty]) -> tuple[Passage, ...]:
    return tuple(sorted({seen(event.pile, c) for c in told}))


def _number(x: float | None) -> int | float | None:
    return None if x is None else int(x) if x == int(x) else x
