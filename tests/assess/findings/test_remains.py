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
def test_is_silent(a, b):
    """The same in another order, or of another thing."""
    assert likeliest(a, b, (a, b)) is None
