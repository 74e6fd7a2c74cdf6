"""Answers that were paid for once: JSON Lines, one answer a line, found again by a digest of model, instructions and page.

With every answer in the file a run needs no network and gives the same bytes. The file holds words of the pages: it is made for its
owner alone, like a book.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import msgspec

from sayso.errors import StoreError


class _Kept(msgspec.Struct):
    key: str
    answer: str


class Replies:
    """Asks the file first, then ``ask``, and keeps what that answered. The first answer to a question stays the answer."""

    def __init__(self, file: Path, model: str, ask: Callable[[str, str], str]) -> None:
        """StoreError: the file cannot be read, or is something else."""
        self.file, self.model, self.ask = file, model, ask
        self.known: dict[str, str] = {}
        self.damaged = 0  # lines in the middle that cannot be read: a run that was cut off leaves one
        try:
            data = file.read_bytes() if file.exists() else b""
        except OSError as error:
            raise StoreError(f"--llm-cache {file}: cannot be read ({error.strerror}); choose another file") from None
        lines = data.split(b"\n")
        # A last line without its end was being written when the machine stopped; that question is asked again.
        self._broken = bool(lines.pop())
        for number, line in enumerate(lines, start=1):
            try:
                kept = msgspec.json.decode(line, type=_Kept)
            except (msgspec.DecodeError, RecursionError):
                if not line or (number > 1 and line[:8] == b'{"key":"'):
                    self.damaged += bool(line)
                    continue
                raise StoreError(f"--llm-cache {file}: line {number} is no answer kept by sayso; choose another file") from None
            self.known.setdefault(kept.key, kept.answer)
        if self._broken and not self.known and not data.startswith(b'{"key":"'):
            raise StoreError(f"--llm-cache {file}: is no file of answers kept by sayso; choose another file")

    def __call__(self, instructions: str, page: str) -> str:
        """The answer kept, or a new one."""
        key = digest(self.model, instructions, page)
        if key not in self.known:
            answer = self.ask(instructions, page)
            self._keep(key, answer)
            self.known[key] = answer
        return self.known[key]

    def _keep(self, key: str, answer: str) -> None:
        line = (b"\n" if self._broken else b"") + msgspec.json.encode(_Kept(key, answer)) + b"\n"
        try:
            handle = os.open(self.file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(handle, "ab", buffering=0) as file:
                file.write(line)
        except OSError as error:
            raise StoreError(f"--llm-cache {self.file}: cannot be written ({error.strerror}); choose another file") from None
        self._broken = False


def digest(model: str, instructions: str, page: str) -> str:
    """The key of a question: the same model asked the same thing, wherever it is asked."""
    return hashlib.sha256("\x1f".join((model, instructions, page)).encode()).hexdigest()
