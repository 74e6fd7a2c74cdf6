"""Constructions of Romance news prose in invented sentences: who tells what, and near ones in which nobody does."""

import pytest

from sayso.analyzers.rules import Rules
from sayso.lexicon.callings import standing
from sayso.lexicon.roles import kind_of
from sayso.model import Document
from sayso.text.sentences import paragraphs, sentences

Told = tuple[str | None, str]


def tellings(text: str, language: str) -> list[Told]:
    document = Document("d", "p.txt", None, "0", text, language)
    found = Rules().attributions(document, [s for p in paragraphs(text) for s in sentences(text, p, language)])
    return [(a.source.of(text) if a.source else None, " … ".join(c.of(text).strip() for c in a.content)) for a in found]


BACK = [
    ("it", "Il ponte è chiuso. A riferirlo, ieri sera, è stata la sindaca Ada Rovi.", "la sindaca Ada Rovi"),
    ("it", "Il ponte è chiuso. A darne notizia è la capitaneria.", "la capitaneria"),
    ("it", "Il ponte è chiuso. È stato il comune a renderlo noto.", "il comune"),
    ("it", "Il ponte è chiuso. L'impresa lo ha comunicato martedì.", "L'impresa"),
    ("it", "Il ponte è chiuso. La conferma arriva dalla prefettura.", "prefettura"),
    ("es", "El puente cerró. Fue la alcaldesa Ana Roe quien lo anunció.", "la alcaldesa Ana Roe"),
    ("es", "El puente cerró. La alcaldesa lo confirmó el martes.", "La alcaldesa"),
    ("es", "El puente cerró. Es la conclusión de un estudio de la universidad.", "un estudio de la universidad"),
    ("fr", "Le pont est fermé. C'est la mairie qui l'a annoncé.", "la mairie"),
    ("fr", "Le pont est fermé. La préfète l'a confirmé lundi.", "La préfète"),
    ("fr", "Le pont est fermé. L'alerte vient de la capitainerie.", "la capitainerie"),
    ("pt", "A ponte fechou. A informação é da prefeitura.", "prefeitura"),
]


