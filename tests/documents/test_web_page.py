"""A release as a web page: what stands in the file, before any browser shows it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest

from jiyao.documents.shipped import page_template_name, templates_dir
from jiyao.documents.web import WebTemplate, page_template, web_page
from jiyao.documents.web.page import NAMES, Block, Figure, Labelled, Page, Words
from jiyao.languages.text import Language
from jiyao.problems import Problem
from jiyao.records.choices import DocumentName
from jiyao.views.fragments import Emphasis, Role, Run
from jiyao.views.release.view import Photo, ReleaseView
from jiyao.work.making import page_template_file
from published import BARE, CHINESE, ENGLISH, labelled, paragraph, picture, runs

POLICY = '<meta http-equiv="Content-Security-Policy" content="{{ policy }}">'
"""The least that a template must print."""


@cache
def shipped() -> WebTemplate:
    name = page_template_name(DocumentName.RELEASE)
    template = page_template((templates_dir() / name).read_bytes(), name)
    assert isinstance(template, WebTemplate), template
    return template


def page_of(view: ReleaseView, *, published: dt.date | None = None, fragment: bool = False) -> str:
    """The page with the program's template; every photo shows the same picture."""
    pictures = {each.file: picture() for each in view.photos}
    made = web_page(view, pictures, shipped(), published=published, fragment=fragment)
    assert isinstance(made, bytes), made
    return made.decode()


def parsed(page: str) -> Element:
    """The page as a browser reads it; anything that a browser would have to forgive is an error."""
    parser: Any = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(page)
    return root


def text(element: Element) -> str:
    return "".join(element.itertext()).strip()


def texts(root: Element, path: str) -> list[str]:
    return [text(each) for each in root.findall(path)]


def the(root: Element, path: str) -> Element:
    """The only element there."""
    (found,) = root.findall(path)
    return found


def metadata(root: Element) -> dict[str, str]:
    return {each.get("name", ""): each.get("content", "") for each in root.findall(".//meta[@name]")}


@pytest.mark.parametrize("view", [CHINESE, ENGLISH, BARE], ids=["Chinese", "English", "bare"])
@pytest.mark.parametrize("fragment", [False, True])
def test_no_browser_has_to_forgive_anything(view: ReleaseView, fragment: bool) -> None:
    page = page_of(view, fragment=fragment)
    parsed(f"<!DOCTYPE html><html><head><title>CMS</title></head><body>{page}</body></html>" if fragment else page)


def test_everything_that_the_release_says_is_there_in_its_order() -> None:
    root = parsed(page_of(CHINESE))
    assert texts(root, ".//nav//li") == ["首页", "党建工作"]
    assert texts(root, ".//hgroup/*") == [
        "标准化规范化提升年",
        "今年基层党建怎么干？淮北市检察院动员部署",
        "机关党委召开专项行动动员部署会",
    ]
    assert texts(root, ".//p[@class='byline']/span") == ["发布日期：2023年3月7日", "来源：机关党委"]
    assert texts(root, ".//div[@class='text']/p") == [each.text for each in CHINESE.body]
    assert [each.tag for each in the(root, ".//div[@class='text']")] == ["p", "figure", "p", "p", "p"]
    assert texts(root, ".//figcaption") == ["动员部署会现场。王五摄"]
    assert texts(root, ".//p[@class='credits']/span") == ["编辑：李四", "审核：陈玲"]


def test_what_is_unknown_leaves_nothing_behind() -> None:
    root = parsed(page_of(BARE))
    for path in (".//nav", ".//p[@class='byline']", ".//figure", ".//footer", ".//hgroup/p"):
        assert root.findall(path) == []
    assert set(metadata(root)) == {"viewport", "description"}


def test_a_page_says_of_itself_what_is_known() -> None:
    root = parsed(page_of(ENGLISH, published=dt.date(2023, 3, 7)))
    assert the(root, ".").get("lang") == "en-US"
    assert text(the(root, ".//title")) == "Huaibei procurators set out Party building"
    said = metadata(root)
    assert said["author"] == "Huaibei People's Procuratorate"
    assert said["date"] == "2023-03-07"
    assert said["description"].startswith("The Huaibei People's Procuratorate recently launched")
    assert len(said["description"]) <= 200


def test_a_run_in_another_language_says_so() -> None:
    (english,) = parsed(page_of(CHINESE)).findall(".//p/span[@lang]")
    assert (english.get("lang"), text(english)) == ("en-US", "PDCA")
    (chinese,) = parsed(page_of(ENGLISH)).findall(".//p/span[@lang]")
    assert (chinese.get("lang"), text(chinese)) == ("zh-CN", "陈玲")


