"""How many a sentence gives as killed, hurt, missing or held, however it says so and in what language. All of it is fiction."""

from __future__ import annotations

import pytest

from sayso.assess.countings import countings
from sayso.assess.figured import rates
from sayso.assess.tolls import partial
from sayso.extract.quantities import quantities
from sayso.model import Quantity, Span
from tests.assess.piles import Page, pile

GIVEN = """
en | Interior minister Ida Volk said a summer camp of loggers was shelled, with nine killed and 21 wounded. | killed=9 injured=21
en | Nine loggers were killed and 21 wounded in the shelling of Osk, Ida Volk said. | killed=9 injured=21
en | The shelling of Osk killed nine loggers and wounded 21, Ida Volk said. | killed=9 injured=21
en | Ida Volk said nine people died and 21 were hurt in Osk. | killed=9 injured=21
en | The shelling left nine dead and 21 injured, Ida Volk said. | killed=9 injured=21
en | Nine dead and 21 wounded were brought to the clinic of Osk, Ida Volk said. | killed=9 injured=21
en | At least 85 members of the Tarn Brigade, among them 12 instructors, were killed in Osk, Ida Volk said. | killed=85
en | The army said it had killed 85 members of the Tarn Brigade in Osk. | killed=85
en | The army said its strike on Osk killed at least 85 members of the Tarn Brigade. | killed=85
en | The death toll from the blast in Osk has risen to 31, Ida Volk said. | killed=31
en | The toll of the blast in Osk stands at 31 dead, Ida Volk said. | killed=31
en | Ida Volk put the number of dead in Osk at about 120. | killed=120
en | The number of people killed in Osk rose to 31, Ida Volk said. | killed=31
en | Ida Volk counted 31 dead in Osk. | killed=31
en | Ida Volk said 31 bodies had been recovered from the river at Osk. | killed=31
en | Rescuers have pulled 31 bodies from the mill at Osk, Ida Volk said. | killed=31
en | The clinic received 11 bodies and 26 wounded, its director Ida Volk said. | killed=11 injured=26
en | Thirty-one miners lost their lives in Osk, the guild said. | killed=31
en | Thirty-one miners perished in Osk, the guild said. | killed=31
en | There were 31 fatalities in Osk, the guild said. | killed=31
en | There were 31 deaths in Osk, the guild said. | killed=31
en | Fourteen drivers were detained near Osk, the guild said. | detained=14
en | Police arrested 14 drivers near Osk, the guild said. | detained=14
en | Police in Osk made 14 arrests, the guild said. | detained=14
en | Fourteen drivers are missing in Osk, the guild said. | missing=14
en | Fourteen drivers are still unaccounted for in Osk, the guild said. | missing=14
en | Fourteen drivers went missing in Osk, the guild said. | missing=14
en | Fourteen drivers were taken to hospital in Osk, the guild said. | in_hospital=14
en | Fourteen drivers were treated in Osk for smoke, the guild said. | in_hospital=14
en | Fourteen soldiers were killed and three captured near Osk, the army said. | killed=14
en | The rebels killed 14 soldiers near Osk, the army said. | killed=14
en | The army said 14 of its soldiers died near Osk. | killed=14
en | The army said 14 servicemen had been killed near Osk. | killed=14
en | Ida Volk said that 14 farmers, three of them women, were shot dead near Osk. | killed=14
en | Gunmen shot dead 14 farmers near Osk, Ida Volk said. | killed=14
en | A strike on Osk that killed 14 farmers was the answer, Ida Volk said. | killed=14
en | Fourteen farmers drowned at Osk, Ida Volk said. | killed=14
en | Fourteen pupils suffered burns in Osk, Ida Volk said. | injured=14
en | Fourteen pupils were hurt in Osk, three of them badly, Ida Volk said. | injured=14
en | The bus carried 46 passengers, the guild said. | aboard=46
en | There were 46 people on board, the guild said. | aboard=46
en | The number of injured has climbed to 210, Ida Volk said. | injured=210
en | The ministry raised the toll to 31 dead and 210 injured. | killed=31 injured=210
en | Thirty-one people are now known to have died in Osk, Ida Volk said. | killed=31
en | Thirty-one people are confirmed dead in Osk, Ida Volk said. | killed=31
en | Ida Volk confirmed 31 deaths in Osk. | killed=31
en | Ida Volk said the dead in Osk numbered 31. | killed=31
en | Ida Volk spoke of 31 dead in Osk. | killed=31
es | Ida Volk dijo que un campamento de Osk fue bombardeado, con nueve muertos y 21 heridos. | killed=9 injured=21
es | Nueve leñadores murieron y 21 resultaron heridos en Osk, dijo Ida Volk. | killed=9 injured=21
es | El ataque a Osk dejó nueve muertos y 21 heridos, dijo Ida Volk. | killed=9 injured=21
es | El ataque a Osk mató a nueve leñadores, dijo Ida Volk. | killed=9
es | La cifra de muertos en Osk subió a 31, dijo Ida Volk. | killed=31
es | Ida Volk cifró los muertos de Osk en 31. | killed=31
es | Al menos 85 miembros de la Brigada Tarn murieron en Osk, dijo el ejército. | killed=85
pt | Nove lenhadores morreram e 21 ficaram feridos em Osk, disse Ida Volk. | killed=9 injured=21
pt | O ataque a Osk deixou nove mortos e 21 feridos, disse Ida Volk. | killed=9 injured=21
pt | O ataque matou nove lenhadores em Osk, disse Ida Volk. | killed=9
pt | O número de mortos em Osk subiu para 31, disse Ida Volk. | killed=31
fr | Neuf bûcherons ont été tués et 21 blessés à Osk, a dit Ida Volk. | killed=9 injured=21
fr | L'attaque d'Osk a fait neuf morts et 21 blessés, a dit Ida Volk. | killed=9 injured=21
fr | Le bilan à Osk s'élève à 31 morts, a dit Ida Volk. | killed=31
fr | Au moins 85 membres de la Brigade Tarn ont été tués à Osk, a dit l'armée. | killed=85
fr | L'explosion d'Osk a coûté la vie à 31 mineurs, a dit Ida Volk. | killed=31
de | Neun Holzfäller wurden in Osk getötet und 21 verletzt, sagte Ida Volk. | killed=9 injured=21
de | Bei dem Angriff auf Osk starben neun Holzfäller, sagte Ida Volk. | killed=9
de | Bei dem Angriff auf Osk gab es neun Tote und 21 Verletzte, sagte Ida Volk. | killed=9 injured=21
de | Die Zahl der Toten in Osk stieg auf 31, sagte Ida Volk. | killed=31
de | In Osk kamen 31 Menschen ums Leben, sagte Ida Volk. | killed=31
de | Mindestens 85 Mitglieder der Tarn-Brigade wurden in Osk getötet, sagte die Armee. | killed=85
it | Nove boscaioli sono stati uccisi e 21 feriti a Osk, ha detto Ida Volk. | killed=9 injured=21
it | L'attacco a Osk ha causato nove morti e 21 feriti, ha detto Ida Volk. | killed=9 injured=21
it | Il bilancio a Osk è salito a 31 morti, ha detto Ida Volk. | killed=31
it | A Osk hanno perso la vita 31 minatori, ha detto Ida Volk. | killed=31
nl | Negen houthakkers zijn gedood en 21 gewond geraakt in Osk, zei Ida Volk. | killed=9 injured=21
nl | Bij de aanval op Osk vielen negen doden en 21 gewonden, zei Ida Volk. | killed=9 injured=21
en | The guild put the death toll of the blast at the port of Osk at 12. | killed=12
nl | Het aantal gewonden in Osk is gestegen tot 31, zei Ida Volk. | injured=31
id | Ledakan di pelabuhan Osk menewaskan 12 orang, kata Ida Volk. | killed=12
nl | Het dodental in Osk is gestegen tot 31, zei Ida Volk. | killed=31
ru | Девять лесорубов погибли и 21 ранен в Оске, сказала Ида Вольк. | killed=9 injured=21
ru | В результате удара по Оску погибли девять человек, 21 ранен, сказала Ида Вольк. | killed=9 injured=21
ru | Число погибших в Оске выросло до 31, сказала Ида Вольк. | killed=31
ru | Удар по Оску унёс жизни 31 человека, сказала Ида Вольк. | killed=31
ru | Убиты не менее 85 боевиков бригады «Тарн», сообщило министерство обороны. | killed=85
ru | Министерство обороны сообщило об уничтожении 85 боевиков. | killed=85
uk | Дев'ять лісорубів загинули, 21 поранений в Оску, сказала Іда Вольк. | killed=9 injured=21
uk | Кількість загиблих в Оску зросла до 31, сказала Іда Вольк. | killed=31
pl | Dziewięciu drwali zginęło, a 21 zostało rannych w Osku, powiedziała Ida Volk. | killed=9 injured=21
pl | Ida Volk podała dziewięciu zabitych i 21 rannych w Osku. | killed=9 injured=21
pl | Liczba ofiar śmiertelnych w Osku wzrosła do 31, powiedziała Ida Volk. | killed=31
pl | Armia zabiła co najmniej 85 członków Brygady Tarn, podało ministerstwo. | killed=85
tr | Osk'ta dokuz oduncu öldü, 21 kişi yaralandı, dedi Ida Volk. | killed=9 injured=21
tr | Ida Volk, Osk'ta ölü sayısının 31'e yükseldiğini söyledi. | killed=31
tr | Osk'taki saldırıda dokuz kişi hayatını kaybetti, dedi Ida Volk. | killed=9
id | Sembilan penebang tewas dan 21 luka-luka di Osk, kata Ida Volk. | killed=9 injured=21
en | About 300 people were evacuated from Osk, Ida Volk said. | evacuated=300
en | The flood has displaced 300 people in Osk, Ida Volk said. | displaced=300
en | Gunmen kidnapped 14 farmers near Osk, Ida Volk said. | abducted=14
en | Fourteen drivers were taken hostage near Osk, the guild said. | abducted=14
en | The army said 14 soldiers had been captured near Osk. | captured=14
en | Fourteen hostages were freed near Osk, Ida Volk said. | freed=14
en | About 310 people have been infected in Osk, Ida Volk said. | infected=310
es | Unas 300 personas fueron evacuadas de Osk, dijo Ida Volk. | evacuated=300
es | Hombres armados secuestraron a 14 campesinos cerca de Osk, dijo Ida Volk. | abducted=14
es | Catorce rehenes fueron liberados en Osk, dijo Ida Volk. | freed=14
pt | Cerca de 300 pessoas foram desalojadas em Osk, disse Ida Volk. | displaced=300
fr | Quelque 300 personnes ont été évacuées d'Osk, a dit Ida Volk. | evacuated=300
fr | Quatorze otages ont été libérés à Osk, a dit Ida Volk. | freed=14
de | Rund 300 Menschen wurden in Osk evakuiert, sagte Ida Volk. | evacuated=300
de | In Osk wurden 14 Geiseln freigelassen, sagte Ida Volk. | freed=14
it | Circa 300 persone sono state evacuate da Osk, ha detto Ida Volk. | evacuated=300
nl | In Osk zijn 300 mensen geëvacueerd, zei Ida Volk. | evacuated=300
ru | В Оске эвакуированы 300 человек, сказала Ида Вольк. | evacuated=300
ru | В плен взяты 14 солдат, сообщило министерство. | captured=14
pl | W Osku ewakuowano 300 osób, powiedziała Ida Volk. | evacuated=300
tr | Osk'ta 300 kişi tahliye edildi, dedi Ida Volk. | evacuated=300
id | Sebanyak 300 orang dievakuasi dari Osk, kata Ida Volk. | evacuated=300
ar | وقالت إيدا فولك إنه جرى إجلاء 300 شخص من أوسك. | evacuated=300
id | Jumlah korban tewas di Osk naik menjadi 31, kata Ida Volk. | killed=31
id | Serangan di Osk menewaskan sembilan penebang, kata Ida Volk. | killed=9
ar | وقالت إيدا فولك إن تسعة حطابين قتلوا وأصيب 21 آخرون في أوسك. | killed=9 injured=21
ar | وقالت إيدا فولك إن الهجوم على أوسك أسفر عن مقتل تسعة أشخاص وإصابة 21. | killed=9 injured=21
ar | وقالت إيدا فولك إن حصيلة القتلى في أوسك ارتفعت إلى 31. | killed=31
fa | آیدا ولک گفت نه نفر در اوسک کشته و 21 نفر زخمی شدند. | killed=9 injured=21
el | Εννέα ξυλοκόποι σκοτώθηκαν και 21 τραυματίστηκαν στο Οσκ, είπε η Ίντα Βολκ. | killed=9 injured=21
"""


