"""Which page of the pile is the text that another page names: of that house, not ruled out by dates, and telling of the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicon.bodies import body_nouns
from sayso.lexicon.senses import function_words
from sayso.link.days_named import on_day, told_before, told_later
from sayso.link.houses import Houses, bare_name
from sayso.link.lands import countries, country_before, peoples_of, published_in
from sayso.link.meanings import meaning, proper_keys, same_meaning
from sayso.link.names import house_words, name_keys, same_person
from sayso.link.notices import begins_with, firm, is_release, one_described, self_named, signers, stations_of
from sayso.link.order import Order
from sayso.link.terms import Telling, terms, weak_figure
from sayso.model import HOUSES, Document, Reading, Span, Statement
from sayso.text.months import ENGLISH_MONTHS, WEEKDAY_OF
from sayso.text.normal import fold, latin, words

if TYPE_CHECKING:
    from sayso.link.credits import Mention

# Bits that two terms or more in common must carry for a telling of a cited house's page and what is had from there to be alike; or
# other claims that the two pages must share. Two agency pages of different events share one by chance (159 news pages, 21 events).
LEAST_ALIKE = 4.0
LEAST_OTHERS = 2
# Or names and figures that the two pages must have in common, and their share of the page that has fewer. 100 news pages: of 200
# pairs of one event 95 % have 5 and 0.22, of 4,750 pairs of two events 5 %; all that, and the right house, is rare by chance.
LEAST_COMMON = 3
LEAST_COMMON_SHARE = 0.2
# So many, and this share, where a page is not dated to the day: on ten cases and stories 0.35 is reached by pages on other texts.
LEAST_UNDATED, UNDATED_SHARE = 5, 0.4
# Days between two pages of one story at most; and between a page and one that cites it in another language, where names are spelt
# otherwise and so much cannot be asked. Choices.
LONG_AGO, FEW_DAYS = 60, 3
# Other pages that name a house as a speaker, from which on it is a body: readers take one outlet for an organisation now and then.
LEAST_NAMING = 2
_SPEAKERS = frozenset({"organization", "government", "ngo", "armed_group"})
_RARE = frozenset({"name", "figure"})
_NUMBER = re.compile(r"\d+(?:/\d+)?$")
_GOES_ON = re.compile(r"[ \u00a0][^\W\d_A-Z]")


def _opens(text: str, at: int) -> bool:
    """Whether a sentence or a line begins at an offset."""
    before = text[max(0, at - 2) : at]
    return not before.strip() or before.endswith("\n") or before[0] in ".!?"


class Held:
    """What the pile holds, as far as it helps to find a page that another names; ``holders`` has the claims of each page."""

    def __init__(
        self,
        readings: Sequence[Reading],
        tellings: Sequence[Telling],
        bits: Mapping[str, float],
        claim_of: Mapping[str, str],
        order: Order,
    ) -> None:
        self.houses, self.order, self._bits, self._claim_of = Houses(readings), order, bits, claim_of
        self.holders = {r.document.id: {claim_of[s.id] for s in r.statements} for r in readings}
        self._language = {r.document.id: r.document.language for r in readings}
        self._keys = {t.id: t.keys for t in tellings}
        self._told: dict[str, list[frozenset[str]]] = defaultdict(list)
        self._told_phrases: dict[str, list[frozenset[tuple[str, str]]]] = defaultdict(list)
        self._phrases = {t.id: t.phrases for t in tellings}
        self._plain: dict[str, set[str]] = defaultdict(set)
        for t in tellings:
            self._told[t.document].append(t.keys)
            self._told_phrases[t.document].append(t.phrases)
            self._plain[t.document] |= t.senses | t.figures
        self.releases = {r.document.id: _speakers(r) | signers(r.document) for r in readings if is_release(r.document)}
        outlets = {
            d.outlet for r in readings if (d := r.document).outlet and d.id not in self.releases
        }  # a body has its town's name
        titles = _calendar() | {k for name in outlets for k in name_keys(name)}
        self._rare = {r.document.id: _rare(r) - titles for r in readings}
        self._heard = {r.document.id: _hearing(r) for r in readings}
        self._own_names = {r.document.id: name_keys(r.document.outlet or "") for r in readings}
        self._stations = {r.document.id: stations_of(r.document.outlet or "") for r in readings}
        self._selves = {r.document.id: _selves(r.document) for r in readings if r.document.id in self.releases}
        self._documents = {r.document.id: r.document for r in readings}
        self._direct = {s.id for r in readings for s in r.statements if s.voice in ("direct", "mixed")}
        self._latest = {s.id: latest for r in readings for s in r.statements if (latest := _latest(s))}
        self.bodies = self._spoken_of(readings) | self.releases.keys()

    def _spoken_of(self, readings: Sequence[Reading]) -> set[str]:
        """The pages whose house others name as a speaker, and nobody as an outlet: a club, a charity, a ministry."""
        named: dict[tuple[str, ...], tuple[set[str], set[str]]] = {}
        for r in readings:
            for link in (k for s in r.statements for k in s.chain[1:] if k.name):
                kind = 0 if link.kind in _SPEAKERS else 1 if link.kind in HOUSES else None
                pages = self.houses.pages(link.name or "") if kind is not None else ()
                if pages and r.document.id not in pages:
                    named.setdefault(pages, (set(), set()))[kind or 0].add(r.document.id)
        acting = {r.document.id for r in readings if self._acts(r.document)}
        found = [
            pages
            for pages, (speaker, outlet) in named.items()
            if not outlet and len(speaker) >= (1 if acting & {*pages} else LEAST_NAMING)
        ]
        papers = {r.document.id for r in readings if any(fold(w.text) in house_words() for w in words(r.document.outlet or ""))}
        return {page for pages in found for page in pages} - papers

    def _acts(self, document: Document) -> bool:
        """Whether the house opens a sentence of its own page ("Norrin Mills regrets …"): a paper names itself otherwise."""
        text, own = document.text, self.houses.inside(document.text, document.language)
        opened = (n.span for n in own if document.id in n.pages and _opens(text, n.span.start))
        return any(_GOES_ON.match(text, at.end) and not any(f.span.overlaps(at) for f in document.furniture) for at in opened)

    def may_have(self, mention: Mention, page: str) -> bool:
        """Whether dates and languages allow that this page is the text meant."""
        published = self.order.published(page)
        if not self.order.may_follow(mention.document, page) or told_before(mention, published) or told_later(mention, published):
            return False
        news = [self._latest[s] for s in mention.statements if s in self._latest]
        if news and published and published.end and len(news) == len(mention.statements) and min(news) >= published.end:
            return False  # all that is had from there happened later
        a, b = self._language[mention.document], self._language[page]
        return not (a and b and a != b) or self.order.before(page, mention.document) or self.akin(mention.document, page)

    def told_alike(self, mention: Mention, page: str, but: frozenset[str] = frozenset()) -> bool:
        """Whether some telling of the page shares enough terms with one that is had from there, ``but`` for some."""
        same = self._language[mention.document] == self._language[page]  # a word and its sense are one thing: count it once
        return any(
            len(both) > 1 and sum(self._bits[k] for k in sorted(both)) >= LEAST_ALIKE
            for s in mention.statements
            for keys in self._told[page]
            if (both := frozenset(k for k in (self._keys[s] & keys) - but if not (same and k.startswith("+"))))
        )

    def repeats(self, mention: Mention, page: str, least: int, but: frozenset[str] = frozenset()) -> bool:
        """Whether some telling of the page has two neighbouring words of one had from there, or a figure that is no small one.

        With the figure it must have ``least`` equal terms in all; two words ``but`` for some say nothing.
        """
        return any(
            (len(both) >= least and any(k.startswith("#") and not weak_figure(k) for k in both))
            or any(not but.issuperset(p) for p in self._phrases[s] & phrases)
            for s in mention.statements
            for keys, phrases in zip(self._told[page], self._told_phrases[page], strict=True)
            if (both := self._keys[s] & keys)
        )

    def common(self, a: str, b: str) -> int:
        """How many names and figures two pages have in common."""
        return len(self._rare[a] & self._rare[b])

    def shared(self, a: str, b: str) -> set[str]:
        """The claims that two pages have in common."""
        return self.holders[a] & self.holders[b]

    def names_share(self, a: str, b: str) -> float:
        """What two pages have of names and figures in common, as a share of the page that has fewer."""
        return self.common(a, b) / max(1, min(len(self._rare[a]), len(self._rare[b])))

    def akin(self, a: str, b: str) -> bool:
        """Whether two pages have so many names and figures in common that they tell of one story, and dates do not part them."""
        common, share, days = self.common(a, b), self.names_share(a, b), self.order.days_between(a, b)
        if days is None:
            return common >= LEAST_UNDATED and share >= UNDATED_SHARE
        if self._language[a] != self._language[b] and days <= FEW_DAYS:
            common = len((self._plain[a] | self._rare[a]) & (self._plain[b] | self._rare[b]))
            return common >= LEAST_COMMON
        common += days <= FEW_DAYS and bool(self.shared(a, b))  # short pages have few names
        return common >= LEAST_COMMON and share >= LEAST_COMMON_SHARE

    def in_passing(self, mention: Mention, pages: Iterable[str], own: frozenset[str]) -> str | None:
        """The page that a mere name points to; a body is named for much else than what it has put out.

        ``own``: the tellings that are the page's own or the body's; what others say of a body is not from there.
        """
        document = mention.document
        page = self.page(mention, [p for p in pages if (self.order.days_between(document, p) or 0) <= LONG_AGO])
        if page in self.bodies and not any(self._claim_of[s] in self.holders[page] for s in own):
            return None
        return page

    def _other_words(self, mention: Mention, page: str) -> bool:
        """Whether all that is had from a house is what somebody told it in so many words, and its page has none of them."""
        spoken = bool(mention.speaker and mention.statements) and self._direct.issuperset(mention.statements)
        if not spoken or self._language[mention.document] != self._language[page]:
            return False
        return not (self.told_alike(mention, page) or self.repeats(mention, page, 1))

    def _put_out(self, mention: Mention, page: str) -> bool:
        """Whether what is had from a body stands on its page: it says more to others, and other things some days later."""
        days, own = self.order.days_between(mention.document, page) or 0, self._own_names[page]
        if days <= LONG_AGO and on_day(mention, self.order.published(page), exact=True):
            return True
        told = mention.claims & self.holders[page] or self.told_alike(mention, page, own) or self.repeats(mention, page, 1, own)
        return days <= FEW_DAYS and bool(told)

    def release(self, mention: Mention, language: str | None) -> str | None:
        """The page on which the body speaks for itself whose statement is named: by name, by its officer, or as "the company"."""
        if mention.kind == "document":
            return self._numbered(mention)
        if mention.kind != "statement" or not mention.speaker:
            return None
        found, meant, shortly = [], self._meant(mention.speaker), self._shortly(mention.speaker)
        for page in sorted(self.releases):
            published, shared = self.order.published(page), len(mention.claims & self.holders[page])
            recent = (self.order.days_between(mention.document, page) or 0) <= LONG_AGO
            if page == mention.document or not recent or not self.order.may_follow(mention.document, page):
                continue
            if told_before(mention, published) or told_later(mention, published):
                continue
            unnamed = len({self.houses.of(b) for b in self.releases}) == 1 and firm(mention.speaker)
            named = page in self.houses.cited(mention.speaker, language) or page in shortly
            named = named or any(same_person(mention.speaker, s) for s in self.releases[page])
            named = named or begins_with(self._documents[page], mention.speaker)
            alike = shared or self.told_alike(mention, page) or self.repeats(mention, page, 1 if named else 2)
            if page in meant and self._language[page] != language and len(meaning(mention.speaker)) > 1:
                alike = alike or self.akin(mention.document, page)
            alike = alike or on_day(mention, published, exact=True)
            if alike and (named or unnamed or page in meant):
                found.append((-shared, page))
        return min(found)[1] if found else None

    def _meant(self, speaker: str) -> set[str]:
        """The releases of the one body that a name can mean by what it says ("la policía"), and by the names that it holds.

        The country to which it belongs ("Velmia's defence ministry") its own paper need not name, where it names a town there.
        """
        found = {p for p, names in self._selves.items() if any(same_meaning(speaker, n) for n in names)}
        if len({self.houses.of(p) for p in found}) != 1:
            return set()
        country = country_before(speaker)
        bare = speaker[len(country) :] if country else speaker
        return {
            p
            for p in found
            if all(k in self._rare[p] for k in proper_keys(speaker))
            or (
                country
                and all(k in self._rare[p] for k in proper_keys(bare))
                and countries(country) & countries(self._documents[p].text)
            )
        }

    def _numbered(self, mention: Mention) -> str | None:
        """The one page whose paper is called so by its number: "the Front's Communiqué No. 31"."""
        name, document = fold(mention.name), mention.document
        found = {
            p
            for p, names in self._selves.items()
            for paper in (fold(n.split(",")[0]) for n in names[1:])
            if p != document and _NUMBER.search(paper) and paper in name and self.order.may_follow(document, p)
        }
        return found.pop() if len(found) == 1 else None

    def _shortly(self, speaker: str) -> set[str]:
        """The releases of the one body of whose name a speaker's is a part: its nouns ("the Department"), or how a firm begins."""
        given, found = _own_words(bare_name(speaker)), set()
        alone = given[0] if len(given) == 1 and given[0][0].isupper() else None
        said = {fold(w) for w in given}
        for page, names in self._selves.items():
            own = _own_words(names[0]) if names else []
            nouns = {fold(n) for n in body_nouns(names[0])} if own else set()
            firm = alone and own and not nouns and latin(own[0]) == latin(alone)
            if firm or (said & nouns and said < {fold(w) for w in own}):
                found.add(page)
        return found if len({self.houses.of(p) for p in found}) == 1 else set()

    def told_of(self, mention: Mention, pictured: frozenset[str]) -> str | None:
        """The page that a page means by an outlet that it only describes: to which "she told a local paper", or "Velmian media".

        Or one whose house has its picture beside it (``pictured``), or the only radio that tells of this where it says "local
        radio". More is needed than what both tell: on 200 news pages two of two such pages were wrong. Of a country's media one
        house alone may be meant.
        """
        lands = peoples_of(mention.name)
        if mention.kind != "article" or mention.house is not None or not (lands or one_described(mention.name)):
            return None
        ranked, stations = [], set()
        for page in sorted(self.holders.keys() - set(self.houses.of(mention.document))):
            recent = (self.order.days_between(mention.document, page) or 0) <= FEW_DAYS
            if not recent or not self.may_have(mention, page) or not self.akin(mention.document, page):
                continue
            if lands and (page in self.bodies or not published_in(self._documents[page], lands)):
                continue
            shared = len(mention.claims & self.holders[page])
            heard = any(same_person(mention.speaker, s) for s in self._heard[page]) if mention.speaker else False
            alike = shared or self.told_alike(mention, page)
            if page in pictured or (lands and heard) or ((heard or lands) and alike):
                ranked.append((page not in pictured, not heard, -shared, -self.common(mention.document, page), page))
            elif not stations_of(mention.name).isdisjoint(self._stations[page]):
                stations.add(page)
        if lands and len({self.houses.of(row[-1]) for row in ranked if row[:2] == min(ranked)[:2]}) > 1:
            return None
        return min(ranked)[-1] if ranked else stations.pop() if len(stations) == 1 else None

    def page(self, mention: Mention, pages: Iterable[str]) -> str | None:
        """The one of these pages that is the text meant, if one can: first of those that share what is had from there.

        Where no claim of that is shared, content, other claims, or names and figures in common point to the page; of several, the
        day that is named does, and then how much they share.
        """
        document, pages = mention.document, sorted(pages)
        ranked, alike, abroad = [], [], []
        for p in pages:
            if p == document or not self.may_have(mention, p):
                continue
            shared, others = len(mention.claims & self.holders[p]), len(self.shared(document, p))
            recent = (self.order.days_between(document, p) or 0) <= LONG_AGO
            if (p in self.bodies and not self._put_out(mention, p)) or self._other_words(mention, p):
                continue
            if shared or (recent and (others >= LEAST_OTHERS or self.akin(document, p))):
                ranked.append((not on_day(mention, self.order.published(p)), -shared, -others, -self.common(document, p), p))
            elif recent and self.told_alike(mention, p):
                alike.append(p)
            elif self._abroad(document, p):
                abroad.append(p)
        return min(ranked)[-1] if ranked else alike[0] if len(alike) == 1 else abroad[0] if abroad and len(pages) == 1 else None

    def printed(self, mention: Mention) -> str | None:
        """The page of another house that prints the text of an agency, where it tells what is had from the agency."""
        printing = self.houses.printing(mention.house or "")
        if mention.document in printing:
            return None
        return self.page(mention, [p for p in printing if mention.claims & self.holders[p]])

    def _abroad(self, document: str, page: str) -> bool:
        """Whether a page in another language came out some days before and has a name or figure of this one.

        Between languages little more is met on short pages; of 27 stories two such pages of a house that is cited are right, and
        one is what the page cited by this one was made from.
        """
        days = self.order.days_between(document, page)
        near = days is not None and days <= FEW_DAYS and self.order.before(page, document)
        return near and self._language[document] != self._language[page] and self.common(document, page) > 0


