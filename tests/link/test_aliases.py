from pathlib import Path

import pytest
import yaml

from sayso.link.terms import terms
from sayso.model import Span
from sayso.text.normal import fold

ROWS = yaml.load((Path(__file__).parents[2] / "resources" / "aliases.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["name"])
def test_each_row_knows_its_examples(row):
    for sentence in row["yes"]:
        assert "=" + fold(row["name"]) in {k for _, k in terms(sentence, Span(0, len(sentence)))}, sentence
    for sentence in row["no"]:
        assert "=" + fold(row["name"]) not in {k for _, k in terms(sentence, Span(0, len(sentence)))}, sentence
