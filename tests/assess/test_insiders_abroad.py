"""One inside a body told on as the body, or as several of his kind, in each language. All of it is fiction."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.traced import page, traced

# A language, a telling, and how a page that follows it tells it on.
ROWS = """
en
At least 12 people were killed in a blast at the port of Osk, a source in the Tarn Brigade said.
At least 12 people were killed in a blast at the port of Osk, the Tarn Brigade said.

es
Al menos 12 personas murieron en una explosión en el puerto de Osk, dijo una fuente de la Brigada Tarn.
Al menos 12 personas murieron en una explosión en el puerto de Osk, dijo la Brigada Tarn.

es
Al menos 12 personas murieron en una explosión en el puerto de Osk, dijo un funcionario del puerto.
Al menos 12 personas murieron en una explosión en el puerto de Osk, dijeron funcionarios del puerto.

pt
Pelo menos 12 pessoas morreram numa explosão no porto de Osk, disse uma fonte da Brigada Tarn.
Pelo menos 12 pessoas morreram numa explosão no porto de Osk, disse a Brigada Tarn.

fr
Au moins 12 personnes ont été tuées dans une explosion au port d'Osk, a déclaré une source de la Brigade Tarn.
Au moins 12 personnes ont été tuées dans une explosion au port d'Osk, a déclaré la Brigade Tarn.

fr
Au moins 12 personnes ont été tuées dans une explosion au port d'Osk, a déclaré un responsable du port.
Au moins 12 personnes ont été tuées dans une explosion au port d'Osk, ont déclaré des responsables du port.

de
Mindestens 12 Menschen starben bei einer Explosion im Hafen von Osk, sagte eine Quelle in der Tarn-Brigade.
Mindestens 12 Menschen starben bei einer Explosion im Hafen von Osk, sagte die Tarn-Brigade.

de
Mindestens 12 Menschen starben bei einer Explosion im Hafen von Osk, sagte ein Mitarbeiter der Hafenbehörde.
Mindestens 12 Menschen starben bei einer Explosion im Hafen von Osk, sagte die Hafenbehörde.

it
Almeno 12 persone sono morte in un'esplosione nel porto di Osk, ha detto una fonte della Brigata Tarn.
Almeno 12 persone sono morte in un'esplosione nel porto di Osk, ha detto la Brigata Tarn.

nl
Zeker 12 mensen kwamen om bij een explosie in de haven van Osk, zei een bron in de Tarn-brigade.
Zeker 12 mensen kwamen om bij een explosie in de haven van Osk, zei de Tarn-brigade.

ru
Не менее 12 человек погибли при взрыве в порту Оска, сообщил источник в министерстве обороны.
Не менее 12 человек погибли при взрыве в порту Оска, сообщило министерство обороны.

uk
Щонайменше 12 людей загинули внаслідок вибуху в порту Оска, повідомило джерело в міністерстві оборони.
Щонайменше 12 людей загинули внаслідок вибуху в порту Оска, повідомило міністерство оборони.

pl
Co najmniej 12 osób zginęło w wybuchu w porcie w Osku, powiedziało źródło w ministerstwie obrony.
Co najmniej 12 osób zginęło w wybuchu w porcie w Osku, podało ministerstwo obrony.

id
Sedikitnya 12 orang tewas dalam ledakan di pelabuhan Osk, kata seorang sumber di Kementerian Pertahanan.
Sedikitnya 12 orang tewas dalam ledakan di pelabuhan Osk, kata Kementerian Pertahanan.

ar
وقال مصدر في وزارة الدفاع إن 12 شخصا قتلوا في انفجار في ميناء أوسك.
وقالت وزارة الدفاع إن 12 شخصا قتلوا في انفجار في ميناء أوسك.
"""


@pytest.mark.parametrize("row", ROWS.strip().split("\n\n"))
def test_one_inside_a_body_is_not_the_body(row: str, tmp_path: Path) -> None:
    language, first, later = row.split("\n")
    one = page("gazette", first, 5, language) | {"outlet": "Tarn Gazette"}
    two = page("courier", f"{later}\n\nSource: Tarn Gazette", 6, language) | {"outlet": "Ostmar Courier"}
    assert {f.rule for f in traced(tmp_path, one, two).findings} & {"source_promoted", "source_invented"}


@pytest.mark.parametrize("row", ROWS.strip().split("\n\n"))
def test_a_body_told_on_as_one_inside_it_gains_nothing(row: str, tmp_path: Path) -> None:
    language, later, first = row.split("\n")
    one = page("gazette", first, 5, language) | {"outlet": "Tarn Gazette"}
    two = page("courier", f"{later}\n\nSource: Tarn Gazette", 6, language) | {"outlet": "Ostmar Courier"}
    assert "source_promoted" not in {f.rule for f in traced(tmp_path, one, two).findings}
