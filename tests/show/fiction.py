"""A small invented pile: five pages on a burst dam, in three languages, with one trap of each kind. Nothing in it exists."""

from __future__ import annotations

from sayso.model import (
    Analyzer,
    ChainLink,
    Claim,
    DateSeen,
    Derivation,
    Document,
    Evidence,
    Figure,
    Finding,
    Furniture,
    Hedge,
    Hyperlink,
    Origins,
    Published,
    Quantity,
    Reading,
    Reason,
    Rejected,
    Report,
    Root,
    Run,
    Sibling,
    Source,
    Span,
    Statement,
    Tie,
    Time,
    Unseen,
    identify,
)

COURIER = """09:14 GMT 3 March 2040
Forty killed or injured as Orm dam bursts, source says
Lake Courier / Ida Vell
A night guard at the Orm dam told the Lake Courier on Monday that at least 40 people were killed or injured when the wall gave way.
“The water took 12 houses in the first hour,” the guard said. “Nobody warned us.”
The valley council denied that any house was lost.
The wall was probably last inspected nine years ago.
Read also: Ferry timetable for spring
"""
POST = """Orm dam: 40 dead
QUELL (Valley Post) – The Lake Courier reported, citing a dam worker, that 40 people died when the Orm dam burst.
The water destroyed 12 houses in the first hour.
The valley council says repairs rose from 50 in January to 120 in February, a 240 percent increase.
"""
RUSSIAN = """Прорыв плотины Орм: 40 погибших
По данным источника на плотине, погибли 40 человек, сообщает «Лейк Курьер».
"""
ARABIC = """انهيار سد أورم
قال مصدر في السد إن أربعين شخصا قتلوا أو أصيبوا.
"""
EMPTY_HOUR = """Council report on the Orm dam
No house was lost, the valley council’s spokeswoman Runa Tholl said in a release on 4 March.
"""


def span(text: str, words: str, after: str = "") -> Span:
    """Where the words stand first, at or after the words ``after``."""
    start = text.index(words, text.index(after) if after else 0)
    return Span(start, start + len(words))


class Page:
    """One page of the pile with what is said on it."""

    def __init__(self, place: str, text: str, outlet: str | None, language: str, **more: object) -> None:
        self.document = Document(
            id=identify("document", place),
            place=place,
            url=None,
            sha256=identify("bytes", text) * 3 + "0000",
            text=text,
            outlet=outlet,
            outlet_basis="dateline" if outlet else None,
            language=language,
            **more,
        )  # type: ignore[arg-type]
        self.statements: list[Statement] = []
        self.sources: list[Source] = []

    def link(self, name: str | None, kind: str, words: str | None = None, cue: str | None = None) -> ChainLink:
        """A station of a chain, and the source record behind it."""
        text, own = self.document.text, None
        if name is not None and kind != "outlet":
            own = identify("source", self.document.id, name)
            if all(s.id != own for s in self.sources):
                self.sources.append(Source(own, name, kind, None, (words,) if words and words != name else ()))  # type: ignore[arg-type]
        return ChainLink(
            name,
            kind,
            own,
            span(text, words) if words else None,  # type: ignore[arg-type]
            span(text, cue) if cue else None,
        )

    def tell(self, quote: str, content: list[str], voice: str, links: list[ChainLink], **more: object) -> str:
        """Add a statement; the outlet comes first in its chain."""
        text = self.document.text
        where = span(text, quote)
        cue = more.pop("cue", None)
        own = identify("statement", self.document.id, *where)
        chain = (ChainLink(self.document.outlet, "outlet"), *links)
        self.statements.append(
            Statement(
                own,
                self.document.id,
                str(more.pop("attribution", own)),
                where,
                tuple(span(text, c, quote) for c in content),
                voice,  # type: ignore[arg-type]
                span(text, str(cue), quote) if cue else None,
                chain,
                **({"stance": "assert" if voice == "own" else "report"} | more),
            )
        )  # type: ignore[arg-type]
        return own

    @property
    def reading(self) -> Reading:
        """The page's whole yield."""
        return Reading(
            self.document,
            tuple(sorted(self.sources, key=lambda s: s.id)),
            tuple(sorted(self.statements, key=lambda s: (s.span, s.id))),
        )


