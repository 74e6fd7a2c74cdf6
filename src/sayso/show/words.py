"""What sayso says in plain words: counts, dates, chains, states and rules, for the summary and the page alike.

It never says what is true, and speaks of every outlet in the same words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from sayso.model import ChainLink, Origins, Published, Span, State, Statement

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")

STATES: dict[State, tuple[str, str]] = {
    "denied": ("denied", "Somebody in these pages denies it."),
    "contested": ("contested", "The pages give accounts that do not fit together."),
    "retracted": ("taken back", "Somebody who told it took it back."),
    "circular": ("one origin for all", "Several pages tell it, and all of them lead back to the same source."),
    "anonymous_only": ("unnamed sources only", "Nobody is named who says it; every source is anonymous."),
    "unattributed": ("nobody named", "No page says from whom it has it."),
    "single_source": ("one source", "One source stands behind it."),
    "corroborated": (
        "more than one origin",
        "At least two sources tell it, and these pages do not show one having it from the other.",
    ),
}
"""State of a claim -> its label, and what it means."""

RULES = {
    "number_changed": "A number changed on the way",
    "number_dropped": "A number was left out on the way",
    "number_added": "A number was added on the way",
    "unit_changed": "What is counted changed on the way",
    "bound_changed": "“At least”, “up to” or “exactly” changed on the way",
    "hedge_lost": "A word of doubt was left out on the way",
    "hedge_added": "A word of doubt was added on the way",
    "attribution_lost": "Told on without saying who says it",
    "intermediary_lost": "A station on the way is no longer named",
    "source_promoted": "The source became weightier on the way",
    "source_invented": "A source is named that the earlier page does not have",
    "quote_altered": "Words in quotation marks changed",
    "strengthened": "Told more strongly than before",
    "weakened": "Told more weakly than before",
    "category_changed": "Who or what is counted changed on the way",
    "actor_changed": "Who did it changed on the way",
    "place_changed": "The place changed on the way",
    "date_changed": "The date changed on the way",
    "detail_dropped": "A detail was left out on the way",
    "detail_added": "A detail was added on the way",
    "agent_deleted": "Who did it was left out on the way",
    "relabelled": "The same people go by another name",
    "denial_omitted": "A denial was left out on the way",
    "counter_evidence_omitted": "What speaks against it was left out on the way",
    "circular": "Several pages, one source",
    "single_source": "One source only",
    "anonymous_only": "Only unnamed sources",
    "unattributed": "Nobody named",
    "silent_party": "Somebody said to have acted or spoken is not heard",
    "lost_credit": "Same wording, and no credit",
    "denied": "Denied",
    "retracted": "Taken back",
    "corrected": "Put right",
    "figures_conflict": "Figures that do not fit together",
    "accounts_conflict": "Accounts that do not fit together",
    "places_conflict": "Places that do not fit together",
    "dates_conflict": "Dates that do not fit together",
    "ratio_called_increase": "A ratio is called an increase",
    "percentage_wrong": "A percentage that does not come out",
    "sum_wrong": "A sum that does not come out",
    "total_below_part": "A total smaller than one of its parts",
    "sum_right": "A sum that comes out",
    "not_checkable": "A number that cannot be checked from these pages",
    "page_clock": "The date shown is the clock of the page",
    "date_swapped": "Day and month may be exchanged",
    "date_conflict": "Dates on the page that do not fit together",
    "date_unknown": "The date of the page is not known",
}
"""Rule of a finding -> its heading."""

SUMS_WRONG = ("ratio_called_increase", "percentage_wrong", "sum_wrong", "total_below_part")
SUMS_OTHER = ("sum_right", "not_checkable")
DATES = ("page_clock", "date_swapped", "date_conflict", "date_unknown")
AGAINST = ("denied", "retracted", "corrected", "figures_conflict", "accounts_conflict", "places_conflict", "dates_conflict")
SOURCING = ("circular", "single_source", "anonymous_only", "unattributed", "silent_party", "lost_credit")

CHANGES = (
    "number_changed",
    "category_changed",
    "source_invented",
    "quote_altered",
    "attribution_lost",
    "denial_omitted",
    "counter_evidence_omitted",
    "source_promoted",
    "strengthened",
    "hedge_lost",
    "bound_changed",
    "unit_changed",
    "actor_changed",
    "intermediary_lost",
    "place_changed",
    "date_changed",
    "number_added",
    "number_dropped",
    "agent_deleted",
    "relabelled",
    "weakened",
    "hedge_added",
    "detail_added",
    "detail_dropped",
)
"""What can change on the way, in the order in which a reader is told: what alters who or how many comes first, detail last."""

EDGES = {
    "copy": "has the same wording as",
    "rewrite": "appears to follow",
    "translation": "appears to follow, in another language,",
    "citation": "names",
    "update": "appears to be a later form of",
    "same_page": "is the same page as",
}
"""Kind of a derivation -> the verb between the later page and the earlier one."""

LINES = {
    "names": "is named below",
    "follows": "appears to be followed below",
    "undirected": "belong together; which was first is not known",
    "sibling": "appear to have it from a common text",
}
"""How a line joins two boxes of a picture -> what it says."""

BASES = {
    "json-ld": "in the page’s markup",
    "meta": "in the page’s markup",
    "time-element": "in the page’s markup",
    "url": "in its address",
    "masthead": "at the head of the page",
    "dateline": "in its dateline",
    "caption": "in a caption",
    "feed": "in the feed",
    "archive": "by the archive",
    "sibling": "worked out from another page",
}
"""What says when a page was published."""

SHARED = {
    "shared_words": "Words of both, by their stems",
    "shared_names": "Names of both, by their sounds",
    "shared_figures": "Figures of both",
    "shared_phrases": "Pairs of words of both, by their stems",
    "akin": "Words of one sense",
    "nobody": "Counted by one and by the other as none",
    "other_language": "Two languages",
    "other_quantity": "Figures that differ",
    "same_count": "Counted alike",
    "same_number": "A number of both",
    "same_nameless_source": "An unnamed source of both",
    "same_source": "A source of both",
}
"""Feature of a tie whose detail is a bare list -> what the list is of; of the others the detail says it."""

RESPONSIBLE = {"quoted_source": "It stands in the words of the quoted source.", "outlet": "It stands in the page’s own words."}

FURNITURE = {
    "page_clock": "clock of the page",
    "navigation": "navigation",
    "icons": "icons",
    "counter": "counter",
    "caption": "caption",
    "credit": "credit",
    "related_link": "link to another page",
    "related_title": "title of another page",
    "footnote": "footnote",
    "share": "share and login",
    "duplicate_title": "title, once more",
    "advertisement": "advertisement",
    "template": "page template",
}

VOICES = {
    "direct": "quoted",
    "indirect": "in indirect speech",
    "mixed": "partly quoted",
    "own": "in its own voice",
    "headline": "in the headline",
}

STANCES = {"doubt": "tells it with doubt", "deny": "denies it", "retract": "takes it back", "correct": "puts it right"}


def does(statement: Statement) -> str:
    """Return what a telling does beside passing on, "" where nothing; said of the page where its verdict stands elsewhere on it."""
    act = STANCES.get(statement.stance, "")
    return f"the page {act}" if act and statement.verdict else act


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Return the number with its noun: "1 page", "5 pages"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def origins(found: Origins) -> str:
    """Return the range of origins in words; 0 is said as what it means."""
    low, high = found.low, found.high
    if high == 0:
        return "no origin named"
    if low == 0:
        return f"no origin named (at most {high})"
    said = count(low, "origin") if low == high else f"{low} or {high} origins" if high == low + 1 else f"{low} to {high} origins"
    return f"{said} per version" if by_version(found) else said


def by_version(found: Origins) -> bool:
    """Whether the origins are those of each of several versions, which have sources of their own: no number counts them all."""
    return len(found.roots) > max(found.high, 1)


def number_of_origins(found: Origins) -> str:
    """Return the range of origins in figures, for a column: "1", "1–2"; "0" where nobody is named, whoever may stand behind it."""
    return str(found.low) if found.low in (0, found.high) else f"{found.low}–{found.high}"


def name(link: ChainLink) -> str:
    """Return what a station of a chain is called; one that the text does not name is said to be so."""
    if link.name:
        return link.name
    return {"outlet": "this page", "unnamed": "nobody named"}.get(link.kind, "an unnamed source")


def shown_states(states: Sequence[State]) -> list[State]:
    """Return the states of a claim, disputes first, without those that another says more precisely."""
    implied = {"single_source"} if {"circular", "unattributed"} & set(states) else set()
    implied |= {"contested"} if "denied" in states else set()
    order = list(STATES)
    return sorted((s for s in states if s not in implied), key=order.index)


def inner(chain: Sequence[ChainLink]) -> list[ChainLink]:
    """Return the stations behind the page itself, nearest first."""
    return list(chain[1:])


def moment(text: str) -> datetime | None:
    """Return the instant, or None where the text is none."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def day(at: datetime) -> str:
    """Return the day as it is written in English."""
    return f"{at.day} {MONTHS[at.month - 1]} {at.year}"


