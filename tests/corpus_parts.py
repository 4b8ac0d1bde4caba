"""Templates of the corpus: every part of a Word file that may hold tags."""

from __future__ import annotations

from corpus import covers
from tagged_docx import PARTS, paragraph, picture, row, runs, table, tagged, text_box, with_media

CHART_TEXT = "<a:p><a:r><a:t>%s</a:t></a:r></a:p>"


@covers("header")
def a_header() -> bytes:
    return tagged(paragraph("{{ title }}"), header=paragraph("{{ title }} 第{{ number }}期"))


@covers("header", "{%tr")
def a_header_with_a_table() -> bytes:
    rows = (row("{%tr for w in words %}", ""), row("{{ w }}", "号"), row("{%tr endfor %}", ""))
    return tagged(header=table(*rows) + paragraph("{% if flag %}{{ title }}{% endif %}"))


@covers("footer")
def a_footer() -> bytes:
    return tagged(footer=runs("{{ tit", "le }}，", "{% if flag %}是{% else %}否{% endif %}"))


@covers("footer", "{%p")
def a_footer_with_a_loop() -> bytes:
    return tagged(footer=paragraph("{%p for w in words %}") + paragraph("{{ w }}") + paragraph("{%p endfor %}"))


@covers("header", "footer")
def a_header_and_a_footer_with_pictures_of_the_template() -> bytes:
    logo = f"<w:p>{picture('logo')}<w:r><w:t>{{{{ title }}}}</w:t></w:r></w:p>"
    data = with_media(tagged(paragraph("{{ title }}"), header=logo, footer=logo), PARTS["header"].name)
    return with_media(data, PARTS["footer"].name)


@covers("footnotes")
def a_footnote() -> bytes:
    note = '<w:p><w:r><w:t>{{ title }}</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    return tagged(note, footnotes=paragraph("注：{{ title }}，{{ text }}"))


@covers("footnotes", "{% for")
def a_footnote_with_a_loop() -> bytes:
    return tagged(footnotes=paragraph("{% for w in words %}{{ w }}；{% endfor %}"))


@covers("endnotes")
def an_endnote() -> bytes:
    return tagged(endnotes=paragraph("尾注：{{ title }}{% if flag %}！{% endif %}"))


@covers("comments")
def a_comment() -> bytes:
    return tagged(comments=paragraph("请核对 {{ title }}") + paragraph("{{ text }}"))


@covers("w:txbxContent")
def a_text_box() -> bytes:
    return tagged(text_box(paragraph("{{ title }}")) + paragraph("末"))


@covers("w:txbxContent", "{%p")
def a_text_box_with_a_loop() -> bytes:
    inside = paragraph("{%p for w in words %}") + paragraph("{{ w }}") + paragraph("{%p endfor %}")
    return tagged(text_box(inside) + paragraph("{{ number }}"))


@covers("w:txbxContent", "{%p")
def text_boxes_in_a_loop_get_numbers_of_their_own() -> bytes:
    return tagged(paragraph("{%p for w in words %}") + text_box(paragraph("{{ w }}")) + paragraph("{%p endfor %}"))


@covers("core")
def core_properties() -> bytes:
    return tagged(core="<dc:title>关于{{ title }}</dc:title><dc:creator>{{ number }}</dc:creator>")


@covers("core")
def core_properties_with_conditions() -> bytes:
    return tagged(core="<dc:subject>{% if flag %}{{ title }}{% else %}无{% endif %}</dc:subject>")


@covers("app")
def properties_of_the_program() -> bytes:
    return tagged(app="<Company>{{ title }}</Company><Manager>{{ number }}</Manager>")


@covers("custom")
def properties_of_the_office() -> bytes:
    return tagged(custom="{{ title }}第{{ number }}号")


@covers("chart")
def a_chart() -> bytes:
    return tagged(chart=CHART_TEXT % "{{ title }}（{{ number }}）")


@covers("chart")
def a_chart_in_which_a_tag_is_split() -> bytes:
    split = "".join(f'<a:r><a:rPr lang="en-US"/><a:t>{piece}</a:t></a:r>' for piece in ("{{ ti", "tle }", "}。"))
    return tagged(chart=f"<a:p>{split}</a:p>" + CHART_TEXT % "{{ number }}")


@covers("chart", "{% if")
def a_chart_with_a_condition() -> bytes:
    return tagged(chart=CHART_TEXT % "{% if flag %}{{ title }}{% else %}无{% endif %}")


@covers("w:drawing", "{%p")
def drawings_in_a_loop() -> bytes:
    drawing = f"<w:p>{picture('logo', '图表')}<w:r><w:t>{{{{ w }}}}</w:t></w:r></w:p>"
    return with_media(tagged(paragraph("{%p for w in words %}") + drawing + paragraph("{%p endfor %}")))


@covers("w:drawing")
def a_value_in_the_words_for_the_blind() -> bytes:
    return with_media(tagged(f"<w:p>{picture('logo', alt='{{ title }}')}</w:p>"))


@covers("document", "header", "footer", "footnotes", "endnotes", "comments", "chart", "core", "app", "custom")
def every_part_at_once() -> bytes:
    text = paragraph("{{ title }}、{{ text }}")
    parts = dict.fromkeys(("header", "footer", "footnotes", "endnotes", "comments"), text)
    return tagged(
        text, **parts, chart=CHART_TEXT % "{{ title }}", core="<dc:title>{{ title }}</dc:title>",
        app="<Company>{{ title }}</Company>", custom="{{ title }}",
    )  # fmt: skip