@pytest.mark.parametrize(("language", "text", "source"), BACK)
def test_the_sentence_before_is_told_by_whom_this_one_names(language: str, text: str, source: str) -> None:
    before = text[: text.index(".")]
    assert [(s, c.rstrip(".")) for s, c in tellings(text, language)] == [(source, before)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Il ponte è chiuso. A salvarlo è stato il vicino."),
        ("it", "Il ponte è chiuso. È stato il comune a comprarlo."),
        ("it", "Il ponte è chiuso. La merce arriva dalla prefettura."),
        ("es", "El puente cerró. Fue la alcaldesa Ana Roe quien lo construyó."),
        ("es", "El puente cerró. La alcaldesa lo informó de todo el martes."),
        ("fr", "Le pont est fermé. La préfète l'a prévenu lundi."),
        ("fr", "Le pont est fermé. C'est la mairie qui l'a payé."),
        ("pt", "A ponte fechou. A madeira é da prefeitura."),
    ],
)
def test_an_act_upon_it_tells_nothing_of_the_sentence_before(language: str, text: str) -> None:
    before = text[: text.index(".")]
    assert not any(c.rstrip(".") == before for _, c in tellings(text, language))


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("es", "Las vigas, prosiguen los peritos, se doblaron en mayo.", "Las vigas … se doblaron en mayo"),
        ("es", "De los diez tramos, añade el informe, tres están cerrados.", "De los diez tramos … tres están cerrados"),
        ("it", "I soldi in garage, ha aggiunto Ada Rovi, erano di sua zia.", "I soldi in garage … erano di sua zia"),
        ("fr", "Le pont n'a, dit-il, jamais bougé d'un pouce.", "Le pont n'a … jamais bougé d'un pouce"),
        ("pt", "As vigas, registra o laudo, não dobraram.", "As vigas … não dobraram"),
    ],
)
def test_a_telling_put_into_its_clause_tells_both_sides(language: str, text: str, told: str) -> None:
    assert [c for _, c in tellings(text, language)] == [told]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("es", "El puente cerró en mayo, dijo Ana Roe, que vive en Orva.", "El puente cerró en mayo"),
        ("es", "El puente cerró en mayo, dijo Ana Roe, tras la reunión.", "El puente cerró en mayo"),
        ("it", "Il ponte ha chiuso a maggio, dice Ada Rovi, citata da Radio Mola.", "Il ponte ha chiuso a maggio"),
        ("pt", "A ponte fechou em maio, disse Ana Roe, enquanto chovia.", "A ponte fechou em maio"),
    ],
)
def test_what_follows_a_finished_clause_is_no_part_of_it(language: str, text: str, told: str) -> None:
    assert tellings(text, language)[0] == (tellings(text, language)[0][0], told)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "Se dice que el puente caerá.", (None, "el puente caerá")),
        ("it", "Si dice anche che il ponte cadrà.", (None, "il ponte cadrà")),
        ("fr", "Il se murmure que le pont tombera.", (None, "le pont tombera")),
        ("pt", "Diz-se por aí que a ponte cairá.", (None, "a ponte cairá")),
        ("it", "La scheda tecnica del ponte elenca undici crepe.", ("La scheda tecnica del ponte", "undici crepe")),
        ("es", "Los análisis del laboratorio arrojan nueve grietas.", ("Los análisis del laboratorio", "nueve grietas")),
        ("fr", "Le procès-verbal recense neuf fissures.", ("Le procès-verbal", "neuf fissures")),
        ("fr", "Le pont est fermé, apprend-on de source préfectorale.", ("source préfectorale", "Le pont est fermé")),
        ("pt", "A ponte fechou, apurou o jornal com dois engenheiros.", ("dois engenheiros", "A ponte fechou")),
        ("it", "Il ponte è chiuso, trapela da fonti del comune.", ("fonti del comune", "Il ponte è chiuso")),
    ],
)
def test_rumours_papers_and_whom_it_was_learned_from(language: str, text: str, expected: Told) -> None:
    assert tellings(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "El alcalde dijo, tras la misa, que el puente caerá.", ("El alcalde", "el puente caerá")),
        ("fr", "Des maçons ont raconté, sous couvert d'anonymat, que le pont tombe.", ("Des maçons", "le pont tombe")),
        ("it", "Il ponte resta chiuso, ha detto davanti ai cancelli Ada Roe.", ("Ada Roe", "Il ponte resta chiuso")),
        ("it", "Il ponte è chiuso, riferisce l'agenzia di Stato Tarnform.", ("l'agenzia di Stato Tarnform", "Il ponte è chiuso")),
        ("fr", "Selon la note n° 12 de la mairie, le pont est fermé.", ("la note n° 12 de la mairie", "le pont est fermé")),
        ("de", "Die Brücke bleibt zu, sagte Rask der TARNER ZEITUNG.", ("Rask", "Die Brücke bleibt zu")),
    ],
)
def test_what_stands_between_a_verb_and_its_subject_or_that(language: str, text: str, expected: Told) -> None:
    assert tellings(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La carretera sigue cortada y se teme que el puente caiga."),
        ("it", "Si teme che il ponte cada."),
        ("es", "La ciudad cuenta con tres puentes."),
        ("pt", "O time contou com a sorte."),
        ("es", "La cosecha arroja nueve toneladas."),
        ("fr", "Le quartier recense neuf ponts."),
        ("fr", "Le canton aurait mis la rivière sur une liste."),
        ("it", "Sul ponte circola un carro."),
    ],
)
def test_what_everybody_fears_and_things_show_is_the_pages_own(language: str, text: str) -> None:
    assert tellings(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("it", "«Il ponte tiene ancora», ammette Ada Rovi, che però esclude una riapertura.", ("Ada Rovi", "una riapertura")),
        ("it", "Il comune, che in una nota parla di «voci senza alcun peso», tace.", ("Il comune", "voci senza alcun peso")),
        ("es", '"El puente aguanta bien", sostuvo Ana Roe, para quien la grieta es vieja.', ("Ana Roe", "la grieta es vieja")),
        ("fr", "« Le pont tient bon », dit Rose Tilly, qui exclut une fermeture.", ("Rose Tilly", "une fermeture")),
    ],
)
def test_a_relative_clause_tells_what_its_antecedent_denies_or_says(language: str, text: str, expected: Told) -> None:
    assert expected in tellings(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "«Il ponte tiene ancora», ammette Ada Rovi, che però ama il fiume."),
        ("es", '"El puente aguanta bien", sostuvo Ana Roe, para quien trabaja su hermano.'),
        ("fr", "« Le pont tient bon », dit Rose Tilly, qui rejette rarement."),
    ],
)
def test_other_relative_clauses_leave_the_quotation_as_it_is(language: str, text: str) -> None:
    assert tellings(text, language)[0][1].strip('«»" ') in text.split(",")[0]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("pt", "Ana Roe usou a rede para negar tudo: \"A ponte nunca fechou, gente\".", ("Ana Roe", "A ponte nunca fechou, gente")),
        ("it", "Ada Rovi ha reso dichiarazioni spontanee: \"Mai preso un soldo\".", ("Ada Rovi", "Mai preso un soldo")),
        ("es", "La concejala Ana Roe rectificó: era, reconoce, una foto vieja.", ("La concejala Ana Roe", "era … una foto vieja")),
        ("pt", "Bobagem, rebate a engenheira Ana Roe: a ponte fica.", ("a engenheira Ana Roe", "Bobagem … a ponte fica")),
    ],
)  # fmt: skip
def test_whoever_acts_before_a_colon_tells_what_follows_it(language: str, text: str, expected: Told) -> None:
    assert tellings(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pt", 'O título da faixa era claro: "A ponte nunca fechou, gente".'),
        ("it", 'Restava una scritta: "Mai preso un soldo".'),
        ("es", "Había tres platos: sopa, pan y queso."),
    ],
)
def test_a_thing_before_a_colon_tells_nothing(language: str, text: str) -> None:
    assert all(source is None for source, _ in tellings(text, language))