def given(language: str, text: str) -> dict[str, float]:
    """The people that a telling counts, by what became of them."""
    page = Page("a", text, "Paper a", language=language)
    figures = [(q.span.of(text), q.low, q.high, q.unit) for q in quantities(text, [Span(0, len(text))], language)]
    s = page.tell(text, ("Ida Volk", "person"), figures=figures)
    return {t.thing: t.low for t in countings(pile(page), s) if t.people and t.high}


@pytest.mark.parametrize("row", GIVEN.strip().split("\n"))
def test_what_became_of_how_many(row: str) -> None:
    language, text, told = (x.strip() for x in row.split("|"))
    wanted = {what.replace("_", " "): float(size) for what, size in (x.split("=") for x in told.split())}
    assert wanted.items() <= given(language, text).items()


# What became of some, and of others in the same sentence something else; or they are a part of the dead.
APART = """
en | At least two workers died and 14 are trapped in the mine at Osk, the guild said. | killed=2 trapped=14
en | Two dead, 14 trapped in Osk mine collapse, the guild said. | killed=2 trapped=14
en | Fourteen miners are trapped in the mine at Osk, the guild said. | trapped=14
en | Two people died and 14 were affected in Osk, the guild said. | killed=2
en | Two people died and 14 families were left without power in Osk, the guild said. | killed=2
en | Two people died and 14 took part in the search at Osk, the guild said. | killed=2
en | Two people died and 14 were on the bus at Osk, the guild said. | killed=2
en | In all 17 workers were in the gallery at Osk when it collapsed, the guild said, and two died. | killed=2
en | Two people died and 14 fled Osk, the guild said. | killed=2
en | Two people died and 14 were charged in Osk, the guild said. | killed=2
en | Two people died and 14 were sentenced in Osk, the guild said. | killed=2
en | Two people died in Osk and 14 survived, the guild said. | killed=2 unhurt=14
en | Two people died in Osk and 14 escaped unhurt, the guild said. | killed=2 unhurt=14
en | Two people died in Osk, where 14 officers were on duty, the guild said. | killed=2
en | Two people died in Osk and 14 houses were destroyed, the guild said. | killed=2
en | Six of the dead in Osk were policemen, the guild said. | -
en | A total of 52 of the deaths were in Osk, the guild said. | -
de | Mindestens zwei Arbeiter starben in Osk, 14 sind eingeschlossen, sagte Ida Volk. | killed=2
de | Vierzehn Arbeiter sind in Osk eingeschlossen, sagte Ida Volk. | trapped=14
de | Zwei Menschen starben in Osk, 14 überlebten, sagte Ida Volk. | killed=2 unhurt=14
de | Sechs der Toten in Osk waren Polizisten, sagte Ida Volk. | -
es | Al menos dos obreros murieron y 14 siguen atrapados en Osk, dijo Ida Volk. | killed=2 trapped=14
es | Catorce obreros siguen atrapados en Osk, dijo Ida Volk. | trapped=14
es | Dos personas murieron en Osk y 14 sobrevivieron, dijo Ida Volk. | killed=2 unhurt=14
es | Seis de los muertos en Osk eran policías, dijo Ida Volk. | -
es | Dos personas murieron en Osk y 14 resultaron ilesas, dijo Ida Volk. | killed=2 unhurt=14
pt | Pelo menos dois operários morreram e 14 estão presos em Osk, disse Ida Volk. | killed=2 trapped=14
pt | Catorze trabalhadores estão presos no local em Osk, disse Ida Volk. | trapped=14
pt | Seis dos mortos em Osk eram policiais, disse Ida Volk. | -
pt | Duas pessoas morreram em Osk e 14 sobreviveram, disse Ida Volk. | killed=2 unhurt=14
fr | Au moins deux ouvriers sont morts et 14 sont bloqués à Osk, a dit Ida Volk. | killed=2 trapped=14
fr | Quatorze ouvriers sont bloqués à Osk, a dit Ida Volk. | trapped=14
fr | Six des morts à Osk étaient des policiers, a dit Ida Volk. | -
fr | Deux personnes sont mortes à Osk et 14 sont indemnes, a dit Ida Volk. | killed=2 unhurt=14
it | Almeno due operai sono morti e 14 sono intrappolati a Osk, ha detto Ida Volk. | killed=2 trapped=14
it | Quattordici operai sono intrappolati a Osk, ha detto Ida Volk. | trapped=14
it | Sei dei morti a Osk erano agenti di polizia, ha detto Ida Volk. | -
it | Due persone sono morte a Osk e 14 sono sopravvissute, ha detto Ida Volk. | killed=2 unhurt=14
nl | Zeker twee arbeiders kwamen om en 14 zitten vast in Osk, zei Ida Volk. | killed=2 trapped=14
nl | Zes van de doden in Osk waren agenten, zei Ida Volk. | -
ru | Не менее двух рабочих погибли, 14 заблокированы в Оске, сказала Ида Вольк. | killed=2 trapped=14
ru | Четырнадцать рабочих заблокированы в Оске, сказала Ида Вольк. | trapped=14
ru | Шестеро из погибших в Оске были полицейскими, сказала Ида Вольк. | -
ru | Два человека погибли в Оске, 14 выжили, сказала Ида Вольк. | killed=2 unhurt=14
uk | Щонайменше двоє робітників загинули, 14 заблоковані в Оску, сказала Іда Вольк. | killed=2 trapped=14
uk | Шестеро із загиблих в Оску були поліцейськими, сказала Іда Вольк. | -
pl | Co najmniej dwóch robotników zginęło, a 14 jest uwięzionych w Osku, powiedziała Ida Volk. | killed=2 trapped=14
pl | Sześciu z zabitych w Osku było policjantami, powiedziała Ida Volk. | -
tr | Osk'ta en az iki işçi öldü, 14 işçi mahsur kaldı, dedi Ida Volk. | killed=2 trapped=14
tr | Osk'ta ölenlerin altısı polisti, dedi Ida Volk. | -
id | Sedikitnya dua pekerja tewas dan 14 terjebak di Osk, kata Ida Volk. | killed=2 trapped=14
id | Enam dari korban tewas di Osk adalah polisi, kata Ida Volk. | -
ar | قالت إيدا فولك إن ستة من القتلى في أوسك كانوا من الشرطة. | -
en | A total of 52 of the deaths were in Osk, 17 in Tarn and 11 in Harvik, the guild said. | -
"""


