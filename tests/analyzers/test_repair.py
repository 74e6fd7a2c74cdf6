"""Source phrases that stop a word short are made whole, and nothing else is touched."""

import pytest

from sayso.analyzers.repair import repaired, whole
from sayso.contracts import Attributed
from sayso.model import Span


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "marked", "cue", "want"),
    [
        ("Harbour Master Ida Volk said no.", "Ida Volk", "said", "Harbour Master Ida Volk"),
        ("The World Desk said no.", "World", "said", "The World Desk"),
        (
            "Patient Mulo, a digger with a bandaged hand, said no.",
            "Patient Mulo, a digger with a",
            "said",
            "Patient Mulo, a digger",
        ),
        ("He answers governor Jon Lid’s claim.", "Jon Lid’s", "claim", "Jon Lid"),
        ("An Orvik channel said no.", "Orvik", "said", "An Orvik channel"),
        ("They say no.", "They", "say", "They"),
        ("On Monday Ida Volk said no.", "Ida Volk", "said", "Ida Volk"),
    ],
)
def test_whole(text: str, marked: str, cue: str, want: str) -> None:
    found = whole(text, Span(0, len(text)), span(text, marked), span(text, cue))
    assert found is not None and found.of(text) == want


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "want"),
    [
        ("The singer posed with Ada Grell, writing that it rained.", "Ada Grell", "writing", "it rained", "The singer"),
        (
            "The singer posed with Ada Grell on the quay, on Monday, saying it rained.",
            "Ada Grell",
            "saying",
            "it rained",
            "The singer",
        ),
        ("In the rain, singing with Ada Grell, writing that it rained.", "Ada Grell", "writing", "it rained", None),
        ("Ada Grell posed on the quay, writing that it rained.", "Ada Grell", "writing", "it rained", "Ada Grell"),
        ("He was met by Ada Grell, saying that it rained.", "Ada Grell", "saying", "it rained", "Ada Grell"),
    ],
)
def test_a_participle_goes_with_the_subject(text: str, source: str, cue: str, content: str, want: str | None) -> None:
    found = repaired(text, Span(0, len(text)), Attributed((span(text, content),), span(text, cue), span(text, source)))
    assert found is not None and (found.source.of(text) if found.source else None) == want


@pytest.mark.parametrize(
    ("text", "content", "want"),
    [
        ("Boats have moved oil at sea on several occasions, it is said.", "Boats have moved oil at sea on", "several occasions"),
        ("Boats have moved oil at sea on several occasions, it is said.", "Boats have moved oil at sea", "at sea"),
        ("That is what the boats wait for, it is said.", "That is what the boats wait for", "wait for"),
        (
            "Boats moved the oil of the town that nobody saw by the northern lock at night, it is said.",
            "Boats moved the",
            "moved the",
        ),
    ],
)
def test_told_words_that_stop_in_a_phrase_go_on(text: str, content: str, want: str) -> None:
    found = repaired(text, Span(0, len(text)), Attributed((span(text, content),), span(text, "it is said")))
    assert found is not None and found.content[0].of(text).endswith(want)


@pytest.mark.parametrize(("tail", "kept"), [("of the guild of the lake", 1), ("the gate was open", 2)])
def test_who_the_source_is_is_not_told(tail: str, kept: int) -> None:
    text = f"The quay was shut, said Ida Volk, the spokeswoman {tail}."
    a = Attributed((span(text, "The quay was shut"), span(text, tail)), span(text, "said"), span(text, "Ida Volk, the spokeswoman"))
    found = repaired(text, Span(0, len(text)), a)
    assert found is not None and len(found.content) == kept


def test_what_the_told_words_begin_with_is_not_who_tells_them() -> None:
    text = "The firm sent a statement: “The handbook says that nobody may row.”"
    a = Attributed((span(text, "The handbook says that nobody may row"),), span(text, "statement"), span(text, "The handbook"))
    assert repaired(text, Span(0, len(text)), a) is None
    a = Attributed((span(text, "The handbook says that nobody may row"),), span(text, "statement"), span(text, "The firm"))
    assert repaired(text, Span(0, len(text)), a) is not None


@pytest.mark.parametrize("marked", ["the", "of the", "with"])
def test_function_words_are_nobody(marked: str) -> None:
    text = f"{marked} said no."
    assert whole(text, Span(0, len(text)), span(text, marked), span(text, "said")) is None


def test_a_formula_is_no_further_source() -> None:
    text = "A clerk said on condition of anonymity that the vault was open."
    a = Attributed((span(text, "the vault was open"),), span(text, "said"), span(text, "A clerk"), (span(text, "anonymity"),))
    found = repaired(text, Span(0, len(text)), a)
    assert found is not None and found.via == ()


def test_what_led_over_to_a_cut_goes() -> None:
    text = "The posts stood only in the valley, in answer, he said."
    a = Attributed((span(text, "The posts stood only in the valley, in"),), span(text, "said"), span(text, "he"))
    found = repaired(text, Span(0, len(text)), a)
    assert found is not None and found.content[0].of(text) == "The posts stood only in the valley"


