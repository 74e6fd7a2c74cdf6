"""Remarks on sources that gain standing, and on outlets that drop out of the chain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.assess.counterparts import common_marks
from sayso.assess.cuewords import has
from sayso.assess.denials import act
from sayso.assess.findings.credit import named_on
from sayso.assess.findings.numbers import foreign
from sayso.assess.findings.remark import of, remark, who
from sayso.assess.findings.speakers import informant, shown_name, speaks, whole, wording_of
from sayso.assess.parties import press
from sayso.assess.pile import Pile, innermost, nameless
from sayso.assess.steps import Step
from sayso.assess.wording import capitals, likeness, name_words, particular, party_words, quoted, stems
from sayso.lexicon import vocabulary
from sayso.model import HOUSES, ChainLink, Finding, Statement
from sayso.text.normal import trunk, trunks


def intermediary_lost(pile: Pile, step: Step) -> Iterator[Finding]:
    """The outlet that got the words is no longer named.

    What: the earlier telling says through whom it has the words ("told the Gazette", "the agency reported, citing …");
    the later one gives the same source as if it had spoken to the later page.

    Why it matters: readers count two reporters where there was one.

    Not when: the later page names the outlet anywhere, or the source is a named person who speaks in public.

    Example (fiction): "a guard told the Gazette" becomes "a guard said".
    """
    a, b = step.before, step.after
    x, y = innermost(a), innermost(b)
    if x is None or y is None or step.kind == "headline" or not nameless(y) or len(b.chain) != 2:
        return
    station = passed(pile, a)
    if station is None or not station.name or not nameless(x) or station.kind == "unnamed":
        return
    how = (
        "says that it was told itself"
        if a.chain[0].name and pile.same_party(station, a.chain[0])
        else f"has it through {station.name}"
    )
    text = pile.documents[b.document].text
    if station.name.casefold() in text.casefold() or any(w in text.casefold() for w in name_words(station.name) if len(w) > 3):
        return
    yield remark(
        "intermediary_lost",
        of(pile, a, b),
        f"{pile.page(a.document)} {how}; {pile.page(b.document)} gives the same source and "
        f"does not name {station.name} ({step.tie}).",
        claim=step.claim.id,
        change=(pile.text(a), pile.text(b)),
        limits="Overturned if the source spoke to the later page itself.",
    )


def passed(pile: Pile, s: Statement) -> ChainLink | None:
    """The outlet that was told: the addressee, a station of the chain, or the page's own outlet where the page says so."""
    if s.addressee is not None and s.addressee.name:
        return s.addressee
    if len(s.chain) > 2:
        return s.chain[-2]
    own = s.chain[0].name or pile.documents[s.document].outlet
    told = own and any(
        own.casefold() in pile.text(x).casefold()
        and x.chain[-1].source == s.chain[-1].source
        and pile.same_party(x.chain[-1], s.chain[-1])
        for x in pile.by_document[s.document]
        if len(x.chain) == 2
    )
    return s.chain[0] if told else None


def source_promoted(pile: Pile, step: Step) -> Iterator[Finding]:
    """A source gains standing on the way.

    What: in the same telling a source without a name gives way to a body: to the very outlet that had it from that source, or to an
    agency, a body or a state of which the earlier page has nothing; or words in quotation marks, spoken by a named person, are
    given as those of the body he or she belongs to; or, on a page that follows, any words of one who is neither its head nor its
    speaker.

    Why it matters: "a field source" and "the authorities" are believed differently.

    Not when: the later page still has the first source (where another body took its place), the earlier page has that body, the
    later page names the person, or the person speaks for the body by office (a spokesman).

    Example (fiction): "a dock hand said" becomes "the harbour office said".
    """
    a, b = step.before, step.after
    x, y = innermost(a), innermost(b)
    if x is None or y is None or not y.name or step.kind == "headline" or act(pile, a) or act(pile, b):
        return
    staff = step.kind == "derived" and of_staff(pile, a, b)
    if (set(stems(y.name)) <= set(stems(x.name or "")) and not staff) or same_person(x, y) or press(y.name):
        return  # "police sources" and "police"
    if ONE_OF.match(y.name) or one_trade(x.name or "", y.name):
        return  # "an official" is no body, and two descriptions of "negotiators" are of the same
    change = f"what “{whole(pile, a, x)}” said is given as said by “{y.name}”" if staff else promotion(pile, step, x, y)
    if change is None:
        return
    yield remark(
        "source_promoted",
        of(pile, a, b),
        f"From {pile.page(a.document)} to {pile.page(b.document)} {change} ({step.tie}).",
        claim=step.claim.id,
        change=(x.name, y.name),
        limits="Overturned if the body said so itself.",
    )


