"""Captions: lines under pictures are furniture, sentences of the article that look like them are not."""

import pytest

from sayso.read.captions import captions
from sayso.read.lines import lines


@pytest.mark.parametrize(
    "line",
    [
        "A ferry lies on the market of Orle after the flood. (Ida Volk/Reuters)",
        "Boats drift below the bridge of Velm (Jon Tarn/Pool via AP)",
        "GETTY The ferry of Orle was built in 2031",
        "In this May 3, 2036, file photo, the mayor of Orle opens the new pier.",
        "FILE - In this Tuesday, May 3, 2036 file photo, the mayor of Orle opens the pier.",
        "This May 3, 2036 photo made available by the port shows the pier of Orle.",
        "The mayor (C-R) talks to his driver on the pier of Orle, January 3, 2036. REUTERS/Ida Volk",
        "Ida Volk/Reuters",
        "REUTERS/Ida Volk",
        "The mayor opens the pier. Photograph: Ida Volk/AP",
    ],
)
def test_a_caption(line: str):
    assert captions(lines(line)) == {0}


@pytest.mark.parametrize(
    "line",
    [
        "The ferry of Orle has sunk, the port said on Monday. (Reuters)",
        "Getty Images said on Monday that it sells no pictures of the pier.",
        "Rex Odra leaves the town hall of Orle",
        "The mayor posted a photo on Monday, and this picture shows the pier (see map).",
        "The image, taken at noon, shows the pier of Orle under water.",
        "This picture of the town is wrong, the mayor said (and nobody answered).",
        "The ferry of Orle has sunk. NORTH/South line trains go on.",
        "He told the Courier/Lantern desk that the pier was safe.",
    ],
)
def test_no_caption(line: str):
    assert not captions(lines(line))


def test_galleries_count_or_repeat_their_name():
    counted = "\n".join(f"{n}/3 Pier of Orle The pier lies under water" for n in (1, 2, 3))
    assert captions(lines(counted)) == {0, 1, 2}
    named = "\n".join(f"Photos: Orle after the flood Boats lie on the market, number {n}." for n in (1, 2, 3))
    assert captions(lines(named)) == {0, 1, 2}
    assert not captions(lines("3/4 The pier was shut.\nPhotos: Orle after the flood"))


@pytest.mark.parametrize(
    "between",
    [
        " Hide caption {n} of 9 ",
        " Hide Caption {n} of 12 ",
        " Photos: Orle after the flood ",
    ],
)
def test_a_gallery_run_together_on_one_line(between: str):
    shown = "".join(f"A boat lies on the market.{between.format(n=n)}" for n in (1, 2, 3))
    assert captions(lines(f"Photos: Orle after the flood {shown}The pier lies under water.")) == {0}


@pytest.mark.parametrize(
    "line",
    [
        "Photos: Orle after the flood Boats lie on the market. Photos: Orle after the flood The pier lies under water.",
        "She took photos. He took photos. Nobody sold photos.",
        "They hide caption and credit of 3 of 9 pictures, of 4 of 9 and of 5 of 9.",
    ],
)
def test_no_gallery_on_one_line(line: str):
    assert not captions(lines(line))
