"""What a line of ``expected.json`` asks, and whether sayso's records answer it: one function per kind, AssertionError when not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from tests.golden import story as stories
from tests.golden.story import Record

ASPECTS = ("voice", "chain", "innermost_kind", "stance", "cue", "addressee", "hedges", "quantities")
APART = "all/apart"
"""In ``known_misses.txt``: that the stories, traced in one pile, stay apart."""
SHARE = 0.5
"""A statement answers a quoted passage when they share so much of their characters (F1), as in the scorer of the seeds."""
ARTICLE = re.compile(r"^(the|an?|o|a|os|as|uma?)\s+")


def split(check: Record) -> Iterator[tuple[str, Record, str]]:
    """Each aspect of a statement is a test of its own: a wrong voice must not hide a right chain."""
    if check["kind"] == "statement":
        yield f"{check['id']}.found", check, "found"
        yield from ((f"{check['id']}.{aspect}", check, aspect) for aspect in ASPECTS if aspect in check)
    else:
        yield check["id"], check, ""


def hold(report: Record, check: Record, aspect: str) -> None:
    KINDS[check["kind"]](report, check, aspect)


def _plain(name: str | None) -> str | None:
    if name is None:
        return None
    return ARTICLE.sub("", " ".join(name.casefold().replace("’", "'").split()))


def _accepted(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _same_name(got: str | None, want: object) -> bool:
    return any(_plain(got) == _plain(name) for name in _accepted(want))


def _shared(a: list[tuple[int, int]], b: tuple[int, int]) -> float:
    held = sum(max(0, min(end, b[1]) - max(start, b[0])) for start, end in a)
    return 2 * held / (sum(end - start for start, end in a) + b[1] - b[0])


def statement(report: Record, page: str, quote: str) -> Record:
    """The statement that tells the quoted passage."""
    document = stories.document(report, page)
    where = stories.place(document["text"], quote)
    here = [s for s in report["statements"] if s["document"] == document["id"]]
    rated = [(max(_shared([tuple(c) for c in s["content"]], where), _shared([tuple(s["span"])], where)), s) for s in here]
    best = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    assert best[0] >= SHARE, f"{page}: no statement for “{quote}”; nearest: “{best[1]['quote'] if best[1] else ''}” ({best[0]:.2f})"
    return best[1]


def _quantities(report: Record, check: Record) -> list[Record]:
    """Those inside the quoted passage, whichever statements hold them."""
    document = stories.document(report, check["page"])
    start, end = stories.place(document["text"], check["quote"])
    return [
        q
        for s in report["statements"]
        if s["document"] == document["id"]
        for q in s["quantities"]
        if start <= q["span"][0] and q["span"][1] <= end
    ]


def _check_statement(report: Record, check: Record, aspect: str) -> None:
    found = statement(report, check["page"], check["quote"])
    if aspect == "found":
        return
    where, want = f"{check['page']}: “{check['quote']}”", check[aspect]
    if aspect == "chain":
        got = [link["name"] for link in found["chain"]]
        assert len(got) == len(want) and all(map(_same_name, got, want)), f"{where}\nexpected {want}\ngot      {got}"
    elif aspect == "hedges":
        got = [h["word"].casefold() for h in found["hedges"]]
        # "may have been" may be marked as "may" or with its auxiliary: what opens the mark counts.
        missing = [word for word in want if not any(mark.startswith(word) for mark in got)]
        assert not missing and (want or not got), f"{where}\nexpected {want}\ngot      {got}"
    elif aspect == "quantities":
        got = [(q["low"], q["high"], q["unit"]) for q in _quantities(report, check)]
        missing = [q for q in want if not any(_same_quantity(q, *g) for g in got)]
        assert not missing and (want or not got), f"{where}\nexpected {want}\ngot      {got}"
    else:
        got = _single(report, found, aspect)
        if aspect in ("cue", "addressee"):
            assert _same_name(got, want), f"{where}\nexpected {want}\ngot      {got}"
        else:
            assert got in _accepted(want), f"{where}\nexpected {want}\ngot      {got}"


def _single(report: Record, found: Record, aspect: str) -> str | None:
    if aspect == "innermost_kind":
        return found["chain"][-1]["kind"]
    if aspect == "cue":
        text = next(d["text"] for d in report["documents"] if d["id"] == found["document"])
        return text[slice(*found["cue"])] if found["cue"] else None
    if aspect == "addressee":
        return found["addressee"]["name"] if found.get("addressee") else None
    return found[aspect]


def _same_quantity(want: Record, low: float, high: float | None, unit: str) -> bool:
    return (want["low"], want["high"]) == (low, high) and (want["unit"] is None or unit in _accepted(want["unit"]))


def _claims(report: Record, members: Iterable[list[str]]) -> list[str]:
    return [statement(report, *member)["claim"] for member in members]


def _same_claim(report: Record, check: Record, _: str) -> None:
    got = _claims(report, check["members"])
    assert len(set(got)) == 1, _parted(report, check, got)


def _not_same_claim(report: Record, check: Record, _: str) -> None:
    got = _claims(report, check["members"])
    assert len(set(got)) == len(got), _parted(report, check, got)


def _parted(report: Record, check: Record, got: list[str]) -> str:
    gists = {c["id"]: c["gist"] for c in report["claims"]}
    rows = zip(check["members"], got, strict=True)
    return "\n".join(f"{page}: “{quote}”, in claim “{gists[claim]}”" for (page, quote), claim in rows)


def _claim_of(report: Record, check: Record) -> Record:
    ident = statement(report, *check["claim_of"])["claim"]
    return next(c for c in report["claims"] if c["id"] == ident)


def _origins(report: Record, check: Record, _: str) -> None:
    """The claim has its tellers in view, and the range lies inside the expected one."""
    got = _claim_of(report, check)["origins"]
    assert check["low"] <= got["low"] <= got["high"] <= check["high"], f"expected {check['low']}–{check['high']}, got {got}"


def _findings(report: Record, check: Record) -> list[Record]:
    texts = {d["id"]: d["text"] for d in report["documents"]}
    pages = {stories.document(report, page)["id"] for page in check["pages"]}
    found = []
    for finding in report["findings"]:
        words = [finding["message"], finding["from"] or "", finding["to"] or ""]
        words += [texts[e["document"]][slice(*e["span"])] for e in finding["evidence"]]
        fits = finding["rule"] in _accepted(check["rule"]) and pages <= set(finding["documents"])
        if fits and check["contains"] in "\n".join(words):
            found.append(finding)
    return found


def _finding(report: Record, check: Record, _: str) -> None:
    found = _findings(report, check)
    assert found, f"no finding {check['rule']} on {check['pages']} with “{check['contains']}”"
    if "responsible" in check:
        assert check["responsible"] in [f["responsible"] for f in found], found


def _no_finding(report: Record, check: Record, _: str) -> None:
    found = _findings(report, check)
    assert not found, [f["message"] for f in found]


def _published(report: Record, check: Record, _: str) -> None:
    got = stories.document(report, check["page"])["published"]
    if "within" in check:
        low, high = check["within"]
        known = got is not None and got["start"] is not None and got["end"] is not None
        inside = known and low <= got["start"][:10] and got["end"][:10] <= high
        assert inside or (check["or_null"] and got is None), f"expected inside {check['within']}, got {got}"
    elif check["value"] is None:
        assert got is None, got
    else:
        start = (got or {}).get("start") or ""
        assert start[:10] == check["value"], f"expected {check['value']}, got {got}"


def _outlet(report: Record, check: Record, _: str) -> None:
    got = stories.document(report, check["page"])["outlet"]
    assert _same_name(got, check["value"]), f"expected {check['value']}, got {got}"


def _language(report: Record, check: Record, _: str) -> None:
    got = stories.document(report, check["page"])["language"]
    assert got == check["value"], got


def _marked(report: Record, check: Record) -> tuple[float, set[str]]:
    """The share of the quoted letters that is marked as furniture, and as what."""
    document = stories.document(report, check["page"])
    start, end = stories.place(document["text"], check["quote"])
    over = [f for f in document["furniture"] if f["span"][0] < end and start < f["span"][1]]
    letters = [i for i in range(start, end) if not document["text"][i].isspace()]
    held = sum(any(f["span"][0] <= i < f["span"][1] for f in over) for i in letters)
    return held / len(letters), {f["kind"] for f in over}


def _furniture(report: Record, check: Record, _: str) -> None:
    share, kinds = _marked(report, check)
    right = share >= 0.9 and kinds & set(_accepted(check["furniture"]))
    assert right, f"expected {check['furniture']}; {share:.2f} of it is marked, as {sorted(kinds) or 'nothing'}"


def _prose(report: Record, check: Record, _: str) -> None:
    share, kinds = _marked(report, check)
    assert share == 0, f"{share:.2f} of it is marked, as {sorted(kinds)}"


def _edges(report: Record, check: Record) -> list[Record]:
    down = tuple(stories.document(report, check[end])["id"] for end in ("child", "parent"))
    found = [(d, (d["document"], d["from"])) for d in report["derivations"]]
    return [d for d, ends in found if ends == down or (not d["directed"] and ends == down[::-1])]


def _edge(report: Record, check: Record, _: str) -> None:
    assert any(d["directed"] for d in _edges(report, check)), f"{check['child']} does not appear to follow {check['parent']}"


def _no_edge(report: Record, check: Record, _: str) -> None:
    assert not _edges(report, check), f"{check['child']} appears to follow {check['parent']}"


KINDS: dict[str, Callable[[Record, Record, str], None]] = {
    "statement": _check_statement,
    "same_claim": _same_claim,
    "not_same_claim": _not_same_claim,
    "origins": _origins,
    "finding": _finding,
    "no_finding": _no_finding,
    "published": _published,
    "outlet": _outlet,
    "language": _language,
    "furniture": _furniture,
    "prose": _prose,
    "edge": _edge,
    "no_edge": _no_edge,
}


def joined(report: Record) -> list[str]:
    """Claims and edges that join two stories, which share no person, place or event; ``report`` is of all stories in one pile."""
    texts = {d["id"]: d["text"] for d in report["documents"]}
    story = {d["id"]: d["page"].split("/")[0] for d in report["documents"]}
    by_id = {s["id"]: s for s in report["statements"]}
    found = []
    for claim in report["claims"]:
        if len({story[document] for document in claim["documents"]}) > 1:
            tellings = [by_id[ident] for ident in claim["statements"]]
            told = sorted((story[s["document"]], texts[s["document"]][slice(*s["content"][0])]) for s in tellings)
            found.append(" = ".join(f"{name}: “{words}”" for name, words in told))
    found += [
        f"{stories.page_of(report, d['document'])} from {stories.page_of(report, d['from'])}"
        for d in report["derivations"]
        if story.get(d["from"], story[d["document"]]) != story[d["document"]]
    ]
    return sorted(found)