@pytest.mark.parametrize("row", APART.strip().split("\n"))
def test_what_is_told_of_some_is_not_told_of_others(row: str) -> None:
    language, text, told = (x.strip() for x in row.split("|"))
    assert given(language, text) == {what: float(size) for what, size in (x.split("=") for x in told.split() if x != "-")}


NONE = """
en | Nine cows were killed in Osk, Ida Volk said.
en | Nine of the dead were weavers, Ida Volk said.
en | Nine weavers could be killed if the weir breaks, Ida Volk said.
en | Thirty-one people risked their lives in Osk, Ida Volk said.
es | Murieron nueve de los leñadores heridos, dijo Ida Volk.
ru | Уничтожены 85 беспилотников, сообщило министерство.
ru | В Оске живут 31 человек, сказала Ида Вольк.
de | In Osk leben 31 Holzfäller, sagte Ida Volk.
it | Nove barche sono arrivate a Osk, ha detto Ida Volk.
fr | Quarante comptes ont été bloqués à Osk, a dit Ida Volk.
ru | В Оске заблокированы 40 сайтов, сказала Ида Вольк.
tr | Osk'ta 21 kişi yaşıyor, dedi Ida Volk.
"""


@pytest.mark.parametrize("row", NONE.strip().split("\n"))
def test_no_count_of_people_to_whom_something_happened(row: str) -> None:
    language, text = (x.strip() for x in row.split("|"))
    assert given(language, text) == {}


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("Der Ausfall kostet das Werk 40 Kronen am Tag", "day"),
        ("L'arrêt coûte au moulin 40 couronnes par semaine", "week"),
        ("Мельница мелет 40 тонн в сутки", "day"),
        ("El molino muele 40 toneladas al mes", "month"),
        ("The mill grinds 40 tonnes a year", "year"),
        ("Il mulino macina 40 sacchi all'ora", "hour"),
        ("De molen maalt 40 zakken per uur", "hour"),
    ],
)
def test_so_much_in_so_long(told: str, period: str) -> None:
    assert set(rates(told)) == {period}


@pytest.mark.parametrize("told", ["Im Jahr 2031 mahlte das Werk 40 Tonnen", "Le moulin a moulu 40 tonnes la semaine suivante"])
def test_when_is_no_rate(told: str) -> None:
    assert rates(told) == {}


def test_a_row_of_two_thousand_figures_is_read() -> None:
    told = "Two of the dead were in Osk, " + ", ".join(f"{n} in Tarn" for n in range(3, 2000))
    page = Page("a", told, "Paper a")
    s = page.tell(told, ("Ida Volk", "person"), figures=[(q.span.of(told), q.low, q.high, q.unit) for q in numbers_of(told)])
    p = pile(page)
    assert partial(p, s, s.quantities[1].span)
    assert not partial(p, s, s.quantities[-1].span)  # too far from what says so


def numbers_of(text: str) -> tuple[Quantity, ...]:
    """The figures of an English text."""
    return tuple(quantities(text, [Span(0, len(text))], "en"))