@pytest.mark.parametrize(
    ("language", "name", "kind"),
    [
        ("fr", "une vendeuse", "anonymous"),
        ("es", "un alto funcionario", "anonymous"),
        ("it", "un operaio della diga", "anonymous"),
        ("pt", "um segurança", "anonymous"),
        ("pt", "a organização humanitária Mãos do Porto", "ngo"),
        ("fr", "une porte-parole", "official"),
        ("es", "un geólogo de la universidad", "anonymous"),
        ("es", "el geólogo de la universidad", "person"),
        ("it", "un operaio, Marco Selva", "person"),
        ("pt", "a organização Mãos do Porto", "organization"),
        ("fr", "la vendeuse", "person"),
    ],
)
def test_somebody_without_a_name_is_anonymous(language: str, name: str, kind: str) -> None:
    assert standing(name, kind_of(name, None, None, language), language) == kind


def test_a_relative_clause_goes_back_to_a_noun_phrase_without_the_verb_before_it() -> None:
    text = "O moinho, ouvido ontem, remeteu para o relatório de quarta-feira, onde fala de dois poços e acusa o moleiro."
    assert {source for source, _ in tellings(text, "pt")} == {"o relatório"}


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("fr", "Ana Roe était hier au chevet de sa vache. « J'ai vu deux lampes. Elles tombaient », raconte-t-elle.", "Ana Roe"),
        ("es", "La alcaldesa Ana Roe llegó ayer al molino. «Vi dos lámparas. Nadie más las vio», contó.", "La alcaldesa Ana Roe"),
        ("es", "Tarn pasea por Orle. «El mozo Luis Roe vio dos lámparas. Nadie más las vio», contó.", None),
    ],
)
def test_who_acts_before_a_quotation_of_two_sentences_speaks_it(language: str, text: str, source: str | None) -> None:
    assert {s for s, _ in tellings(text, language)} == {source}


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("es", "Los mozos eran de la UPL, la Unión de Puentes de Lorma, un gremio local, añadió.", None),
        ("es", "Ana Roe, alcaldesa de Lorma, dijo que el puente cayó.", "Ana Roe, alcaldesa de Lorma"),
        ("es", "El puente cayó al río, añadió Ana Roe.", "Ana Roe"),
        ("fr", "De son côté, Ana Roe, patronne du moulin, salue « un pont de raison ».", "Ana Roe, patronne du moulin"),
    ],
)
def test_an_apposition_before_a_verb_that_closes_the_sentence_is_told(language: str, text: str, source: str | None) -> None:
    assert [s for s, _ in tellings(text, language)] == [source]
