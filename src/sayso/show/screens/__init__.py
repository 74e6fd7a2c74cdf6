"""The screens: what a report looks like, one module each, for the one-file report (read-only) and for the app alike.

Each module has a frozen context, a function named as the screen that makes it from a ``Ledger`` (``ledger(report)``, made once),
and ``render(context, frame)``, which returns the screen as HTML without head and body; ``press.sheet`` makes a whole page of it.
A ``Frame`` says where it is shown. No store, no network, no clock here: what the log of judgements holds is handed in as values.
"""