def date(published: Published | None) -> str:
    """Return when a page was published, as widely as it is known."""
    return "date not known" if published is None else interval(published.start, published.end)


def between(start: str, end: str) -> str:
    """Return two instants in words, what both have in common once: "between 4 and 9 March 2040"."""
    first, last = moment(start), moment(end)
    if first is None or last is None:
        return f"between {start} and {end}"
    if first.date() == last.date():
        return f"on {day(first)}"
    begin = day(first).removesuffix(f" {last.year}")
    return f"between {begin.removesuffix(f' {MONTHS[last.month - 1]}') if first.year == last.year else begin} and {day(last)}"


def interval(start: str | None, end: str | None) -> str:
    """Return a half-open interval in words: an instant, a day, a month, a year, or its two ends."""
    first, last = (moment(t) if t else None for t in (start, end))
    if first is None or last is None:
        return f"not before {day(first)}" if first else f"before {day(last)}" if last else start or end or "date not known"
    if last - first <= timedelta(hours=1) and start and "T" in start:
        return f"{day(first)}, {first:%H:%M}"
    return _days(first, last - timedelta(microseconds=1))


def _days(first: datetime, final: datetime) -> str:
    """An interval from midnight to the last moment of a day."""
    if first.date() == final.date():
        return day(first)
    after = final + timedelta(days=1)
    if first.day == 1 and after.day == 1 and first.year == final.year:
        if first.month == final.month:
            return f"{MONTHS[first.month - 1]} {first.year}"
        if (first.month, final.month) == (1, 12):
            return str(first.year)
    if (first.month, first.year) == (final.month, final.year):
        return f"between {first.day} and {day(final)}"
    return f"between {day(first)} and {day(final)}"


