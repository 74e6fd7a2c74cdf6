"""Through whom a document has its source's words: nesting, "citing", "told OUTLET", and the relay a paragraph goes on with."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.contracts import Attributed
from sayso.extract.antecedents import alone, brought_on, opened, posted, told_by
from sayso.extract.appellations import titled
from sayso.extract.cast import Cast
from sayso.extract.disavowals import own_text
from sayso.extract.members import Member
from sayso.extract.names import alias, cleaned, spelled
from sayso.extract.papers import owned, put_out, shown
from sayso.extract.persons import gender
from sayso.lexicon import vocabulary
from sayso.lexicon.outlets import outlet_kind
from sayso.lexicon.roles import kind_of, role_of
from sayso.lexicon.words import cues, folded, words
from sayso.model import HOUSES, PERSONS, ChainLink, Span
from sayso.text.tokens import tokens

_HEARERS = vocabulary.words("tellings", "is told")  # who is told things and is no outlet
_STAFF = vocabulary.words("tellings", "staff of a house")
_NEXT, _LAST = re.compile(r"(?:-t)?[-\s]{1,2}(\w+)"), re.compile(r"(\w+)\s\Z")
_CASELESS = re.compile("[\u0600-\u06ff]")  # a script without capitals: any word may be a name
_DEFINITE = frozenset("the this that these those same he she they it".split())
FIRST_PERSON = frozenset({"i", "we"})
_SPEAKING = frozenset({"person", "official", "anonymous", "group", "unnamed"})
_SELVES = frozenset("he she it they".split())
_CHARGED = re.compile(
    r"\b(?:accus(?:es|ed|e|ing)|blam(?:es|ed|e|ing))\s(?P<who>(?:the\s)?(?:[A-Z][\w’'-]*|[a-z]+)(?:\s[A-Z][\w’'-]*){0,3})\s(?:of|for)\s"
    r"[^.!?\n]{1,160}[.!?][\"”’']?\s\Z"
)
CHARGE = 260  # code points before a denial in which a charge stands
REACH = 2  # paragraphs over which a relay named in one sentence carries newly named anonymous sources (seen in retellings: 0 to 2)


def _pronoun(text: str, cue: Span, language: str) -> str | None:
    """ "he" or "she" where a pronoun that says so stands beside a cue ("rétorque-t-elle", "segundo ela")."""
    after, before = _NEXT.match(text, cue.end), _LAST.search(text, max(0, cue.start - 12), cue.start)
    beside = {folded(m[1], language) for m in (after, before) if m}
    return next((sex for sex in ("he", "she") if beside & words(language, sex)), None)


@dataclass
class Relay:
    """The agency or outlet whose report a page is passing on, and the paragraph in which it was named last."""

    member: Member
    paragraph: int


@dataclass
class Told:
    """An attribution with everybody in it resolved: links in order, outlet excluded, and who was told."""

    links: list[tuple[Member, Span | None, Span | None]] = field(default_factory=list)
    addressee: ChainLink | None = None


@dataclass
class Relays:
    """Resolves attributions against the cast, in text order."""

    text: str
    cast: Cast
    now: Relay | None = None
    notice: bool = False  # on a page that puts right what it told, "the article" is its own

    def own(self, name: str) -> bool:
        """Whether a source is the page itself: its house by name, "we", or a text of its own that it puts right."""
        return self.cast.own(name) or name.lower() in FIRST_PERSON or (self.notice and own_text(name))

    def resolve(self, a: Attributed, paragraph: int, outer: Told | None, quoted: bool = False) -> Told:
        """Who stands between the outlet and the innermost source of one attribution; ``quoted``: its cue is part of a quotation."""
        told = Told(list(outer.links) if outer else [])
        relay = self._house(a.addressee)
        if a.addressee and relay is None and self._own_house(a.addressee):
            self.now = None  # who speaks to this page is passed on by nobody, and neither are those after him
            span = cleaned(self.text, a.addressee)
            told.addressee = ChainLink(spelled(self.text, span), "outlet", None, span)
        if relay is not None and a.addressee is not None and not any(m is relay for m, _, _ in told.links):
            told.links.append((relay, cleaned(self.text, a.addressee), None))
            told.addressee = ChainLink(relay.name, relay.kind, self.cast.id_of(relay), cleaned(self.text, a.addressee))
        if a.source is not None:
            self._add(told, a, cleaned(self.text, a.source), paragraph, quoted)
        if a.via and told.links and told.links[-1][0].kind in ("person", "organization") and not a.leanings:
            told.links[-1][
                0
            ].kind = "outlet"  # who reports and cites a source of its own is an outlet, where no analyzer weighed it
        for via in a.via:
            span = cleaned(self.text, via)
            member = self.cast.find(spelled(self.text, span), tuple(m for m, _, _ in told.links))
            if any(m is member or s == span for m, s, _ in told.links):
                continue  # "quoted an official as saying C" is one citing, whatever of it is the cue
            told.links.append((member, span, a.via_cue))
        if told.links and told.links[0][0].kind in HOUSES and not (a.inherits and a.source is None):
            self.now = Relay(told.links[0][0], paragraph)
        return told

    def announced(self, a: Attributed, last: Span | None) -> Told | None:
        """Whoever a paragraph brings on before a verb of telling without a subject: "Volk ist wütend. … „C“, schimpft sie."."""
        language = self.cast.language
        if a.source is not None or language == "en" or (a.cue is None and last is not None):
            return None  # a quotation without a verb goes on with whoever speaks in its paragraph
        at = min(a.cue.start if a.cue else a.content[0].start, a.content[0].start)
        wanted = _pronoun(self.text, a.cue, language) if a.cue else None
        start = max(self.text.rfind("\n", 0, at) + 1, last.end if last is not None and last.end < at else 0)
        name = titled(self.cast.text, start, at, language, wanted)
        if not name:
            return None
        member = self.cast.find(name, at=at)
        return Told([*((m, None, None) for m in member.relays), (member, None, None)])

    def heard(self, before: Told, a: Attributed) -> Told:
        """Whoever spoke last, now heard by another house ("…, he told Radio X"): the house stands before him."""
        before = self._meant(before, a)
        house = self._house(a.addressee)
        if house is None or a.addressee is None or any(m is house for m, _, _ in before.links):
            return before
        span = cleaned(self.text, a.addressee)
        return Told([(house, span, None), *before.links[-1:]], ChainLink(house.name, house.kind, self.cast.id_of(house), span))

    def _meant(self, before: Told, a: Attributed) -> Told:
        """Whom "elle", "er", "она" means: not a ministry or a man who spoke last, where a woman spoke before."""
        wanted = _pronoun(self.text, a.cue, self.cast.language) if a.cue else None
        last = before.links[-1][0] if before.links else None
        if wanted is None or last is None or self._sex(last) == wanted or (self._sex(last) is None and last.kind in PERSONS):
            return before
        spoke = [m for m in reversed(self.cast.members) if m is not last and m.kind in PERSONS]
        one = next((m for m in spoke if self._sex(m) == wanted), None)
        one = one or next((m for m in spoke if self._sex(m) is None), None)
        if one is None and (brought_on := self.announced(a, None)) is not None:
            return brought_on
        return before if one is None else Told([(m, None, None) for m in (*one.relays, one)])

    def _sex(self, member: Member) -> str | None:
        """ "he" or "she" as a first name says, or the article of a role ("la portavoz")."""
        article = tokens(member.name)[0].low if tokens(member.name) else ""
        said = next((sex for sex in ("he", "she") if article in words(self.cast.language, f"article of {sex}")), None)
        return gender(member.phrases()) or said

    def _add(self, told: Told, a: Attributed, span: Span, paragraph: int, quoted: bool) -> None:
        name = spelled(self.text, span)
        if not name or name.lower() in FIRST_PERSON:
            if told.links:  # whoever speaks there is a link already, and is named here by "I"; where nobody does, it is the page
                told.links[-1] = (told.links[-1][0], span, None)
            return
        if self.cast.own(name) and kind_of(name, outlet_kind(name), None, self.cast.language) in (
            *HOUSES,
            "organization",
            "person",
        ):
            return
        if self.notice and not told.links and own_text(name):
            return
        before = tuple(m for m, _, _ in told.links)
        possessor = self._possessor(name)
        if possessor is not None and not before:
            told.links.append((possessor, None, None))
            before = (possessor,)
        # In somebody's own words "he" is another one.
        others = before if quoted else tuple(m for m, s, _ in told.links if s and a.addressee and a.addressee.overlaps(s))
        sex = name.lower() if name.lower() in ("he", "she") else None
        if name.lower() in (*_SELVES, "one") and self.cast.nobody(name, others) and (subject := self._subject(a, span)):
            name = subject
        english = self.cast.language == "en"
        name = self._english(name, a, span, others) if english else name
        known = (self._who(name, a, span) if english else None) or self.cast.find(name, before, a.kind, others, self._from(a, span))
        known.sex = sex or known.sex
        if called := alias(self.text, span.end):
            known.aliases.add(called)
        told.links = [k for k in told.links if k[0] is not known]
        before = tuple(m for m, _, _ in told.links)
        if self._own_staff(name):
            self.now = None
        if not before and not a.via and a.cue is not None:  # who has a label of a transcript speaks on this page
            unnamed = known.kind in ("anonymous", "group")  # whom a person or a body once quoted speaks for himself here
            houses = tuple(m for m in known.relays if m.kind in HOUSES or (unnamed and m.kind not in _SPEAKING))
            before = houses or self._going_on(name, known, paragraph)
            known.relays = tuple(m for m in before if m is not known)
            told.links += [(m, None, None) for m in known.relays]
        told.links.append((known, span, None))

    def _from(self, a: Attributed, span: Span) -> int:
        """Where a source stands, for whom it may mean: a pronoun behind its quotation looks back over that, however long it is."""
        told = a.content[0]
        quoted = told.end <= span.start and self.text[max(told.start - 1, 0) : told.start + 1].strip()[:1] in ("“", '"')
        return told.start if quoted and span.of(self.text).lower() in ("he", "she") else span.start

    def _english(self, name: str, a: Attributed, span: Span, others: tuple[Member, ...]) -> str:
        """Whom a pronoun or a paper means by the sentence before, as a name; the name itself where nothing there says so."""
        if (pronoun := owned(name)) and not self.cast.nobody(pronoun, others):
            return pronoun  # "Its bulletin"
        if name.lower() not in _SELVES:
            return name
        charged = self._charged(a, span)
        if name.lower() != "it":
            return charged or name
        return charged or self._opened(span) or self._shown(span, others) or name

    def _charged(self, a: Attributed, span: Span) -> str:
        """Whom the sentence before accuses, where a body denies it: "The guild accuses the mill of fraud. It denies that."."""
        known = [cues("en").get(w) for w in (a.cue.of(self.text).lower().split() if a.cue else ())]
        denies = any(cue is not None and cue.tone == "deny" for cue in known)
        hit = _CHARGED.search(self.text, max(0, span.start - CHARGE), span.start) if denies else None
        name = hit["who"] if hit else ""
        person = name and kind_of(name, outlet_kind(name), None, "en") in PERSONS
        return "" if person or span.of(self.text).lower() not in ("it", "they") else name

    def _opened(self, span: Span) -> str:
        """The body that the sentence before is about, where nobody tells that one."""
        start, name = opened(self.cast.text, span.start)
        return "" if any(m.at >= start for m in self.cast.members) else name

    def _shown(self, span: Span, others: tuple[Member, ...]) -> str:
        """The paper that "it" means, where the sentence before shows one and nobody speaks in the paragraph who could be meant."""
        begin = self.text.rfind("\n", 0, span.start) + 1
        near = any(m.at >= begin and not any(m is o for o in others) for m in self.cast.members if m.kind not in PERSONS)
        return "" if near else shown(self.text, span.start)

    def _who(self, name: str, a: Attributed, span: Span) -> Member | None:
        """Whoever put out "the document", or stands as "it" in what he tells ("Tarn Ltd knew of it in May, it said")."""
        members = [m for m in reversed(self.cast.members) if m.kind != "document"]
        if name.lower() == "it":
            told = a.content[0]
            begin = self.text.rfind("\n", 0, span.start) + 1
            if told.end > span.start or told.start < begin or re.search(r"[.!?]\s", self.text[told.end : span.start]):
                return None
            spoke = any(m.at >= begin for m in members if m.kind not in PERSONS)
            return None if spoke else self.cast.opening(told)
        at = None if self.cast.papered(name) else put_out(self.text, span.start, tokens(name))
        if at is None:
            return None
        begin = max(self.text.rfind("\n", 0, at), self.text.rfind(". ", 0, at))
        return next((m for m in members if m.at >= begin and m.at <= at), None)

    def _own_staff(self, name: str) -> bool:
        """Whether a page's own reporter saw something: he passes nobody's report on, and neither are those after him."""
        said = [t for t in tokens(name) if t.word]
        return bool(said) and said[-1].low in _STAFF and any(t.capital and self.cast.own(t.text) for t in said[:-1])

    def _subject(self, a: Attributed, span: Span) -> str:
        """Read "Two porters saw the door open, they said": nobody else is there who could be meant by the pronoun."""
        told, low = a.content[0], span.of(self.text).lower()
        if low == "one":
            return brought_on(self.cast.text, told.start, "they")  # "Two porters disagree. “C,” said one."
        if told.end > span.start or re.search(r"[.!?\n]", self.text[told.end : span.start]):
            found = brought_on(self.cast.text, span.start, low)
        else:
            found = told_by(self.text, told, low) or brought_on(self.cast.text, told.start, low)
        at = min(told.start, span.start)
        one = low in ("he", "she")
        return found or (one and (posted(self.cast.text, at, low) or alone(self.cast.text, at, low))) or ""

    def _possessor(self, name: str) -> Member | None:
        """Read "the agency's sources": the agency that has them."""
        parts = tokens(name)
        for i, t in enumerate(parts[:-1]):
            if t.text.endswith(("'s", "’s")) and "source" in parts[-1].low:
                owner = name[: t.end - 2]
                kind = kind_of(owner, outlet_kind(owner))
                member = self.cast.find(owner) if kind in HOUSES else None
                return member if i < 4 else None
        return None

    def _going_on(self, name: str, member: Member, paragraph: int) -> tuple[Member, ...]:
        """An anonymous source brought on while a report is being passed on belongs to that report."""
        fresh = member.kind == "anonymous" and name.split()[0].lower() not in _DEFINITE
        near = self.now is not None and paragraph - self.now.paragraph <= REACH
        return (self.now.member,) if fresh and near and self.now is not None else ()

    def _house(self, addressee: Span | None) -> Member | None:
        """The addressee as an outlet other than this page's own, or None when it is no outlet."""
        if addressee is None or self._own_house(addressee):
            return None
        name = spelled(self.text, cleaned(self.text, addressee))
        heard = [t for t in tokens(name) if t.word]
        known = outlet_kind(name) or kind_of(name, None, None, self.cast.language)
        if heard and known in HOUSES and self.cast.named_before(heard):
            return self.cast.last("agency", "outlet")
        one = words(self.cast.language, "determiner") - words(self.cast.language, "definite") - _DEFINITE
        if heard and known in HOUSES and heard[0].low in one and all(t.text.islower() for t in heard):
            return self.cast.find(name) if heard[-1].low not in _HEARERS else None  # "a local paper" has no name
        if (
            not heard
            or not any(
                t.capital or _CASELESS.match(t.text) or t.text.replace("’", "'").partition("'")[2][:1].isupper() for t in heard
            )
            or heard[-1].low in _HEARERS
            or heard[0].low in _HEARERS
        ):
            return None
        if known not in (*HOUSES, "organization", "person", "social"):
            return None
        titled = (
            len(heard) > 1
            and known == "person"
            and outlet_kind(name) is None
            and any(m.kind in ("person", "official") and heard[-1].low in m.all_words() for m in self.cast.members)
        )
        if titled:
            return None
        member = self.cast.find(name)
        if member.kind in ("person", "organization"):
            member.kind = "outlet"
        return member

    def _own_house(self, addressee: Span) -> bool:
        name = spelled(self.text, cleaned(self.text, addressee))
        return bool(name) and (self.cast.own(name) or self._this_page(name))

    def _this_page(self, name: str) -> bool:
        """Whether somebody was told as the page calls itself: "us", "this newspaper", "nuestro diario"."""
        language = self.cast.language
        said = [t for t in tokens(name) if t.word]
        ours = words(language, "ours")
        if not said or folded(said[0].text, language) not in ours:
            return False
        return len(said) == 1 or any(role_of(t, language) in ("outlet", "agency", "person") for t in said[1:])
