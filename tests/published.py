"""Releases as views, put together by hand: all that a page and a text are made of, and a picture to go with them."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from PIL import Image, ImageDraw

from jiyao.documents.pictures import ReadyPicture, ready_picture
from jiyao.languages.text import Language
from jiyao.problems import Place
from jiyao.views.fragments import Emphasis, Paragraph, Role, Run
from jiyao.views.minutes import Properties
from jiyao.views.release.view import Labelled, Photo, ReleaseView

ZH, EN = Language.ZH, Language.EN


def runs(text: str, language: Language = ZH) -> tuple[Run, ...]:
    return (Run(text, language=language),) if text else ()


def paragraph(text: str, language: Language = ZH, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(role, runs(text, language))


def labelled(label: str, text: str, language: Language = ZH) -> Labelled:
    return Labelled(label, runs(text, language))


CHINESE = ReleaseView(
    language=ZH,
    breadcrumb=("首页", "党建工作"),
    kicker=runs("标准化规范化提升年"),
    headline=runs("今年基层党建怎么干？淮北市检察院动员部署"),
    subheadline=runs("机关党委召开专项行动动员部署会"),
    byline=(labelled("发布日期：", "2023年3月7日"), labelled("来源：", "机关党委")),
    body=(
        paragraph(
            "为贯彻新时代党的建设总要求，推动基层党组织全面进步、全面过硬，按照市委组织部、市直机关工委部署，"
            "淮北市检察院近日召开基层党组织标准化规范化提升年专项行动动员部署会。"
        ),
        paragraph(
            "淮北市检察院党组成员、政治部主任、机关党委书记陈玲出席会议并讲话。市检察院机关党委委员、各党支部书记参加会议。"
        ),
        paragraph("会议传达了《淮北市人民检察院基层党组织标准化规范化提升年专项行动方案》，部署全年工作。"),
        Paragraph(
            Role.BODY,
            (
                Run("会议要求，", Emphasis.STRONG),
                Run("各部门要把党建工作成效体现到检察监督办案中，运用 "),
                Run("PDCA", language=EN),
                Run(" 循环持续改进，3月17日前报送落实措施。"),
            ),
        ),
    ),
    photos=(Photo("会场.jpg", "会场全景，陈玲在主席台上讲话，台下坐着二十多人", runs("动员部署会现场。王五摄")),),
    credits=(labelled("编辑：", "李四"), labelled("审核：", "陈玲")),
    properties=Properties("今年基层党建怎么干？淮北市检察院动员部署", "淮北市人民检察院", ZH.tag),
)
"""Most fields once; what the record does not know, the author, is not there."""

ENGLISH = ReleaseView(
    language=EN,
    breadcrumb=("Home", "Party building"),
    kicker=runs("Year of standardized Party branches", EN),
    headline=runs("Huaibei procurators set out this year's primary-level Party building", EN),
    subheadline=runs("Party Committee launches a campaign for all branches", EN),
    byline=(labelled("Date: ", "March 7, 2023", EN), labelled("Source: ", "Party Committee", EN)),
    body=(
        paragraph(
            "The Huaibei People's Procuratorate recently launched its campaign for the Year of Standardization and "
            "Upgrading of Primary-Level Party Organizations, as arranged by the Organization Department of the "
            "Municipal Party Committee.",
            EN,
        ),
        Paragraph(
            Role.BODY,
            (
                Run("Chen Ling (", language=EN),
                Run("陈玲", language=ZH),
                Run(
                    "), Director of the Political Department, attended the meeting and delivered a speech.", language=EN
                ),
            ),
        ),
        paragraph(
            "The meeting urged all departments to integrate Party building into the handling of cases and to submit "
            "their measures by March 17.",
            EN,
        ),
    ),
    photos=(Photo("会场.jpg", "Chen Ling speaks from the platform", runs("The meeting. Photo: Wang Wu", EN)),),
    credits=(labelled("Editor: ", "Li Si", EN), labelled("Reviewed by: ", "Chen Ling", EN)),
    properties=Properties("Huaibei procurators set out Party building", "Huaibei People's Procuratorate", EN.tag),
)

BARE = replace(
    CHINESE, breadcrumb=(), kicker=(), subheadline=(), byline=(), body=CHINESE.body[:1], photos=(), credits=(),
    properties=Properties("动员部署会", "", ZH.tag),
)  # fmt: skip
"""A release of which nothing is known but its headline and its lead."""


def drawn(width: int = 1200, height: int = 800, form: str = "JPEG", **saving: object) -> bytes:
    """A picture of a hall: a wall, a table, three people; its left half is lighter than its right one."""
    image = Image.new("RGB", (width, height), (150, 40, 40))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width // 2, height * 2 // 3), fill=(205, 190, 160))
    draw.rectangle((0, height * 2 // 3, width, height), fill=(110, 80, 50))
    for number in range(3):
        middle, head = width * (number + 1) // 4, height // 12
        draw.ellipse((middle - head, height // 2 - head, middle + head, height // 2 + head), fill=(240, 205, 175))
        draw.rectangle((middle - head, height // 2 + head, middle + head, height * 3 // 4), fill=(35, 40, 60))
    out = BytesIO()
    image.save(out, form, **saving)
    return out.getvalue()


def picture(data: bytes | None = None) -> ReadyPicture:
    """A picture that is in order, ready."""
    made = ready_picture(data or drawn(), Place("a.yaml"))
    assert isinstance(made, ReadyPicture), made
    return made
