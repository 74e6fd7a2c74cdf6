"""What can go wrong, and whose turn it is.

SaysoError
├── UsageError     the user's turn: a wrong option or an impossible combination (exit 2)
├── StoreError     the user's turn: a book that cannot be opened or written (exit 3)
│   └── StaleError the user's turn: the book was changed while he looked at it; nothing was written (exit 3)
└── GuestError     a guest (analyzer, engine) broke its contract; the message names it (exit 3)

An input that cannot be read is no exception but a value, ``model.Rejected``: the rest goes on (exit 1).
A defect of ours is a traceback.
"""

from __future__ import annotations


class SaysoError(Exception):
    """Base of all errors that are shown as one line: what, where, why, what next."""

    exit_code = 3


class UsageError(SaysoError):
    """The command cannot be carried out as typed."""

    exit_code = 2


class StoreError(SaysoError):
    """A book cannot be opened, read or written."""


class StaleError(StoreError):
    """The book is no longer what somebody looked at when he decided; ``version`` is what it is now."""

    def __init__(self, message: str, version: str) -> None:
        super().__init__(message)
        self.version = version


class GuestError(SaysoError):
    """An analyzer or engine did not keep its contract."""
