"""Templates of the corpus: values, conditions and loops in paragraphs, however Word has split them."""

from __future__ import annotations

from corpus import covers
from tagged_docx import paragraph, runs, tagged


@covers("{{", "document")
def a_value_alone_in_its_paragraph() -> bytes:
    return tagged(paragraph("{{ title }}"))


@covers("{{")
def values_between_words() -> bytes:
    return tagged(paragraph("题目《{{ title }}》，共 {{ number }} 项，{{ text }}。"))


@covers("{{")
def a_value_with_spaces_around_it() -> bytes:
    return tagged('<w:p><w:r><w:t xml:space="preserve">  {{ title }}  </w:t></w:r></w:p>')


@covers("{{")
def a_tag_without_spaces() -> bytes:
    return tagged(paragraph("{{title}}{{number}}"))


@covers("{{")
def a_tag_that_word_has_split_over_runs() -> bytes:
    return tagged(runs("题：{", "{ ti", "tle ", "}", "}。", look="<w:b/>"))


@covers("{{")
def a_tag_split_around_a_mark_of_spelling() -> bytes:
    split = '<w:r><w:t>{{ </w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>title</w:t></w:r>'
    return tagged(f'<w:p>{split}<w:proofErr w:type="spellEnd"/><w:r><w:t xml:space="preserve"> }}}}</w:t></w:r></w:p>')


@covers("{{")
def a_tag_split_between_two_bookmarks() -> bytes:
    mark = '<w:bookmarkStart w:id="0" w:name="a"/><w:bookmarkEnd w:id="0"/>'
    return tagged(f"<w:p>{mark}<w:r><w:t>{{{{ title }}}}</w:t></w:r>{mark.replace('0', '1')}</w:p>")


@covers("{{")
def a_value_in_a_run_with_a_look() -> bytes:
    return tagged(
        runs("{{ title }}：", "{{ text }}", look='<w:rFonts w:eastAsia="黑体"/><w:b/><w:color w:val="FF0000"/>')
    )


@covers("{{")
def a_value_beside_a_tab_and_a_line_break_of_the_template() -> bytes:
    return tagged("<w:p><w:r><w:t>{{ title }}</w:t><w:tab/><w:t>{{ number }}</w:t><w:br/><w:t>末</w:t></w:r></w:p>")


@covers("{{")
def fields_of_groups_and_items_of_lists() -> bytes:
    return tagged(
        paragraph("{% if people %}{{ people[0].name }}{{ people[0]['unit'] }}{{ people[-1].age }}{% endif %}")
    )


@covers("{{")
def filters() -> bytes:
    return tagged(paragraph("{{ title|upper }}{{ words|join('、') }}{{ words|length }}{{ missing|default('无') }}"))


@covers("{{")
def arithmetic_and_texts_put_together() -> bytes:
    return tagged(paragraph("{{ number * 2 + 1 }}{{ title ~ '，' ~ number }}{{ '有' if flag else '无' }}"))


@covers("{{")
def quotes_that_word_has_made_curly() -> bytes:
    return tagged(paragraph("{{ words|join(“；”) }}{% if title == ‘例会’ %}是{% else %}否{% endif %}"))


@covers("{{")
def signs_that_are_smaller_and_larger() -> bytes:
    return tagged(paragraph("{% if number &gt; 5 and number &lt; 9 %}中{% endif %}&lt;{{ number }}&gt; &amp; 止"))


@covers("{_{")
def the_signs_of_tags_themselves() -> bytes:
    return tagged(paragraph("{_{ title }_} {_% if %_} {{ title }}"))


@covers("{{", "w:hyperlink")
def a_value_in_the_words_of_a_link() -> bytes:
    return tagged('<w:p><w:hyperlink w:anchor="a"><w:r><w:t>见{{ title }}</w:t></w:r></w:hyperlink></w:p>')


@covers("{{", "w:sdt")
def a_value_in_a_content_control() -> bytes:
    content = "<w:sdtContent><w:r><w:t>{{ title }}</w:t></w:r></w:sdtContent>"
    return tagged(f'<w:p><w:sdt><w:sdtPr><w:alias w:val="题"/></w:sdtPr>{content}</w:sdt></w:p>')


@covers("{{")
def a_value_that_is_an_attribute() -> bytes:
    return tagged('<w:p><w:pPr><w:jc w:val="{{ colour }}"/></w:pPr><w:r><w:t>{{ title }}</w:t></w:r></w:p>')


@covers("{{", "w:fldChar")
def a_value_beside_a_field() -> bytes:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    page = f"{marks[0]}<w:r><w:instrText>PAGE</w:instrText></w:r>{marks[1]}<w:r><w:t>1</w:t></w:r>{marks[2]}"
    return tagged(f"<w:p><w:r><w:t>{{{{ title }}}} 第</w:t></w:r>{page}<w:r><w:t>页</w:t></w:r></w:p>")


@covers("{% if")
def a_condition_within_a_paragraph() -> bytes:
    return tagged(paragraph("{% if flag %}{{ title }}{% elif number > 9 %}多{% else %}无{% endif %}止"))


