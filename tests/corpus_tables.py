"""Templates of the corpus: rows, columns, cells and how they are merged and coloured."""

from __future__ import annotations

from corpus import covers
from tagged_docx import cell_of, paragraph, row, table, tagged


def rows_of(*rows: str, columns: int = 2) -> str:
    """A table in which these rows repeat for each of the people."""
    return table(row("{%tr for p in people %}", ""), *rows, row("{%tr endfor %}", ""), columns=columns)


@covers("{{", "w:tbl")
def values_in_cells() -> bytes:
    return tagged(table(row("{{ title }}", "{{ number }}"), row("{{ text }}", "乙")))


@covers("{%tr")
def rows_in_a_loop() -> bytes:
    return tagged(rows_of(row("{{ loop.index }}. {{ p.name }}", "{{ p.unit }}")))


@covers("{%tr")
def rows_in_a_loop_between_other_rows() -> bytes:
    loop = (row("{%tr for w in words %}", ""), row("{{ w }}", "号"), row("{%tr endfor %}", ""))
    return tagged(table(row("姓名", "单位"), *loop, row("合计", "{{ words|length }}")) + paragraph("末"))


@covers("{%tr")
def rows_under_a_condition() -> bytes:
    return tagged(
        table(
            row("{%tr if flag %}", ""), row("{{ title }}", "是"), row("{%tr else %}", ""), row("无", "否"),
            row("{%tr endif %}", ""),
        )
    )  # fmt: skip


@covers("{%tr")
def rows_in_loops_of_loops() -> bytes:
    inner = (row("{%tr for s in p.skills %}", ""), row("{{ p.name }}", "{{ s }}"), row("{%tr endfor %}", ""))
    return tagged(rows_of(*inner))


@covers("{%tr")
def rows_with_properties_and_split_tags() -> bytes:
    start = (
        '<w:tr w:rsidR="00AA"><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr/><w:p><w:r><w:t>{%tr for p </w:t></w:r>'
        "<w:r><w:t>in people %}</w:t></w:r></w:p></w:tc><w:tc><w:tcPr/><w:p/></w:tc></w:tr>"
    )
    return tagged(table(start, row("{{ p.name }}", "{{ p.age }}"), row("{%tr endfor %}", "")))


@covers("{% if", "w:tbl")
def a_loop_from_the_first_cell_to_the_last() -> bytes:
    return tagged(table(row("甲{% if flag %}乙", "丙"), row("丁", "戊{% endif %}己")))


@covers("{%p", "w:tc")
def paragraphs_in_a_loop_in_a_cell() -> bytes:
    inside = paragraph("{%p for w in words %}") + paragraph("{{ w }}") + paragraph("{%p endfor %}") + paragraph("末")
    return tagged(table(f"<w:tr><w:tc><w:tcPr/>{inside}</w:tc>{cell_of('乙')}</w:tr>"))


@covers("{%p", "w:tbl")
def a_table_in_a_loop() -> bytes:
    inner = table(row("{{ p.name }}", "{{ p.unit }}"))
    return tagged(paragraph("{%p for p in people %}") + inner + paragraph("{%p endfor %}"))


@covers("{%tr", "w:tc")
def a_table_in_a_cell_of_a_row_in_a_loop() -> bytes:
    inner = f"<w:tc><w:tcPr/>{table(row('{{ p.age }}', '岁'))}{paragraph('')}</w:tc>"
    return tagged(rows_of(f"<w:tr>{cell_of('{{ p.name }}')}{inner}</w:tr>"))


@covers("{%tc")
def columns_in_a_loop() -> bytes:
    return tagged(table(row("{%tc for w in words %}", "{{ w }}", "{%tc endfor %}"), columns=3))


@covers("{%tc")
def columns_in_a_loop_in_two_rows() -> bytes:
    head = row("首", "{%tc for w in words %}", "{{ loop.index }}", "{%tc endfor %}")
    return tagged(table(head, row("末", "{%tc for w in words %}", "{{ w }}", "{%tc endfor %}"), columns=4))


