"""Looks up phrases of one or more words in a row of tokens, by their longest word, which is the rarest as a rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from sayso.text.numerals import Token, tokens

T = TypeVar("T")


class Entry(NamedTuple, Generic[T]):
    """A phrase, where its longest word stands in it, and what is known of it."""

    parts: tuple[str, ...]
    key: int
    value: T


class Phrasebook(Generic[T]):
    """Phrases with a value each."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        found: dict[str, list[Entry[T]]] = {}
        for phrase, value in phrases:
            parts = tuple(token.word for token in tokens(phrase, 0, len(phrase)))
            key = max(range(len(parts)), key=lambda n: (len(parts[n]), -n))
            found.setdefault(parts[key], []).append(Entry(parts, key, value))
        self._entries = {word: sorted(of, key=lambda e: -len(e.parts)) for word, of in found.items()}
        self.words = frozenset(word.split("'")[0].split("’")[0] for word in self._entries)

    def matches(self, row: Sequence[Token]) -> Iterator[tuple[int, int, T]]:
        """Each phrase that stands in ``row``: its first token, the token after its last, its value."""
        for i, token in enumerate(row):
            for parts, key, value in self._entries.get(token.word, ()):
                start, end = i - key, i - key + len(parts)
                if start >= 0 and end <= len(row) and all(row[start + n].word == part for n, part in enumerate(parts)):
                    yield start, end, value