def promotion(pile: Pile, step: Step, x: ChainLink, y: ChainLink) -> str | None:
    """In words, how the later source stands higher than the first; None where it does not."""
    a, b = step.before, step.after
    name = whole(pile, b, y) or y.name
    if informant(pile, a) and y.kind in BODIES:
        if through_nameless(pile, b, y) or speaks_for(pile, x, y) or one_name(pile, x, y):
            return None
        if not passes(pile, a, y):
            if y.kind in HOUSES and any(k.kind in HOUSES for k in a.chain[1:-1]):
                return None  # one paper's sources, and "papers reported": the papers are one, the sources are left out
            return f"a source without a name ({unnamed(pile, a)}) becomes “{name}”" if replaces(pile, a, b, y) else None
        if kept(pile, x, b, step) or (foreign(pile, step) and own_telling(pile, a, step)):
            return None
        return f"a source without a name ({unnamed(pile, a)}) gives way, for this telling, to “{name}”, who had it from that source"
    return f"words of “{whole(pile, a, x)}” in quotation marks are given as those of “{name}”" if spoken_for(pile, a, b) else None


ONE_OF = re.compile(r"(?:[Aa]n?|[Oo]ne|[Uu]na?|[Uu]ne|[Uu]ma?|[Ee]ine?|[Ee]en)\s[^A-Z]*$")


def one_trade(x: str, y: str) -> bool:
    """Whether two descriptions without a name have the noun of the first in common: "brokers on both sides", "guild brokers"."""
    head = stems(WHERE.sub("", x))[-1:]
    return bool(head) and not any(w[:1].isupper() for w in y.split()[1:]) and set(head) <= set(stems(y)) - party_words("role")


WHERE = re.compile(r"\s(?:on|in|at|from|of|with|familiar|close)\s.*$")
BODIES = ("agency", "government", "organization", "outlet", "armed_group")
SAME_WORDS = 0.4  # Dice of two tellings below which a body may say another thing than the source without a name; own choice
SAME_MARKS = 3  # words by sense, names and figures that make two tellings of one claim one, however they are worded; own choice
SPOKEN = vocabulary.pattern("tellings", "spoken for")


def unnamed(pile: Pile, s: Statement) -> str:
    """What a page calls a source without a name."""
    words = wording_of(pile, s)
    return f"“{words}”" if words else "its source"


def passes(pile: Pile, a: Statement, y: ChainLink) -> bool:
    """Whether the body is the earlier page's own outlet, or a station that had the words from the source without a name."""
    outlet = pile.documents[a.document].outlet
    own = {w for form in pile.forms(y) for w in particular(name_words(form))}
    stations = [form for k in a.chain[:-1] for form in pile.forms(k)]
    return any(own & particular(name_words(form)) for form in [*stations, outlet or ""] if form)


def replaces(pile: Pile, a: Statement, b: Statement, y: ChainLink) -> bool:
    """Whether a body that is no source of the earlier page says the same words on a page that does not name the first source.

    "The authorities" of a country are others than each body of it.
    """
    vague = bool(set(stems(y.name or "")) & party_words("vague_office"))
    return (
        (likeness(pile.told(a), pile.told(b)) >= SAME_WORDS or retold(pile, a, b))
        and (vague or not pile.names_source(a.document, y))
        and " ".join(stems(y.name or "")) not in " ".join(stems(pile.documents[a.document].text))
        and not still_there(pile, a, b)
    )


