"""Agreement of two pages speaks for a telling's best partner there, not for every telling there."""

from sayso.link.compare import Pair, weights
from sayso.link.context import Context
from sayso.link.terms import tellings
from tests.link.piles import page


def test_agreement_elsewhere_does_not_speak_for_a_beaten_partner():
    one = page("p", "The well was full.", "The baker slept.", "The bells rang.", "The mayor left.")
    other = page("q", "Vinegar filled the well.", "A baker slept late.", "Bells rang twice.", "Nobody saw the mayor.")
    told = tellings([one, other])
    a, b = ([t.id for t in told if t.document == r.document.id] for r in (one, other))
    good = [Pair(*sorted((x, y)), 3.0, 1.0) for x, y in zip(a, b, strict=True)]
    beaten = Pair(*sorted((a[0], b[1])), 0.5, 1.0)
    context = Context([*good, beaten], told)
    assert context.again(good[0]).weight > good[0].weight + 5
    assert context.again(beaten).weight < beaten.weight


def test_agreement_elsewhere_does_not_overrule_a_pair_that_speaks_against_itself():
    one = page("p", "The well was full.", "The baker slept.", "The bells rang.", "The mayor left.")
    other = page("q", "Vinegar filled the well.", "A baker slept late.", "Bells rang twice.", "Nobody saw the mayor.")
    told = tellings([one, other])
    a, b = ([t.id for t in told if t.document == r.document.id] for r in (one, other))
    good = [Pair(*sorted((x, y)), 3.0, 1.0) for x, y in zip(a[:3], b[:3], strict=True)]
    against, doubtful = Pair(*sorted((a[3], b[3])), -2.5, 1.0), Pair(*sorted((a[3], b[3])), -1.5, 1.0)
    assert Context([*good, against], told).again(against).weight == against.weight
    assert Context([*good, doubtful], told).again(doubtful).weight > 5


def test_a_telling_had_from_the_other_pages_house_is_likely_to_stand_there():
    one = page("p", "The well was full.", "The baker slept.", outlet="Tarn Gazette")
    cited = page("q", *((t, ("Tarn Gazette", "outlet")) for t in ("Vinegar filled the well.", "The goat left.")))
    other = page("r", *((t, ("Ostmar Post", "outlet")) for t in ("Vinegar filled the well.", "The goat left.")))
    told = tellings([one, cited, other])
    a, b, c = ([t.id for t in told if t.document == r.document.id] for r in (one, cited, other))
    near, far, against = (Pair(*sorted((a[0], i)), w, 1.0) for i, w in ((b[0], -0.4), (c[0], -0.4), (b[1], -4.0)))
    context = Context([near, far, against], told)
    assert context.again(near).weight == near.weight + weights()["cited"]
    assert context.again(far).weight == far.weight
    assert context.again(against).weight <= against.weight
