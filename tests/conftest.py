"""What every test may ask for, and what a missing program means."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

import browsing
import rendering

# A busy machine is not a fault; what is slow is measured in benchmarks/.
settings.register_profile("jiyao", deadline=None, max_examples=int(os.environ.get("JIYAO_EXAMPLES", "100")))
settings.load_profile("jiyao")

NEEDING_TOOLS = {"rendering": rendering.missing_tools, "browser": browsing.missing_tools}
"""The marks of tests that need programs of the machine, and what tells which of them are missing."""

TOOLS_ARE_REQUIRED = os.environ.get("CI") == "true" or os.environ.get("JIYAO_REQUIRE_TOOLS") == "1"


def pytest_addoption(parser: pytest.Parser) -> None:
    said = "write down what the golden documents are now; the difference is then to be read"
    parser.addoption("--refresh-golden", action="store_true", help=said)


@cache
def missing_tools(mark: str) -> tuple[str, ...]:
    """Looked for once in a run."""
    return NEEDING_TOOLS[mark]()


def marks_of(item: pytest.Item) -> tuple[str, ...]:
    """The marks of a test that say that it needs tools."""
    return tuple(mark for mark in NEEDING_TOOLS if item.get_closest_marker(mark) is not None)


@pytest.fixture(autouse=True)
def _skip_without_tools(request: pytest.FixtureRequest) -> None:
    skip_without(*marks_of(request.node))


def skip_without(*marks: str) -> None:
    """Skip what needs the tools of these marks, where one is missing."""
    if missing := [tool for mark in marks for tool in missing_tools(mark)]:
        pytest.skip(f"this machine lacks {', '.join(missing)}; type `make tools`")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where the tools are required, a skipped test of pages is a failed one."""
    report = yield
    if TOOLS_ARE_REQUIRED and report.skipped and marks_of(item):
        report.outcome = "failed"
        why = report.longrepr[-1] if isinstance(report.longrepr, tuple) else report.longrepr
        report.longrepr = f"{item.nodeid} must not be skipped here. {why}"
    return report


@pytest.fixture(scope="session")
def chromium() -> Generator[Browser]:
    """One for each worker; every test opens its pages in a context of its own, which remembers nothing of others."""
    # It is set up before anything that belongs to a single test.
    skip_without("browser")
    with browsing.browser() as opened:
        yield opened


@pytest.fixture(scope="session")
def libreoffice_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for each worker: two processes on one profile get in each other's way."""
    return tmp_path_factory.mktemp("libreoffice") / "profile"


@pytest.fixture
def to_pdf(tmp_path: Path, libreoffice_profile: Path) -> Callable[[bytes], Path]:
    """Makes the PDF of one document; for many at once use `rendering.to_pdf`."""

    def convert(docx: bytes) -> Path:
        return rendering.to_pdf({"document": docx}, tmp_path / "rendered", libreoffice_profile)["document"]

    return convert