def _own_words(name: str) -> list[str]:
    """The words of a name without the little ones."""
    return [w.text for w in words(name) if fold(w.text) not in function_words()]


def _rare(reading: Reading) -> set[str]:
    """The names and figures of a page without its furniture, but for world-wide bodies, years and small numbers."""
    text, out, at = reading.document.text, set(), 0
    for span in [*sorted(f.span for f in reading.document.furniture), Span(len(text), len(text))]:
        found = terms(text, Span(at, max(at, span.start)), headlines=False)
        out |= {k for kind, k in found if kind in _RARE and not k.startswith("=") and not weak_figure(k)}
        at = max(at, span.end)
    return out


@cache
def _calendar() -> frozenset[str]:
    """The months and weekdays that English writes like names."""
    found = [w for w in (*ENGLISH_MONTHS, *WEEKDAY_OF) if w.isascii() and len(w) > LEAST_COMMON]
    return frozenset(k for w in found for k in name_keys(w.capitalize()))


def seen_witness(mention: Mention, pile: Held, language: str | None) -> str | None:
    """The page of the named house in the pile that can be the text meant, if one can; ``language``: of the page that names it."""
    if mention.house is None or mention.kind == "interview":
        return None
    pages = pile.houses.cited(mention.house, language) or pile.houses.cited(mention.name, language)
    if mention.document in pages:
        return None
    return pile.page(mention, pages) or pile.printed(mention)


def _hearing(reading: Reading) -> frozenset[str]:
    """Who spoke to the page's own house."""
    told = (s.chain[-1].name for s in reading.statements if s.addressee and not any(k.kind in HOUSES for k in s.chain[1:]))
    return frozenset(name for name in told if name)


def _latest(statement: Statement) -> str | None:
    """The latest beginning of a time in what is told."""
    told = [t.start for t in statement.times if t.start and any(c.overlaps(t.span) for c in statement.content)]
    return max(told, default=None)


def _speakers(reading: Reading) -> frozenset[str]:
    """The people who speak on a page."""
    return frozenset(s.name.split(",")[0] for s in reading.sources if s.name and s.kind in ("person", "official"))


def _selves(document: Document) -> tuple[str, ...]:
    """The names under which a body speaks on its page: its outlet's, and those of its headed paper."""
    return (*((document.outlet,) if document.outlet else ()), *self_named(document))
