"""The day that a page gives to a text which it names, laid beside the days of the pages that may be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.model import Published, When
from sayso.text import instants
from sayso.text.dates import resolve

if TYPE_CHECKING:
    from sayso.link.credits import Mention

# Days between the day on which somebody spoke and the outlet's page: "on Sunday" is one of seven. A choice.
A_WEEK = 7


def _day(mention: Mention, page: Published | None) -> When | None:
    """The day that a mention gives to what it names, seen from the page that may be meant where its own page has no date."""
    return mention.when or (resolve(mention.vague, page.when) if mention.vague and page else None)


def told_before(mention: Mention, page: Published | None) -> bool:
    """Whether the page dates what it names to a day before this page was published: then another text is meant.

    Where an outlet has it from somebody who spoke "on Sunday", that is the speaker's day, and the outlet may write some days later;
    "on 9 June" is an occasion of its own (of 20 piles one such edge is right, one wrong).
    """
    when = _day(mention, page)
    if not (page and page.start and when and when.end and when.end < page.start):
        return False
    spoken, written = instants.last_day(when), instants.first_day(page.when)
    later = (written - spoken).days if spoken and written else None
    loose = mention.house and mention.speaker and mention.vague and mention.vague.kind == "relative"
    return not (loose and later is not None and later <= A_WEEK)


def told_later(mention: Mention, page: Published | None) -> bool:
    """Whether the page dates what it names to a day after this page was published."""
    when = _day(mention, page)
    return bool(page and page.end and when and when.start and when.start >= page.end)


def on_day(mention: Mention, page: Published | None, *, exact: bool = False) -> bool:
    """Whether the day that is named is this page's own; ``exact``: a day, no month."""
    when = _day(mention, page)
    if exact and when is not None and instants.first_day(when) != instants.last_day(when):
        return False
    return bool(page and page.start and when and when.start and when.end and when.start <= page.start < when.end)
