"""Count how common English words are, by stem, and write resources/common_words.yml: ``python resources/common_words.py CORPUS…``.

CORPUS: ``.jsonl`` with a text a line (``text`` or ``tokens``), or ``.conllu`` with its ``# text =`` lines; either may be gzipped.
The table's counts are of MEANTIME (train, dev), the English Web Treebank of Universal Dependencies (train), WikiGold (train).
Only counts leave the corpora, no text. Then ``python resources/tables.py``.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sayso.lexicon.senses import function_words
from sayso.text.normal import fold, stem, words

# In at least so many of a thousand sentences, and in less than twice as many (the last class is open above).
CLASSES = (0.5, 1, 2, 4, 8, 16, 32)
SHORTEST = 20  # code points; shorter lines are headings and names
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")
HEAD = """# How common English words are, by stem (text/normal.py): a word in one sentence of a hundred says little about a claim.
# Counted in {n:,} sentences (common_words.py): MEANTIME (CC BY 4.0), the English Web Treebank of Universal Dependencies
# (CC BY-SA 4.0), WikiGold (CC BY 4.0); counts only, no text. per_thousand: in at least so many of a thousand sentences, and in less
# than twice as many.
"""


def sentences(path: Path) -> Iterator[str]:
    """The sentences of one corpus file; a treebank has them one by one."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            if ".conllu" in path.name:
                if line.startswith("# text = "):
                    yield line[9:].strip()
            else:
                row = json.loads(line)
                yield from SENTENCE.split(row.get("text") or " ".join(row.get("tokens", ())))


def table(paths: list[Path]) -> str:
    """The YAML of all classes, the commonest first."""
    found = [s for p in paths for s in sentences(p) if len(s) > SHORTEST]
    seen: Counter[str] = Counter()
    for sentence in found:
        plain = [w for i, w in enumerate(words(sentence)) if not w.numeric and (not w.capital or i == 0) and len(w.text) > 2]
        seen.update({stem(w.text) for w in plain if fold(w.text) not in function_words()})
    classes: dict[float, list[str]] = {}
    for key, n in seen.items():
        share = 1000 * n / len(found)
        if share >= CLASSES[0]:
            classes.setdefault(max(c for c in CLASSES if share >= c), []).append(key)
    rows = [
        f"- language: en\n  per_thousand: {c:g}\n  stems: {json.dumps(' '.join(sorted(classes[c])), ensure_ascii=False)}\n"
        for c in sorted(classes, reverse=True)
    ]
    return HEAD.format(n=len(found)) + "".join(rows)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    (Path(__file__).parent / "common_words.yml").write_text(table([Path(p) for p in sys.argv[1:]]), encoding="utf-8")
