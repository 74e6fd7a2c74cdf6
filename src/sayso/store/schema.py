"""The tables of the book, as numbered steps from an empty file; ``PRAGMA user_version`` holds the last step taken.

A step that was released is never changed: the next number is added. All tables are STRICT. What is the same in every run stands
once (``documents``, ``readings``); what was found over one pile belongs to its run and goes with it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

APPLICATION = 0x73617973
""""says" in ASCII: marks a file as a book (``PRAGMA application_id``)."""

FIRST = """
CREATE TABLE documents (
  id TEXT PRIMARY KEY, place TEXT NOT NULL, url TEXT, sha256 TEXT NOT NULL, outlet TEXT, outlet_basis TEXT, title TEXT, byline TEXT,
  language TEXT, published_start TEXT, published_end TEXT, published_basis TEXT, degraded TEXT NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE TABLE readings (
  document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE, maker TEXT NOT NULL, fingerprint TEXT NOT NULL,
  payload TEXT NOT NULL, PRIMARY KEY (document, maker)
) STRICT, WITHOUT ROWID;
CREATE TABLE runs (
  id TEXT PRIMARY KEY, version TEXT NOT NULL, settings TEXT NOT NULL, analyzer TEXT NOT NULL, model TEXT, maker TEXT NOT NULL,
  documents INTEGER NOT NULL
) STRICT;
CREATE TABLE run_documents (
  run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, document TEXT NOT NULL REFERENCES documents(id),
  PRIMARY KEY (run, document)
) STRICT, WITHOUT ROWID;
CREATE TABLE sources (
  run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, id TEXT NOT NULL, document TEXT NOT NULL REFERENCES documents(id),
  name TEXT, kind TEXT NOT NULL, identity TEXT, aliases TEXT NOT NULL, PRIMARY KEY (run, id, document)
) STRICT;
CREATE TABLE statements (
  run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, id TEXT NOT NULL, document TEXT NOT NULL REFERENCES documents(id),
  attribution TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, quote TEXT NOT NULL, told TEXT NOT NULL,
  voice TEXT NOT NULL, stance TEXT NOT NULL, PRIMARY KEY (run, id)
) STRICT;
CREATE TABLE chain_links (
  run TEXT NOT NULL, statement TEXT NOT NULL, position INTEGER NOT NULL, name TEXT, kind TEXT NOT NULL, source TEXT, words TEXT,
  PRIMARY KEY (run, statement, position), FOREIGN KEY (run, statement) REFERENCES statements(run, id) ON DELETE CASCADE
) STRICT;
CREATE TABLE quantities (
  run TEXT NOT NULL, statement TEXT NOT NULL, position INTEGER NOT NULL, low REAL NOT NULL, high REAL, unit TEXT NOT NULL,
  "of" TEXT, words TEXT NOT NULL, PRIMARY KEY (run, statement, position),
  FOREIGN KEY (run, statement) REFERENCES statements(run, id) ON DELETE CASCADE
) STRICT;
CREATE TABLE claims (
  run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, id TEXT NOT NULL, gist TEXT NOT NULL, origins_low INTEGER NOT NULL,
  origins_high INTEGER NOT NULL, origins TEXT NOT NULL, why TEXT NOT NULL, states TEXT NOT NULL, PRIMARY KEY (run, id)
) STRICT;
CREATE TABLE claim_statements (
  run TEXT NOT NULL, claim TEXT NOT NULL, statement TEXT NOT NULL, PRIMARY KEY (run, claim, statement),
  FOREIGN KEY (run, claim) REFERENCES claims(run, id) ON DELETE CASCADE,
  FOREIGN KEY (run, statement) REFERENCES statements(run, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_statements_statement ON claim_statements (run, statement);
CREATE TABLE unseen (
  run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
  PRIMARY KEY (run, id)
) STRICT;
CREATE TABLE derivations (
  run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, document TEXT NOT NULL REFERENCES documents(id), "from" TEXT NOT NULL,
  kind TEXT NOT NULL, directed INTEGER NOT NULL, declared INTEGER NOT NULL, weight REAL NOT NULL, why TEXT NOT NULL,
  PRIMARY KEY (run, document, "from", kind)
) STRICT;
CREATE TABLE siblings (
  run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, documents TEXT NOT NULL, parent TEXT, why TEXT NOT NULL
) STRICT;
CREATE TABLE ties (
  run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, a TEXT NOT NULL, b TEXT NOT NULL, weight REAL NOT NULL,
  same INTEGER NOT NULL, why TEXT NOT NULL, PRIMARY KEY (run, a, b, same)
) STRICT;
CREATE TABLE findings (
  run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, id TEXT NOT NULL, rule TEXT NOT NULL, claim TEXT, message TEXT NOT NULL,
  "from" TEXT, "to" TEXT, responsible TEXT, limits TEXT NOT NULL, PRIMARY KEY (run, id)
) STRICT;
CREATE TABLE evidence (
  run TEXT NOT NULL, finding TEXT NOT NULL, position INTEGER NOT NULL, document TEXT NOT NULL REFERENCES documents(id),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, quote TEXT NOT NULL, PRIMARY KEY (run, finding, position),
  FOREIGN KEY (run, finding) REFERENCES findings(run, id) ON DELETE CASCADE
) STRICT;
CREATE TABLE rejected (
  run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, place TEXT NOT NULL, reason TEXT NOT NULL,
  PRIMARY KEY (run, place, reason)
) STRICT;
CREATE VIEW v_statements AS
  SELECT s.run, s.id, d.outlet, d.title, s.told, s.quote, s.voice, s.stance,
    (SELECT group_concat(name, ' <- ') FROM (SELECT coalesce(l.name, '(' || l.kind || ' not named)') AS name FROM chain_links l
      WHERE l.run = s.run AND l.statement = s.id ORDER BY l.position)) AS chain,
    c.claim, s.document, s.start, s."end"
  FROM statements s JOIN documents d ON d.id = s.document
  LEFT JOIN claim_statements c ON c.run = s.run AND c.statement = s.id;
CREATE VIEW v_claims AS
  SELECT c.run, c.id, c.gist, count(DISTINCT s.document) AS tellers, c.origins_low, c.origins_high, c.origins, c.states,
    (SELECT count(*) FROM findings f WHERE f.run = c.run AND f.claim = c.id) AS findings
  FROM claims c LEFT JOIN claim_statements m ON m.run = c.run AND m.claim = c.id
  LEFT JOIN statements s ON s.run = m.run AND s.id = m.statement
  GROUP BY c.run, c.id ORDER BY tellers DESC, c.origins_high, c.gist;
CREATE VIEW v_findings AS
  SELECT f.run, f.id, f.rule, f.message, f."from", f."to", f.responsible, f.limits, c.gist, f.claim
  FROM findings f LEFT JOIN claims c ON c.run = f.run AND c.id = f.claim;
"""

# What people judged, in the order they did: rows are added, never changed; an undone one is named by the row that undoes it.
SECOND = """
CREATE TABLE judgements (
  number INTEGER PRIMARY KEY, verdict TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, undoes INTEGER REFERENCES judgements(number)
) STRICT;
CREATE TRIGGER judgements_stay BEFORE UPDATE ON judgements BEGIN SELECT raise(ABORT, 'judgements are not changed'); END;
CREATE TRIGGER judgements_are_kept BEFORE DELETE ON judgements BEGIN SELECT raise(ABORT, 'judgements are not removed'); END;
"""

# What one screen or one answer needs without the rest: records whole and by document, names as all screens have them, words to
# search. The log of judgements holds who and when, and each row the digest of the row before it.
THIRD = """
ALTER TABLE runs ADD COLUMN options TEXT;
ALTER TABLE runs ADD COLUMN pile TEXT;
ALTER TABLE run_documents ADD COLUMN siglum TEXT;
ALTER TABLE run_documents ADD COLUMN name TEXT;
ALTER TABLE run_documents ADD COLUMN published TEXT;
ALTER TABLE claims ADD COLUMN number INTEGER;
ALTER TABLE unseen ADD COLUMN letter TEXT;
CREATE INDEX claims_number ON claims (run, number);
CREATE INDEX findings_claim ON findings (run, claim);
CREATE INDEX statements_document ON statements (run, document);
CREATE TABLE records (
  run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, kind TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL,
  PRIMARY KEY (run, kind, id)
) STRICT;
CREATE TABLE record_documents (
  run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, document TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
  PRIMARY KEY (run, document, kind, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE voices (
  run TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, state TEXT NOT NULL, position INTEGER NOT NULL, statement TEXT NOT NULL,
  PRIMARY KEY (run, state, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE passages (
  number INTEGER PRIMARY KEY, document TEXT NOT NULL REFERENCES documents(id), statement TEXT NOT NULL, start INTEGER NOT NULL,
  "end" INTEGER NOT NULL
) STRICT;
CREATE INDEX passages_document ON passages (document);
CREATE VIRTUAL TABLE search USING fts5(words, figures, names, tokenize = 'unicode61');
DROP TRIGGER judgements_stay;
DROP TRIGGER judgements_are_kept;
ALTER TABLE judgements RENAME TO judgements_before;
CREATE TABLE judgements (
  number INTEGER PRIMARY KEY, verdict TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, undoes INTEGER REFERENCES judgements(number),
  note TEXT NOT NULL, "by" TEXT NOT NULL, "at" TEXT NOT NULL, before TEXT NOT NULL
) STRICT;
INSERT INTO judgements SELECT number, verdict, a, b, undoes, '', '', '', chained(number, verdict, a, b, undoes)
  FROM judgements_before ORDER BY number;
DROP TABLE judgements_before;
CREATE TRIGGER judgements_stay BEFORE UPDATE ON judgements BEGIN SELECT raise(ABORT, 'judgements are not changed'); END;
CREATE TRIGGER judgements_are_kept BEFORE DELETE ON judgements BEGIN SELECT raise(ABORT, 'judgements are not removed'); END;
"""

STEPS: tuple[str, ...] = (FIRST, SECOND, THIRD)
"""Step n leads from ``user_version`` n - 1 to n."""

BEGINNING = "0" * 64
"""What the first row of the log of judgements holds for the row before it."""
LogCell = str | int | None


def digest(row: Sequence[LogCell]) -> str:
    """Of one row of the log, all its columns in order: what the next row holds under ``before``."""
    return hashlib.sha256(json.dumps(list(row), ensure_ascii=True).encode("ascii")).hexdigest()


class Chain:
    """Gives each row of an older log, in order, the digest of the row before: the SQL function ``chained`` of step 3."""

    def __init__(self) -> None:
        self.head = BEGINNING

    def __call__(self, *row: LogCell) -> str:
        """The digest of the row before this one, of which the columns that it had are given."""
        before = self.head
        self.head = digest((*row, "", "", "", before))
        return before
