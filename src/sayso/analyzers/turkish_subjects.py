"""Turkish subjects: where the one that opens a clause begins and ends, what leads up to its name, and who is spoken to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.analyzers.stretches import Part, find
from sayso.analyzers.view import View
from sayso.lexicon.outlets import outlet_kind
from sayso.lexicon.roles import role_of

COMMAS = ","
OWNED = 2  # words from an owner to the end of what is his: "şirketin iki çalışanı"
_POSSESSED = re.compile(r"[ıiuü]\Z")
HEADS = 6  # words in which a subject without a comma behind it ends
REACH = 14  # words from the head of a clause to the text in which something is said to stand
_OBLIQUE = ("nın", "nin", "nun", "nün", "ına", "ine", "una", "üne", "da", "de", "ta", "te", "dan", "den", "tan", "ten")
_CASE = re.compile(r"['’](?:n?[ıiuü]n|[ny]?[ae]|[dt][ae]|[dt][ae]n|[yn]?[ıiuü]|yl[ae])\Z")  # a case ending set off from a name
WHAT = re.compile(  # a clause made a noun: "olduğunu", "gerektiğini", "yapılmasını", "açılacağı"
    r"(?:[dt][ıiuü]ğ|[ae]ca[kğ]|[ae]ce[kğ]|[dt][ıiuü]klar|[dt][ıiuü]kler|m[ae]s)[ıiuü]n?(?:[ıiuü]|[dt][ae]n?|[ae])?\Z"
)


def head_of(view: View, first: int, last: int) -> tuple[int, int, Part | None]:
    """Where the subject that opens a clause begins and ends: at a comma, "ise", speech, or the last role of its first words."""
    begin, addressee = first, None
    comma = next((k for k in range(first, min(first + REACH, last)) if view.tokens[k].text in COMMAS and not view.quoted[k]), None)
    limit = comma if comma is not None else last
    ise = next((k for k in range(first, min(first + REACH, limit)) if view.isa(k, "topic") and _nominal(view, (first, k))), None)
    quote = next((k for k in range(first, last) if view.quoted[k] or view.tokens[k].text in '“"'), None)
    if ise is not None:
        end = ise
    elif comma is not None and (quote is None or comma < quote):
        end = comma
        if (closed := _apposed(view, comma, last)) is not None:
            begin, end = comma + 1, closed
    elif quote is not None:
        end = quote if quote > first else first
    else:
        end = named(view, first, last)
    if (konusan := find(view, "venue", (begin, end))) and view.isa(konusan[1] - 1, "with"):
        to = konusan[0] > begin and _toward(view, konusan[0] - 1)
        addressee = (begin, konusan[0]) if to else None
        begin = konusan[1]
    elif konusan:
        end = konusan[0] if konusan[0] > begin else end
    return *_trimmed(view, begin, end), addressee


def _apposed(view: View, comma: int, last: int) -> int | None:
    """Where the name ends in "the accused, engineer Ana Roe, C": what stands between the commas ends in a name."""
    end = next((k for k in range(comma + 1, min(comma + HEADS + 2, last)) if view.tokens[k].text in COMMAS or view.quoted[k]), None)
    if end is None or end - comma < 3:
        return None
    named = all(view.tokens[k].capital and not _CASE.search(view.low(k)) for k in (end - 2, end - 1))
    small = [k for k in range(comma + 1, end) if not view.tokens[k].capital and not role_of(view.tokens[k], "tr")]
    return end if named and len(small) < 3 and not any(WHAT.search(view.low(k)) for k in small) else None


def _nominal(view: View, part: Part) -> bool:
    """Whether words before "ise" can be a subject: few, or a name at their end."""
    return part[1] - part[0] <= HEADS + 1 or (part[1] > part[0] and view.tokens[part[1] - 1].capital)


def _toward(view: View, k: int) -> bool:
    """Whether a noun stands in the dative: who was spoken to."""
    return view.isa(k, "to") or re.search(r"['’]?[ny]?[ae]\Z", view.low(k)) is not None


def _beside(view: View, k: int) -> bool:
    """Whether a word behind a bare name is none of it: a postposition, a place, a time."""
    return view.isa(k, "postposition") or view.isa(k, "adverb") or view.low(k).endswith(("da", "de", "ta", "te"))


def _trimmed(view: View, begin: int, end: int) -> tuple[int, int]:
    """A subject without the clause that leads up to it ("söz alan Ana Roe") and without what follows its name ("dün")."""
    names = [k for k in range(begin, end) if view.tokens[k].capital and not _CASE.search(view.low(k))]
    last = names[-1] if names else None
    if last is not None and last + 1 < end and view.tokens[last + 1].word and (last > begin or _beside(view, last + 1)):
        if view.isa(last + 1, "postposition"):
            return begin, begin  # "N için “C” dedi": whoever spoke before
        rest = range(last + 1, end)
        if not any(role_of(view.tokens[k], "tr") and _nominative(view, k) for k in rest) and view.low(last + 1) not in (
            "ve",
            "adlı",
        ):
            end = last + 1
    if end > begin and (view.isa(end - 1, "postposition") or _CASE.search(view.low(end - 1))):
        return begin, begin
    roles = [k for k in range(begin, end) if role_of(view.tokens[k], "tr") and _nominative(view, k)]
    if roles and roles[-1] + 1 < end and not view.tokens[end - 1].capital and view.low(end - 1).endswith(_OBLIQUE):
        end = roles[-1] + 1  # "teknik direktör maç sonunda"
    for k in range(end - 2, begin, -1):
        low = view.low(k)
        loose = low.endswith(("an", "en")) and len(low) > 3 and not view.tokens[k].capital and view.tokens[k + 1].capital
        if loose and not view.isa(k, "trade") and not role_of(view.tokens[k], "tr"):
            return k + 1, end
    return begin, end


def named(view: View, first: int, last: int) -> int:
    """The end of a subject without a comma behind it: its last role noun, or its run of capitals."""
    run = first
    while run < last and view.tokens[run].capital and run - first < HEADS:
        run += 1
    if run - first == 1 and view.isa(run, "adverb"):
        return run  # "Ladin ayrıca C-dığını söyledi"
    roles = [k + 1 for k in range(first, min(first + HEADS, last)) if role_of(view.tokens[k], "tr") and _nominative(view, k)]
    if roles and (run <= roles[0] or not run - first):
        return max(run, _possessed(view, roles))
    return max([run] if run - first > 1 or (run > first and view.language != "tr") else [first], default=first)


def _possessed(view: View, ends: Sequence[int]) -> int:
    """The end of the first role noun, or of the one that it is the owner of: "bakanlık yetkilisi", "şirketin iki çalışanı"."""
    end = ends[0]
    for k in ends[1:]:
        if k - end <= OWNED and _POSSESSED.search(view.low(k - 1)):
            end = k
    return end


def _nominative(view: View, k: int) -> bool:
    """Whether a Turkish role noun can be a subject: no case ending set off or written on (-nın, -na, -da, -dan)."""
    low = view.low(k)
    return "'" not in low and not low.endswith(_OBLIQUE)


def dative_name(view: View, k: int) -> bool:
    """Whether a name stands in the dative: "Sabah Postası'na", "Radyo'ya"."""
    return view.tokens[k].capital and re.search(r"['’](?:n?[ae]|y[ae])\Z", view.tokens[k].text) is not None


def dative(view: View, part: Part) -> int | None:
    """Read "S, P'ye C-dığını söyledi": a house or hearers in the dative at the head of what follows the subject."""
    for k in range(part[0], min(part[0] + 4, part[1])):
        low, role = view.low(k), role_of(view.tokens[k], "tr")
        if view.quoted[k]:
            return None
        text = view.tokens[k].text.replace("’", "'")
        if "'" in text and low.endswith(("'a", "'e", "'ya", "'ye")) and outlet_kind(text.split("'")[0]):
            return k
        if view.isa(k, "to") or (role in ("agency", "outlet") and low.endswith(("ne", "na", "ye", "ya", "'a", "'e"))):
            return k
    return None
