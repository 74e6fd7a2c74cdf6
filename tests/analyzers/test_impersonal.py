"""What only seems to be told by its subject; all sentences are invented."""

import pytest

from sayso.analyzers.impersonal import governed
from sayso.contracts import Attributed
from sayso.model import Span


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def read(text: str, source: str | None, cue: str, content: str) -> tuple[str | None, str] | None:
    a = Attributed((span(text, content),), span(text, cue), span(text, source) if source else None)
    made = governed(text, Span(0, len(text)), a)
    return None if made is None else (made.source and made.source.of(text), " … ".join(c.of(text) for c in made.content))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "want"),
    [
        ("The clerk is said to have sold it.", "The clerk", "is said", "to have sold it", (None, "The clerk … to have sold it")),
        ("Two men are believed to be at sea.", "Two men", "are believed", "to be at sea", (None, "Two men … to be at sea")),
        (
            "Ida Volk is understood to have asked for talks.",
            "Ida Volk",
            "is understood to have asked",
            "for talks",
            (None, "Ida Volk … to have asked for talks"),
        ),
        ("The clerk said it was sold.", "The clerk", "said", "it was sold", ("The clerk", "it was sold")),
        ("The clerk had been led to believe it.", "The clerk", "led", "believe it", ("The clerk", "believe it")),
        ("Buyers were quick to point out a hole.", "Buyers", "point out", "a hole", ("Buyers", "a hole")),
        ("The clerk promised to have it sold.", "The clerk", "promised", "to have it sold", ("The clerk", "to have it sold")),
        ("What is said, he said, is false.", "he", "said", "What is said", ("he", "What is said")),
        (
            "The weir had been sold, it has emerged.",
            "it",
            "has emerged",
            "The weir had been sold",
            (None, "The weir had been sold"),
        ),
        ("The weir was sold, it is understood.", "it", "is understood", "The weir was sold", (None, "The weir was sold")),
        ("The weir was sold, it has said.", "it", "has said", "The weir was sold", ("it", "The weir was sold")),
        ("The weir was sold, it was told.", "it", "was told", "The weir was sold", ("it", "The weir was sold")),
        ("Nine weirs were sold, it can be revealed.", "it", "can be revealed", "Nine weirs were sold", None),
        ("If one assumes a depth of two feet, it holds.", "one", "assumes", "a depth of two feet", None),
        ("One assumes a depth of two feet.", "One", "assumes", "a depth of two feet", ("One", "a depth of two feet")),
        ("Grain estimated at 40 tonnes was lost.", "Grain", "estimated", "at 40 tonnes was lost", None),
        ("A boy said on the radio to have drowned is alive.", "A boy", "said", "to have drowned", None),
        ("A boy falsely reported to have drowned was seen.", "A boy", "falsely", "to have drowned", None),
        ("A miller rumoured to own the weir has sold it.", "A miller", "rumoured", "to own the weir", None),
        ("Girl rumoured dead is seen in Tarn.", "Girl", "rumoured", "dead is seen in Tarn", None),
        (
            "The weir holds, the mill said in a note to bakers.",
            "the mill",
            "said",
            "The weir holds",
            ("the mill", "The weir holds"),
        ),
        ("The mill said to bakers that it holds.", "The mill", "said", "it holds", ("The mill", "it holds")),
        ("Boy said to have drowned", "Boy", "said", "to have drowned", (None, "Boy … to have drowned")),
        ("A boy reported by noon that he was alive.", "A boy", "reported", "he was alive", ("A boy", "he was alive")),
        ("A boy reported two men missing.", "A boy", "reported", "two men missing", ("A boy", "two men missing")),
        ("The mill estimated at noon that it was lost.", "The mill", "estimated", "it was lost", ("The mill", "it was lost")),
        ("The miller, asked about the lamps, left.", "The miller", "asked", "the lamps", ("The miller", "the lamps")),
        ("The weir leaks, as the mill does.", "the mill", "does", "The weir leaks", None),
        ("As set out in the letter, the weir leaks.", None, "As set", "the weir leaks", (None, "the weir leaks")),
        ("As stated in the letter, the weir leaks.", None, "As stated", "the weir leaks", ("the letter", "the weir leaks")),
        ("Checks showed that the weir leaked.", "Checks", "showed", "the weir leaked", None),
        ("Monday's claim that the weir leaked is new.", "Monday", "claim", "the weir leaked", (None, "the weir leaked")),
        ("The weir leaked, our reporter learned.", "our reporter", "learned", "The weir leaked", (None, "The weir leaked")),
        ("The weir leaked, our reporter wrote.", "our reporter", "wrote", "The weir leaked", ("our reporter", "The weir leaked")),
        (
            "The plan was dismissed as a joke by the Orvik Guild.",
            None,
            "was dismissed",
            "The plan was dismissed as a joke by the Orvik Guild",
            ("the Orvik Guild", "The plan was dismissed as a joke"),
        ),
        ("The plan was dismissed as a joke by noon.", None, "was dismissed", "as a joke by noon", (None, "as a joke by noon")),
        (
            "The miller, Ola Rask, boasted in a letter of it.",
            "The miller, Ola Rask",
            "boasted",
            "it",
            ("The miller, Ola Rask", "it"),
        ),
        ("Ola Rask, quoted by the Post, said so.", "Ola Rask", "quoted", "so", ("Ola Rask", "so")),
        (
            "The committee heard its first witness.",
            "The committee",
            "heard",
            "its first witness",
            ("The committee", "its first witness"),
        ),
        ("The jury heard that the weir leaked.", "The jury", "heard", "the weir leaked", (None, "the weir leaked")),
        ("The miller heard that the weir leaked.", "The miller", "heard", "the weir leaked", ("The miller", "the weir leaked")),
    ],
)
def test_governed(text: str, source: str | None, cue: str, content: str, want: tuple[str | None, str] | None) -> None:
    assert read(text, source, cue, content) == want
