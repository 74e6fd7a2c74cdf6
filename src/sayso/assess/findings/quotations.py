"""Remarks on words in quotation marks that are not the same words elsewhere."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from sayso.assess.findings.remark import of, remark, short, who
from sayso.assess.pile import Pile, innermost
from sayso.assess.steps import Step
from sayso.assess.wording import likeness, name_words, plain, quoted, stems, subject
from sayso.lexicon.words import words
from sayso.model import Finding, Statement


def quote_altered(pile: Pile, step: Step) -> Iterator[Finding]:
    """Words in quotation marks are not the same words.

    What: both tellings put the words in quotation marks, the marks hold much the same, and the wording differs by more than type,
    brackets and length.

    Why it matters: marks promise the very words. A translation between the two pages explains it, and is worth knowing.

    Not when: one quotation is a part of the other, or the two quote different sentences.

    Example (fiction): “We shall mend the wall by May” becomes “We will have repaired all walls by May”.
    """
    a, b = step.before, step.after
    if step.kind == "headline" or a.voice not in ("direct", "mixed") or b.voice not in ("direct", "mixed"):
        return
    pairs = [(x, y) for x in marked(pile, a) for y in marked(pile, b) if x and y]
    if not pairs or any(same_words(x, y) for x, y in pairs):
        return
    one, two = max(pairs, key=lambda p: (likeness(*p), p))
    if stands_on(pile, a.document, two) or stands_on(pile, b.document, one):
        return  # the page has that quotation as well, for another sentence
    if likeness(one, two) >= SAME_QUOTE and len(subject(one) & subject(two)) >= 2:
        yield remark(
            "quote_altered",
            of(pile, a, b),
            f"In quotation marks in {pile.page(a.document)}: “{short(one)}”; in {pile.page(b.document)}: “{short(two)}” "
            f"({step.tie}).",
            claim=step.claim.id,
            change=(one, two),
            limits="Overturned if the source said both, or one is a translation.",
        )


def quote_cut(pile: Pile, step: Step) -> Iterator[Finding]:
    """A quotation stops before its own "but".

    What: a page follows another and quotes one speaker with a part of what stands in the marks there; the part that is left out
    opens with "but", "if", "although" and the like, or what is kept stood behind one, and the page has it nowhere.

    Why it matters: the half that is kept may say the opposite of the whole.

    Not when: the later page gives the other half, in marks or not, in three of its words of content.

    Example (fiction): “The lock is safe, but only for one more year” becomes “The lock is safe”.
    """
    a, b = step.before, step.after
    x, y = innermost(a), innermost(b)
    if step.kind != "derived" or not {a.voice, b.voice} <= {"direct", "mixed"} or x is None or y is None:
        return
    if not pile.same_party(x, y) or pile.documents[a.document].language != pile.documents[b.document].language:
        return
    for whole in marked(pile, a):
        for part in marked(pile, b):
            rest = left_out(whole, part, pile.documents[a.document].language)
            if rest and len(set(stems(rest)) & set(stems(pile.documents[b.document].text))) < min(KEPT, len(set(stems(rest)))):
                yield remark(
                    "detail_dropped",
                    of(pile, a, b),
                    f"{pile.page(a.document)} quotes {who(a)} with “{short(whole)}”, "
                    f"{pile.page(b.document)} stops at “{short(part)}” ({step.tie}).",
                    claim=step.claim.id,
                    change=(whole, part),
                    limits="Overturned if the rest stands in a place that was not read.",
                )
                return


KEPT = 3  # words of content of the other half by which a page has it in other words; own choice
FEWEST = 2  # words of a quotation that is a part of another


def left_out(whole: str, part: str, language: str | None) -> str:
    """What a part leaves out of a quotation, where a turn ("but", "if") parts the two; empty: nothing, or no turn."""
    long, kept = whole.casefold(), part.casefold().strip(" .,;!?…")
    at = long.find(kept)
    if at < 0 or len(kept.split()) < FEWEST or len(kept) + FEWEST > len(long):
        return ""
    turn = words(language or "en", "turn")
    before, after = WORDS.findall(long[:at]), WORDS.findall(long[at + len(kept) :])
    if after and after[0] in turn:
        return long[at + len(kept) :]
    return long[:at] if before and before[-1] in turn and not after else ""


WORDS = re.compile(r"[\w’'-]+")


# Dice of two quotations below which they may be two sayings: of one speaker's two quarterly statements 0.26 is common, of one
# sentence through two languages 0.31.
SAME_QUOTE = 0.3


def stands_on(pile: Pile, document: str, words: str) -> bool:
    """Whether a page has these very words."""
    return plain(words) in plain(pile.documents[document].text)


OMITTED = re.compile(r"\[[^\[\]]{0,80}\]|\([^()]{0,40}\)|\.{3}|…|#|@")
SHORT = re.compile(r"['’]\s?(?:s|re|m|ve|ll|d)\b|\b(?:is|are|am|have|has|will|would|had)\b")  # "it's" and "it is" are one
LETTERS = re.compile(r"[^\W_]+")


OUR, ISE = (
    re.compile(r"(?<=[a-z]{2})our(?=\b|s\b|ed\b|ing\b|able\b|hood|ful|ite)"),
    re.compile(r"(?<=[a-z]{3})is(?=e\b|ed\b|es\b|ing\b|ation)"),
)


def spelled(text: str) -> str:
    """Two spellings of English as one: "neighbour" and "neighbor", "realise" and "realize", "okay" and "OK"."""
    return ISE.sub("iz", OUR.sub("or", text.replace("okay", "ok")))


def same_words(one: str, two: str) -> bool:
    """Whether one quotation is a part of the other, or they differ by type, spelling of compounds, brackets and dots alone.

    Brackets and dots stand for words that an editor put in or left out: what is left must lie in the other in its order.
    """
    x, y = (
        ["".join(LETTERS.findall(spelled(SHORT.sub(" ", part.casefold())))) for part in OMITTED.split(t.replace("&", " and "))]
        for t in (one, two)
    )
    return within(x, "".join(y)) or within(y, "".join(x))


def within(pieces: list[str], whole: str) -> bool:
    """Whether all pieces lie in a run of letters, one behind the other."""
    at = 0
    for piece in pieces:
        at = whole.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


UNCLOSED = re.compile(r"(?<!\w)[“\"„«](?=\w)(?!.*[”\"»])", re.DOTALL)  # marks that open within what is told and close behind it


def marked(pile: Pile, s: Statement) -> tuple[str, ...]:
    """The parts of the telling that stand in quotation marks, each by itself."""
    opening = UNCLOSED.search(pile.told(s))
    whole = s.voice == "direct" and (pile.in_marks(s) or not quoted(pile.told(s)))
    if whole and (opening is None or opening.start() == 0 or pile.in_marks(s)):
        return (unbroken(pile, s).strip('“”"«»„‟ ,'),)
    if s.voice == "direct" and opening is not None:
        return (pile.told(s)[opening.end() :].strip('“”"«»„‟ ,'),)  # "the release “is the outcome …": the marks open within
    return quoted(pile.text(s))


def unbroken(pile: Pile, s: Statement) -> str:
    """The told words, with those between them that stand within the same marks: a reader may have left some out."""
    text = pile.documents[s.document].text
    parts = [s.content[0].of(text)] if s.content else []
    for before, after in itertools.pairwise(s.content):
        gap = text[before.end : after.start]
        parts.append(" " if MARK.search(gap) or before.end > after.start else gap)
        parts.append(after.of(text))
    return "".join(parts)


MARK = re.compile(r"[“”\"«»„‟]|\n|(?:\A|(?<=[.,!?…]))[’'](?!\w)")  # and a single one that shuts an utterance


def marks(pile: Pile, s: Statement) -> str:
    """What of the telling stands in quotation marks."""
    return " ".join(marked(pile, s))


def quoted_link(pile: Pile, document: str) -> Iterator[Finding]:
    """A page's own link quotes other words than its text.

    What: a related headline on the page quotes a speaker of the page, and the words in its marks stand nowhere in the text, which
    quotes
    the same speaker on the same matter.

    Why it matters: one of the two is not what was said, or the speaker said it twice.

    Not when: the speaker is not quoted on the page, or the two quotations share no subject.

    Example (fiction): the link says: Mayor: ‘we will rebuild'; the text: “It will be built again,” the mayor said.
    """
    text = pile.documents[document].text
    direct = [
        s
        for s in pile.by_document[document]
        if s.voice in ("direct", "mixed") and innermost(s) is not None and not pile.furniture_holds(s)
    ]
    people = frozenset(w for s in direct for k in s.chain for form in pile.forms(k) for w in stems(form))
    for f in pile.furniture(document, "related_link", "related_title"):
        line = f.span.of(text)
        for shown in linked_quotes(line):
            if len(plain(shown).split()) < 2 or plain(shown) in plain(text[: f.span.start] + text[f.span.end :]):
                continue
            about = frozenset(w for w in stems(line) if len(w) > 2) - frozenset(stems(shown)) - people
            options = [
                (len(shared) / len(subject(pile.told(s))), -abs(s.span.start - f.span.start), s)
                for s in direct
                if (k := innermost(s)) is not None
                and name_words(k.name or "") & set(stems(line))
                and (shared := subject(pile.told(s)) & about)
            ]
            if options:
                s = max(options, key=lambda o: o[:2])[2]
                yield remark(
                    "quote_altered",
                    of(pile, s, (document, f.span)),
                    f"The link on the page quotes {who(s)} with “{shown}”; the text has “{short(marks(pile, s))}”.",
                    claim=pile.claim_of.get(s.id),
                    change=(marks(pile, s), shown),
                    limits="Overturned if the speaker said both.",
                )


def linked_quotes(line: str) -> tuple[str, ...]:
    """Quoted parts of a headline; marks of different kinds may open and close it."""
    out = []
    for opening in [i for i, c in enumerate(line) if c in "‘“'\"" and (i == 0 or not line[i - 1].isalnum())]:
        closing = next(
            (
                j
                for j in range(len(line) - 1, opening + 3, -1)
                if line[j] in "’”'\"" and (j + 1 == len(line) or not line[j + 1].isalnum())
            ),
            None,
        )
        if closing is not None:
            out.append(line[opening + 1 : closing])
    return tuple(out[:2])
