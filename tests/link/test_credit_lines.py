"""A line, or the dateline, that says whose text a page is: the page follows that house's own. All of it is fiction."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.traced import page, traced

FIRST = "At least 12 people were killed in a blast at the port of Osk, a source in the Tarn Brigade told Tarn Post."
# A language and a page; "⏎" ends a line.
CREDITED = """
en|OSK, May 7 (Tarn Post) - At least 12 people were killed in a blast at the port of Osk. The fire was put out by noon.
en|OSK, May 7 (Tarn Post) — At least 12 people were killed in a blast at the port of Osk. The fire was put out by noon.
en|OSK (Tarn Post) — At least 12 people were killed in a blast at the port of Osk. The fire was put out by noon.
en|Tarn Post, OSK — At least 12 people were killed in a blast at the port of Osk. The fire was put out by noon.
en|At least 12 people were killed in a blast at the port of Osk. The fire was put out by noon.⏎⏎Source: Tarn Post
en|At least 12 people were killed in a blast at the port of Osk. The fire was put out by noon.⏎⏎(Tarn Post)
en|At least 12 people were killed in a blast at the port of Osk. The fire was put out by noon.⏎⏎Via Tarn Post
en|At least 12 people were killed in a blast at the port of Osk. The fire was put out by noon.⏎⏎With reporting by Tarn Post.
en|At least 12 people were killed in a blast at the port of Osk. The fire was put out by noon.⏎⏎— Tarn Post
en|At least 12 people were killed in a blast at the port of Osk. The fire was put out by noon.⏎⏎Reporting: Tarn Post
en|At least 12 people were killed in a blast at the port of Osk. The fire was put out by noon.⏎⏎Credit: Tarn Post
en|By Tarn Post⏎⏎At least 12 people were killed in a blast at the port of Osk. The fire was put out by noon.
es|Al menos 12 personas murieron en una explosión en el puerto de Osk.⏎⏎Fuente: Tarn Post
es|Al menos 12 personas murieron en una explosión en el puerto de Osk.⏎⏎(Con información de Tarn Post)
es|OSK (Tarn Post) - Al menos 12 personas murieron en una explosión en el puerto de Osk.
fr|Au moins 12 personnes ont été tuées dans une explosion au port d'Osk.⏎⏎Source : Tarn Post
fr|Au moins 12 personnes ont été tuées dans une explosion au port d'Osk.⏎⏎(avec Tarn Post)
fr|OSK (Tarn Post) – Au moins 12 personnes ont été tuées dans une explosion au port d'Osk.
fr|Au moins 12 personnes ont été tuées dans une explosion au port d'Osk.⏎⏎(Tarn Post)
de|Mindestens 12 Menschen wurden bei einer Explosion im Hafen von Osk getötet.⏎⏎Quelle: Tarn Post
de|Mindestens 12 Menschen wurden bei einer Explosion im Hafen von Osk getötet.⏎⏎(Tarn Post)
de|Osk (Tarn Post) – Mindestens 12 Menschen wurden bei einer Explosion im Hafen von Osk getötet.
de|Mindestens 12 Menschen wurden bei einer Explosion im Hafen von Osk getötet.⏎⏎Mit Material von Tarn Post
pt|Pelo menos 12 pessoas morreram numa explosão no porto de Osk.⏎⏎Fonte: Tarn Post
pt|Pelo menos 12 pessoas morreram numa explosão no porto de Osk.⏎⏎Com informações de Tarn Post
pt|Pelo menos 12 pessoas morreram numa explosão no porto de Osk.⏎⏎Com Tarn Post
it|Almeno 12 persone sono morte in un'esplosione nel porto di Osk.⏎⏎Fonte: Tarn Post
it|Almeno 12 persone sono morte in un'esplosione nel porto di Osk.⏎⏎(Tarn Post)
it|OSK (Tarn Post) - Almeno 12 persone sono morte in un'esplosione nel porto di Osk.
nl|Zeker 12 mensen zijn gedood bij een explosie in de haven van Osk.⏎⏎Bron: Tarn Post
ru|Не менее 12 человек погибли при взрыве в порту Оска.⏎⏎Источник: Tarn Post
ru|Не менее 12 человек погибли при взрыве в порту Оска.⏎⏎По материалам Tarn Post
uk|Щонайменше 12 людей загинули внаслідок вибуху в порту Оска.⏎⏎Джерело: Tarn Post
uk|Щонайменше 12 людей загинули внаслідок вибуху в порту Оска.⏎⏎За матеріалами Tarn Post
pl|Co najmniej 12 osób zginęło w wybuchu w porcie w Osku.⏎⏎Źródło: Tarn Post
pl|Co najmniej 12 osób zginęło w wybuchu w porcie w Osku.⏎⏎(Tarn Post)
tr|Osk limanındaki patlamada en az 12 kişi öldü.⏎⏎Kaynak: Tarn Post
id|Sedikitnya 12 orang tewas dalam ledakan di pelabuhan Osk.⏎⏎Sumber: Tarn Post
id|OSK (Tarn Post) - Sedikitnya 12 orang tewas dalam ledakan di pelabuhan Osk.
ar|قتل ما لا يقل عن 12 شخصا في انفجار في ميناء أوسك. وأخمد الحريق عند الظهر.⏎⏎المصدر: تارن بوست
"""


def follows(folder: Path, language: str, text: str) -> bool:
    """Whether a page of Osk Bote follows that of Tarn Post."""
    report = traced(folder, page("tarnpost", FIRST, 6), page("oskbote", text, 7, language))
    one, two = (next(r.document.id for r in report.readings if host in (r.document.url or "")) for host in ("tarnpost", "oskbote"))
    return any(e.document == two and e.from_ == one for e in report.derivations)


@pytest.mark.parametrize("row", CREDITED.strip().split("\n"))
def test_a_credited_page_follows(tmp_path: Path, row: str) -> None:
    language, text = row.split("|")
    assert follows(tmp_path, language, text.replace("⏎", "\n"))


@pytest.mark.parametrize(
    "text",
    [
        "A mill burned in Harvik. Nobody was hurt.⏎⏎More from Tarn Post: ten ways to bake bread",
        "A mill burned in Harvik. Nobody was hurt.⏎⏎Follow Tarn Post on Telegram",
        "HARVIK (Osk Bote) - A mill burned in Harvik. Nobody was hurt. Tarn Post will publish its prices in May.",
    ],
)
def test_a_house_that_is_only_named_is_not_followed(tmp_path: Path, text: str) -> None:
    assert not follows(tmp_path, "en", text.replace("⏎", "\n"))