def file(place: str) -> str:
    """Return the name of a file without the folders above it, which say more about the reader's machine than about the page."""
    return re.split(r"[/\\]", place.rstrip("/\\"))[-1] or place


def stem(place: str) -> str:
    """Return the name of a file without its endings, at most two: "clip.html.txt" as "clip"."""
    name = file(place)
    return ENDINGS.sub("", name) or name


def host(url: str | None) -> str:
    """Return the host of an address, without "www."; nothing where there is no address."""
    return (url or "").partition("://")[2].partition("/")[0].removeprefix("www.")


ENDINGS = re.compile(r"(?:\.[A-Za-z][A-Za-z0-9]{0,7}){1,2}$")
ARTICLE = re.compile(r"(?:The|An?) (?=\S)")
FEATURE = re.compile(r" \[[a-z_ ]{1,40}\](?=\.?$)")


def inline(name: str, language: str | None = None) -> str:
    """Return a name as it stands inside a sentence: "The Post" as "the Post"; "A Rádio" of a page in Portuguese stays."""
    return name[0].lower() + name[1:] if language in (None, "en") and ARTICLE.match(name) else name


def uncapped(heading: str) -> str:
    """Return a heading of ours as it goes on inside a sentence: "A number changed" as "a number changed"."""
    return heading[:1].lower() + heading[1:]


def reason(text: str) -> str:
    """Return a reason without the name of the feature behind it; ``sentences.message`` makes it a sentence."""
    return FEATURE.sub("", text)


def ended(text: str) -> str:
    """Return the text with a full stop where it has no end of its own."""
    return text if text.rstrip('”"») ').endswith((".", "!", "?", "…")) else text + "."


def shortened(text: str, limit: int) -> str:
    """Return the text on one line, cut at a word with "…" where it is longer than ``limit``."""
    line = " ".join(text[: limit * 4].split())
    if len(line) <= limit and len(text) <= limit * 4:
        return line
    cut = line[:limit]
    return cut[: cut.rfind(" ")].rstrip(" ,;:–—") + " …" if " " in cut[limit // 2 :] else cut + "…"


def told(spans: Sequence[Span], text: str) -> str:
    """Return the words that are told; where they are broken up, " … " stands between the parts."""
    return " … ".join(" ".join(span.of(text).split()) for span in spans)
