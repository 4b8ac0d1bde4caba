"""What the HTML of a template may not hold, and the content policy of the pages that it makes."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from hashlib import sha256
from html.parser import HTMLParser

from jiyao.documents.filling.faults import Fault, Spot
from jiyao.documents.web.faults import against_policy, tag_in_code, unquoted
from jiyao.problems import Message, Problem, message

_CODE = re.compile(r"<(script|style)\b[^>]*>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"\{[{%#]")
_QUOTED = re.compile(r"\{%.*?%\}|\"[^\"]*\"|'[^']*'", re.DOTALL)
"""What may stand within the tag of an element and prints nothing there, or prints between quotes."""
_FETCHING = frozenset(("base", "embed", "frame", "iframe", "link", "object"))
"""Elements that do nothing but fetch, or send the page elsewhere."""


def policy_of(source: str) -> str:
    """Nothing at all, but pictures that the page itself holds, and its own script and style, known by their hash."""
    hashes: dict[str, list[str]] = {"script": [], "style": []}
    for found in _CODE.finditer(source):
        digest = b64encode(sha256(found[2].encode()).digest()).decode()
        hashes[found[1].lower()].append(f"'sha256-{digest}'")
    code = (f"{kind}-src {' '.join(known)}" for kind, known in hashes.items() if known)
    return "; ".join(("default-src 'none'", "img-src data:", *code, "base-uri 'none'", "form-action 'none'"))


def unsafe(source: str) -> Iterator[Fault]:
    """What the policy forbids, tags where it needs the same text on every page, and values without quotes."""
    for found in _CODE.finditer(source):
        if tag := _TAG.search(source, found.start(2), found.end(2)):
            yield Fault(tag_in_code, source.count("\n", 0, tag.start()) + 1)
    elements = _Elements()
    elements.feed(source)
    yield from elements.faults


class _Elements(HTMLParser):
    """Reads the elements of a template, tags of Jinja being text to it, and keeps what is wrong with them."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[Fault] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        if tag in _FETCHING:
            self.faults.append(Fault(_forbidding(message("<{element}>", element=tag)), line))
        for name, value in attrs:
            fetches = name in {"src", "srcset"} and not (value or "").startswith(("{{", "data:"))
            if fetches or name.startswith("on"):
                self.faults.append(Fault(_forbidding(message("`{attribute}`", attribute=name)), line))
        if "{{" in _QUOTED.sub("", self.get_starttag_text() or ""):
            self.faults.append(Fault(unquoted, line))


def _forbidding(what: Message) -> Callable[[Spot], Problem]:
    return lambda spot: against_policy(spot, what)
