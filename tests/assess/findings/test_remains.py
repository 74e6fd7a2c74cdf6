"""What two sentences leave over: where a remark is made, and where none is."""

import pytest

from sayso.assess.findings.remains import likeliest


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The keeper fed the two otters at the lake.", "At the lake the keeper fed the 2 otters."),
        ("The choir sang in the old barn on Sunday.", "On Sunday the choir sang in the old barn."),
        ("The miller sold a mule to the abbey.", "Bells rang over the harbour at dusk."),
    ],
)
def test_is_silent(a: str, b: str) -> None:
    """The same in another order, or of another thing."""
    assert likeliest(a, b, (a, b)) is None


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        (
            "The council approved the plan for a new bridge at Tarn.",
            "The council rejected the plan for a new bridge at Tarn.",
            "category_changed",
        ),
        (
            "The keeper found the otter alive in the reeds on Sunday.",
            "The keeper found the otter dead in the reeds on Sunday.",
            "category_changed",
        ),
        ("The diver said the hull was torn by a rock.", "The diver said the hull was torn by an anchor.", "category_changed"),
    ],
)
def test_speaks(a: str, b: str, rule: str) -> None:
    """A word in the place of another that says something else."""
    change = likeliest(a, b, (a, b))
    assert change is not None and change[0] == rule and change[1] in a and change[2] in b


def test_is_silent_where_the_other_page_has_the_word() -> None:
    a, b = "The diver said the hull was torn by a rock.", "The diver said the hull was torn by an anchor."
    assert likeliest(a, b, (a, f"{b} The guild speaks of a rock.")) is None
