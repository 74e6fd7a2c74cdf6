"""The body that speaks for itself on a page, and houses that a page names in marks, in another script or in its dateline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.read import named

from .pages import MORE, PROSE, written


def record(tmp_path: Path, host: str, text: str):
    return written(tmp_path, json.dumps({"url": f"https://{host}/1", "text": text}), f"{host}.jsonl")


@pytest.mark.parametrize(
    ("host", "head", "outlet", "title"),
    [
        ("orle-lake.example", "Republic of Velm - Ministry of Wells\nPress release, Orle, 3 May 2031", "Ministry of Wells", None),
        (
            "mills.example",
            "Norrin Vitrex S.A. - Nota à imprensa\nNovo cais abre em Orle\nOrle, 3 de maio de 2031",
            "Norrin Vitrex S.A.",
            "Novo cais abre em Orle",
        ),
        ("lantern.example", "Lamps Out In Orle - Analysis\n3 May 2031", "lantern.example", None),
        (
            "press.hcg-orle.example",
            "HARBOUR COMMAND\nPress release No. 17/2031\nRaid on the Orle pier\n15 May 2031",
            "Harbour Command",
            "Raid on the Orle pier",
        ),
        (
            "prensa.defensa-or.example",
            "MINISTERIO DE DEFENSA NACIONAL\nOficina de Prensa\n\nCOMUNICADO 41/2031\nOrle, 4 de mayo de 2031",
            "Ministerio de Defensa Nacional",
            None,
        ),
        (
            "oblzdrav-orle.example",
            "Орлейское областное управление здравоохранения\nОфициальное сообщение\n11 мая 2031 года\n\nО причале в городе Орле",
            "Орлейское областное управление здравоохранения",
            "О причале в городе Орле",
        ),
        ("hoc.example", "بيان صادر عن قيادة عمليات الميناء\n6 أيار 2031", "قيادة عمليات الميناء", None),
        ("hco.example", "HARBOUR COMMISSION OF ORLE\nPress notice No. 9 – 15 May 2031\n\nPier", "Harbour Commission of Orle", None),
        (
            "hco.example",
            "MEDIA RELEASE\n15 May 2031\n\nThe Harbour Office of Orle has shut the pier.",
            "Harbour Office of Orle",
            None,
        ),
        (
            "comunicados.example",
            "Comunicado a la opinión pública\nMinisterio de Aguas de Orle\nOrle, 4 de mayo de 2031",
            "Ministerio de Aguas de Orle",
            None,
        ),
        ("presa.example", "Ministerul Apelor – Direcția de presă\n\nCOMUNICAT DE PRESĂ\n4 mai 2031", "Ministerul Apelor", None),
        ("molino.example", "Comunicado a la opinión pública\nEl muelle de Orle cierra\nOrle, 4 de mayo", "molino.example", None),
        ("jlm.example", "Joint Lake Mission\nPublic Information Office\nStatement 4/31, 5 May 2031", "Joint Lake Mission", None),
        ("pier-news.example", "MEDIA RELEASE\n15 May 2031\n\nThe pier of Orle was shut by the Harbour Office.", None, None),
        ("pier-news.example", "Harbour Office of Orle\nStatement on May 4 was wrong\n\nThe pier of Orle is shut.", None, None),
        ("pier-news.example", "Harbour council shuts the pier of Orle\n\nPress release fight goes on", None, None),
        ("pier-news.example", "Harbour council shuts the pier of Orle\nPress release", None, None),
        ("pier-news.example", "Army Kills Nine Of Orle in Raid\nPress release", None, None),
        ("pier-news.example", "Old pier of Orle\nStatement\n\nThe pier stays open, says the mayor of Orle", None, None),
    ],
)
def test_a_body_heads_its_own_paper(tmp_path: Path, host: str, head: str, outlet: str | None, title: str | None):
    page = record(tmp_path, host, f"{head}\n\n{PROSE}\n\n{MORE}\n")
    assert page.outlet == outlet or (outlet is None and page.outlet == ".".join(host.split(".")[-2:]))
    assert title is None or page.title == title


def test_a_name_without_a_noun_of_bodies_is_one_where_its_paper_goes_on_to_call_it_so(tmp_path: Path):
    head = "Front for the Freedom of Velm\nCommuniqué No. 31, Orle, 3 May 2031\n\n"
    told = "The Front thanks the millers of Orle, who carried the word between both sides."
    assert record(tmp_path, "voice.example", f"{head}{told}\n").outlet == "Front for the Freedom of Velm"
    assert (
        record(tmp_path, "voice.example", f"{head}The pier of Orle, who knows, is closed to all ferries.\n").outlet
        == "voice.example"
    )


def test_an_agency_names_itself_in_its_dateline(tmp_path: Path):
    page = record(tmp_path, "norrin-agency.example", f"Second pier opens in Orle\n\nORLE, May 4 (Norrin) - {PROSE}")
    assert page.outlet == "Norrin"
    page = record(tmp_path, "velmcourier.example", f"Second pier opens in Orle\n\nORLE, May 4 (Norrin) - {PROSE}")
    assert page.outlet == "velmcourier.example"


@pytest.mark.parametrize(
    ("host", "text", "outlet"),
    [
        ("sadalorle.example", "وقال رئيس الميناء لـ«صدى الأورلي» إن العبارة غادرت قبل العاصفة.", "صدى الأورلي"),
        ("almarsad.example", "الرصيف يفتح في أورلي\nشبكة المرصد - وكالات\n\nقال رئيس الميناء إن العبارة غادرت.", "شبكة المرصد"),
        ("yuzhbereg.example", "Причал открыт\n\nЮжный берег, 14 мая 2031, 18:05\n\nПричал в Орле открыт.", "Южный берег"),
        ("bereg.example", "Причал открыт\n\nГазета «Река», 14 мая 2031\n\nПричал в Орле открыт.", None),
    ],
)
def test_a_house_that_its_host_transliterates(tmp_path: Path, host: str, text: str, outlet: str | None):
    (page,) = named([record(tmp_path, host, text)])
    assert page.outlet == (outlet or host)