@pytest.mark.parametrize(
    ("text", "source", "cue", "want"),
    [
        ("He doubts Mayor Tom Roe's claim that it held.", "Mayor Tom", "Roe's claim", ("Mayor Tom Roe", "claim")),
        ("He doubts Roe’s claim that it held.", None, "Roe’s claim", ("Roe", "claim")),
        ("He doubts Sunday's report that it held.", None, "Sunday's report", (None, "Sunday's report")),
        ("The mayor that day, in Roe's words, hoped it held.", "The mayor", "Roe's words", ("The mayor", "Roe's words")),
    ],
)
def test_a_name_in_the_cue_is_the_tellers(text: str, source: str | None, cue: str, want: tuple[str | None, str]) -> None:
    given = Attributed((span(text, "it held"),), span(text, cue), source=span(text, source) if source else None)
    found = repaired(text, Span(0, len(text)), given)
    assert found
    assert (found.source and found.source.of(text), found.cue and found.cue.of(text)) == want


@pytest.mark.parametrize(
    ("text", "source", "cue", "want"),
    [
        ("“They slept,” stormed the 51-year-old after the match.", None, "stormed", "the 51-year-old"),
        ("My notes have Ola Rask saying: “It held.”", "My notes have Ola Rask", "saying", "Ola Rask"),
        ("According to preliminary information, it held.", "preliminary information", "According to", None),
    ],
)
def test_placed(text: str, source: str | None, cue: str, want: str | None) -> None:
    a = Attributed(
        (span(text, "held" if "held" in text else "They slept"),), span(text, cue), span(text, source) if source else None
    )
    found = repaired(text, Span(0, len(text)), a)
    assert found is not None and (found.source.of(text) if found.source else None) == want


def test_the_house_that_a_sentence_begins_with_was_told() -> None:
    text = "Speaking on Radio Ness, Ola Rask said it held."
    a = Attributed((span(text, "it held"),), span(text, "said"), span(text, "Ola Rask"))
    found = repaired(text, Span(0, len(text)), a)
    assert found is not None and found.addressee is not None and found.addressee.of(text) == "Radio Ness"


def test_a_reason_is_no_source() -> None:
    text = "The figure was wrong, the board said, citing a typing error."
    a = Attributed(
        (span(text, "The figure was wrong"),), span(text, "said"), span(text, "the board"), (span(text, "a typing error"),)
    )
    found = repaired(text, Span(0, len(text)), a)
    assert found is not None and found.via == ()


@pytest.mark.parametrize(
    ("text", "source", "cue", "want"),
    [
        (
            "It burned, two experts who saw the pictures for the Lake Post said.",
            "pictures for the Lake Post",
            "said",
            "two experts",
        ),
        ("It burned, papers seen by the Lake Post show.", "the Lake Post", "show", "papers"),
        ("It burned, receipts obtained by our reporter have shown.", "our reporter", "shown", "receipts"),
        ("It burned, two men told by the Lake Post said.", "the Lake Post", "said", "the Lake Post"),
        ("Who saw it burn, the Lake Post said.", "the Lake Post", "said", "the Lake Post"),
        ("The house seen by the lake burned, Ida Volk said.", "Ida Volk", "said", "Ida Volk"),
        ("A note left there and signed by Ola reads: it burned", "signed by Ola", "reads", "A note left there and signed by Ola"),
        ("An email dated 3 May says it burned.", "dated 3 May", "says", "An email dated 3 May"),
        ("“What I told her is this: it burned.”", "What I", "told", "I"),
    ],
)
def test_a_subject_with_a_clause_of_its_own(text: str, source: str, cue: str, want: str) -> None:
    content = span(text, "it burned" if "it burned" in text else text.split(",")[0].strip("“"))
    made = repaired(text, Span(0, len(text)), Attributed((content,), span(text, cue), span(text, source)))
    assert made is not None and made.source is not None and made.source.of(text) == want


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "told"),
    [
        ("The guild added a third pier to its plan.", "The guild", "added", "a third pier to its plan", False),
        ("Ola Rask scored twice, Ida Volk adding two and winning it.", "Ida Volk", "adding", "two and winning it", False),
        ("The mayor added her voice to the chorus.", "The mayor", "added", "her voice to the chorus", False),
        ("The mayor added that the pier was shut.", "The mayor", "added", "the pier was shut", True),
        ("He spoke at noon, adding the pier will be shut.", "He", "adding", "the pier will be shut", True),
        ("The mayor added “a third pier” with a laugh.", "The mayor", "added", "a third pier", True),
        ("A third pier, the mayor added, and a crane.", "the mayor", "added", "A third pier", True),
    ],
)
def test_a_thing_that_is_added_is_not_told(text: str, source: str, cue: str, content: str, told: bool) -> None:
    a = Attributed((span(text, content),), span(text, cue), span(text, source))
    assert (repaired(text, Span(0, len(text)), a) is not None) is told