def test_the_page_speaks_its_own_language() -> None:
    chinese, english = parsed(page_of(CHINESE)), parsed(page_of(ENGLISH))
    assert the(chinese, ".//nav").get("aria-label") == "当前位置"
    assert texts(chinese, ".//div[@role='group']/*") == ["字号", "大", "中", "小"]
    assert the(english, ".//nav").get("aria-label") == "You are here"
    assert texts(english, ".//div[@role='group']/*") == ["Font size", "Large", "Medium", "Small"]


def test_emphasis_and_line_breaks_and_headings_are_html() -> None:
    body = (
        paragraph("一、总体要求", role=Role.HEADING_1),
        replace(paragraph(""), runs=(Run("第一", Emphasis.STRONG), Run("行\n第二行"))),
    )
    root = parsed(page_of(replace(BARE, body=body)))
    assert texts(root, ".//h2") == ["一、总体要求"]
    assert texts(root, ".//p/strong") == ["第一"]
    assert len(root.findall(".//p/br")) == 1


def test_a_picture_is_in_the_page_with_its_size_and_what_it_shows() -> None:
    image = the(parsed(page_of(CHINESE)), ".//figure/img")
    assert image.get("src", "").startswith("data:image/jpeg;base64,/9j/")
    assert (image.get("width"), image.get("height")) == ("1200", "800")
    assert image.get("alt") == "会场全景，陈玲在主席台上讲话，台下坐着二十多人"


def test_a_picture_that_says_nothing_has_an_empty_alternative_and_no_caption() -> None:
    root = parsed(page_of(replace(CHINESE, photos=(Photo("a.jpg", "", ()),))))
    assert the(root, ".//figure/img").get("alt") == ""
    assert root.findall(".//figcaption") == []


HOSTILE = "<script>alert(1)</script>\"'&{{ policy }}{% if %}<img src=x onerror=alert(1)>"


def test_a_text_of_the_record_is_text_wherever_it_stands() -> None:
    view = replace(
        CHINESE,
        breadcrumb=(HOSTILE,),
        headline=runs(HOSTILE),
        byline=(labelled(HOSTILE, HOSTILE),),
        body=(paragraph(HOSTILE),),
        photos=(Photo(HOSTILE, HOSTILE, runs(HOSTILE)),),
        properties=replace(CHINESE.properties, title=HOSTILE, author=HOSTILE),
    )
    root = parsed(page_of(view))
    for path in (".//nav//li", ".//h1", ".//title", ".//div[@class='text']/p", ".//figcaption"):
        assert texts(root, path) == [HOSTILE]
    assert texts(root, ".//p[@class='byline']/span") == [HOSTILE * 2]
    assert the(root, ".//img").get("alt") == HOSTILE
    assert metadata(root)["author"] == HOSTILE
    assert len(root.findall(".//script")) == 1


def test_a_fragment_is_the_article_alone() -> None:
    page = page_of(CHINESE, published=dt.date(2023, 3, 7), fragment=True)
    assert page.startswith('<article lang="zh-CN">')
    assert page.endswith("</article>\n")
    root = parsed(f"<!DOCTYPE html><html><head><title>CMS</title></head><body>{page}</body></html>")
    for path in (".//nav", ".//script", ".//style", ".//button", ".//main", ".//meta"):
        assert root.findall(path) == []
    # The page that it goes into has no style of ours.
    assert {each.get("style") for each in root.findall(".//div[@class='text']/p")} == {"text-indent: 2em"}
    assert the(root, ".//img").get("style") == "max-width: 100%; height: auto"
    assert 'style="text-indent' not in page_of(ENGLISH, fragment=True)


def test_the_same_release_makes_the_same_bytes() -> None:
    assert page_of(CHINESE) == page_of(CHINESE)


