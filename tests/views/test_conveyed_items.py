"""传达学习: book marks for documents alone, up to three in a sentence, by whom."""

from __future__ import annotations

import pytest

from wording import body_of


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("全省会议精神", "全省会议精神"),
        ("{title: 工作要点, form: document}", "《工作要点》"),
        ("{title: 《工作要点》, form: document}", "《工作要点》"),
        ("{title: 省长的讲话, form: speech}", "省长的讲话"),
        ("{title: 省长的批示, form: 批示}", "省长的批示"),
        ("{title: 全省会议精神, form: 会议精神}", "全省会议精神"),
        ("{title: 《案例选编》, form: 选编}", "《案例选编》"),
        ("{title: 通知, form: 文件, number: 省安委〔2023〕3号}", "《通知》（省安委〔2023〕3号）"),
        ("{title: 通知, form: 文件, date: 2023-03-28}", "《通知》（2023年3月28日）"),
        (
            "{title: 通知, form: 文件, number: 省安委〔2023〕3号, date: 2023-03-28}",
            "《通知》（省安委〔2023〕3号）",
        ),
        ("{title: 通知, form: 文件, issuer: 省安委会}", "省安委会《通知》"),
        ("{title: 省安委会通知, form: 文件, issuer: 省安委会}", "《省安委会通知》"),
    ],
)
def test_only_documents_take_book_marks_and_the_number_stands_behind_them(item: str, said: str) -> None:
    assert body_of(f"conveyed: [{item}]") == [f"会议传达学习了{said}。"]


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ("[甲精神, 乙精神]", "甲精神和乙精神"),
        ("[甲精神, 乙精神, 丙精神]", "甲精神、乙精神和丙精神"),
        ("[《甲》, 《乙》]", "《甲》《乙》"),
        ("[《甲》, 《乙》, 《丙》]", "《甲》《乙》《丙》"),
        ("[《甲》, 《乙》, 丙精神]", "《甲》《乙》和丙精神"),
        ("[甲精神, 《乙》, 《丙》]", "甲精神、《乙》《丙》"),
        ("[{title: 《甲》, number: 甲发〔2023〕1号}, 《乙》]", "《甲》（甲发〔2023〕1号）和《乙》"),
        ("[《甲》, {title: 《乙》, issuer: 省厅}]", "《甲》和省厅《乙》"),
    ],
)
def test_up_to_three_share_a_sentence_and_nothing_stands_between_titles(items: str, said: str) -> None:
    assert body_of(f"conveyed: {items}") == [f"会议传达学习了{said}。"]


def test_more_than_three_become_a_numbered_list() -> None:
    assert body_of("conveyed: [甲精神, 《乙》, 丙精神, 丁精神]") == [
        "会议传达学习了以下内容：",
        "一、甲精神；",
        "二、《乙》；",
        "三、丙精神；",
        "四、丁精神。",
    ]


def test_in_an_item_of_the_agenda_the_list_counts_below_the_heading() -> None:
    text = "agenda: [{title: 学习, conveyed: [甲精神, 乙精神, 丙精神, 丁精神]}]"
    assert body_of(text)[1:3] == ["会议传达学习了以下内容：", "（一）甲精神；"]


def test_a_title_in_a_list_that_ends_itself_gets_no_second_mark() -> None:
    assert body_of("conveyed: [怎么办？, 乙！, 丙精神。, 丁精神。]")[1:] == [
        "一、怎么办？",
        "二、乙！",
        "三、丙精神。",
        "四、丁精神。",
    ]


def test_neighbours_by_the_same_people_in_the_same_way_share_a_sentence() -> None:
    text = """
        conveyed:
          - {title: 甲精神, by: 张三, act: convey}
          - {title: 乙精神, by: 张三, act: convey}
          - {title: 丙精神, by: 张三, act: study}
          - {title: 丁精神, by: [李四, 王五], act: 领学}
          - 戊精神
    """
    assert body_of(text) == [
        "张三传达了甲精神和乙精神。",
        "张三学习了丙精神。",
        "李四和王五领学了丁精神。",
        "会议传达学习了戊精神。",
    ]


def test_the_order_of_the_record_is_kept_though_a_sentence_could_gather_more() -> None:
    text = "conveyed: [{title: 甲精神, by: 张三}, 乙精神, {title: 丙精神, by: 张三}]"
    assert body_of(text) == [
        "张三传达学习了甲精神。",
        "会议传达学习了乙精神。",
        "张三传达学习了丙精神。",
    ]


def test_the_issuer_is_named_shortly_unless_the_title_names_it() -> None:
    office = "name: 甲局\norganisations: [{id: sheng-anwei, name: 示例省安全生产委员会, short: 省安委会}]\n"
    text = "conveyed: [{{title: {title}, form: 文件, issuer: sheng-anwei}}]"
    assert body_of(text.format(title="行动方案"), office) == ["会议传达学习了省安委会《行动方案》。"]
    assert body_of(text.format(title="省安委会行动方案"), office) == ["会议传达学习了《省安委会行动方案》。"]
    title = "示例省安全生产委员会行动方案"
    assert body_of(text.format(title=title), office) == [f"会议传达学习了《{title}》。"]


def test_who_conveys_is_called_comrade_where_the_kind_says_so() -> None:
    assert body_of("kind: 党组会议\nconveyed: [{title: 甲精神, by: 张三}]") == ["张三同志传达学习了甲精神。"]