def retold(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether two tellings of one language share enough by sense, names and figures, however they are worded."""
    one = pile.documents[a.document].language == pile.documents[b.document].language
    return one and speaks(pile, b) and common_marks(pile, a, b) >= SAME_MARKS


def still_there(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether the later page has a source without a name that may be the first one: called the same, or by one of its own words."""
    x = innermost(a)
    name = stems(x.name or "") if x is not None else ()
    own = name_words(x.name or "") if x is not None else frozenset()
    there = [k.name or "" for s in pile.by_document[b.document] for k in s.chain[1:] if nameless(k)]
    return any(stems(k) == name or own & name_words(k) for k in there)


def of_staff(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether a named person who works at a body, and is neither its head nor its speaker, gives way to the body itself."""
    x, y = innermost(a), innermost(b)
    if x is None or y is None or x.kind != "person" or y.kind not in ("government", "organization"):
        return False
    named = (
        shown_name(pile, a) is not None and not SPOKEN.search(" ".join(pile.forms(x))) and not has("rank", " ".join(pile.forms(x)))
    )
    told = likeness(pile.told(a), pile.told(b)) >= SAME_WORDS and speaks(pile, b)
    return named and told and speaks_for(pile, x, y) and not named_on(pile, x, b.document)


def spoken_for(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether both tellings have words in quotation marks, a named person's in one and the person's own body's in the other."""
    x, y = innermost(a), innermost(b)
    return (
        x is not None
        and y is not None
        and x.kind in ("person", "official")
        and y.kind in ("government", "organization")
        and bool(quoted(pile.text(a)) and quoted(pile.text(b)))
        and shown_name(pile, a) is not None
        and not SPOKEN.search(" ".join(pile.forms(x)))
        and speaks_for(pile, x, y)
        and not any(
            pile.same_party(x, k) for s in pile.by_document[b.document] for k in s.chain[1:] if k.kind in ("person", "official")
        )
    )


QUIET = vocabulary.pattern("tellings", "unnamed")


def through_nameless(pile: Pile, b: Statement, y: ChainLink) -> bool:
    """Whether the later sentence says that the body has it from somebody without a name ("quoting anonymous sources")."""
    return QUIET.search(pile.text(b).replace(y.name or "", " ")) is not None


PERSON = re.compile(r"(?:[A-Z][\w’'.-]+\s){1,3}[A-Z][\w’'-]+")


def same_person(x: ChainLink, y: ChainLink) -> bool:
    """Whether the first source's own name stands in the second's too: one person, whatever each page adds."""
    return any(m.group() in (y.name or "") for m in PERSON.finditer((x.name or "").split(",")[0]))


def kept(pile: Pile, x: ChainLink, b: Statement, step: Step) -> bool:
    """Whether the later page tells the claim from a source without a name under the same words too: nobody took its place.

    In another language any words of its own will do, and any telling of the page.
    """
    if foreign(pile, step):
        return any(nameless(k) for s in pile.by_document[b.document] for k in s.chain[1:] if k.name)
    return any(
        nameless(k) and stems(k.name or "") == stems(x.name or "")
        for s in pile.tellings(step.claim)
        if s.document == b.document
        for k in s.chain[1:]
    )


def own_telling(pile: Pile, a: Statement, step: Step) -> bool:
    """Whether the page of a sourced telling tells the claim in its own voice too: another language does not show which is meant."""
    said = (s for s in pile.tellings(step.claim) if s.document == a.document and not pile.headline(s))
    return any(len(s.chain) == 1 and not pile.furniture_holds(s) for s in said)


def one_name(pile: Pile, x: ChainLink, y: ChainLink) -> bool:
    """Whether two names have a proper word in common ("the newspaper Tarn Gazette", "the Tarn Gazette")."""
    one, two = ({w for form in pile.forms(k) for w in name_words(form) & capitals(form)} for k in (x, y))
    return bool(one & two)


# What a body is called beside its country or its field; "police" and "army" are others than the one who governs.
STATE = frozenset(stems(" ".join(vocabulary.listed("people", "of an office"))))


def speaks_for(pile: Pile, person: ChainLink, body: ChainLink) -> bool:
    """Whether all of the body's own words are part of the person's title, as the body's and not as somebody else's.

    "Authorities" and "government" need the country alone; "lawyer for the mill workers" does not speak for the mill.
    """
    plain_words = frozenset(stems(body.name or "")) - STATE
    if not name_words(body.name or ""):
        return False
    return any(
        all(trunk(w) in trunks(stems(form)) for w in plain_words) and not of_others(form, plain_words)
        for form in pile.forms(person)
    )


def of_others(form: str, body: frozenset[str]) -> bool:
    """Whether the body's name in a title only says whose workers, friends or victims somebody speaks for."""
    for m in re.finditer(r"\b(?:for|of)\s[^,;]*?\b([A-Z][\w’'-]*)\s([a-z]\w+)\b", form):
        if frozenset(stems(m.group(1))) & body and not frozenset(stems(m.group(2))) & party_words("role"):
            return True
    return False


TOLD_MEDIA = re.compile(
    r"\b(?:have|has|had) (?:now |also |again )?(?:told|informed|briefed) (?:the )?(?:media|press|reporters|journalists)\b",
    re.IGNORECASE,
)


def promoted_on_page(pile: Pile, document: str) -> Iterator[Finding]:
    """A page's own nameless sources become "the authorities" further on.

    What: a page sums up that authorities, officials or the government "have told media" of a matter, and all that the page itself
    gives on the matter comes from sources without a name.

    Why it matters: the sum is what is quoted on, and it names a body that nobody on the page speaks for.

    Not when: the page quotes an official by name or body elsewhere on the matter.

    Example (fiction): "a dock hand said …", and at the end "it is the second time that the authorities have told media of leaks".
    """
    said = pile.by_document[document]
    quiet = [s for s in said if (k := innermost(s)) is not None and (nameless(k) or indefinite(k))]
    for s in said:
        link = innermost(s)
        hit = TOLD_MEDIA.search(pile.text(s))
        if hit is None or len(quiet) < 2 or s in quiet:
            continue
        name = (
            link.name
            if link is not None and link.name
            else pile.text(s)[: hit.start() - s.span.start if hit.start() < 0 else hit.start()]
        )
        if not frozenset(stems(name or "")) & party_words("vague_office"):
            continue
        about = frozenset(stems(pile.told(s)))
        near = max(quiet, key=lambda q: (len(about & frozenset(stems(pile.told(q)))), -abs(q.span.start - s.span.start)))
        if not about & frozenset(stems(pile.told(near))) and not adjoining(pile, near, s):
            continue
        yield remark(
            "source_promoted",
            of(pile, near, s),
            f"{who(near)} on this page of {pile.page(document)} becomes “{short_name(name)}” in its summing-up.",
            claim=pile.claim_of.get(near.id),
            change=(near_name(near), short_name(name)),
            limits="Overturned if a body told the media in a place that was not read.",
        )
        return


def adjoining(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether two tellings of a page stand in one paragraph, so that the summing-up and what it sums up need no common word."""
    text = pile.documents[a.document].text
    return "\n" not in text[min(a.span.end, b.span.end) : max(a.span.start, b.span.start)]


def short_name(name: str | None) -> str:
    """The last words of what stands before "have told media"."""
    return " ".join((name or "").split()[-4:])


def near_name(s: Statement) -> str | None:
    """The name of a telling's source."""
    link = innermost(s)
    return link.name if link is not None else None


def indefinite(link: ChainLink) -> bool:
    """Whether a source is "an engineer", "an official at the dam": one of many, without a name."""
    words = (link.name or "").split()
    return bool(words) and words[0].casefold() in ("a", "an", "one") and not words[-1][0].isupper()
