"""A release as a web page, in a real browser: what a reader sees and can do."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from pdfplumber import open as open_pdf
from playwright.sync_api import Browser, Page, ViewportSize

from browsing import DESKTOP, PHONE, visit
from jiyao.documents.shipped import templates_dir
from jiyao.documents.web import WebTemplate, page_template, web_page
from jiyao.views.release.view import ReleaseView
from published import BARE, CHINESE, ENGLISH, drawn, paragraph, picture, runs

pytestmark = pytest.mark.browser

Saved = Callable[..., Path]


@pytest.fixture
def saved(tmp_path: Path) -> Saved:
    """Makes a page and saves it, as somebody does who opens it from a disk."""
    template = page_template((templates_dir() / "release.html").read_bytes(), "release.html")
    assert isinstance(template, WebTemplate), template

    def save(view: ReleaseView, *, wide: int = 1200, fragment: bool = False) -> Path:
        pictures = {each.file: picture(drawn(width=wide)) for each in view.photos}
        made = web_page(view, pictures, template, fragment=fragment)
        assert isinstance(made, bytes), made
        file = tmp_path / "release.html"
        file.write_bytes(made)
        return file

    return save


def size_of_text(page: Page) -> float:
    """The size of the first paragraph, in CSS pixels."""
    size: float = page.locator(".text p").first.evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
    return size


def pressed(page: Page) -> list[str]:
    return page.locator("button[aria-pressed=true]").all_inner_texts()


EVERY_VIEW = pytest.mark.parametrize("view", [CHINESE, ENGLISH, BARE], ids=["Chinese", "English", "bare"])


@EVERY_VIEW
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_page_asks_for_nothing_and_the_browser_has_nothing_to_complain_of(
    view: ReleaseView, size: ViewportSize, saved: Saved, chromium: Browser
) -> None:
    with visit(chromium, saved(view), size) as seen:
        seen.page.get_by_role("button").first.click()
        assert (seen.requests, seen.complaints, seen.violations) == ([], [], [])


def test_a_picture_is_shown(saved: Saved, chromium: Browser) -> None:
    with visit(chromium, saved(CHINESE)) as seen:
        shown = seen.page.locator("img").evaluate("each => [each.complete, each.naturalWidth, each.naturalHeight]")
        assert shown == [True, 1200, 800]


def test_the_switch_changes_the_size_of_the_text(saved: Saved, chromium: Browser) -> None:
    with visit(chromium, saved(CHINESE)) as seen:
        medium = size_of_text(seen.page)
        assert pressed(seen.page) == ["中"]
        seen.page.get_by_role("button", name="大").click()
        large = size_of_text(seen.page)
        assert pressed(seen.page) == ["大"]
        seen.page.get_by_role("button", name="小").click()
        assert size_of_text(seen.page) < medium < large
        assert pressed(seen.page) == ["小"]
        assert size_of_text(seen.page) >= 16


def test_the_switch_is_worked_by_keys_alone(saved: Saved, chromium: Browser) -> None:
    with visit(chromium, saved(ENGLISH)) as seen:
        before = size_of_text(seen.page)
        seen.page.keyboard.press("Tab")
        focused = seen.page.evaluate(
            "[document.activeElement.innerText, getComputedStyle(document.activeElement).outlineStyle]"
        )
        assert focused == ["Large", "solid"]
        seen.page.keyboard.press("Enter")
        assert size_of_text(seen.page) > before
        seen.page.keyboard.press("Tab")
        seen.page.keyboard.press("Space")
        assert size_of_text(seen.page) == before


def test_the_size_is_remembered(saved: Saved, chromium: Browser) -> None:
    with visit(chromium, saved(CHINESE)) as seen:
        seen.page.get_by_role("button", name="大").click()
        large = size_of_text(seen.page)
        # Chromium stores beside the page, and on a busy machine later than a reload at once.
        for _ in range(20):
            seen.page.reload()
            if size_of_text(seen.page) == large:
                break
        assert size_of_text(seen.page) == large
        assert pressed(seen.page) == ["大"]


def test_a_size_that_there_is_not_is_forgotten(saved: Saved, chromium: Browser) -> None:
    with visit(chromium, saved(CHINESE), before="localStorage.setItem('jiyao.font-size', 'enormous')") as seen:
        assert pressed(seen.page) == ["中"]


def test_the_switch_works_where_nothing_can_be_remembered(saved: Saved, chromium: Browser) -> None:
    refusing = (
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"
    )
    with visit(chromium, saved(CHINESE), before=refusing) as seen:
        before = size_of_text(seen.page)
        seen.page.get_by_role("button", name="大").click()
        assert size_of_text(seen.page) > before
        assert seen.complaints == []


def test_without_a_script_the_page_reads_and_shows_no_switch(saved: Saved, chromium: Browser) -> None:
    with visit(chromium, saved(CHINESE), script=False) as seen:
        for text in ("今年基层党建怎么干？淮北市检察院动员部署", "发布日期：2023年3月7日", CHINESE.body[0].text):
            assert seen.page.get_by_text(text, exact=True).is_visible()
        assert seen.page.locator("button:visible").count() == 0


HOSTILE = "<script>window.hit = 1</script><img src=x onerror='window.hit = 1'>"


def test_a_script_in_a_text_of_the_record_is_read_and_does_not_run(saved: Saved, chromium: Browser) -> None:
    view = replace(CHINESE, headline=runs(HOSTILE), body=(paragraph(HOSTILE),))
    with visit(chromium, saved(view)) as seen:
        assert seen.page.locator("h1").inner_text() == HOSTILE
        assert seen.page.evaluate("window.hit") is None
        assert (seen.requests, seen.violations) == ([], [])


def test_what_gets_into_a_page_all_the_same_is_stopped_by_its_policy(saved: Saved, chromium: Browser) -> None:
    file = saved(CHINESE)
    page = file.read_text("utf-8")
    foreign = (
        "<script>window.hit = 1</script><img src='https://example.com/a.png' onerror='window.hit = 1' alt=''>"
        "<iframe src='https://example.com/'></iframe><style>p { display: none }</style>"
    )
    file.write_text(page.replace("</article>", f"{foreign}</article>"), "utf-8")
    with visit(chromium, file) as seen:
        seen.page.wait_for_function("window.violations.length >= 4")
        assert seen.page.evaluate("window.hit") is None
        assert seen.requests == []
        assert seen.page.locator(".text p").first.is_visible()
        stopped = {each.partition(" ")[0] for each in seen.violations}
        assert {"script-src-elem", "style-src-elem", "img-src", "frame-src"} <= stopped


@EVERY_VIEW
@pytest.mark.parametrize("wanted", ["large", "small"])
def test_nothing_hangs_over_the_edge_of_a_narrow_phone(
    view: ReleaseView, wanted: str, saved: Saved, chromium: Browser
) -> None:
    long = replace(view, headline=runs("W" * 80), body=(*view.body, paragraph("https://example.com/" + "a" * 200)))
    with visit(chromium, saved(long, wide=1600), PHONE) as seen:
        seen.page.locator(f"button[data-size={wanted}]").click()
        widths = seen.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        assert widths == [320, 320]


@pytest.mark.parametrize("view", [CHINESE, ENGLISH], ids=["Chinese", "English"])
def test_on_paper_there_is_the_release_and_neither_switch_nor_breadcrumb(
    view: ReleaseView, saved: Saved, chromium: Browser, tmp_path: Path
) -> None:
    with visit(chromium, saved(view)) as seen:
        seen.page.locator("button[data-size=large]").click()
        seen.page.emulate_media(media="print", color_scheme="dark")
        assert size_of_text(seen.page) == pytest.approx(16)  # 12 points, whatever the screen shows
        assert seen.page.locator("nav").is_hidden()
        assert seen.page.locator(".size").is_hidden()
        paper = seen.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert paper == "rgb(255, 255, 255)"
        seen.page.pdf(path=tmp_path / "release.pdf", prefer_css_page_size=True)
    with open_pdf(tmp_path / "release.pdf") as pdf:
        assert {(round(each.width), round(each.height)) for each in pdf.pages} == {(595, 842)}
        assert len(pdf.pages) == 1
        printed = pdf.pages[0].extract_text()
        assert view.breadcrumb[0] not in printed
        assert view.credits[0].runs[0].text in printed


@EVERY_VIEW
@pytest.mark.parametrize("colors", ["light", "dark"])
def test_axe_finds_nothing_that_keeps_people_out(
    view: ReleaseView, colors: str, saved: Saved, chromium: Browser
) -> None:
    with visit(chromium, saved(view)) as seen:
        seen.page.emulate_media(color_scheme="dark" if colors == "dark" else "light")
        axe: Any = Axe()
        found = axe.run(seen.page).response
        assert found["violations"] == []
        checked = {each["id"] for each in found["passes"]}
        assert {"color-contrast", "landmark-one-main", "region", "page-has-heading-one", "html-has-lang"} <= checked


def test_a_picture_is_told_to_whoever_cannot_see_it(saved: Saved, chromium: Browser) -> None:
    with visit(chromium, saved(CHINESE)) as seen:
        assert seen.page.get_by_role("img", name="会场全景，陈玲在主席台上讲话，台下坐着二十多人").is_visible()
        assert seen.page.get_by_role("navigation", name="当前位置").is_visible()
        assert seen.page.get_by_role("group", name="字号").is_visible()


def test_a_chinese_paragraph_is_indented_by_two_characters_and_an_english_one_is_not(
    saved: Saved, chromium: Browser
) -> None:
    indents = "each => parseFloat(getComputedStyle(each).textIndent) / parseFloat(getComputedStyle(each).fontSize)"
    with visit(chromium, saved(CHINESE)) as seen:
        assert seen.page.locator(".text p").first.evaluate(indents) == 2
    with visit(chromium, saved(ENGLISH)) as seen:
        assert seen.page.locator(".text p").first.evaluate(indents) == 0


@EVERY_VIEW
def test_tidy_finds_nothing_to_tidy(view: ReleaseView, saved: Saved) -> None:
    run = subprocess.run(
        ["tidy", "-errors", "-quiet", "-utf8", "--strict-tags-attributes", "yes", saved(view)],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (0, "")
