"""A report as a folder of Markdown notes with [[links]], as Obsidian reads it: claims, articles, sources, and a first page.

What stands on pages is escaped: no markup of theirs, neither Markdown nor HTML, acts in a note. File names are safe on every system
and end with the beginning of the record's id, so that a note keeps its name when others come and go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sayso.model import Claim, Derivation, Finding, Report, Span, Statement
from sayso.show import front, grounds, sentences, words
from sayso.show.exports.cast import Agent, Cast, claim_of, speaks_for, statements
from sayso.show.exports.characters import CONTROL, file_name, inline
from sayso.show.ledger import ledger

ID = 8
"""Digits of an id in a file's name; all of them where two notes of one folder would else have one name."""
SHOWN = 60
"""Code points of a title in a file's name."""
Names = dict[str, str]


class _Vault:
    """The notes under way: what they are called, and links to them."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.book = ledger(report)
        self.findings: dict[str, list[Finding]] = {}
        for f in sorted(report.findings, key=lambda f: (f.rule, f.id)):
            for key in {f.claim or "", *f.documents}:
                self.findings.setdefault(key, []).append(f)
        self.derivations: dict[str, list[Derivation]] = {}
        for d in sorted(report.derivations, key=lambda d: (d.document, d.from_, d.kind)):
            for key in {d.document, d.from_}:
                self.derivations.setdefault(key, []).append(d)
        self.cast = Cast(report)
        self.told = statements(report)
        self.on: dict[str, list[Statement]] = {}
        self.said: dict[str, list[Statement]] = {}
        for s in sorted(self.told.values(), key=lambda s: (s.document, s.span, s.id)):
            self.on.setdefault(s.document, []).append(s)
            if s.chain and (agent := self.cast.of(s.chain[-1])):
                self.said.setdefault(agent.id, []).append(s)
        self.claim_of = claim_of(report)
        self.claims = {c.id: c for c in report.claims}
        self.documents = {r.document.id: r.document for r in report.readings}
        self.unseen = {u.id: u for u in report.unseen}
        self.names: Names = {}
        self._called("Claims", ((c.id, c.gist) for c in report.claims))
        self._called("Articles", ((d.id, " ".join(filter(None, (d.outlet, d.title or d.place)))) for d in self.documents.values()))
        self._called("Sources", ((a.id, a.name) for a in self.cast.agents.values()))

    def _called(self, folder: str, rows: Iterable[tuple[str, str]]) -> None:
        found = {key: file_name(text[:SHOWN]) for key, text in rows}
        begin = Counter(key[:ID] for key in found)
        for key, text in found.items():
            short = key[:ID] if begin[key[:ID]] == 1 else key
            self.names[key] = f"{folder}/{f'{text} {short}'.strip()}"

    def link(self, key: str | None, text: str) -> str:
        """A link to a note, or the bare words where there is none."""
        name = self.names.get(key or "")
        return f"[[{name}|{inline(text)}]]" if name else inline(text)

    def page(self, document: str) -> str:
        """A link to an article, with its letter in the remarks, or the name of an unseen text."""
        if document in self.unseen:
            return f"{inline(self.unseen[document].name)} (not in the pile)"
        d = self.documents[document]
        name = " – ".join(filter(None, (d.outlet, d.title or d.place)))
        return self.link(document, f"{self.book.pages[document].siglum} · {name}")

    def chain(self, s: Statement) -> str:
        """Who tells it, from whom."""
        parts = []
        for station in s.chain[1:]:
            agent = self.cast.of(station)
            parts.append(self.link(agent.id if agent else None, station.name or f"({words.name(station)})"))
        return "← " + " ← ".join(parts) if parts else words.VOICES["own"]

    def quote(self, document: str, span: Span) -> str:
        """The words of a passage."""
        return inline(span.of(self.documents[document].text))


def files(report: Report) -> dict[str, bytes]:
    """All notes."""
    vault = _Vault(report)
    notes = {"Index": _index(vault)}
    notes |= {vault.names[c.id]: _claim(c, vault) for c in report.claims}
    notes |= {vault.names[d]: _article(d, vault) for d in vault.documents}
    notes |= {vault.names[a.id]: _source(a, vault) for a in vault.cast.agents.values()}
    return {f"{name}.md": _written(lines) for name, lines in sorted(notes.items())}


def _written(lines: list[str]) -> bytes:
    return (CONTROL.sub("\ufffd", "\n".join(lines)) + "\n").encode()


def _head(**fields: str | int | None) -> list[str]:
    """Front matter: values as JSON strings, which YAML reads as they are."""
    rows = []
    for name, value in fields.items():
        if value is not None:
            text = str(value).replace("[[", "[ [").replace("\\", "\\\\").replace('"', '\\"')  # links act in front matter too
            rows.append(f"{name}: {value}" if isinstance(value, int) else f'{name}: "{" ".join(CONTROL.sub("?", text).split())}"')
    return ["---", *rows, "---", ""]


def _index(vault: _Vault) -> list[str]:
    report = vault.report
    claims = sorted(report.claims, key=lambda c: (-len(c.documents), c.origins.high, c.gist, c.id))
    lines = ["# On whose say\\-so?", ""]
    lines += [f"{len(vault.documents)} articles, {len(claims)} claims, {len(report.rejected)} inputs that could not be read.", ""]
    lines += [
        "## In short",
        "",
        *(f"- **{line.name}**: {inline(sentences.spoken(line.said))}" for line in front.lines(vault.book)),
        "",
    ]
    lines += ["## Claims, those told by many first", ""]
    lines += [
        f"- {vault.link(c.id, c.gist)}: told by {len(c.documents)}, {words.origins(c.origins)}"
        + (f" ({', '.join(words.STATES[s][0] for s in words.shown_states(c.states))})" if c.states else "")
        for c in claims
    ]
    lines += ["", "## Articles", "", *(f"- {vault.page(d)}" for d in vault.book.pages)]
    lines += _section("Cited, and not in the pile", sorted(f"{inline(u.name)} ({u.kind})" for u in report.unseen))
    lines += _section("Could not be read", sorted(f"{inline(r.place)}: {inline(r.reason)}" for r in report.rejected))
    lines += ["", f"Made by sayso {inline(report.run.version)}. It says on whose word something stands, never what is true."]
    return lines


def _section(title: str, rows: Iterable[str]) -> list[str]:
    rows = list(rows)
    return ["", f"## {title}", "", *(f"- {row}" for row in rows)] if rows else []


def _claim(c: Claim, vault: _Vault) -> list[str]:
    lines = _head(sayso=f"claim {c.id}", documents=len(c.documents), origins_low=c.origins.low, origins_high=c.origins.high)
    lines += [f"# {inline(c.gist)}", "", f"Told by {len(c.documents)}; {words.origins(c.origins)}."]
    lines += _section("Where it enters", _roots(c, vault))
    lines += _section(
        "Why this number", (inline(sentences.message(why, vault.book)) for why in grounds.folded(c.origins.why, rules=False))
    )
    tellings = [telling.statement for telling in vault.book.entry_by_claim[c.id].tellings]
    lines += _section(
        "Tellings",
        (f"{vault.page(s.document)}: “{vault.quote(s.document, s.span)}” {vault.chain(s)}{_does(s)}" for s in tellings),
    )
    lines += _section("Findings", (_finding(f, vault) for f in vault.findings.get(c.id, ())))
    return lines


def _does(s: Statement) -> str:
    """What a telling does beside passing on, in brackets."""
    act = words.does(s)
    return f" ({act})" if act else ""


def _roots(c: Claim, vault: _Vault) -> Iterable[str]:
    for root in c.origins.roots:
        agent = vault.cast.root(root, c, vault.told)
        where = root.unseen or root.document
        name = vault.link(agent.id if agent else None, root.name or f"({root.kind} not named)")
        yield name + (f", by way of {vault.page(where)}" if where in vault.documents or where in vault.unseen else "")


def _finding(f: Finding, vault: _Vault) -> str:
    passages = "; ".join(f"“{vault.quote(e.document, e.span)}” ({vault.page(e.document)})" for e in f.evidence)
    limits = f" What would overturn this: {inline(f.limits)}" if f.limits else ""
    said = inline(sentences.message(f.message, vault.book))
    return f"*{words.RULES.get(f.rule, inline(f.rule))}*: {said} Passages: {passages}.{limits}"


def _article(key: str, vault: _Vault) -> list[str]:
    d = vault.documents[key]
    date = d.published.start if d.published else None
    lines = _head(sayso=f"document {d.id}", outlet=d.outlet, published=date, url=d.url, place=d.place, sha256=d.sha256)
    lines += [f"# {inline(d.title or d.place)}"]
    rows = [f"“{vault.quote(key, s.span)}” {vault.chain(s)} – {_claimed(s, vault)}" for s in vault.on.get(key, ())]
    lines += _section("What it tells, and on whose word", rows)
    steps = [x for x in vault.derivations.get(key, ()) if x.document == key]
    lines += _section("From whom it has it", (f"{_how(x.directed)} {vault.page(x.from_)} ({x.kind})" for x in steps))
    later = [x for x in vault.derivations.get(key, ()) if x.from_ == key]
    lines += _section("Who has it from here", (f"{vault.page(x.document)} ({x.kind})" for x in later))
    lines += _section("Findings", (_finding(f, vault) for f in vault.findings.get(key, ())))
    lines += _section("Given up while reading", map(inline, d.degraded))
    return lines


def _claimed(s: Statement, vault: _Vault) -> str:
    claim = vault.claims.get(vault.claim_of.get(s.id, ""))
    return vault.link(claim.id, claim.gist) if claim else "no claim"


def _how(directed: bool) -> str:
    return "appears to follow" if directed else "is tied, in no known order, to"


def _source(agent: Agent, vault: _Vault) -> list[str]:
    lines = [*_head(sayso=f"source {agent.id}", kind=agent.kind), f"# {inline(agent.name)}", ""]
    if body := speaks_for(agent.name):
        known = vault.cast.named(body)
        lines += [f"Speaks for {vault.link(known.id if known else None, body)}.", ""]
    others = [n for n in agent.names if n != agent.name]
    lines += [f"Also called: {', '.join(map(inline, others))}."] if others else []
    said = vault.said.get(agent.id, ())
    lines += _section("Named as the source of", (f"{_claimed(s, vault)} ({vault.page(s.document)})" for s in said))
    lines += _section("On these pages", (vault.page(d) for d in agent.documents))
    return lines
