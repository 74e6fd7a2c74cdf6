"""What stands round a verb of telling in the languages of ``tongues``: its subject after it, who was told, and the told words."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.analyzers import cases
from sayso.analyzers.endings import verb_after_noun
from sayso.analyzers.line import BRACKET, Line, Part
from sayso.contracts import Attributed
from sayso.lexicon.words import Cue
from sayso.model import HOUSES, PERSONS, Span

FEWEST = 2  # words of a told clause without "that" or quotation marks


PARTICIPLES = {
    "fr": ("é", "u", "is", "ait"), "it": ("to", "so"), "es": ("ado", "ido", "cho", "to"), "pt": ("ado", "ido", "to"),
}  # fmt: skip


@dataclass(frozen=True)
class Hit:
    """One telling found: where its clause begins, which word is its cue, and where its source stands."""

    begin: int
    cue: int
    attributed: Attributed
    source: Part | None


@dataclass(frozen=True)
class After:
    """What stands after a verb of telling: its subject, who was told, and where the told words may begin."""

    source: Part | None
    addressee: Span | None
    begin: int


@dataclass(frozen=True)
class Predicate:
    """A verb of telling with its auxiliaries as words [first, last), what stands after it, and the subject before it."""

    cue: Cue
    first: int
    last: int
    after: After
    source: Part | None

    @property
    def head(self) -> int:
        """Where its clause begins: with the subject or the verb."""
        return min(self.source[0], self.first) if self.source else self.first


def alone(line: Line, i: int) -> bool:
    """Whether a word that can be "her" or "hers" is a pronoun here ("volgens haar nog niet"): no noun of its own follows."""
    small = line.isa(i + 1, "adverb", "auxiliary", "negation", "preposition", "determiner", "time", "clause")
    return line.mark(i + 1) or (small and not line.capital(i + 1)) or line.cue(i + 1) is not None


def pronoun(line: Line, i: int) -> bool:
    """Whether a pronoun stands at i, and no article of a noun behind it ("stelt haar advocaat")."""
    return line.isa(i, "pronoun") and (not line.isa(i, "determiner") or alone(line, i))


TAIL = 8  # words behind a subject at the end of its sentence that say of it where or how
_ROMANCE = frozenset("pt es fr it".split())
SETTING = 4  # words of a place between a verb and its subject; own choice
PUT_IN = 10  # words put in between a verb and "that"; own choice
AHEAD, FULL = 10, 2  # words before the first comma; capitals of a full name


def after(line: Line, last: int, inverted: bool, until: int = 0) -> After:
    """Step over adverbs, times, places of telling and who was told; take the subject where the verb comes first.

    ``until``: the word that ends the clause ("laat S weten", "sprach S von N"), if it has one: no name goes on over it.
    """
    k, source, addressee = last, None, None
    while k < len(line):
        if (
            (line.language in BRACKET and k == last and pronoun(line, k))
            or line.isa(k, "adverb", "time", "inverted", "hearing")
            or _small(line, k, last)
            or (line.words[k].text.isdigit() and line.isa(k - 1, "time"))
        ):
            k += 1
        elif line.isa(k, "determiner") and line.isa(k + 1, "time"):
            k += 2
        elif (source or not inverted) and until and _closes(line, k, until):
            k = until + 1
        elif cited := _cited(line, k) or _polish(line, k, inverted and source is None):
            k = cited
        elif line.isa(k, "negation") and line.low(k + 1) == ":":  # "Daran glaubt S nicht: C"
            k += 1
        elif line.words[k].text == "(" and (close := line.closing(k)):
            k = close
        elif (size := line.phrase(k, "addressee")) or (line.isa(k, "to", "dative", "ours") and hears(line, k)):
            end = line.right(k + (size or 1) + (not size and line.isa(k + 1, "determiner")))
            end = cases.hearer(line, k + size, end) if size else end
            names = (m for m in range(k + 2, end) if line.capital(m - 1) and not line.capital(m) and line.role(m))
            end = next(
                names, _heard_by(line, k + (size or 1), end)
            )  # "disse à Agência Sul fonte do porto": the subject begins without an article
            addressee = addressee or line.part(k + (size or 1), end)
            k = max(end, k + 1)
        elif line.isa(k, "preposition") and not (k == last and line.isa(k, "topic")) and (end := adjunct(line, k)):
            k = end
        elif source is None and inverted and (named := _past_setting(line, k)):
            k = named
        elif source is None and inverted and (source := _subject(line, k, until)):
            k = source[1]
        else:
            break
    return After(source, addressee, k)


def _past_setting(line: Line, k: int) -> int:
    """The full name behind what says where it was told: "ha detto davanti ai cancelli [Ana Roe]"; 0 where none stands."""
    if not line.isa(k, "preposition") or line.language in BRACKET:
        return 0
    near = range(k + 2, min(k + 2 + SETTING, len(line) - 1))
    m = next((m for m in near if line.capital(m) or line.mark(m) or line.isa(m, "that", "relative")), 0)
    tied = line.isa(m - 1, "preposition", "determiner", "genitive", "to", "by", "join") or line.role(m - 1) in PERSONS
    return m if m and not tied and line.capital(m) and line.capital(m + 1) and not line.quoted[m] else 0


def _subject(line: Line, k: int, until: int) -> Part | None:
    """The subject that begins at k behind its verb: a noun phrase of somebody, or a clause ("cuentan quienes viven cerca")."""
    if line.isa(k, "whoever"):
        stop = next((m for m in range(k + 1, len(line)) if line.mark(m) or line.isa(m, "that")), len(line))
        return (k, stop) if line.count(k, stop) >= FEWEST else None
    if not (line.nominal(k) or line.label(k)):
        return None
    end = published(line, k, line.right(k))
    end = until if k < until < end else end
    named = line.language == "de" and not line.isa(k, "determiner") and line.capital(k)
    datives = (m for m in range(k + 1, end) if named and line.isa(m, "dative") and line.capital(m - 1) and not line.role(m - 1))
    end = next(datives, end)  # "sagte Volk der ORLER ZEITUNG": a name has no genitive behind it
    end = cases.seat(line, k, end)
    return (k, line.apposed(end)) if line.somebody(k, end) else None


def _polish(line: Line, k: int, opens: bool) -> int:
    """The end of how a Polish speaker speaks, or of what stands before his name, from k on; 0 where neither stands."""
    if line.language != "pl":
        return 0
    return cases.manner(line, k) or (cases.attributed(line, k) if opens else 0)


def _heard_by(line: Line, first: int, end: int) -> int:
    """Where who was told ends before a subject without an article ("grida alle telecamere Ana Roe", "disse à redação fonte")."""
    head = next((k for k in range(first, min(first + 3, end)) if line.isa(k, "hearer") and not line.role(k)), None)
    own = head is not None and head + 1 < end and (line.capital(head + 1) or line.role(head + 1) is not None)
    counted = (
        k for k in range(first + 1, end) if line.isa(k, "quantity") and not line.isa(k - 1, "determiner", "genitive", "join")
    )
    end = end if line.language in BRACKET else next(counted, end)  # "dijeron a esta agencia dos vecinos"
    return head + 1 if head is not None and own and line.language not in BRACKET else end


def published(line: Line, first: int, end: int) -> int:
    """The end of "a report published by the paper S", "a report in the paper S": whose text it is belongs to the source."""
    if not any(line.isa(k, "piece") for k in range(first, end)):
        return end
    at = next((k for k in range(max(end - 1, first), min(end + 2, len(line))) if line.isa(k, "by", "preposition")), None)
    if at is None or any(line.mark(k) for k in range(end, at)) or line.isa(at + 1, "time"):
        return end
    if line.isa(at, "by") and not line.isa(at - 1, "issued"):
        return end  # "un documento consultado por S": S only saw it
    stop = line.right(at + 1)
    named = [k + 1 for k in range(at + 1, stop) if line.capital(k)]
    return max(end, named[-1]) if named else stop if any(line.role(k) for k in range(at + 1, stop)) else end


def _small(line: Line, k: int, last: int) -> bool:
    """Polish "się" and "nam" behind a verb: "żali się S", "mówi nam S"."""
    return line.language == "pl" and (
        (line.isa(k, "clitic") and k == last) or (line.isa(k, "ours") and line.role(k + 1) not in HOUSES)
    )


def _closes(line: Line, k: int, until: int) -> bool:
    """Whether the word that ends the clause stands at k, or behind a comma there, and ties nothing to the verb ("von N")."""
    ties = line.isa(until, "preposition") and not line.mark(until + 1)
    return not ties and (k == until or (k + 1 == until and line.words[k].text == ","))


def _cited(line: Line, k: int) -> int:
    """The end of an aside, or of whom a teller cites ("schreibt das Blatt unter Berufung auf S, C"); 0 where none stands."""
    first = k + (line.words[k].text == ",")
    if first > k and (aside := line.phrase(first, "aside")) and line.low(first + aside) == ",":
        return first + aside + 1  # "niega, eso sí, que C"
    size = line.phrase(first, "citing")
    if not size:
        return _put_in(line, first) if first > k else 0
    end = line.right(first + size)
    closed = first > k and end < len(line) and line.words[end].text == "," and not line.isa(end + 1, "that")
    return end + closed


def _put_in(line: Line, first: int) -> int:
    """The end of what stands between two commas without a verb, "that" behind it: "dijo, tras la misa, que C"."""
    end = next((k for k in range(first, min(first + PUT_IN, len(line))) if line.mark(k)), first)
    plain = end > first and line.words[end].text == "," and line.isa(end + 1, "that") and not line.isa(first, "relative", "that")
    return end + 1 if plain and not any(line.cue(k) or line.isa(k, "auxiliary") for k in range(first, end)) else 0


def hears(line: Line, k: int) -> bool:
    """Whether a "to" (or a dative) leads on somebody who was told, not an object: a house, a name, or who hears."""
    first = k + 1 + line.isa(k + 1, "determiner")
    if line.isa(k, "dative", "ours"):
        return (
            line.label(k + 1) > 0
            or (line.capital(k + 1) and line.words[k + 1].text.isupper())
            or any(line.role(m) in HOUSES for m in (first, first + 1))
        )
    first += line.isa(first, "ours")  # "à nossa reportagem"
    return line.role(first) is not None or line.capital(first) or line.isa(first, "hearer")


def adjunct(line: Line, k: int) -> int:
    """The end of "on Monday", "in a statement", "during a visit" after the verb; 0 where no such words stand."""
    if line.isa(k + 1, "aside"):  # Polish "z kolei", "z uśmiechem"
        return k + 2
    for m in range(k + 1, min(k + 7, len(line))):
        if line.mark(m) or line.isa(m, "that") or line.infinitive(m) or (m > k + 1 and cases.tied_again(line, m)):
            return 0
        if line.isa(m, "time") or (line.isa(m, "venue") and not line.isa(k, "against")):
            end = m + 1
            while end < len(line) and (line.isa(end, "time", "adverb") or line.words[end].text.isdigit()):
                end += 1
            if line.isa(end, "preposition") and line.role(end + 1) == "group":  # "en una llamada con analistas"
                end += 2
            house = line.capital(end + 1) or line.role(end + 1) in HOUSES or line.role(end + 2) in HOUSES
            return line.right(end + 1) if line.isa(end, "to", "by", "genitive") and house else end
    return 0


def speech_follows(line: Line, k: int) -> bool:
    """Whether speech opens within a few words after k, with no clause between."""
    for m in range(k, min(k + 8, len(line))):
        if line.quoted[m]:
            return True
        if line.words[m].text in ",;.":
            return False
    return False


def ended(line: Line, span: Span, end: int) -> Span:
    """The span up to ``end``, without the marks before it."""
    if not span.start < end < span.end:
        return span
    return Span(span.start, span.start + len(line.view.text[span.start : end].rstrip(" ,;–—\u00a0")))


def ended_before(line: Line, span: Span, begin: int) -> Span:
    """The span from ``begin`` on, where it begins before that."""
    if not span.start < begin < span.end:
        return span
    rest = line.view.text[begin : span.end]
    return Span(begin + len(rest) - len(rest.lstrip()), span.end)


def full_name(line: Line) -> Part | None:
    """The one full name of a sentence that nothing ties to another word ("Non usa mezzi termini Ana Roe, tecnica di Orv")."""
    runs: list[Part] = []
    k = 0
    while k < len(line):
        end = k
        while end < len(line) and line.capital(end) and not line.isa(end, "determiner", "preposition") and not line.quoted[end]:
            end += 1
        if end - k >= FULL and line.language not in BRACKET:
            first = k - (line.role(k - 1) is not None)
            first -= line.isa(first - 1, "determiner")
            tied = line.isa(first, "preposition", "genitive") or (
                line.isa(first - 1, "preposition", "genitive", "by", "to", "join") and not line.isa(first - 1, "determiner")
            )
            if (tied and line.isa(first - 1, "genitive")) or line.isa(first, "genitive"):
                head = first - 1 - (line.isa(first - 1, "genitive") and not line.isa(first, "genitive"))  # "l'équipe du Pr Roe"
                first, tied = head - 1, not (line.role(head) and line.isa(head - 1, "determiner") and line.opened(head - 1))
            runs += [] if tied or first <= 0 else [(first, end)]
        k = max(end, k + 1)
    houses = any(line.capital(m) and line.role(m) not in (None, "person", "official") for run in runs for m in range(*run))
    return runs[0] if len(runs) == 1 and not houses else None


def agent(line: Line, first: int = 0) -> Part | None:
    """The named person or office that the sentence begins with ("The mayor Ana Roe opened …"), whatever its verb."""
    while line.isa(first, "adverb"):
        first += 1
    if line.isa(first, "negation"):
        return None
    if (apposed := _between_commas(line, first)) is not None:
        return apposed
    if not line.nominal(first):
        return None
    end = first
    for k in range(first, min(first + 8, len(line.words))):
        if (
            line.mark(k)
            or line.isa(k, "auxiliary", "that", "time")
            or (k > first and line.language in BRACKET and verb_after_noun(line, k, first))
            or (line.isa(k, "preposition") and not line.isa(k, "determiner", "genitive"))
        ):
            break
        if line.capital(k) and not line.isa(k, "determiner", "quantity"):
            end = k + 1
        elif end > first + 1 and not line.isa(k, "genitive") and not line.role(k):
            break
    titled = any(line.role(k) in ("official", "person") for k in range(first, end))
    names = sum(line.capital(k) for k in range(first, end) if not line.isa(k, "determiner"))
    if not names:
        end = line.right(first)
        shown = any(map(line.role, range(first, end))) and line.isa(end, "auxiliary", "negation")
        return (first, end) if shown and not line.isa(first, "quantity") else None
    return (first, end) if end > first and ((titled and names) or names > 1) and not line.isa(first, "quantity") else None


def _between_commas(line: Line, first: int) -> Part | None:
    """The full name behind the first comma, where a second one follows: "Su vocera, Ana Roe, …", "Hier, Ana Roe, …"."""
    comma = next((k for k in range(first + 1, min(first + AHEAD, len(line.words))) if line.words[k].text == ","), None)
    if comma is None or any(line.cue(k) or line.quoted[k] for k in range(first, comma)):
        return None
    end = next((k for k in range(comma + 1, len(line.words)) if not line.capital(k) and not line.isa(k, "genitive")), comma)
    named = end - comma > FULL and line.words[end].text == "," and not any(map(line.role, range(comma + 1, end)))
    return (comma + 1, end) if named else None


def behind(line: Line, part: Part | None) -> Part | None:
    """A phrase without the verb of telling before it: of "admits Ada Roe" Ada Roe."""
    told = next((k + 1 for k in range(part[1] - 1, part[0] - 1, -1) if line.cue(k) and not line.capital(k)), None) if part else None
    return (told, part[1]) if part and told and line.nominal(told) else part


def late(line: Line, last: int, until: int) -> After | None:
    """Read "C, with an insertion, said S.": somebody stands after the verb and closes the sentence."""
    found = after(line, last, True, until)
    if found.source is None:
        return None
    first, end = found.source
    if line.language == "pl" and not line.capital(first) and line.low(first).endswith(cases.NOT_SUBJECT):
        return None  # "Kot, zły, zwrócił ją inspektorom"
    shown = any(line.role(k) or (line.capital(k) and not line.isa(k, "determiner")) for k in range(first, end))
    tail = range(end, len(line) - 1)  # "C, dijeron dos vecinos al tanto del pleito."
    closes = end + (end == until > 0) >= len(line) - 1
    closes = closes or (
        line.language in _ROMANCE
        and line.isa(end, "preposition")
        and len(tail) <= TAIL
        and not any(line.mark(k) or line.cue(k) or line.isa(k, "that") for k in tail)
    )
    return found if shown and closes else None


def of_itself(line: Line, first: int, i: int, last: int) -> bool:
    """Read "se ha difundido una foto", "si annunciava una festa": no speech and no "that": the subject is no teller."""
    itself = any(line.isa(k, "nobody") for k in range(first, i)) and not line.isa(i, "of itself")
    return itself and not any(line.quoted) and not any(line.isa(k, "that") for k in range(last, len(line)))


def headed(line: Line, first: int, last: int) -> bool:
    """Whether the head of a phrase is a name or a role."""
    return any(line.role(k) or (line.capital(k) and not line.isa(k, "determiner")) for k in range(first, min(first + 2, last)))


def follows_verb(line: Line, last: int, inverted: bool, until: int) -> After:
    """What stands behind a verb; behind an act done by words a thing is its object ("También lamenta los retrasos")."""
    follows = after(line, last, inverted, until)
    thing = follows.source is not None and line.isa(last - 1, "act") and not headed(line, *follows.source)
    return After(None, follows.addressee, last) if thing else follows
