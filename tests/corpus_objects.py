"""Templates of the corpus: docxtpl's own objects, and what docxtpl puts in the place of something else."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from docx import Document
from docx.shared import Mm
from docxtpl import InlineImage, Listing, RichText, RichTextParagraph

from corpus import Values, covers
from tagged_docx import PARTS, cell_of, paragraph, picture, png, row, runs, table, tagged, with_media
from tiny_docx import R, read_parts, with_parts

WORKBOOK = "word/embeddings/workbook1.xlsx"


def rich(_document: object) -> Values:
    """Formatted texts."""
    text: Any = RichText("粗 & <体>", bold=True, italic=True, underline="double", strike=True)
    text.add("红", color="#FF0000", highlight="#FFFF00", size=40, font="eastAsia:黑体")
    text.add("上", superscript=True)
    text.add("下", subscript=True, lang="zh-CN")
    text.add("风", style="Strong")
    text.add(RichText("一\n二\t三"))
    return {"rich": text, "riches": [RichText(word, italic=True) for word in ("甲", "乙 & 丙")]}


def linked(document: Any) -> Values:  # noqa: ANN401  # docxtpl gives no types
    """A formatted text that is a link."""
    return {"rich": RichText("官网", url_id=document.build_url_id("https://example.org/?a=1&b=2"), color="0000FF")}


def whole(_document: object) -> Values:
    """Paragraphs."""
    paragraphs: Any = RichTextParagraph(RichText("首段", bold=True), parastyle="Normal")
    paragraphs.add("次段 & 尾\n行")
    return {"paragraphs": paragraphs}


def listed(_document: object) -> Values:
    """Texts with signs of docxtpl's own."""
    return {"listing": Listing("一 & <二>\n三\t四"), "pages": Listing("首段\a次段\n行\f次页")}


def pictured(document: Any) -> Values:  # noqa: ANN401
    """Pictures, one of them twice."""
    sizes: tuple[dict[str, Mm], ...] = ({"width": Mm(20)}, {"height": Mm(10)}, {})
    images = [InlineImage(document, BytesIO(png(red)), **size) for red, size in zip((1, 2, 1), sizes, strict=True)]
    link = InlineImage(document, BytesIO(png(3)), width=Mm(9), anchor="https://example.org/")
    return {"image": images[0], "images": images, "linked": link}


def with_a_written_document(document: Any) -> Values:  # noqa: ANN401
    """A sub-document that a program writes."""
    inner = document.new_subdoc()
    inner.add_paragraph("附文 & 一")
    inner.add_paragraph().add_run("粗").bold = True
    grid = inner.add_table(rows=1, cols=2)
    grid.cell(0, 1).text = "格"
    inner.add_picture(BytesIO(png(9)), width=Mm(5))
    return {"inner": inner}


def with_a_file(document: Any) -> Values:  # noqa: ANN401
    """A sub-document from a file, with styles, a list and a picture of its own."""
    other = Document()
    other.add_paragraph("附件 & 正文", style="Heading 1")
    other.add_paragraph("一项", style="List Number")
    other.add_picture(BytesIO(png(8)), width=Mm(5))
    saved = BytesIO()
    other.save(saved)
    return {"inner": document.new_subdoc(BytesIO(saved.getvalue()))}


def with_another_picture(document: Any) -> Values:  # noqa: ANN401
    """A picture of the template replaced by its name."""
    document.replace_pic("标志", BytesIO(png(7)))
    return {}


def with_other_media(document: Any) -> Values:  # noqa: ANN401
    """A picture of the template replaced by its contents."""
    document.replace_media(BytesIO(png()), BytesIO(png(6)))
    return {}


def with_another_workbook(document: Any) -> Values:  # noqa: ANN401
    """The workbook of a chart replaced by its contents."""
    with _file(b"another workbook") as path:
        document.replace_embedded(BytesIO(b"a workbook"), path)
    return {}


def with_another_part(document: Any) -> Values:  # noqa: ANN401
    """The workbook of a chart replaced by its name in the package."""
    with _file(b"a third workbook") as path:
        document.replace_zipname(WORKBOOK, path)
    return {}


@covers("{{r", "RichText", given=rich)
def formatted_text() -> bytes:
    return tagged(runs("首{{r rich }}末", "{{ title }}", look="<w:b/>"))


@covers("{{r", "RichText", "{%tr", given=rich)
def formatted_texts_in_rows() -> bytes:
    return tagged(table(row("{%tr for r in riches %}", ""), row("{{r r }}", "{{ title }}"), row("{%tr endfor %}", "")))


@covers("{{r", "RichText", "header", "footer", given=rich)
def formatted_text_in_a_header_and_a_footer() -> bytes:
    return tagged(paragraph("{{ title }}"), header=paragraph("{{r rich }}"), footer=paragraph("{{r rich }}"))


