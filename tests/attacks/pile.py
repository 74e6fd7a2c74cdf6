"""Piles with a hostile string in every field that a page, a user or a guest can fill, each field with strings of its own.

A pile has ``SLOTS`` pages in a ring: page n tells claim n first and claim n-1 again, so that every claim has two tellers, a way, a
comparison, a tie, a finding. ``every`` gives as many piles as it takes for each string to have stood in each field once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

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
    NumberSeen,
    Origins,
    Place,
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
from tests.attacks.grammar import attacks

SLOTS = 30
STEP = 33
"""Strings by which fields are apart: no fewer than the slots, so that no two fields of a pile share one."""
STRINGS = attacks()
FIELDS = (
    "place url outlet outlet_basis title byline language degraded published sha256 furniture link_url "
    "told again hedge time time_start time_end cue rest station source alias identity unit of place_name gazetteer precision "
    "open_place gist why root figure_unit unseen unseen_date derivation_feature derivation_detail "
    "sibling_detail tie_feature tie_detail message from to limits note_message number_why rejected_place rejected_reason "
    "version settings analyzer model"
).split()
"""What pages and guests can fill in a report; those of the run are single."""
DOOR = (
    "log_words log_by log_at log_note setting_name setting_value book sheet_title said here asked answer_gist answer_origins "
    "answer_quote answer_chain answer_page line sent_name sent_value sent_note sent_words refused_why filter_q skipped turned_q"
).split()
"""What users can fill in the app: the log, the book's name, addresses, questions, forms."""
PLACES = {field: n for n, field in enumerate((*FIELDS, *DOOR))}


