"""The oracle itself: were it blind, every test of a web page would pass."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from browsing import visit

CHECKOUT = Path(__file__).resolve().parents[1]
POOR = """<!DOCTYPE html><html><head><title>x</title>
<meta http-equiv="Content-Security-Policy" content="style-src 'none'"></head><body>
<p>grey</p><img src="https://example.com/a.png"><style>p { color: red }</style><script>missing()</script>
</body></html>"""


@pytest.mark.browser
def test_what_a_page_asks_for_and_what_goes_wrong_is_noted(chromium: Browser, tmp_path: Path) -> None:
    file = tmp_path / "poor.html"
    file.write_text(POOR)
    with visit(chromium, file) as seen:
        assert seen.requests == ["https://example.com/a.png"]
        assert any("missing is not defined" in each for each in seen.complaints)
        assert [each.partition(" ")[0] for each in seen.violations] == ["style-src-elem"]


@pytest.mark.browser
def test_what_keeps_people_out_is_found(chromium: Browser, tmp_path: Path) -> None:
    file = tmp_path / "poor.html"
    file.write_text(POOR.replace("<p>", "<p style='color: #ccc'>").replace("style-src 'none'", ""))
    axe: Any = Axe()
    with visit(chromium, file) as seen:
        found = {each["id"] for each in axe.run(seen.page).response["violations"]}
        assert {"color-contrast", "html-has-lang", "image-alt", "landmark-one-main"} <= found


@pytest.mark.parametrize(("required", "status"), [("0", pytest.ExitCode.OK), ("1", pytest.ExitCode.TESTS_FAILED)])
def test_without_chromium_a_test_is_skipped_by_name_or_fails_where_it_must_run(
    required: str, status: int, tmp_path: Path
) -> None:
    test = f"{__file__}::test_what_keeps_people_out_is_found"
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", test],
        cwd=CHECKOUT,
        env={**os.environ, "PATH": str(tmp_path), "CI": "", "JIYAO_REQUIRE_TOOLS": required},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.returncode == status
    assert "this machine lacks chromium, tidy" in run.stdout
