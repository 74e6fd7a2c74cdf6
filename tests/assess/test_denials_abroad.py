"""Who says in another language that it is not so denies what is told beside it, whatever the words. All of it is fiction."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.traced import page, traced

# A language and what is told in it after "#", then the ways in which the army says no.
SAID = """
es#El ejército bombardeó el molino de Osk el lunes, dijo el Gremio de Tejedores.
es|El ejército negó haber bombardeado el molino de Osk.
es|El ejército negó que hubiera bombardeado el molino de Osk.
es|El ejército desmintió el bombardeo del molino de Osk.
es|El ejército rechazó la acusación de que bombardeó el molino de Osk.
es|«No bombardeamos el molino de Osk», dijo un portavoz del ejército.
es|El ejército afirmó que no bombardeó el molino de Osk.
es|Es falso que el ejército bombardeara el molino de Osk, dijo el ejército.
es|El ejército calificó de falsa la noticia del bombardeo del molino de Osk.
es|El bombardeo del molino de Osk fue desmentido por el ejército.
pt#O exército bombardeou o moinho de Osk na segunda-feira, disse a Guilda dos Tecelões.
pt|O exército negou ter bombardeado o moinho de Osk.
pt|O exército negou que tenha bombardeado o moinho de Osk.
pt|O exército desmentiu o bombardeio do moinho de Osk.
pt|O exército rejeitou a acusação de que bombardeou o moinho de Osk.
pt|"Não bombardeamos o moinho de Osk", disse um porta-voz do exército.
pt|O exército afirmou que não bombardeou o moinho de Osk.
pt|É falso que o exército tenha bombardeado o moinho de Osk, disse o exército.
fr#L'armée a bombardé le moulin d'Osk lundi, a dit la Guilde des tisserands.
fr|L'armée a démenti avoir bombardé le moulin d'Osk.
fr|L'armée nie avoir bombardé le moulin d'Osk.
fr|L'armée a démenti le bombardement du moulin d'Osk.
fr|L'armée a rejeté l'accusation d'avoir bombardé le moulin d'Osk.
fr|« Nous n'avons pas bombardé le moulin d'Osk », a dit un porte-parole de l'armée.
fr|L'armée a affirmé ne pas avoir bombardé le moulin d'Osk.
fr|Il est faux que l'armée ait bombardé le moulin d'Osk, a dit l'armée.
fr|Le bombardement du moulin d'Osk a été démenti par l'armée.
de#Die Armee beschoss am Montag die Mühle von Osk, sagte die Webergilde.
de|Die Armee bestritt, die Mühle von Osk beschossen zu haben.
de|Die Armee dementierte den Beschuss der Mühle von Osk.
de|Die Armee wies den Vorwurf zurück, sie habe die Mühle von Osk beschossen.
de|„Wir haben die Mühle von Osk nicht beschossen“, sagte ein Armeesprecher.
de|Die Armee erklärte, sie habe die Mühle von Osk nicht beschossen.
de|Es sei falsch, dass die Armee die Mühle von Osk beschossen habe, sagte die Armee.
de|Berichte, wonach die Armee die Mühle von Osk beschossen habe, seien falsch, sagte die Armee.
it#L'esercito ha bombardato il mulino di Osk lunedì, ha detto la Gilda dei tessitori.
it|L'esercito ha negato di aver bombardato il mulino di Osk.
it|L'esercito ha smentito il bombardamento del mulino di Osk.
it|L'esercito ha respinto l'accusa di aver bombardato il mulino di Osk.
it|«Non abbiamo bombardato il mulino di Osk», ha detto un portavoce dell'esercito.
it|L'esercito ha dichiarato di non aver bombardato il mulino di Osk.
it|È falso che l'esercito abbia bombardato il mulino di Osk, ha detto l'esercito.
nl#Het leger beschoot maandag de molen van Osk, zei het Weversgilde.
nl|Het leger ontkende dat het de molen van Osk had beschoten.
nl|Het leger ontkent de beschieting van de molen van Osk.
nl|Het leger wees de beschuldiging af dat het de molen van Osk had beschoten.
nl|"Wij hebben de molen van Osk niet beschoten", zei een woordvoerder van het leger.
nl|Het leger zei dat het de molen van Osk niet heeft beschoten.
ru#Армия в понедельник обстреляла мельницу в Оске, сообщила Гильдия ткачей.
ru|Армия опровергла сообщения об обстреле мельницы в Оске.
ru|Армия отрицает, что обстреляла мельницу в Оске.
ru|Армия отвергла обвинения в обстреле мельницы в Оске.
ru|«Мы не обстреливали мельницу в Оске», — сказал представитель армии.
ru|Армия заявила, что не обстреливала мельницу в Оске.
ru|Сообщения об обстреле мельницы в Оске не соответствуют действительности, заявила армия.
ru|В армии назвали ложью сообщения об обстреле мельницы в Оске.
uk#Армія в понеділок обстріляла млин в Оску, повідомила Гільдія ткачів.
uk|Армія спростувала повідомлення про обстріл млина в Оску.
uk|Армія заперечує, що обстріляла млин в Оску.
uk|Армія відкинула звинувачення в обстрілі млина в Оску.
uk|«Ми не обстрілювали млин в Оску», — сказав речник армії.
uk|Армія заявила, що не обстрілювала млин в Оску.
pl#Armia w poniedziałek ostrzelała młyn w Osku, podała Gildia Tkaczy.
pl|Armia zaprzeczyła, że ostrzelała młyn w Osku.
pl|Armia zdementowała doniesienia o ostrzale młyna w Osku.
pl|Armia odrzuciła zarzut ostrzelania młyna w Osku.
pl|„Nie ostrzelaliśmy młyna w Osku”, powiedział rzecznik armii.
pl|Armia oświadczyła, że nie ostrzelała młyna w Osku.
tr#Dokumacılar Loncası, ordunun pazartesi günü Osk değirmenini bombaladığını açıkladı.
tr|Ordu, Osk değirmenini bombaladığını yalanladı.
tr|Ordu, Osk değirmeninin bombalandığı iddialarını reddetti.
tr|Ordu, Osk değirmenini bombalamadığını açıkladı.
id#Tentara menembaki penggilingan Osk pada hari Senin, kata Serikat Penenun.
id|Tentara membantah telah menembaki penggilingan Osk.
id|Tentara membantah laporan bahwa penggilingan Osk ditembaki.
id|"Kami tidak menembaki penggilingan Osk," kata juru bicara tentara.
id|Tentara menyatakan tidak menembaki penggilingan Osk.
ar#قالت نقابة النساجين إن الجيش قصف طاحونة أوسك يوم الاثنين.
ar|نفى الجيش قصف طاحونة أوسك.
ar|نفى الجيش أن يكون قد قصف طاحونة أوسك.
ar|وقال الجيش إنه لم يقصف طاحونة أوسك.
ar|رفض الجيش الاتهامات بقصف طاحونة أوسك.
ar|"لم نقصف طاحونة أوسك"، قال متحدث باسم الجيش.
ar|ووصف الجيش الأنباء عن قصف طاحونة أوسك بأنها كاذبة.
fa#اتحادیه بافندگان گفت ارتش روز دوشنبه آسیاب اوسک را گلوله‌باران کرد.
fa|ارتش گلوله‌باران آسیاب اوسک را تکذیب کرد.
fa|ارتش گفت آسیاب اوسک را گلوله‌باران نکرده است.
el#Ο στρατός βομβάρδισε τον μύλο του Οσκ τη Δευτέρα, είπε η Συντεχνία Υφαντών.
el|Ο στρατός διέψευσε ότι βομβάρδισε τον μύλο του Οσκ.
el|Ο στρατός αρνήθηκε ότι βομβάρδισε τον μύλο του Οσκ.
el|«Δεν βομβαρδίσαμε τον μύλο του Οσκ», είπε εκπρόσωπος του στρατού.
el|Ο στρατός δήλωσε ότι δεν βομβάρδισε τον μύλο του Οσκ.
"""


def told() -> list[tuple[str, str, str]]:
    """Each denial with its language and what it denies."""
    out, base = [], ""
    for line in SAID.strip().split("\n"):
        if line[2] == "#":
            base = line[3:]
        else:
            out.append((line[:2], base, line[3:]))
    return out


def rules(folder: Path, language: str, *texts: str) -> set[str]:
    """The remarks on more than one of these pages, a day apart."""
    report = traced(folder, *(page(f"p{n}", text, n, language) for n, text in enumerate(texts, 1)))
    return {f.rule for f in report.findings if len(f.documents) > 1}


@pytest.mark.parametrize(("language", "base", "denial"), told())
def test_a_denial_meets_what_it_denies(tmp_path: Path, language: str, base: str, denial: str) -> None:
    assert rules(tmp_path, language, base, denial) & {"denied", "accounts_conflict"}


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "es",
            ("El ejército bombardeó el molino de Osk, dijo el Gremio.", "El ejército bombardeó el molino de Osk, dijo un vecino."),
        ),
        (
            "es",
            (
                "El ejército no bombardeó el molino de Osk, dijo el Gremio.",
                "El ejército no bombardeó el molino de Osk, dijo un vecino.",
            ),
        ),
        ("de", ("Die Armee beschoss die Mühle von Osk, sagte die Gilde.", "Der Wirt sagte, er habe die Zeitung nicht gelesen.")),
        ("ru", ("Армия обстреляла мельницу в Оске, сообщила Гильдия.", "Гильдия сообщила, что не знает числа лодок в Тарне.")),
        ("tr", ("Lonca, ordunun Osk değirmenini bombaladığını açıkladı.", "Bekçi, Tarn köprüsünün kapanmadığını açıkladı.")),
    ],
)
def test_what_says_the_same_or_speaks_of_other_things_denies_nothing(tmp_path: Path, language: str, texts: tuple[str, str]) -> None:
    assert not rules(tmp_path, language, *texts) & {"denied", "accounts_conflict"}
