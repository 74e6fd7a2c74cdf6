"""Invented reports for the exports: one in which every word is hostile, one that is empty, one whose order is another."""

from __future__ import annotations

import dataclasses

from sayso.model import Claim, Derivation, Evidence, Finding, Origins, Reason, Rejected, Report, Root, Run, Span, Unseen, identify
from tests.show.fiction import Page, report

WORDS = (
    "=1+1",
    "+44 20",
    "-5 degrees",
    "@field",
    "\ttab first",
    "\rreturn first",
    "\nline first",
    "＝SUM(A1)",
    "\x00=nul first",
    'comma, "quote"; semicolon | bar',
    "two\nlines\r\nand three",
    "nul\x00 bell\x07 esc\x1b[31m del\x7f c1\x85 fffe\ufffe",
    "half \ud83d pair",
    "four bytes 𝔸😀",
    "עברית ‮right to left‬ العربية",
    "zero\u200bwidth\ufeff",
    "<script>alert(1)</script> ]]> <!-- &amp; &#0;",
    "[[link|x]] `code` *b* _i_ # tag #tag ![i](x) <b> ~~s~~ $m$ %%c%% ^r",
    "{{ x }} {% y %}",
    "---\na: b\n---",
    "../../etc/passwd",
    "CON",
    "con.txt",
    "a" * 300,
    "  spaces  ",
    "'; DROP TABLE claims; --",
    "1. list",
    "http://evil.example/?a=b&c=d www.evil.example me@evil.example",
)
"""What pages and users may hold, each a trap for one form or another."""


def hostile() -> Report:
    """A report in which each of ``WORDS`` is told, is a source, outlet, title, place, gist, unseen text and message."""
    readings, claims, findings, unseen, derivations = [], [], [], [], []
    for number, word in enumerate(WORDS):
        text = f"{number}\n{word} said that {word} is so.\n"
        page = Page(f"{word}/{number}.txt", text, word, "en", title=word, byline=word, degraded=(word,))
        where = Span(len(str(number)) + 1, len(text) - 1)
        own = page.tell(where.of(text), [where.of(text)], "indirect", [page.link(word, "person")], cue="said")
        lost = Unseen(identify("unseen", word), word, "article")
        claim = Claim(
            identify("claim", number),
            word,
            (own,),
            (page.document.id,),
            Origins(1, 1, (Root(word, "person", page.document.id),), (word,)),
            (),
            ("single_source",),
        )
        findings.append(
            Finding(
                identify("finding", number),
                "single_source",
                claim.id,
                claim.documents,
                word,
                (Evidence(page.document.id, where),),
                limits=word,
            )
        )
        derivations.append(
            Derivation(page.document.id, lost.id, "citation", True, True, 1.5, (Reason("named", word, 1.5, where),), (own,))
        )
        claims.append(claim)
        unseen.append(lost)
        readings.append(page.reading)
    whole = report()
    return Report(
        whole.run,
        tuple(readings),
        tuple(claims),
        tuple(unseen),
        tuple(derivations),
        (),
        (),
        tuple(findings),
        (Rejected("\x1b", "=1"),),
    )


def empty() -> Report:
    """A report on nothing: one input, which could not be read."""
    whole = report()
    return Report(whole.run, (), (), (), (), (), (), (), (Rejected("gone.txt", "There is no such file."),))


def nothing() -> Report:
    """A report on no input at all."""
    return dataclasses.replace(empty(), rejected=())


def rootless() -> Report:
    """A report whose claims have no origin in view, and statements in no claim."""
    whole = report()
    claims = tuple(dataclasses.replace(c, origins=Origins(0, 0, (), ())) for c in whole.claims[:2])
    return dataclasses.replace(whole, claims=claims, findings=tuple(f for f in whole.findings if f.claim is None))


def turned(whole: Report) -> Report:
    """The same report with all its lists the other way round."""
    lists = {f.name: getattr(whole, f.name)[::-1] for f in dataclasses.fields(whole) if f.name != "run"}
    lists["readings"] = tuple(
        dataclasses.replace(r, sources=r.sources[::-1], statements=r.statements[::-1]) for r in lists["readings"]
    )
    return Report(Run(whole.run.version, whole.run.settings, whole.run.analyzer), **lists)