@covers("{% if")
def a_condition_over_runs_with_looks() -> bytes:
    return tagged(runs("{% if flag %}", "{{ title }}", "{% else %}", "无", "{% endif %}", look="<w:i/>"))


@covers("{% if")
def a_condition_that_begins_in_one_paragraph_and_ends_in_the_next() -> bytes:
    return tagged(paragraph("首{% if flag %}{{ title }}") + paragraph("{{ number }}{% endif %}末"))


@covers("{% if")
def conditions_in_conditions() -> bytes:
    return tagged(paragraph("{% if flag %}{% if words %}{{ words[0] }}{% else %}空{% endif %}{% endif %}止"))


@covers("{% for")
def a_loop_within_a_paragraph() -> bytes:
    return tagged(paragraph("{% for word in words %}{{ word }}{% if not loop.last %}、{% endif %}{% endfor %}。"))


@covers("{% for")
def a_loop_over_whole_paragraphs_by_its_edges() -> bytes:
    return tagged(paragraph("{% for word in words %}{{ loop.index }}") + paragraph("{{ word }}{% endfor %}"))


@covers("{% for")
def a_loop_that_picks_and_has_an_else() -> bytes:
    return tagged(paragraph("{% for p in people if p.age > 31 %}{{ p.name }}；{% else %}无人{% endfor %}"))


@covers("{% for")
def a_loop_in_a_loop() -> bytes:
    return tagged(
        paragraph("{% for p in people %}{{ p.name }}（{% for s in p.skills %}{{ s }} {% endfor %}）{% endfor %}")
    )


@covers("{% set")
def names_that_a_template_sets() -> bytes:
    return tagged(paragraph("{% set whole = title ~ '！' %}{{ whole }}") + paragraph("{{ whole }}"))


@covers("{%p")
def paragraphs_under_a_condition() -> bytes:
    return tagged(
        paragraph("{%p if flag %}") + paragraph("{{ title }}") + paragraph("{%p else %}") + paragraph("无")
        + paragraph("{%p endif %}")
    )  # fmt: skip


@covers("{%p")
def paragraphs_in_a_loop() -> bytes:
    return tagged(
        paragraph("{%p for p in people %}") + paragraph("{{ loop.index }}. {{ p.name }}：{{ p.unit }}")
        + paragraph("{%p endfor %}")
    )  # fmt: skip


@covers("{%p")
def paragraphs_in_loops_of_loops() -> bytes:
    return tagged(
        paragraph("{%p for p in people %}") + paragraph("{{ p.name }}") + paragraph("{%p for s in p.skills %}")
        + paragraph("{{ loop.index }}、{{ s }}") + paragraph("{%p endfor %}") + paragraph("{%p endfor %}")
    )  # fmt: skip


@covers("{%p")
def a_statement_that_is_split_and_has_properties() -> bytes:
    split = "".join(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{piece}</w:t></w:r>" for piece in ("{%", "p if ", "flag %", "}"))
    start = f'<w:p w:rsidR="00AA"><w:pPr><w:jc w:val="center"/></w:pPr>{split}</w:p>'
    return tagged(start + paragraph("{{ title }}") + paragraph("{%p endif %}"))


@covers("{%p")
def a_name_set_in_a_paragraph_of_its_own() -> bytes:
    return tagged(paragraph("{%p set line = words|join('，') %}") + paragraph("{{ line }}"))


@covers("{%p", "w:sdt")
def a_loop_in_a_content_control() -> bytes:
    inside = paragraph("{%p for w in words %}") + paragraph("{{ w }}") + paragraph("{%p endfor %}")
    return tagged(f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>" + paragraph("末"))


@covers("{%r")
def runs_under_a_condition() -> bytes:
    return tagged(runs("首", "{%r if flag %}", "{{ title }}", "{%r endif %}", "末", look="<w:b/>"))


@covers("{%r")
def runs_in_a_loop() -> bytes:
    return tagged(runs("{%r for word in words %}", "{{ word }}，", "{%r endfor %}", "止", look="<w:i/>"))


@covers("{%-", "-%}")
def texts_that_are_drawn_together() -> bytes:
    return tagged(
        paragraph("首") + paragraph("{%- if flag %}{{ title }}{%- endif %}") + paragraph("中")
        + paragraph("{% if flag -%}") + paragraph("末{% endif %}")
    )  # fmt: skip


@covers("{#")
def notes_to_oneself() -> bytes:
    return tagged(paragraph("{{ title }}{# 附注：{ 不印 } #}止") + paragraph("{#p 整段不印 #}") + paragraph("末"))


@covers("{%p")
def a_loop_before_the_end_of_a_section() -> bytes:
    section = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>'
    return tagged(
        paragraph("{%p for w in words %}") + paragraph("{{ w }}") + paragraph("{%p endfor %}") + section
        + paragraph("{{ title }}")
    )  # fmt: skip


@covers("w:ins")
def a_value_in_an_insertion_that_was_tracked() -> bytes:
    return tagged('<w:p><w:ins w:id="1" w:author="甲"><w:r><w:t>{{ title }}</w:t></w:r></w:ins></w:p>')
