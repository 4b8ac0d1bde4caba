"""Pages in a real browser: Debian's Chromium, driven by Playwright, with everything noted that a page tries to do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Page, Route, ViewportSize, sync_playwright

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
MILLISECONDS = 30_000
"""How long anything in the browser may take."""

FONTS = Path(__file__).with_name("fonts.conf")
DESKTOP = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=320, height=640)
"""The narrowest that WCAG 2.2 asks for (1.4.10)."""

_NOTE_VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation", e => violations.push(e.violatedDirective + " " + e.blockedURI));
"""


def missing_tools() -> tuple[str, ...]:
    """What tests of web pages need and this machine lacks; `make tools` sets it up."""
    missing = () if _program() else ("chromium",)
    return missing if shutil.which("tidy") else (*missing, "tidy")


def _program() -> str:
    return next(filter(None, map(shutil.which, PROGRAMS)), "")


def _environment() -> dict[str, str | float | bool]:
    """With the fonts of the Word pages, so that a page looks the same on every machine."""
    return {**os.environ, "FONTCONFIG_FILE": str(FONTS)}


@contextmanager
def browser() -> Generator[Browser]:
    """A browser of its own, ended with the context; nothing of it is downloaded."""
    # Chromium's own sandbox does not work for root, as which containers run.
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=_program(), args=arguments, env=_environment(), timeout=MILLISECONDS
        )
        try:
            yield chromium
        finally:
            chromium.close()


@dataclass(frozen=True, slots=True)
class Visit:
    """A page that is open, with what it asked for and what the browser complained of."""

    page: Page
    requests: list[str] = field(default_factory=list[str])
    """Every address asked for beside the page itself and what it holds (data:)."""
    complaints: list[str] = field(default_factory=list[str])
    """What stands in the console."""

    @property
    def violations(self) -> list[str]:
        """What the content policy has stopped."""
        found: list[str] = self.page.evaluate("window.violations")
        return found


@contextmanager
def visit(
    chromium: Browser, file: Path, size: ViewportSize = DESKTOP, *, script: bool = True, before: str = ""
) -> Generator[Visit]:
    """The file as a reader opens it from a disk. `before` is run in the page before anything of its own."""
    context = chromium.new_context(viewport=size, java_script_enabled=script)
    context.set_default_timeout(MILLISECONDS)
    try:
        context.add_init_script(_NOTE_VIOLATIONS + before)
        seen = Visit(context.new_page())
        _take_notes(seen, file.as_uri())
        seen.page.goto(file.as_uri())
        yield seen
    finally:
        context.close()


def _take_notes(seen: Visit, address: str) -> None:
    def asked(route: Route) -> None:
        if route.request.url == address:
            route.continue_()
        else:
            seen.requests.append(route.request.url)
            route.abort()

    def said(message: ConsoleMessage) -> None:
        seen.complaints.append(message.text)

    seen.page.route(lambda url: not url.startswith("data:"), asked)
    seen.page.on("console", said)
    seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
