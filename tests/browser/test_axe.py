"""That axe made quick says what axe says: on a page with much that is wrong, and on one where all is well but hard to tell."""

from __future__ import annotations

from typing import Any

from tests import axe
from tests.chromium import SCHEMES, Tab

WRONG = """<!doctype html><html><title></title><style>
  body { background: #fff; color: #111; }
  .through { opacity: .4; } .over { background: rgba(0, 0, 0, .5); } .mixed { mix-blend-mode: multiply; background: #ee8; }
  .far { color: hsl(200 60% 70%); } .shade { color: #777; text-shadow: 0 0 2px #999; } .wide { color: oklch(80% 0.1 90); }
  @media (prefers-color-scheme: dark) { body { background: #111; color: #444; } .shade { color: #eee; } }
</style><h3>Told</h3><h1>By whom</h1><img src="x"><input><button></button><ul><p>not a row</ul>
<p class="through">Half of it shows</p><p class="over">Under a <a href="#" style="text-decoration:none">veil</a></p>
<div class="mixed"><p class="through"><b class="over">Three layers</b></p></div>
<p class="far">Far away</p><p class="shade">In the shade</p><p class="wide">Wide of the mark</p>
<p style="color:#767676">Just enough</p>
<p style="background:linear-gradient(red,blue)">No telling</p><div role="button" aria-nothing="1">Pressed</div>
<a href="#" style="display:inline-block;font-size:9px">small</a><a href="#" style="font-size:9px">small</a></html>"""
EACH = """async rules => { const all = await axe.run(document, {runOnly: rules});
  const nodes = rule => rule.nodes.map(n => [n.target, n.any, n.all, n.none]);
  return ['violations', 'incomplete', 'passes'].map(kind => all[kind].map(rule => [rule.id, nodes(rule)])); }"""


def said(browser: Any, quick: bool) -> list[Any]:
    """All that axe says of it, what is right and what it cannot tell too."""
    out = []
    with Tab(browser) as tab:
        tab.page.set_content(WRONG)
        axe.put_into(tab.page, quick)
        for scheme, rules in SCHEMES.items():
            tab.page.emulate_media(color_scheme=scheme)
            out.append(tab.page.evaluate(EACH, rules))
    return out


def test_it_says_the_same_as_axe_as_it_comes(browser: Any) -> None:
    plain = said(browser, quick=False)
    assert said(browser, quick=True) == plain
    light, dark = ({rule: len(nodes) for rule, nodes in violations} for violations, _, _ in plain)
    assert light["color-contrast"] >= 5 and dark["color-contrast"] > light["color-contrast"]
    assert {"image-alt", "label", "button-name", "document-title", "html-has-lang", "list", "link-in-text-block"} <= set(light)
    assert all(incomplete and passes for _, incomplete, passes in plain)
