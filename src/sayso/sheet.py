"""The nouns of the coder's sheet: one row an incident, each cell with what it was taken from. Proposals to a person, never codes.

Column names are those of the codebooks that coders know, where the value means the same; ``COLUMNS`` says whose each is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sayso.model import Span

Value = str | int | float | tuple[str, ...] | None


class Column(NamedTuple):
    """A column: its name, whose codebook it follows ("ours" where no codebook has it), and what its cells say."""

    name: str
    whose: str
    says: str


COLUMNS = (
    Column("id", "ours", "digest of the tellings; the same pages give the same id"),
    Column("event_date", "ACLED", "the day, where the pages agree on one; else empty"),
    Column("time_precision", "ACLED", "1 the day, 2 within a week, 3 within a month; else empty"),
    Column("date_start", "UCDP GED", "first day of the interval in which it happened"),
    Column("date_end", "UCDP GED", "last day of it; where no day is told, the day of the first page that tells it"),
    Column("date_prec", "UCDP GED", "1 the day, 2 two to six days, 3 a week, 4 up to a month, 5 up to a year; else empty"),
    Column("date_words", "ours", "how the pages say when, and where their days differ"),
    Column("location", "ACLED", "the place by name"),
    Column("where_coordinates", "UCDP GED", "the same name: what the coordinates are those of"),
    Column("latitude", "both", "degrees WGS 84; empty where the page leaves open which place is meant"),
    Column("longitude", "both", "degrees WGS 84"),
    Column("geonames", "ours", "GeoNames number"),
    Column("where_prec", "UCDP GED", "1 a city or point, 4 a province, 5 a region without borders, 6 a country; else empty"),
    Column("geo_precision", "ACLED", "1 a city or point, 3 a province or region; else empty"),
    Column("place_words", "ours", "the precision in words, and other places that the tellings name"),
    Column("event_words", "ours", "words for what happened, as told"),
    Column("actors", "ours", "parties as the tellings name them, in order of the alphabet; no sides are assigned"),
    Column("best", "UCDP GED", "the killed: the one figure told, or the exact one of most independent origins; empty on a tie"),
    Column("low", "UCDP GED", "lowest figure of killed that a teller gives; who says that nobody died stands under denials"),
    Column("high", "UCDP GED", "highest one; “over 40” counts with its 40"),
    Column("fatalities", "ACLED", "the same as low: the most cautious of several figures"),
    Column("killed_told", "ours", "each figure of killed in the words of the page, with its sources"),
    Column("injured_best", "ours", "as best, of the injured"),
    Column("injured_low", "ours", "as low, of the injured"),
    Column("injured_high", "ours", "as high, of the injured"),
    Column("injured_told", "ours", "as killed_told, of the injured"),
    Column(
        "casualties_low",
        "ours",
        "where killed and injured are told as one number, or as “casualties”: the lowest; in no other column",
    ),
    Column("casualties_high", "ours", "the highest one"),
    Column("casualties_told", "ours", "as killed_told, of these"),
    Column("deaths_civilians", "UCDP GED", "killed who are called civilians, where the tellers agree; else empty"),
    Column("civilians_killed_min", "ours", "after Airwars' practice of ranges: lowest figure of killed civilians"),
    Column("civilians_killed_max", "ours", "highest one"),
    Column("parts", "ours", "figures of a part of the killed or injured (children, guards); never added up"),
    Column("source_original", "UCDP GED", "who the pages have it from, as far back as they say"),
    Column("origins_low", "ours", "fewest independent origins, as in a claim's origins"),
    Column("origins_high", "ours", "most"),
    Column("number_of_sources", "UCDP GED", "pages of the pile that tell it"),
    Column("source_article", "UCDP GED", "those pages: outlet, day, title"),
    Column("denials", "ours", "who denies or takes back, in the words of the page; “nobody was hurt” stands here"),
    Column("notes", "ACLED", "a telling of it, unchanged"),
    Column("claims", "ours", "ids of the claims"),
)
NAMES = tuple(c.name for c in COLUMNS)


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of a page that a cell was taken from; ``statement`` is None for a date that the page itself has."""

    document: str
    span: Span
    words: str
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, why it is this one, and the passages behind it."""

    value: Value
    why: str = ""
    evidence: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Incident:
    """One event with casualties, as the pile tells it: a cell for each column."""

    id: str
    cells: dict[str, Cell]