@covers("{%tc", "{%tr")
def rows_of_columns() -> bytes:
    cells = row("{{ p.name }}", "{%tc for s in p.skills %}", "{{ s }}", "{%tc endfor %}")
    start, end = row("{%tr for p in people %}", "", "", ""), row("{%tr endfor %}", "", "", "")
    return tagged(table(start, cells, end, row("一", "二", "三", "四"), columns=4))


@covers("{%tc")
def columns_under_a_condition() -> bytes:
    return tagged(table(row("甲", "{%tc if flag %}", "{{ title }}", "{%tc endif %}"), row("乙", "丙"), columns=2))


@covers("{%tc")
def columns_of_a_table_without_widths() -> bytes:
    cells = row("首", "{%tc for w in words %}", "{{ w }}", "{%tc endfor %}")
    return tagged(f"<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid>{cells}</w:tbl>")


@covers("colspan")
def cells_that_span_columns() -> bytes:
    return tagged(table(row("{% colspan span %}{{ title }}"), row("甲", "乙")))


@covers("colspan", "{%tc")
def a_head_that_spans_columns_in_a_loop() -> bytes:
    loop = row("{%tc for w in words %}", "{{ w }}", "{%tc endfor %}")
    return tagged(table(row("{% colspan words|length or 1 %}{{ title }}"), loop, columns=3))


@covers("cellbg")
def cells_that_are_coloured() -> bytes:
    return tagged(table(row("{% cellbg colour %}{{ title }}", "乙")))


@covers("cellbg", "{%tr")
def rows_whose_cells_are_coloured_by_a_condition() -> bytes:
    return tagged(rows_of(row("{% cellbg 'EEEEEE' if loop.index is odd else colour %}{{ p.name }}", "{{ p.unit }}")))


@covers("vm", "{%tr")
def cells_merged_down() -> bytes:
    return tagged(rows_of(row("{% vm %}部门", "{{ p.name }}")))


@covers("vm", "{%tr")
def cells_merged_down_with_a_value() -> bytes:
    return tagged(rows_of(row("{{ title }}{% vm %}", "{{ p.name }}")))


@covers("hm", "{%tc")
def cells_merged_across() -> bytes:
    head = row("{%tc for w in words %}", "{% hm %}{{ title }}", "{%tc endfor %}")
    return tagged(table(head, row("{%tc for w in words %}", "{{ w }}", "{%tc endfor %}"), columns=3))


@covers("hm", "{%tc")
def cells_merged_across_that_span_already() -> bytes:
    cell = (
        '<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>'
        f"{paragraph('{% hm %}{{ title }}')}</w:tc>"
    )
    head = f"<w:tr>{cell_of('{%tc for w in words %}')}{cell}{cell_of('{%tc endfor %}')}</w:tr>"
    body = row("{%tc for w in words %}", "{{ w }}", "号", "{%tc endfor %}")
    return tagged(table(head, body, columns=4))


@covers("w:vMerge", "{%tr")
def cells_that_the_template_has_merged() -> bytes:
    top, below = (
        f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/><w:vMerge{kind}/></w:tcPr>{paragraph(text)}</w:tc>'
        for kind, text in ((' w:val="restart"', "{{ title }}"), ("", ""))
    )
    loop = (row("{%tr for w in words %}", ""), f"<w:tr>{below}{cell_of('{{ w }}')}</w:tr>", row("{%tr endfor %}", ""))
    return tagged(table(f"<w:tr>{top}{cell_of('首')}</w:tr>", *loop))


@covers("{#")
def rows_and_cells_that_are_notes_to_oneself() -> bytes:
    return tagged(table(row("{#tr 整行不印 #}", ""), row("{{ title }}", "{#tc 此格不印 #}", "乙")))