def quantity(text: str, words: str, low: float, high: float | None, unit: str, of: str | None = None) -> Quantity:
    return Quantity(span(text, words), low, high, unit, of)


def report() -> Report:
    """The whole pile."""
    courier = Page(
        "pile/courier.txt",
        COURIER,
        "Lake Courier",
        "en",
        title="Forty killed or injured as Orm dam bursts, source says",
        title_span=span(COURIER, "Forty killed or injured as Orm dam bursts, source says"),
        byline="Ida Vell",
        dates=(DateSeen("page_clock", "2040-03-03T09:14", "2040-03-03T09:15", Span(0, 22)),),
        furniture=(
            Furniture(Span(0, 22), "page_clock"),
            Furniture(span(COURIER, "Lake Courier / Ida Vell"), "credit"),
            Furniture(span(COURIER, "Read also: Ferry timetable for spring"), "related_link"),
        ),
        hyperlinks=(Hyperlink(span(COURIER, "Ferry timetable for spring"), "https://courier.example/ferry"),),
    )
    post = Page(
        "pile/post.txt",
        POST,
        "Valley Post",
        "en",
        title="Orm dam: 40 dead",
        title_span=Span(0, 16),
        published=Published("2040-03-04", "2040-03-05", "masthead"),
    )
    russian = Page(
        "pile/ru.txt",
        RUSSIAN,
        None,
        "ru",
        title="Прорыв плотины Орм: 40 погибших",
        published=Published("2040-03-04", "2040-04-01", "sibling", None, post.document.id),
    )
    arabic = Page("pile/ar.txt", ARABIC, "مرصد البحيرة", "ar", title="انهيار سد أورم", degraded=("the page was cut at 1 MB",))
    release = Page("pile/council.txt", EMPTY_HOUR, None, "en", title="Council report on the Orm dam")

    guard, dead = courier.link("a night guard at the Orm dam", "anonymous", "A night guard at the Orm dam"), "40 people"
    first = courier.tell(
        "A night guard at the Orm dam told the Lake Courier on Monday that at least 40 people were killed or injured"
        " when the wall gave way.",
        ["at least 40 people were killed or injured when the wall gave way"],
        "indirect",
        [guard],
        cue="told",
        addressee=ChainLink("Lake Courier", "outlet", None, span(COURIER, "the Lake Courier")),
        quantities=(quantity(COURIER, "at least 40 people", 40, None, "person", "killed or injured"),),
        times=(Time(span(COURIER, "on Monday"), None, None),),
    )
    houses = courier.tell(
        "“The water took 12 houses in the first hour,” the guard said.",
        ["The water took 12 houses in the first hour,"],
        "direct",
        [courier.link("a night guard at the Orm dam", "anonymous", "the guard")],
        cue="said",
        quantities=(quantity(COURIER, "12 houses", 12, 12, "house"),),
    )
    denial = courier.tell(
        "The valley council denied that any house was lost.",
        ["any house was lost"],
        "indirect",
        [courier.link("the valley council", "government", "The valley council")],
        cue="denied",
        stance="deny",
    )
    wall = courier.tell(
        "The wall was probably last inspected nine years ago.",
        ["The wall was probably last inspected nine years ago."],
        "own",
        [ChainLink(None, "unnamed")],
        hedges=(Hedge("probably", span(COURIER, "probably")),),
    )

    dead_post = post.tell(
        "The Lake Courier reported, citing a dam worker, that 40 people died when the Orm dam burst.",
        ["40 people died when the Orm dam burst"],
        "indirect",
        [
            post.link("the Lake Courier", "outlet", "The Lake Courier"),
            post.link("a dam worker", "anonymous", "a dam worker", "citing"),
        ],
        cue="reported",
        quantities=(quantity(POST, dead, 40, 40, "person", "died"),),
    )
    head_post = post.tell("Orm dam: 40 dead", ["Orm dam: 40 dead"], "headline", [])
    houses_post = post.tell(
        "The water destroyed 12 houses in the first hour.",
        ["The water destroyed 12 houses in the first hour."],
        "own",
        [],
        quantities=(quantity(POST, "12 houses", 12, 12, "house"),),
    )
    repairs = post.tell(
        "The valley council says repairs rose from 50 in January to 120 in February, a 240 percent increase.",
        ["repairs rose from 50 in January to 120 in February, a 240 percent increase"],
        "indirect",
        [post.link("the valley council", "government", "The valley council")],
        cue="says",
    )
    dead_ru = russian.tell(
        "По данным источника на плотине, погибли 40 человек, сообщает «Лейк Курьер».",
        ["погибли 40 человек"],
        "indirect",
        [
            russian.link("Лейк Курьер", "outlet", "Лейк Курьер"),
            russian.link("источник на плотине", "anonymous", "источника на плотине", "По данным"),
        ],
        cue="сообщает",
    )
    dead_ar = arabic.tell(
        "قال مصدر في السد إن أربعين شخصا قتلوا أو أصيبوا.",
        ["أربعين شخصا قتلوا أو أصيبوا"],
        "indirect",
        [arabic.link("مصدر في السد", "anonymous", "مصدر في السد")],
        cue="قال",
    )
    no_house = release.tell(
        "No house was lost, the valley council’s spokeswoman Runa Tholl said in a release on 4 March.",
        ["No house was lost,"],
        "indirect",
        [release.link("Runa Tholl, the valley council’s spokeswoman", "official", "the valley council’s spokeswoman Runa Tholl")],
        cue="said",
    )

    one, two, three, four, five = (p.document.id for p in (courier, post, russian, arabic, release))
    interview = Unseen(identify("unseen", "interview"), "Lake Courier interview with a night guard", "interview")

    def claim(
        gist: str, statements: list[str], documents: list[str], origins: Origins, *states: str, figures: tuple[Figure, ...] = ()
    ) -> Claim:
        return Claim(identify("claim", gist), gist, tuple(sorted(statements)), tuple(sorted(documents)), origins, figures, states)  # type: ignore[arg-type]

    toll = claim(
        "at least 40 people were killed or injured when the wall gave way",
        [first, dead_post, head_post, dead_ru, dead_ar],
        [one, two, three, four],
        Origins(
            1,
            2,
            (Root("a night guard at the Orm dam", "anonymous", one, interview.id),),
            (
                "Valley Post and the page in Russian name the Lake Courier.",
                "The Arabic page names a source at the dam, who may be the same person.",
            ),
        ),
        "circular",
        "anonymous_only",
        figures=(Figure("person", 40, None, tuple(sorted((one, two)))),),
    )
    lost = claim(
        "The water took 12 houses in the first hour",
        [houses, houses_post],
        [one, two],
        Origins(1, 1, (Root("a night guard at the Orm dam", "anonymous", one),), ("Valley Post names nobody.",)),
        "single_source",
        "denied",
        "anonymous_only",
    )
    none = claim(
        "no house was lost",
        [denial, no_house],
        [one, five],
        Origins(1, 1, (Root("the valley council", "government", five),), ("Both name the valley council.",)),
        "single_source",
    )
    inspected = claim(
        "The wall was probably last inspected nine years ago",
        [wall],
        [one],
        Origins(0, 1, (Root(None, "unnamed", one),), ("The text names nobody.",)),
        "unattributed",
    )
    sums = claim(
        "repairs rose from 50 in January to 120 in February, a 240 percent increase",
        [repairs],
        [two],
        Origins(1, 1, (Root("the valley council", "government", two),), ("One teller, one source.",)),
        "single_source",
    )

    def finding(rule: str, about: Claim | None, message: str, places: list[tuple[Page, str]], **more: object) -> Finding:
        evidence = tuple(Evidence(p.document.id, span(p.document.text, w)) for p, w in places)
        return Finding(
            identify("finding", rule, message),
            rule,
            about.id if about else None,
            tuple(sorted({e.document for e in evidence})),
            message,
            evidence,
            **more,
        )  # type: ignore[arg-type]

    findings = [
        finding(
            "category_changed",
            toll,
            "“killed or injured” in the Lake Courier stands as “died” in the Valley Post.",
            [(courier, "at least 40 people were killed or injured"), (post, "40 people died")],
            from_="at least 40 people were killed or injured",
            to="40 people died",
            responsible="outlet",
            limits="Another interview in which the guard speaks of dead alone.",
        ),
        finding(
            "attribution_lost",
            lost,
            "The Valley Post tells in its own voice what the Lake Courier has from a night guard.",
            [
                (courier, "“The water took 12 houses in the first hour,” the guard said."),
                (post, "The water destroyed 12 houses in the first hour."),
            ],
            from_="“The water took 12 houses in the first hour,” the guard said.",
            responsible="outlet",
            limits="The Valley Post may have counted the houses itself.",
        ),
        finding(
            "denied",
            lost,
            "The valley council denies that any house was lost.",
            [(courier, "The water took 12 houses"), (courier, "The valley council denied that any house was lost.")],
            limits="The council may speak of another hour.",
        ),
        finding(
            "ratio_called_increase",
            sums,
            "From 50 to 120 is an increase of 140 percent; 120 is 240 percent of 50.",
            [(post, "repairs rose from 50 in January to 120 in February, a 240 percent increase")],
            from_="240 percent increase",
            to="140 percent",
            responsible="quoted_source",
            limits="The two figures may be of other repairs.",
        ),
        finding(
            "page_clock",
            None,
            "The date at the head of the page is the clock of the visit, not the date of the article.",
            [(courier, "09:14 GMT 3 March 2040")],
            limits="An archived copy with the date of publication.",
        ),
    ]
    why = (Reason("names", "names the Lake Courier", 5.0, span(POST, "The Lake Courier"), None),)
    return Report(
        run=Run("0.1.0", identify("settings"), Analyzer("rules")),
        readings=tuple(
            sorted((p.reading for p in (courier, post, russian, arabic, release)), key=lambda r: (r.document.place, r.document.id))
        ),
        claims=tuple(sorted((toll, lost, none, inspected, sums), key=lambda c: c.id)),
        unseen=(interview,),
        derivations=tuple(
            sorted(
                (
                    Derivation(
                        one, interview.id, "citation", True, True, 6.0, (Reason("told", "told the Lake Courier", 6.0),), (first,)
                    ),
                    Derivation(two, one, "rewrite", True, True, 5.0, why, tuple(sorted((dead_post, houses_post)))),
                    Derivation(
                        three, one, "translation", True, True, 5.5, (Reason("names", "names «Лейк Курьер»", 5.5),), (dead_ru,)
                    ),
                ),
                key=lambda d: (d.document, d.from_, d.kind),
            )
        ),
        siblings=(Sibling(tuple(sorted((two, three))), one, (Reason("parent", "both name the Lake Courier", 3.0),)),),
        ties=(Tie(*sorted((first, dead_post)), 4.5, True, (Reason("figure", "40 person in both", 4.5),)),),
        findings=tuple(sorted(findings, key=lambda f: (f.rule, f.id))),
        rejected=(Rejected("pile/photo.jpg", "This is a picture (JPEG), not a page; give the page that shows it."),),
    )
