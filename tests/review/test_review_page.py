"""The review page in a real browser: what is edited in it is downloaded and comes back; nothing is fetched."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import DESKTOP
from sampled import SAMPLES
from shell import jiyao

RECORD = "动员部署会.yaml"
OLD, NEW = "Party branch secretaries", "secretaries of the Party branches"


@pytest.mark.browser
def test_edits_in_the_page_come_back_into_the_record(tmp_path: Path, chromium: Browser) -> None:
    office = tmp_path / "office"
    shutil.copytree(SAMPLES / "procuratorate", office, ignore=shutil.ignore_patterns(".jiyao"))
    page = office / jiyao(office, "review", "export", RECORD, "--to", "html").stdout.splitlines()[0]
    asked: list[str] = []
    context = chromium.new_context(viewport=DESKTOP)
    tab = context.new_page()
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(page.as_uri())
    row = tab.locator("section", has_text="各党支部书记")
    row.locator("textarea[lang=en]").fill(NEW)
    assert row.locator("ins").all_inner_texts() != []
    row.locator("textarea[placeholder]").fill("as the list of posts has it")
    tab.fill("#author", "Reviewer")
    tab.reload()
    assert row.locator("textarea[lang=en]").input_value() == NEW
    with tab.expect_download() as download:
        tab.click("#download")
    decisions = office / "decisions.json"
    download.value.save_as(decisions)
    context.close()
    assert {address.partition(":")[0] for address in asked} <= {"file", "blob"}
    before = (office / RECORD).read_bytes()
    run = jiyao(office, "review", "import", decisions)
    assert (run.returncode, "Reviewer: as the list of posts has it" in run.stderr) == (0, True)
    assert (office / RECORD).read_bytes() == before.replace(OLD.encode(), NEW.encode())
