"""Declared derivation: what a page says it has from whom, and the texts and interviews that are named but not in the pile."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.lexicon.silences import silent
from sayso.link.days_named import on_day
from sayso.link.follow_ups import follow_ups
from sayso.link.glosses import glossed
from sayso.link.held import Held, seen_witness
from sayso.link.houses import Houses, bare_name, forms
from sayso.link.meanings import meaning
from sayso.link.names import described, same_body, same_house, same_person
from sayso.link.notices import credited, notices, of_the_page, pictured
from sayso.link.order import Order
from sayso.link.papers import of_itself, papers, said_in
from sayso.link.terms import Telling
from sayso.link.titles import Titles
from sayso.model import (
    HOUSES,
    NAMELESS,
    ChainLink,
    Claim,
    Derivation,
    Document,
    Published,
    Reading,
    Reason,
    Span,
    Statement,
    Unseen,
    UnseenKind,
    When,
    identify,
)
from sayso.text.dates import DateExpression, expressions, resolve

# A page's own word that it has something from another text: the surest evidence there is, put at 1000 to 1 (a choice).
DECLARED = 10.0
# How far before a telling the words "On 10 April," may begin, in code points.
LEAD = 60
# Words between a day and the outlet that tells, or its verb; own choice.
BESIDE = 3
_STOP = re.compile(r"[,.;:]")
_SPEAKERS = frozenset({"person", "official", "government", "organization", "armed_group", "ngo"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One page's naming of one text or interview, with the statements it has from there."""

    document: str
    name: str
    kind: UnseenKind
    house: str | None
    speaker: str | None
    statements: tuple[str, ...]
    claims: frozenset[str]
    when: When | None = None
    vague: DateExpression | None = None


def mentions(reading: Reading, claim_of: Mapping[str, str], houses: Houses) -> list[Mention]:
    """All texts and interviews that one page names, one per house (or speaker) and named innermost source."""
    heard = (s for s in reading.statements if s.cue is None or not silent(reading.document.text, s.cue))
    told = sorted(heard, key=lambda s: (s.span, s.id))  # from a house that had no comment a page has nothing
    named = [m for s in told for m in _named(s, reading.document, claim_of, houses)]
    found: list[Mention] = []
    for mention in [*named, *_noticed(reading, claim_of, houses)]:
        place = next((n for n, m in enumerate(found) if _one_occasion(m, mention)), None)
        if place is None:
            found.append(mention)
        else:
            found[place] = _joined(found[place], mention)
    return found


def _noticed(reading: Reading, claim_of: Mapping[str, str], houses: Houses) -> Iterator[Mention]:
    """What the page names outside its tellings; a credit for the whole page stands behind all that it tells."""
    linked = {k.name.casefold() for s in reading.statements for k in s.chain if k.name and k.kind == "document"}
    named = notices(reading.document)
    taken = [n.span for n in named if n.span]
    named += [n for n in papers(reading, houses) if n.span and not any(n.span.overlaps(t) for t in taken)]
    for notice in named:
        own = notice.kind != "document" and houses.own(reading.document.id, notice.by)
        if own or any(notice.name.casefold() in name for name in linked):
            continue
        told = [s.id for s in reading.statements if notice.span is None or s.span.overlaps(notice.span)]
        alone = notice.kind in ("post", "document")
        yield Mention(
            reading.document.id,
            notice.name,
            notice.kind,
            None if alone else notice.by,
            notice.by if alone else None,
            tuple(sorted(told)),
            frozenset(claim_of[s] for s in told),
        )