@pytest.mark.parametrize(
    ("text", "cue", "content", "want"),
    [
        ("The pump ran dry twice, said a worker who would not be named.", "said", "The pump ran dry twice", "a worker"),
        ("“It is cold,” said a porter.", "said", "It is cold,", "a porter"),
        ("The gate was open, said two residents of Ness.", "said", "The gate was open", "two residents of Ness"),
        ("The gate was open, said to be rusty.", "said", "The gate was open", None),
        ("The gate was open, said a voice in the dark.", "said", "The gate was open", None),
        ("He said a porter had left the gate open.", "said", "a porter had left the gate open", None),
    ],
)
def test_who_stands_behind_his_verb(text: str, cue: str, content: str, want: str | None) -> None:
    found = repaired(text, Span(0, len(text)), Attributed((span(text, content),), span(text, cue)))
    assert found is not None and (found.source.of(text) if found.source else None) == want


@pytest.mark.parametrize(
    ("text", "heard", "want"),
    [
        ("Ida Volk told a fair in Orle that it rained.", "Orle", None),
        ("Ida Volk told the spring meeting of millers at Ness that it rained.", "Ness", None),
        ("Ida Volk told a hearing near Lund that it rained.", "Lund", None),
        ("Ida Volk told Radio Orle that it rained.", "Radio Orle", "Radio Orle"),
        ("Ida Volk told the paper Orle that it rained.", "Orle", "Orle"),
        ("Ida Volk told the Lund Post that it rained.", "the Lund Post", "the Lund Post"),
    ],
)
def test_a_place_is_not_told(text: str, heard: str, want: str | None) -> None:
    a = Attributed((span(text, "it rained"),), span(text, "told"), span(text, "Ida Volk"), addressee=span(text, heard))
    found = repaired(text, Span(0, len(text)), a)
    assert found is not None and (found.addressee.of(text) if found.addressee else None) == want


@pytest.mark.parametrize(
    ("text", "cue", "stays"),
    [
        ("The ship left Port Said for Orle.", "Said", False),
        ("Near Mount Said the road ends.", "Said", False),
        ("A ship bound for Port Said sank.", "Said", False),
        ("Said Ida Volk: it rained.", "Said", True),
        ("Ida Volk said it rained.", "said", True),
        ("“No.” Said the warden: it rained.", "Said", True),
    ],
)
def test_a_place_called_said_tells_nothing(text: str, cue: str, stays: bool) -> None:
    content = Span(text.index(cue) + len(cue) + 1, len(text) - 1)
    assert (repaired(text, Span(0, len(text)), Attributed((content,), span(text, cue))) is not None) == stays


@pytest.mark.parametrize(
    ("text", "source", "content", "want"),
    [
        ("Nine hurt, says the clinic.", "Nine hurt", "the clinic", ("the clinic", "Nine hurt")),
        ("Nine hurt, says the clinic; no more.", "Nine hurt", "the clinic", ("the clinic", "Nine hurt")),
        (
            "The miller, Ida Volk, said the weir was open.",
            "The miller, Ida Volk",
            "the weir was open",
            ("The miller, Ida Volk", "the weir was open"),
        ),
        ("The miller, Ida Volk, said the worst.", "The miller, Ida Volk", "the worst", ("The miller, Ida Volk", "the worst")),
    ],
)
def test_what_has_no_verb_is_told_and_tells_nothing(text: str, source: str, content: str, want: tuple[str, str]) -> None:
    cue = span(text, "says" if "says" in text else "said")
    made = repaired(text, Span(0, len(text)), Attributed((span(text, content),), cue, span(text, source)))
    assert made is not None and made.source is not None
    assert (made.source.of(text), made.content[0].of(text)) == want


def test_a_name_before_its_apposition_is_the_source() -> None:
    text = "It was mended by Ida Volk, head of the guild, who said it was late."
    made = repaired(
        text, Span(0, len(text)), Attributed((span(text, "it was late"),), span(text, "said"), span(text, "head of the guild"))
    )
    assert made is not None and made.source is not None and made.source.of(text) == "Ida Volk, head of the guild"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Tarn Mills stands by its list.", ("Tarn Mills", "stands by")),
        ("The guild told us it stands by its report.", ("it", "stands by")),
        ("A letter by its clerk was read.", (None, "by")),
    ],
)
def test_who_stands_by_what_is_told(text: str, want: tuple[str | None, str]) -> None:
    cue = span(text, "by")
    made = repaired(text, Span(0, len(text)), Attributed((Span(cue.end + 1, len(text) - 1),), cue))
    assert made is not None and made.cue is not None
    assert (made.source.of(text) if made.source else None, made.cue.of(text)) == want


def test_what_is_as_follows_is_the_pages_own() -> None:
    text = "The loss is as follows: nine boats."
    assert repaired(text, Span(0, len(text)), Attributed((span(text, "nine boats"),), span(text, "is as follows"))) is None
