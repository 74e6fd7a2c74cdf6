"""Stand-off labels over open texts: offsets and digests, no text. docs/labels.md says what the marks mean.

    open.py write CORPORA MARKED    read marked copies (CORPUS--ID.txt) of open texts, check them, write open.jsonl
    open.py second CORPORA MARKED   the same for texts that somebody else marked again, blind: open.second.jsonl
    open.py check CORPORA           fail when a text in the corpora is not the one that the labels were made over
    open.py records CORPORA         print texts and labels as `build.py --records` does
    open.py gold CORPORA            print texts and labels in PolNeAR's form, for its scorer

CORPORA is a folder with meantime/ (Wikinews, CC BY 2.5) and ner/re3d.*.jsonl (per-source licences; BBC and EU delegation are
left out).
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from build import Article, LabelError, _checked, _plain, gold

HERE = Path(__file__).parent
OUT, SECOND = HERE / "open.jsonl", HERE / "open.second.jsonl"
LEFT_OUT = {"BBC Online", "Delegation of the European Union to Syria"}


def texts(corpora: Path) -> dict[str, dict[str, str]]:
    """Key "corpus--id" to text, licence and address of every open text."""
    out = {}
    for name in ("meantime/train.jsonl", "meantime/dev.jsonl", "ner/re3d.train.jsonl", "ner/re3d.dev.jsonl"):
        corpus = "meantime" if name.startswith("meantime") else "re3d"
        for line in (corpora / name).read_text(encoding="utf-8").split("\n"):
            row = json.loads(line) if line.strip() else {}
            if row and row.get("source") not in LEFT_OUT:
                key = f"{corpus}--{row['id'].replace('/', '_')}"
                out[key] = {"text": row["text"], "licence": row.get("licence", "CC BY 2.5"), "url": row.get("url", "")}
    return out


def marked(key: str, source: str, text: str) -> dict[str, Any]:
    """The labels of one marked copy; an error where its plain text is not the corpus's."""
    article = Article(key)
    article.text = _plain(article, source, 0, key)
    if article.text.rstrip() != text.rstrip():
        both = enumerate(zip(article.text, text, strict=False))
        at = next((i for i, (a, b) in both if a != b), min(len(article.text), len(text)))
        raise LabelError(f"{key}: the copy differs at {at}: {article.text[at : at + 30]!r}, not {text[at : at + 30]!r}")
    _checked(article)
    record = article.record()
    digest = hashlib.sha256(text.encode()).hexdigest()
    return {"key": key, "sha256": digest, "hedges": record["hedges"], "attributions": record["attributions"]}


def records(folder: Path) -> list[dict[str, Any]]:
    """Texts and labels as `build.py --records` prints its own."""
    known = texts(folder)
    rows = [json.loads(line) for line in OUT.read_text(encoding="utf-8").split("\n") if line]
    return [r | {"name": r["key"], "text": known[r["key"]]["text"], "title": None, "furniture": []} for r in rows]


def main(argv: list[str]) -> int:
    """Write, check or print."""
    verb, corpora = argv[0], texts(Path(argv[1]))
    if verb in ("write", "second"):
        rows = []
        out = OUT if verb == "write" else SECOND
        for path in sorted(Path(argv[2]).glob("*.txt")):
            one = corpora[path.stem]
            rows.append(
                marked(path.stem, path.read_text(encoding="utf-8"), one["text"]) | {"licence": one["licence"], "url": one["url"]}
            )
        out.write_text("".join(json.dumps(r, ensure_ascii=False, sort_keys=True) + "\n" for r in rows), encoding="utf-8")
        print(f"{len(rows)} texts, {sum(len(r['attributions']) for r in rows)} attributions")
        return 0
    rows = [json.loads(line) for line in OUT.read_text(encoding="utf-8").split("\n") if line]
    found = {key: hashlib.sha256(one["text"].encode()).hexdigest() for key, one in corpora.items()}
    bad = [r["key"] for r in rows if found.get(r["key"]) != r["sha256"]]
    if verb == "records":
        for r in records(Path(argv[1])):
            print(json.dumps(r, ensure_ascii=False, sort_keys=True))
    if verb == "gold":
        for r in rows:
            print(json.dumps(gold(r | {"name": r["key"], "text": corpora[r["key"]]["text"]}), ensure_ascii=False))
    if bad:
        print("\n".join(f"{key}: the text is not the one that the labels were made over" for key in bad))
    return bool(bad)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except LabelError as e:
        sys.exit(str(e))