def _named(statement: Statement, document: Document, claim_of: Mapping[str, str], houses: Houses) -> list[Mention]:
    """What this statement's chain and addressee name outside the page itself."""
    inner = [k for k in statement.chain[1:] if not houses.own(document.id, k.name, k.kind)]
    out: list[tuple[str, UnseenKind, str | None, str | None]] = []
    outlets = [k for k in inner if houses.publishes(k, document.id, document.language)]
    speakers = [k for k in reversed(inner) if k.name and k not in outlets]
    speaker = next((k.name for k in speakers), None)
    named = next((k.name for k in speakers if k.kind in _SPEAKERS), None)
    cited = [k for k in outlets if k.name and not described(k.name)]
    if cited and houses.cited(cited[0].name or "", document.language):
        cited = cited[:1]  # the page in the pile speaks for itself: what it has from others is its own affair
    for link in (k for k in outlets if k.name and described(k.name) and not cited):
        out.append((link.name or "", "article", None, named if link is outlets[-1] else None))
    for link in cited:
        out.append((bare_name(link.name or ""), "article", forms(link.name or "")[-1], named if link is outlets[-1] else None))
    to = statement.addressee
    if not cited and to is not None and (document.outlet is None or houses.own(document.id, to.name)) and speaker:
        out.append((f"{to.name or document.outlet} interview with {speaker}", "interview", to.name or document.outlet, speaker))
    elif not cited and inner:
        out += _spoken(inner[-1], said_in(statement, document))
    out += [row for link in inner[:-1] if link.kind in ("document", "social") for row in _spoken(link, None)]
    when, vague = _told_on(statement, document) if out else (None, None)
    told = (statement.id,), frozenset({claim_of[statement.id]})
    if vague is not None and cited and not _dates_the_house(vague.span, cited[0], statement, document.text):
        when, vague = None, None
    return [Mention(document.id, name, kind, house, said_by, *told, when, vague) for name, kind, house, said_by in out]


def _spoken(link: ChainLink, noun: str | None) -> list[tuple[str, UnseenKind, str | None, str | None]]:
    """The statement, document or post of an innermost source that the page names without an outlet between.

    ``noun``: the text in which it speaks, where the page names it; then even a source without a name has put it out.
    """
    if not link.name or (link.kind == "document" and of_itself(link.name)):
        return []
    if link.kind in _SPEAKERS and noun == "post":
        return [(f"{link.name} post", "post", None, link.name)]
    if link.kind in _SPEAKERS or (noun and link.kind in NAMELESS):
        return [(f"{link.name} {noun or _what_it_says(link)}", "statement", None, link.name)]
    if link.kind == "document":
        return [(link.name, "document", None, link.name)]
    if link.kind == "social":
        return [(link.name, "post", None, link.name)]
    return []


def _what_it_says(link: ChainLink) -> str:
    """What a body puts out where the page does not say: a court its judgment."""
    return "judgment" if link.kind in ("government", "organization") and "+court" in meaning(link.name or "") else "statement"


def _told_on(statement: Statement, document: Document) -> tuple[When | None, DateExpression | None]:
    """The day on which the source spoke, where the words around the told ones give it: resolved, or the expression alone."""
    text, base = document.text, document.published.when if document.published else None
    lead = max(text.rfind("\n", 0, statement.span.start) + 1, statement.span.start - LEAD)
    for x in expressions(text, lead, statement.span.end):
        before = x.span.end <= statement.span.start
        if before and text[x.span.end : statement.span.start].strip(" ,\u00a0"):
            continue
        if any(c.overlaps(x.span) for c in statement.content) or x.form == "past" or x.bound in ("since", "until"):
            continue
        if any(k.kind == "document" and k.span and k.span.overlaps(x.span) for k in statement.chain[1:]):
            continue  # "an audit in 2022" is of that year, whoever tells of it when
        when = resolve(x, base)
        return (when, x) if when.start and when.end else (None, x)
    return None, None


def _dates_the_house(at: Span, house: ChainLink, statement: Statement, text: str) -> bool:
    """Whether a day stands beside an outlet, who spoke or the verb: "the crew left in May, the Tolm Echo wrote" dates the crew."""
    speakers = [k.span for k in statement.chain[1:] if k.kind in _SPEAKERS]
    for span in (house.span, statement.cue, *speakers):
        if span is not None:
            between = text[min(at.end, span.end) : max(at.start, span.start)].strip(" ,\u00a0")
            if len(between.split()) <= BESIDE and not _STOP.search(between):
                return True
    return house.span is None and statement.cue is None


def _one_occasion(a: Mention, b: Mention) -> bool:
    """Whether two mentions can be of one text: one house and no two speakers, or one speaker; no two days."""
    if a.when and b.when and (a.when.end or "") <= (b.when.start or ""):
        return False
    if a.when and b.when and (b.when.end or "") <= (a.when.start or ""):
        return False
    if (a.house is None) != (b.house is None) or ({a.kind, b.kind} & {"interview"} and a.kind != b.kind):
        return False
    if a.house is None:
        if a.kind == "article":
            return (a.kind, a.document, a.name) == (b.kind, b.document, b.name)  # "local media" of two pages may be two
        return a.kind == b.kind and _same_speaker(a.speaker, b.speaker)
    if not same_house(a.house, b.house):
        return False
    return a.speaker is None or b.speaker is None or _same_speaker(a.speaker, b.speaker)


