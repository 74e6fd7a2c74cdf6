from __future__ import annotations

from sayso.text.series import series


def test_parts_are_listed_as_a_reader_lists_them() -> None:
    assert [series(["a", "b", "c"][:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert series(["a", "b"], "or") == "a or b"