def test_the_policy_lets_nothing_in_but_what_the_page_holds() -> None:
    page = page_of(CHINESE)
    policy = the(parsed(page), ".//meta[@http-equiv='Content-Security-Policy']").get("content", "")
    assert re.sub(r"'sha256-[^']+'", "HASH", policy).split("; ") == [
        "default-src 'none'",
        "img-src data:",
        "script-src HASH",
        "style-src HASH",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert re.findall(r'https?://|//[a-z]|\bon[a-z]+="|\bstyle="', re.sub("(?s)<script>.*</script>", "", page)) == []


def test_a_template_may_print_every_field_of_the_page_and_the_policy() -> None:
    assert {each.name for each in fields(Page)} | {"policy"} == NAMES


def test_a_workspace_may_have_a_template_of_its_own(tmp_path: Path) -> None:
    assert page_template_file(tmp_path / "office.yaml", DocumentName.RELEASE) == templates_dir() / "release.html"
    own = tmp_path / "templates" / "release.html"
    own.parent.mkdir()
    own.write_text(POLICY)
    assert page_template_file(tmp_path / "office.yaml", DocumentName.RELEASE) == own


def problems_of(source: str | bytes) -> list[tuple[str, int]]:
    """What is wrong with a template that prints its policy in line 1, as code and line."""
    data = source if isinstance(source, bytes) else f"{POLICY}\n{source}".encode()
    template = page_template(data, "release.html")
    made = web_page(CHINESE, {"会场.jpg": picture()}, template) if isinstance(template, WebTemplate) else template
    assert isinstance(made, tuple), "the page can be made"
    assert {each.place.file for each in made} == {"release.html"}
    return [(each.code, each.place.line) for each in made]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>\n{{ headlin }}", [("T103", 3)]),
        ("{% for item in byline %}\n{{ item.lable }}{% endfor %}", [("T104", 3)]),
        ("{{ words.__class__ }}", [("T105", 2)]),
        ("{{ title }", [("T101", 2)]),
        ("\n{% if title %}", [("T101", 3)]),
        ("{{ title.upper() }}", [("T105", 2)]),
        ("{% include 'other.html' %}", [("T105", 2)]),
        ("{{ title | safe }}", [("T106", 2)]),
        ("{{ title | shout }}", [("T106", 2)]),
        ("{{ title ~ title }}", [("T105", 2)]),
        ("{% set a = title %}", [("T105", 2)]),
        ("\n{{ breadcrumb }}", [("T107", 3)]),
        ("{{ fragment }}", [("T107", 2)]),
        ("{% for letter in title %}{{ letter }}{% endfor %}", [("T116", 2)]),
        ("{% if title < byline %}{% endif %}", [("T114", 2)]),
        ("<style>\np { color: {{ title }} }</style>", [("T303", 3)]),
        ("<script>const x = '{{ title }}';</script>", [("T303", 2)]),
        ('<link rel="stylesheet" href="a.css">', [("T304", 2)]),
        ('\n<img src="https://example.com/a.png" alt="">', [("T304", 3)]),
        ('<button onclick="go()">', [("T304", 2)]),
        ("<iframe></iframe>", [("T304", 2)]),
        ("\n<p class={{ title }}>", [("T305", 3)]),
        ("\n{% if byline[9] %}{% endif %}", [("T114", 3)]),
        ("{{ byline[9] }}", [("T107", 2)]),
        ("{% for a in body %}" * 30 + "{% endfor %}" * 30, [("T101", 0)]),
        ("{% if " + "not " * 3000 + "title %}{% endif %}", [("T101", 0)]),
        ("{{ headlin }}\n{{ titel }}\n{{ headlin }}", [("T103", 2), ("T103", 3)]),
    ],
)
def test_a_broken_template_is_told_line_by_line(source: str, expected: list[tuple[str, int]]) -> None:
    assert problems_of(source) == expected


def test_a_template_without_the_policy_is_refused() -> None:
    assert problems_of(b"<h1>{{ headline }}</h1>") == [("T302", 0)]


def test_a_template_that_is_no_utf_8_is_refused() -> None:
    assert problems_of("标题".encode("gb18030")) == [("T301", 0)]


def test_a_misspelt_name_is_answered_with_the_right_one() -> None:
    (problem,) = page_template(f"{POLICY}{{{{ headlin }}}}".encode(), "release.html")  # type: ignore[misc]  # a tuple
    assert isinstance(problem, Problem)
    assert "`headline`" in str(problem.hint)


def test_no_template_runs_for_ever() -> None:
    loops = 12
    source = "".join(f"{{% for a{number} in body %}}" for number in range(loops)) + "x" + "{% endfor %}" * loops
    view = replace(CHINESE, body=CHINESE.body * 20, photos=())
    template = page_template(f"{POLICY}{source}".encode(), "release.html")
    assert isinstance(template, WebTemplate)
    made = web_page(view, {}, template)
    assert isinstance(made, tuple)
    assert [each.code for each in made] == ["T110"]


def test_a_template_saved_on_windows_makes_the_same_page() -> None:
    data = (templates_dir() / "release.html").read_bytes()
    windows = page_template(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"), "release.html")
    assert isinstance(windows, WebTemplate)
    assert web_page(BARE, {}, windows) == web_page(BARE, {}, shipped())


@pytest.mark.parametrize("language", Language)
def test_every_language_has_words_of_its_own(language: Language) -> None:
    view = replace(CHINESE if language is Language.ZH else ENGLISH, breadcrumb=("x",))
    assert the(parsed(page_of(view)), ".//nav").get("aria-label")


def test_the_page_of_the_docs_names_everything_that_a_template_may_print() -> None:
    docs = (templates_dir().parent / "docs" / "releases.md").read_text("utf-8")
    prose = re.sub(r"(?ms)^```.*?^```", "", docs)
    named = set(re.findall(r"[a-z]+", " ".join(re.findall(r"`([^`]+)`", prose))))
    parts = (each.name for kind in (Page, Words, Block, Figure, Labelled) for each in fields(kind))
    assert NAMES | set(parts) <= named