@lru_cache(maxsize=1 << 14)
def _same_speaker(a: str | None, b: str | None) -> bool:
    return a == b or same_person(a, b) or same_body(a, b)


def _noun(m: Mention) -> str | None:
    """What a speaker's text is called, None where it is only what he said ("statement")."""
    noun = m.name.removeprefix(m.speaker).strip() if m.speaker and m.name.startswith(f"{m.speaker} ") else None
    return noun if noun != "statement" else None


def _full_name(group: Sequence[Mention]) -> Mention:
    """The mention with the fullest name; a speaker's text is called what one of them calls it."""
    fullest = max(group, key=lambda m: (len(m.name), m.name))
    noun = max((n for m in group if (n := _noun(m))), key=lambda n: (len(n), n), default=None)
    plain = noun and fullest.kind == "statement" and fullest.name == f"{fullest.speaker} statement"
    return replace(fullest, name=f"{fullest.speaker} {noun}") if plain else fullest


def _joined(a: Mention, b: Mention) -> Mention:
    """Two mentions of one text as one, under the fuller name."""
    fuller = _full_name((a, b))
    return replace(
        a,
        name=fuller.name,
        house=a.house if a.house and a.house in fuller.name else fuller.house,
        speaker=fuller.speaker or a.speaker or b.speaker,
        statements=tuple(sorted({*a.statements, *b.statements})),
        claims=a.claims | b.claims,
        when=a.when or b.when,
        vague=a.vague or b.vague,
    )


