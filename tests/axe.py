"""axe in a page, as it comes but for two things that took most of its time; what it says is the same (tests/browser/test_axe.py).

For old browsers axe keeps the parts of each colour in weak maps, which the collector must go through again and again; and it
reads "rgb(…)" anew for every element and all that it stands in. On the report of a story it took 15 seconds in light, 13 in dark;
8 and 7 with its maps kept on the objects themselves and each colour read once.
"""

from __future__ import annotations

from typing import Any

import pytest

MAPS = """
  class Keyed {
    constructor(all) { this.key = Symbol(); for (const [of, value] of all || []) this.set(of, value); }
    has(of) { return this.key in of; }
    get(of) { return of[this.key]; }
    set(of, value) { of[this.key] = value; return this; }
    delete(of) { return delete of[this.key]; }
  }
  class KeyedSet extends Keyed { add(of) { return this.set(of, true); } }
"""
COLOURS = """
  const known = new Map(), colour = axe.commons.color.Color.prototype, read = colour.parseString;
  colour.parseString = function (text) {
    if (!known.has(text)) { read.call(this, text); known.set(text, [this.r, this.g, this.b, this.alpha]); }
    [this.r, this.g, this.b, this.alpha] = known.get(text);
    return this;
  };
"""
ASKED = {"resultTypes": ["violations"]}
"""The rest, 4 MB for a long report, need not be handed over."""


def put_into(page: Any, quick: bool = True) -> None:
    """Set axe into a page, which must bypass its policy; not ``quick``: as it comes."""
    base = pytest.importorskip("axe_playwright_python.base", reason="axe-playwright-python is not installed")
    own = f"(function (WeakMap, WeakSet) {{ {base.AXE_SCRIPT} }}).call(window, Keyed, KeyedSet);"
    page.evaluate(f"(() => {{ {MAPS} {own} {COLOURS} }})()" if quick else base.AXE_SCRIPT)


def found(page: Any, rules: list[str], within: str | None = None) -> list[dict[str, Any]]:
    """What violates these rules, in the page or in one part of it."""
    run = "([within, options]) => axe.run(within ?? document, options).then(all => all.violations)"
    return list(page.evaluate(run, [within, {"runOnly": rules, **ASKED}]))
