"""A change set side by side: marked are the words that differ, and nothing where two passages have too little in common."""

from __future__ import annotations

import pytest

from sayso.model import Document, Evidence, Finding, Span
from sayso.show.changes import Parts, forms, pair

FERRY = "The ferry took on at least 40 passengers at Orm, a deckhand said"
LATER = "The ferry took on 60 passengers at Orm, a deckhand said"
OTHER = "Nobody at the harbour office picked up the telephone all evening"
TERN = "Der Dampfer nahm in Orm 60 Leute an Bord"


def change(
    before: str, after: str, said: str | None, now: str | None, rule: str = "number_changed"
) -> tuple[Finding, dict[str, Document]]:
    documents = {
        key: Document(key, f"{key}.txt", None, "", text, language="de" if text is TERN else "en")
        for key, text in (("a", before), ("b", after))
    }
    evidence = tuple(Evidence(d.id, Span(0, len(d.text))) for d in documents.values())
    return Finding("f", rule, None, ("a", "b"), "", evidence, said, now), documents


def marked(parts: Parts) -> list[str]:
    return [text for differs, text in parts if differs]


@pytest.mark.parametrize(
    ("before", "after", "said", "now", "gone", "new"),
    [
        (FERRY, LATER, "at least 40 passengers at Orm", "60 passengers at Orm", ["at least 40"], ["60"]),
        (FERRY, LATER, "at least 40 passengers", "60 passengers", ["at least 40 passengers"], ["60 passengers"]),
        (FERRY, LATER, "40", "60", ["40"], ["60"]),
        (FERRY, LATER, None, None, ["at least 40"], ["60"]),
        (FERRY, OTHER, "a deckhand", OTHER, ["a deckhand"], []),
        (FERRY, LATER, "The ferry took on 40 passengers at Orm", "The ferry took on 60 passengers at Orm", ["at least 40"], ["60"]),
        (FERRY, OTHER, FERRY, OTHER, [], []),
        (FERRY, TERN, FERRY, TERN, [], []),
        (FERRY, TERN, "at least 40", "60", ["at least 40"], ["60"]),
        (FERRY, FERRY, None, None, [], []),
    ],
)  # fmt: skip
def test_words_that_differ_are_marked(
    before: str, after: str, said: str | None, now: str | None, gone: list[str], new: list[str]
) -> None:
    found = pair(*change(before, after, said, now))
    assert found is not None
    assert [marked(parts) for parts in found.parts] == [gone, new]
    assert ["".join(text for _, text in parts) for parts in found.parts] == [before, after], "no word is lost"


def test_what_is_no_change_or_one_passage_is_no_pair() -> None:
    finding, documents = change(FERRY, LATER, "40", "60", "denied")
    assert pair(finding, documents) is None
    alone = Finding("f", "number_changed", None, ("a",), "", finding.evidence[:1])
    assert pair(alone, documents) is None


def test_sides_have_names() -> None:
    assert [pair(*change(FERRY, OTHER, None, None, rule)).labels for rule in ("number_changed", "denial_omitted")] == [  # type: ignore[union-attr]
        ("from", "to"),
        ("with it", "without it"),
    ]


def test_forms_with_little_in_common_are_marked_whole() -> None:
    assert forms("a deckhand", "the harbour master") == (((True, "a deckhand"),), ((True, "the harbour master"),))
    assert forms("forty boats", "Forty boats.") == (((False, "forty boats"),), ((False, "Forty boats."),))