@dataclass(frozen=True)
class Pile:
    """One pile. ``start``: the string with which its first slot's first field begins."""

    start: int
    strings: Sequence[str]

    def word(self, field: str, slot: int = 0) -> str:
        """The string in a field of a slot."""
        return self.strings[(self.start + slot % SLOTS + STEP * PLACES[field]) % len(self.strings)]

    def found(self, numbers: Sequence[int]) -> set[tuple[str, int]]:
        """The fields and slots that these strings stand in."""
        names = list(PLACES)
        away = ((n - self.start) % len(self.strings) for n in numbers)
        return {(names[a // STEP], a % STEP) for a in away if a // STEP < len(names) and a % STEP < SLOTS}

    def report(self) -> Report:
        """The pile as a report."""
        made = [_Page(self, n) for n in range(SLOTS)]
        return Report(
            Run(self.word("version"), self.word("settings"), Analyzer(self.word("analyzer"), self.word("model"))),
            tuple(page.reading for page in made),
            tuple(self.claim(n) for n in range(SLOTS)),
            tuple(
                Unseen(_id("unseen", n), self.word("unseen", n), "article", Published(self.word("unseen_date", n), None, "meta"))
                for n in range(SLOTS)
            ),
            tuple(d for n in range(SLOTS) for d in self.derivations(n)),
            tuple(
                Sibling((_id("document", n), _id("document", n + 1)), None, (Reason("s", self.word("sibling_detail", n)),))
                for n in range(0, SLOTS - 1, 2)
            ),
            tuple(self.tie(n) for n in range(SLOTS)),
            tuple(f for n in range(SLOTS) for f in self.findings(made[n])),
            tuple(Rejected(self.word("rejected_place", n), self.word("rejected_reason", n)) for n in range(SLOTS)),
            tuple(NumberSeen(_id("document", n), Span(0, 1), "no_sum", self.word("number_why", n)) for n in range(SLOTS)),
        )

    def claim(self, n: int) -> Claim:
        """A claim, told by its page and the next."""
        root = Root(self.word("root", n), "person", _id("document", n))
        return Claim(
            _id("claim", n),
            self.word("gist", n),
            (_id("told", n), _id("again", n + 1)),
            tuple(sorted((_id("document", n), _id("document", n + 1)))),
            Origins(1, 2, (root,), (self.word("why", n),)),
            (Figure(self.word("figure_unit", n), 40, None, (_id("document", n),)),),
            ("denied",),
        )

    def derivations(self, n: int) -> list[Derivation]:
        """What a page has from the one before, and from a text that is not in the pile."""
        why = (Reason(self.word("derivation_feature", n), self.word("derivation_detail", n), 1.0),)
        told, again = (_id("told", n),), (_id("again", n),)
        return [
            Derivation(_id("document", n), _id("document", n - 1), "rewrite", True, True, 1.0, why, again),
            Derivation(_id("document", n), _id("unseen", n), "citation", True, True, 1.0, why, told),
        ]

    def tie(self, n: int) -> Tie:
        """What holds a claim together; the machine is not sure."""
        why = (Reason(self.word("tie_feature", n), "", 0.5), Reason("words", self.word("tie_detail", n), 0.5))
        return Tie(*sorted((_id("told", n), _id("again", n + 1))), 0.5, True, why)

    def findings(self, page: _Page) -> list[Finding]:
        """What is found about a claim, about a page, and a sum that does not come out."""
        n, own = page.number, _id("document", page.number)
        shown = (Evidence(own, page.told), Evidence(own, page.rest))
        changed, limits = (self.word("from", n), self.word("to", n)), self.word("limits", n)
        said, note = self.word("message", n), self.word("note_message", n)
        return [
            Finding(_id("f1", n), "category_changed", _id("claim", n), (own,), said, shown, *changed, "outlet", limits),
            Finding(_id("f2", n), "denied", _id("claim", n), (own,), note, shown, None, None, None, limits),
            Finding(_id("f3", n), "page_clock", None, (own,), note, shown[1:], *changed, None, limits),
            Finding(_id("f4", n), "ratio_called_increase", _id("claim", n), (own,), said, shown[:1], *changed, None, limits),
        ]


def _id(kind: str, slot: int) -> str:
    return identify(kind, slot % SLOTS)


class _Page:
    """A page with its two statements."""

    def __init__(self, pile: Pile, number: int) -> None:
        self.number, self.text = number, ""
        word: Callable[[str], str] = lambda field: pile.word(field, number)  # noqa: E731 - short for what is asked forty times

        furniture = self.set(word("furniture"), "\n")
        start = len(self.text)
        self.told = self.set(word("told"))
        hedge, time, cue = (self.set(word(f)) for f in ("hedge", "time", "cue"))
        whole = Span(start, len(self.text))
        self.text += "\n"
        again = self.set(word("again"), "\n")
        self.rest = self.set(word("rest"))
        own, outlet = _id("document", number), word("outlet")
        station = Source(_id("station", number), word("station"), "agency", None, (word("alias"),))
        named = f"{word('source')} Rull"  # two persons of one family are asked about
        source = Source(_id("source", number), named, "person", word("identity"), (word("alias"),))
        links = tuple(ChainLink(s.name, s.kind, s.id, self.rest, cue) for s in (station, source))
        place = Place(word("place_name"), self.told, word("gazetteer"), number / 2, number / 1.5, word("precision"))
        chain = (ChainLink(outlet, "outlet"), *links)
        told = Statement(
            _id("told", number), own, _id("told", number), whole, (self.told,), "indirect", cue, chain,
            "report", ChainLink(word("station"), "outlet"), (Hedge(word("hedge"), hedge),),
            (Quantity(self.told, 40.0, None, word("unit"), word("of")),), (place, Place(word("open_place"), self.told)),
            (Time(time, word("time_start"), word("time_end")),),
        )  # fmt: skip
        unnamed = (ChainLink(outlet, "outlet"), ChainLink(None, "unnamed"))
        twice = Statement(_id("again", number), own, _id("again", number), again, (again,), "direct", None, unnamed, "deny")
        published = Published(word("published"), None, "meta")
        document = Document(
            own, word("place"), word("url"), word("sha256"), self.text, word("language"), outlet, word("outlet_basis"),
            word("title"), None, word("byline"), published, (DateSeen("mentioned", word("published"), None, None),),
            (Furniture(furniture, "caption"),), (Hyperlink(None, word("link_url")),), (word("degraded"),),
        )  # fmt: skip
        self.reading = Reading(document, (station, source), (told, twice))

    def set(self, words: str, end: str = " ") -> Span:
        """Put words at the end of the text; where they stand."""
        span = Span(len(self.text), len(self.text) + len(words))
        self.text += words + end
        return span


def every(strings: Sequence[str] = STRINGS) -> Iterator[Pile]:
    """Piles in which each string stands in each field."""
    if STEP < SLOTS or STEP * len(PLACES) > len(strings):
        raise ValueError("two fields would share their strings")
    return (Pile(start, strings) for start in range(0, len(strings), SLOTS))
