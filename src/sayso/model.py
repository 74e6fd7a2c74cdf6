"""The nouns of this house. Read this file first.

* Offsets count Unicode code points of ``Document.text``, from 0, end exclusive: ``text[start:end]`` is the quoted
  string. Never bytes, tokens or UTF-16 units.
* ``Document.text`` never changes once read. Another reading of the page is another document.
* Instants are ISO 8601 strings as ``text.dates`` writes them ("2018-06-17" or "2018-06-17T22:39"), without a zone where the page
  gives none; a vague date is a half-open interval (``When``), and order between two may be undecided.
* Ids are digests of what makes the record itself (``identify``), never of its maker, weight or direction, so a judgement survives
  a better model. Python's ``hash()`` is never stored.
* ``None`` is "not known" unless the field says otherwise. Nothing is guessed to fill a gap.
* ``Statement.chain`` runs from the reteller (the outlet, always first) to the innermost source; ``addressee`` is the outlet that
  was told ("told the Courier"), also when it is this page's own and therefore no link of its own.
* ``Statement.verdict`` is where the page itself judges what it tells there, at another place; ``said`` is what the telling's own
  words do then, and None where they alone decide its ``stance``.
* ``Document.place`` is as the user typed it (path, path#line, container!record) and enters no id. ``title_span`` says where the
  title stands in ``text`` (None when the page gives it only in markup, or not at all); ``degraded`` lists what was given up.
* ``Place.gazetteer`` is "geonames:ID", None where not resolved or not in GeoNames (bases, seas); ``precision`` says what the
  coordinates are the middle of: country, province, city, region (a sea, a desert) or point.
* Kinds of source belong together: ``HOUSES`` pass words on, ``PERSONS`` are people, ``NAMELESS`` are left without a name.
* Weights are log2 odds (bits): 0.0 is even, +1.0 doubles the odds, -1.0 halves them.

The field names are those of sayso/1 (docs/formats.md), so that the JSON is this module written out. ``from_`` there is ``from``.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

# fmt: off
SourceKind = Literal["person", "official", "organization", "government", "armed_group", "agency", "outlet", "ngo", "document",
                     "social", "anonymous", "group", "unnamed"]
Voice = Literal["direct", "indirect", "mixed", "own", "headline"]
Stance = Literal["assert", "report", "doubt", "deny", "retract", "correct"]
FurnitureKind = Literal["page_clock", "navigation", "icons", "counter", "caption", "credit", "related_link", "related_title",
                        "footnote", "share", "duplicate_title", "advertisement", "template"]
# fmt: on
DateKind = Literal["published", "updated", "page_clock", "caption", "archive", "mentioned", "swapped"]
Basis = Literal["json-ld", "meta", "time-element", "url", "masthead", "dateline", "caption", "feed", "archive", "sibling"]
UnseenKind = Literal["article", "interview", "statement", "release", "broadcast", "document", "post", "unknown"]
EdgeKind = Literal["copy", "rewrite", "translation", "citation", "update", "same_page"]
State = Literal["circular", "single_source", "anonymous_only", "unattributed", "denied", "contested", "retracted", "corroborated"]
HOUSES, PERSONS, NAMELESS = map(frozenset, (("agency", "outlet"), ("person", "official"), ("anonymous", "group", "unnamed")))


def identify(kind: str, *parts: object) -> str:
    """20 hex digits (80 bits) of SHA-256 over the parts; equal in every process. 10^9 records collide with chance 4e-7."""
    return hashlib.sha256("\x1f".join([kind, *map(str, parts)]).encode("utf-8", "surrogatepass")).hexdigest()[:20]


class Span(NamedTuple):
    """``[start, end)`` in code points of one document's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand here."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A half-open interval of ISO instants, as wide as what is known; a ``None`` end is open."""

    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published, and what says so. ``from_document`` names the page a ``sibling`` date was inferred from."""

    start: str | None
    end: str | None
    basis: Basis
    span: Span | None = None
    from_document: str | None = None

    @property
    def when(self) -> When:
        """The interval alone."""
        return When(self.start, self.end)


@dataclass(frozen=True, slots=True)
class DateSeen:
    """A date that stands on the page, with the part it plays there."""

    kind: DateKind
    start: str | None
    end: str | None
    span: Span | None


@dataclass(frozen=True, slots=True, order=True)
class Furniture:
    """Text on the page that is not the article. Marked, never cut."""

    span: Span
    kind: FurnitureKind


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A link in an HTML page: where its words stand in ``text`` (None when they do not) and where it leads."""

    span: Span | None
    url: str


