"""What sayso finds in a story, as a page of plain text that a reporter can read and ``git diff`` can show: no ids, no offsets."""

from __future__ import annotations

from collections.abc import Iterator

from tests.golden import story as stories
from tests.golden.story import Record


def listing(name: str) -> str:
    report = stories.traced(name)
    parts = (_pages, _claims, _derivations, _findings)
    return "\n".join([stories.facts(name)["title"], *(line for part in parts for line in part(report)), ""])


def _pages(report: Record) -> Iterator[str]:
    for document in sorted(report["documents"], key=lambda d: d["page"]):
        yield f"\n===== {document['page']}"
        language = document["language"] or "language not known"
        yield f"outlet {document['outlet'] or 'not known'} · {_when(document['published'])} · {language}"
        for furniture in document["furniture"]:
            yield f"    ({furniture['kind']}: {_short(document['text'][slice(*furniture['span'])])})"
        for statement in (s for s in report["statements"] if s["document"] == document["id"]):
            yield from _statement(document, statement)
    for rejected in report["rejected"]:
        yield f"\ncould not be read: {rejected['reason']}"


def _statement(document: Record, statement: Record) -> Iterator[str]:
    text = document["text"]
    told = " … ".join(_line(text[slice(*span)]) for span in statement["content"])
    yield f"\n  {told}"
    cue = f" · “{_line(text[slice(*statement['cue'])])}”" if statement["cue"] else ""
    yield f"      {statement['voice']}, {statement['stance']}: {_chain(statement['chain'])}{cue}"
    if statement["hedges"]:
        yield f"      hedged: {', '.join(h['word'] for h in statement['hedges'])}"
    if statement["quantities"]:
        yield f"      figures: {', '.join(map(_quantity, statement['quantities']))}"


def _claims(report: Record) -> Iterator[str]:
    """Those told more than once, in the order of their first telling."""
    texts = {d["id"]: d["text"] for d in report["documents"]}
    by_id = {s["id"]: s for s in report["statements"]}
    several = []
    for claim in report["claims"]:
        tellings = sorted(
            ((stories.page_of(report, by_id[s]["document"]), by_id[s]) for s in claim["statements"]),
            key=lambda pair: (pair[0], pair[1]["span"]),
        )
        if len(tellings) > 1:
            several.append((tellings, claim))
    yield f"\n===== Claims told more than once: {len(several)} of {len(report['claims'])}"
    for tellings, claim in sorted(several, key=lambda pair: (pair[0][0][0], pair[0][0][1]["span"])):
        low, high = claim["origins"]["low"], claim["origins"]["high"]
        roots = ", ".join(sorted(f"{r['name'] or 'unnamed'} ({r['kind']})" for r in claim["origins"]["roots"]))
        yield f"\n  {_short(claim['gist'])}"
        yield f"      independent origins {low}–{high}: {roots}{' · ' + ', '.join(claim['states']) if claim['states'] else ''}"
        for page, statement in tellings:
            yield f"      {page}: {_short(' … '.join(texts[statement['document']][slice(*c)] for c in statement['content']))}"


def _derivations(report: Record) -> Iterator[str]:
    yield "\n===== Who has it from whom"
    rows = []
    for d in report["derivations"]:
        pages = stories.page_of(report, d["document"]), stories.page_of(report, d["from"])
        arrow, declared = "<-" if d["directed"] else "--", ", declared" if d["declared"] else ""
        rows.append(f"  {pages[0]} {arrow} {pages[1]} ({d['kind']}{declared})")
    yield from sorted(set(rows))


def _findings(report: Record) -> Iterator[str]:
    yield "\n===== Findings"
    rows = []
    for finding in report["findings"]:
        pages = ", ".join(sorted(stories.page_of(report, d) for d in finding["documents"]))
        lines = [f"\n  {finding['rule']} · {pages}", f"      {_line(finding['message'])}"]
        if finding["from"]:
            lines += [f"      from: {_short(finding['from'])}", f"      to:   {_short(finding['to'] or '(left out)')}"]
        rows.append("\n".join(lines))
    yield from sorted(rows)


def _chain(chain: list[Record]) -> str:
    return " <- ".join(f"{link['name'] or 'unnamed'} ({link['kind']})" for link in chain)


def _quantity(quantity: Record) -> str:
    low, high = quantity["low"], quantity["high"]
    amount = f"{low:g}" if low == high else f"{low:g} or more" if high is None else f"{low:g} to {high:g}"
    of = f" ({quantity['of']})" if quantity["of"] else ""
    return f"{'about ' if quantity['approximate'] else ''}{amount} {quantity['unit']}{of}"


def _when(published: Record | None) -> str:
    if published is None:
        return "date not known"
    ends = " to before ".join(published[end] or "…" for end in ("start", "end"))
    return f"published {ends} ({published['basis']})"


def _line(text: str) -> str:
    return " ".join(text.split())


def _short(text: str, limit: int = 100) -> str:
    line = _line(text)
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"
