import zlib

from hypothesis import given
from hypothesis import strategies as st

from sayso.text.shingles import LENGTH, WINDOW, fingerprints, ngrams, winnow


def test_every_shared_run_long_enough_keeps_a_fingerprint():
    shared = [f"w{n}" for n in range(LENGTH + WINDOW - 1)]
    a = [f"a{n}" for n in range(30)] + shared + [f"b{n}" for n in range(30)]
    b = [f"c{n}" for n in range(11)] + shared + [f"d{n}" for n in range(50)]
    assert {h for h, _ in fingerprints(a)} & {h for h, _ in fingerprints(b)}


@given(st.lists(st.integers(0, 50), max_size=60), st.integers(1, 8))
def test_each_window_keeps_its_smallest(hashes, window):
    kept = winnow(hashes, window)
    places = {i for _, i in kept}
    assert all(hashes[i] == h for h, i in kept) and len(places) == len(kept)
    for start in range(len(hashes) - window + 1):
        assert any(i in places and hashes[i] == min(hashes[start : start + window]) for i in range(start, start + window))


def test_hashes_are_the_same_in_every_process():
    assert ngrams(["the", "mill", "was", "sold", "twice"]) == [zlib.crc32(b"the mill was sold twice")]