@dataclass(frozen=True, slots=True)
class Document:
    """One reading of one page."""

    id: str
    place: str
    url: str | None
    sha256: str
    text: str
    language: str | None = None
    outlet: str | None = None
    outlet_basis: str | None = None
    title: str | None = None
    title_span: Span | None = None
    byline: str | None = None
    published: Published | None = None
    dates: tuple[DateSeen, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    hyperlinks: tuple[Hyperlink, ...] = ()
    degraded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that could not be read: where, and why with what to do next, in one sentence."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody a document has words from. ``name`` is its fullest form there; ``identity`` ties it to others across documents."""

    id: str
    name: str | None
    kind: SourceKind
    identity: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One station between a reteller and its innermost source. ``cue`` is this link's own cue, where it has one."""

    name: str | None
    kind: SourceKind
    source: str | None = None
    span: Span | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that lowers the teller's commitment."""

    word: str
    span: Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. ``high`` None is open ended ("over 2,000"), ``low`` 0 is "up to"; ``of`` names joined categories."""

    span: Span
    low: float
    high: float | None
    unit: str
    of: str | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in a statement; coordinates in degrees WGS 84, None where the page leaves open which one is meant."""

    name: str
    span: Span
    gazetteer: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time named in a statement, resolved against the publication date; ends are None where that is not known."""

    span: Span
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One telling of something at one place."""

    id: str
    document: str
    attribution: str
    span: Span
    content: tuple[Span, ...]
    voice: Voice
    cue: Span | None
    chain: tuple[ChainLink, ...]
    stance: Stance
    addressee: ChainLink | None = None
    hedges: tuple[Hedge, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    verdict: Span | None = None
    said: Stance | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The whole yield of one document: the unit of work, of cache and of golden tests."""

    document: Document
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """A named feature with the values behind it; ``weight`` in log2 odds, 0.0 for a reason in words only."""

    feature: str
    detail: str
    weight: float = 0.0
    span: Span | None = None
    from_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """Two statements that tell the same thing, or (``same`` False) surely do not, with the reasons."""

    a: str
    b: str
    weight: float
    same: bool
    why: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Unseen:
    """A text or interview that is cited but not in the pile."""

    id: str
    name: str
    kind: UnseenKind
    published: Published | None = None


@dataclass(frozen=True, slots=True)
class Derivation:
    """``document`` has something from ``from_`` (a document or an unseen witness); directed only when the evidence decides."""

    document: str
    from_: str
    kind: EdgeKind
    directed: bool
    declared: bool
    weight: float
    why: tuple[Reason, ...]
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sibling:
    """Documents with a common parent (often unseen; None when not known by name)."""

    documents: tuple[str, ...]
    parent: str | None
    why: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """Where a claim enters: an innermost source that has it from nobody else in view."""

    name: str | None
    kind: SourceKind
    document: str | None = None
    unseen: str | None = None


@dataclass(frozen=True, slots=True)
class Origins:
    """How many independent origins a claim has, as a range, with the reasons in words."""

    low: int
    high: int
    roots: tuple[Root, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A unit for which the tellers of one claim give figures: the whole range, and who tells them."""

    unit: str
    low: float
    high: float | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements that tell the same thing. ``link`` fills the first four fields, ``assess`` the rest."""

    id: str
    gist: str
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    origins: Origins = Origins(0, 0, (), ())
    figures: tuple[Figure, ...] = ()
    states: tuple[State, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that shows something: at most 400 code points of one document."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's remark, with the passages that show it and ``limits``: what would overturn it. Never says what is true."""

    id: str
    rule: str
    claim: str | None
    documents: tuple[str, ...]
    message: str
    evidence: tuple[Evidence, ...]
    from_: str | None = None
    to: str | None = None
    responsible: Literal["quoted_source", "outlet"] | None = None
    limits: str = ""


@dataclass(frozen=True, slots=True)
class NumberSeen(Evidence):
    """A number of a page: the ``verdict`` on its sum, ``why`` it cannot be checked, and the ``finding`` it has a part in."""

    verdict: str
    why: str | None = None
    finding: str | None = None


@dataclass(frozen=True, slots=True)
class Linking:
    """What link finds; ``dates`` by document, ``identities`` by source, ``apart``: sources that somebody judged to be two."""

    claims: tuple[Claim, ...]
    unseen: tuple[Unseen, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    siblings: tuple[Sibling, ...] = ()
    ties: tuple[Tie, ...] = ()
    dates: dict[str, Published] = field(default_factory=dict)
    identities: dict[str, str] = field(default_factory=dict)
    apart: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Analyzer:
    """Which analyzer found the attributions, and with which model (digest)."""

    name: str
    model: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """What made a report: sayso's version, the digest of the settings, the analyzer."""

    version: str
    settings: str
    analyzer: Analyzer


@dataclass(frozen=True, slots=True)
class Report:
    """All that ``show`` is given. It carries the rejected, so that a report never looks more whole than it is."""

    run: Run
    readings: tuple[Reading, ...]
    claims: tuple[Claim, ...]
    unseen: tuple[Unseen, ...]
    derivations: tuple[Derivation, ...]
    siblings: tuple[Sibling, ...]
    ties: tuple[Tie, ...]
    findings: tuple[Finding, ...]
    rejected: tuple[Rejected, ...]
    numbers: tuple[NumberSeen, ...] = ()