@covers("{{r", "RichText", "footnotes", given=rich)
def formatted_text_in_a_footnote() -> bytes:
    return tagged(footnotes=paragraph("注{{r rich }}"))


@covers("{{r", "RichText", "url_id", given=linked)
def formatted_text_that_is_a_link() -> bytes:
    return tagged(paragraph("见{{r rich }}。") + paragraph("{{r rich }}"))


@covers("{{p", "RichTextParagraph", given=whole)
def whole_paragraphs() -> bytes:
    return tagged(paragraph("{{ title }}") + paragraph("{{p paragraphs }}") + paragraph("末"))


@covers("{{p", "RichTextParagraph", given=whole)
def whole_paragraphs_in_a_cell() -> bytes:
    cell = f"<w:tc><w:tcPr/>{paragraph('{{p paragraphs }}')}{paragraph('')}</w:tc>"
    return tagged(table(f"<w:tr>{cell}{cell_of('{{ title }}')}</w:tr>"))


@covers("{{", "Listing", given=listed)
def a_listing() -> bytes:
    return tagged(runs("首{{ listing }}末", look="<w:i/>"), header=paragraph("{{ listing }}"))


@covers("{{", "Listing", given=listed)
def a_listing_of_paragraphs_and_pages() -> bytes:
    look = '<w:pPr><w:jc w:val="center"/></w:pPr>'
    return tagged(f"<w:p>{look}<w:r><w:rPr><w:b/></w:rPr><w:t>{{{{ pages }}}}</w:t></w:r></w:p>")


@covers("{{", "InlineImage", given=pictured)
def a_picture_in_a_line() -> bytes:
    return tagged(paragraph("图：{{ image }}。") + paragraph("{{ title }}"))


@covers("{{", "InlineImage", "{%tr", given=pictured)
def pictures_in_rows() -> bytes:
    return tagged(
        table(row("{%tr for i in images %}", ""), row("{{ i }}", "{{ loop.index }}"), row("{%tr endfor %}", ""))
    )


@covers("{{", "InlineImage", "header", "footer", given=pictured)
def pictures_in_a_header_and_a_footer() -> bytes:
    return tagged(header=paragraph("{{ image }}"), footer=paragraph("{% if flag %}{{ image }}{% endif %}"))


@covers("{{", "InlineImage", "w:hyperlink", given=pictured)
def a_picture_that_is_a_link() -> bytes:
    return tagged('<w:p><w:hyperlink w:anchor="a"><w:r><w:t>{{ linked }}</w:t></w:r></w:hyperlink></w:p>')


@covers("{{p", "Subdoc", given=with_a_written_document)
def a_sub_document_that_a_program_writes() -> bytes:
    return tagged(paragraph("{{p inner }}") + paragraph("{{ title }}"))


@covers("{{p", "Subdoc", given=with_a_file)
def a_sub_document_from_a_file() -> bytes:
    return tagged(paragraph("{%p if number > 1 %}") + paragraph("{{p inner }}") + paragraph("{%p endif %}"))


@covers("replace_pic", "header", given=with_another_picture)
def a_picture_replaced_by_its_name() -> bytes:
    shown = f"<w:p>{picture('logo', '标志')}<w:r><w:t>{{{{ title }}}}</w:t></w:r></w:p>"
    return with_media(with_media(tagged(shown, header=shown)), PARTS["header"].name)


@covers("replace_media", "footer", given=with_other_media)
def a_picture_replaced_by_its_contents() -> bytes:
    return with_media(tagged(footer=f"<w:p>{picture('logo')}</w:p>" + paragraph("{{ title }}")), PARTS["footer"].name)


@covers("replace_embedded", "chart", given=with_another_workbook)
def the_workbook_of_a_chart_replaced_by_its_contents() -> bytes:
    return _with_workbook()


@covers("replace_zipname", "chart", given=with_another_part)
def the_workbook_of_a_chart_replaced_by_its_name() -> bytes:
    return _with_workbook()


def _with_workbook() -> bytes:
    data = tagged(paragraph("{{ title }}"), chart="<a:p/>")
    relationship = f'<Relationship Id="w" Type="{R}/package" Target="../embeddings/workbook1.xlsx"/>'
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relationship}'
    types = read_parts(data)["[Content_Types].xml"].decode()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    types = types.replace("<Override", f'<Default Extension="xlsx" ContentType="{kind}"/><Override', 1)
    return with_parts(
        data,
        {
            "word/charts/_rels/chart1.xml.rels": f"{rels}</Relationships>".encode(),
            WORKBOOK: b"a workbook",
            "[Content_Types].xml": types.encode(),
        },
    )


@contextmanager
def _file(contents: bytes) -> Generator[str]:
    """A file on disk, since docxtpl takes some by their path alone."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "file")
        path.write_bytes(contents)
        yield str(path)