def occasions(found: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions of one text on several pages together: one occasion, and a claim in common; never two of one page.

    A mention is compared with each different one of a group once: ten thousand copies of a page name one text alike.
    """
    out: list[list[Mention]] = []
    pages: list[set[str]] = []
    kinds: list[dict[tuple[object, ...], Mention]] = []
    telling: dict[str, dict[int, None]] = defaultdict(dict)
    for mention in sorted(found, key=lambda m: (m.document, m.name, m.statements)):
        near = sorted({n for c in mention.claims for n in telling[c]})
        place = next(
            (n for n in near if mention.document not in pages[n] and all(_one_occasion(m, mention) for m in kinds[n].values())),
            len(out),
        )
        if place == len(out):
            out.append([])
            pages.append(set())
            kinds.append({})
        out[place].append(mention)
        pages[place].add(mention.document)
        kinds[place].setdefault((mention.kind, mention.house, mention.speaker, mention.when), mention)
        for claim in mention.claims:
            telling[claim][place] = None
    return out


def unseen_witness(group: Sequence[Mention], languages: Mapping[str, str | None]) -> Unseen:
    """The text that these mentions name, under its fullest name, dated where one of them dates it.

    A body that is named in another language than English is said in English beside its name.
    """
    fullest = _full_name(group)
    dated = min((m for m in group if m.when), key=lambda m: m.document, default=None)
    published = (
        None
        if dated is None or dated.when is None
        else Published(dated.when.start, dated.when.end, "sibling", dated.vague.span if dated.vague else None, dated.document)
    )
    first = min((s for m in group for s in m.statements), default=min(m.document for m in group))
    name = fullest.name
    if languages.get(fullest.document) not in ("en", None) and fullest.speaker and fullest.kind != "interview":
        name = name.replace(fullest.speaker, glossed(fullest.speaker), 1)
    return Unseen(identify("unseen", fullest.kind, fullest.name, first), name, fullest.kind, published)


@dataclass(frozen=True, slots=True)
class Credits:
    """All declared derivation of a pile: unseen witnesses, edges, and the mentions that stand behind each parent.

    ``unseen`` pairs each witness with its mentions; ``seen`` has the mentions of pages that are in the pile, by their id.
    ``bodies`` are pages on which a body speaks for itself; ``dated`` pairs a page with a parent whose day it names.
    """

    unseen: tuple[tuple[Unseen, tuple[Mention, ...]], ...]
    seen: tuple[tuple[str, tuple[Mention, ...]], ...]
    derivations: tuple[Derivation, ...]
    bodies: frozenset[str]
    dated: frozenset[tuple[str, str]]


def declared(
    readings: Sequence[Reading], claims: Sequence[Claim], tellings: Sequence[Telling], bits: Mapping[str, float], order: Order
) -> Credits:
    """What the pages themselves say they have from elsewhere."""
    claim_of = {s: c.id for c in claims for s in c.statements}
    pile = Held(readings, tellings, bits, claim_of, order)
    titles = Titles(readings, pile)
    absent: list[Mention] = []
    seen: dict[str, list[Mention]] = defaultdict(list)
    for r in sorted(readings, key=lambda r: r.document.id):
        shown = pictured(r.document, pile.houses)
        found = mentions(r, claim_of, pile.houses)
        heard = [m.speaker for m in found if m.kind == "interview"]  # who spoke to the page itself is not had from a paper
        for mention in found:
            language = r.document.language
            page = seen_witness(mention, pile, language)
            if page is None and not any(same_person(mention.speaker, who) for who in heard):
                page = pile.release(mention, language)
            page = page or pile.told_of(mention, shown)
            page = page or (titles.headed(r.document, mention.name) if mention.kind == "document" else None)
            if page:
                seen[page].append(mention)
            else:
                absent.append(mention)
        for at, page in titles.quoted(r.document):
            told = [s.id for s in r.statements if s.span.overlaps(at)]
            said = frozenset(claim_of[s] for s in told)
            seen[page].append(Mention(r.document.id, at.of(r.document.text), "article", None, None, tuple(sorted(told)), said))
        _in_passing(r, claim_of, pile, seen)
    nodes: dict[str, tuple[Unseen, tuple[Mention, ...]]] = {}
    languages = {r.document.id: r.document.language for r in readings}
    for group in occasions(absent):
        node = unseen_witness(group, languages)
        while node.id in nodes:  # one statement may name two texts alike, told by two speakers
            node = replace(node, id=identify("unseen", node.id))
        nodes[node.id] = node, tuple(group)
    unseen = list(nodes.values())
    edges = [_edge(m, page) for page, group in seen.items() for m in _by_page(group)]
    edges += [_edge(m, node.id) for node, group in unseen for m in group]
    named = {(e.document, e.from_) for e in edges}
    edges += [e for e in follow_ups(readings, pile) if (e.document, e.from_) not in named]
    parents = tuple((page, tuple(group)) for page, group in sorted(seen.items()))
    dated = {(m.document, page) for page, group in seen.items() for m in group if on_day(m, order.published(page), exact=True)}
    return Credits(tuple(unseen), parents, tuple(edges), frozenset(pile.bodies), frozenset(dated))


def _in_passing(reading: Reading, claim_of: Mapping[str, str], pile: Held, seen: dict[str, list[Mention]]) -> None:
    """Add the pages whose houses a page names in its text or its credit lines, outside what it says that anybody said."""
    document = reading.document
    cited = [k.span for s in reading.statements for k in s.chain if k.span and k.kind in HOUSES]
    for named in credited(document, pile.houses):
        if any(named.span.overlaps(c) for c in cited) or any(
            m.document == document.id for p in named.pages for m in seen.get(p, ())
        ):
            continue
        whole = of_the_page(document, named.span)  # then all that nobody else is said to have told is from there
        told = [s for s in reading.statements if s.span.overlaps(named.span) or (whole and len(s.chain) == 1)]
        mention = Mention(
            document.id,
            named.name,
            "article",
            named.name,
            None,
            tuple(sorted(s.id for s in told)),
            frozenset(claim_of[s.id] for s in told),
        )
        own = frozenset(s.id for s in told if len(s.chain) == 1 or pile.houses.cited(s.chain[-1].name or "", document.language))
        page = pile.in_passing(mention, named.pages, own)
        if page:
            seen[page].append(mention)


def _by_page(group: Sequence[Mention]) -> list[Mention]:
    """The mentions of one text, those of each page as one."""
    out: dict[str, Mention] = {}
    for mention in group:
        met = out.get(mention.document)
        out[mention.document] = _joined(met, mention) if met else mention
    return list(out.values())


def _edge(mention: Mention, parent: str) -> Derivation:
    how = {"interview": "spoke to", "statement": "names the speaker", "article": "names the outlet"}.get(mention.kind, "names")
    return Derivation(
        document=mention.document,
        from_=parent,
        kind="citation",
        directed=True,
        declared=True,
        weight=DECLARED,
        why=(Reason("named", f"{how}: {mention.name}", DECLARED),),
        statements=mention.statements,
    )
