"""Help pages in Chinese: nothing wider than the terminal, everything in its column."""

from __future__ import annotations

import click
import pytest

from jiyao.cli.columns import columns
from jiyao.cli.help import Context, in_language
from jiyao.cli.program import program
from jiyao.cli.ui import Ui, click_speaks, speaking
from jiyao.languages.text import Language

CHINESE = speaking(Language.ZH)


def make_command() -> click.Command:
    return in_language(
        click.Command(
            "make",
            help="把一次会议的数据做成会议纪要、新闻通稿（中文和英文）、签到表和督办单；会议数据写在一个文件里，"
            "由《党政机关公文格式》规定的版式由程序保证。\n\n第二段。",
            params=[
                click.Argument(["paths"], nargs=-1, required=True),
                click.Option(
                    ["-o", "--output"],
                    help="文件夹，做好的文件放在这里；没有就新建一个，已有的文件不会丢失，也不会被改写。",
                ),
                click.Option(
                    ["--a-name-that-takes-more-than-its-column"], help="很长的名字，说明另起一行，不会越出右边。"
                ),
            ],
        ),
        Ui(),
    )


def page(command: click.Command, width: int) -> list[str]:
    context = Context(command, info_name="jiyao make", terminal_width=width)
    with click_speaks(CHINESE):
        return command.get_help(context).splitlines()


@pytest.mark.parametrize("width", [60, 80])
def test_chinese_help_is_never_wider_than_the_terminal(width: int) -> None:
    widths = [columns(line) for line in page(make_command(), width)]
    assert max(widths) <= width
    assert max(widths) > width - 8


@pytest.mark.parametrize("width", [60, 80])
def test_no_line_of_help_begins_with_a_mark_that_closes(width: int) -> None:
    assert not [line for line in page(make_command(), width) if line.strip()[:1] in set("，。、：；）》")]


def test_the_explanation_of_an_option_stays_in_its_column() -> None:
    lines = page(make_command(), 60)
    first = next(number for number, line in enumerate(lines) if "--output" in line)
    start = columns(lines[first].partition("文件夹")[0])
    assert lines[first + 1].startswith(" " * start + lines[first + 1].strip()[0])


def test_a_long_option_stands_on_a_line_of_its_own() -> None:
    assert "  --a-name-that-takes-more-than-its-column TEXT" in page(make_command(), 80)


def test_usage_and_headings_are_chinese() -> None:
    lines = page(make_command(), 80)
    assert lines[0] == "用法：jiyao make [OPTIONS] PATHS..."
    assert "选项：" in lines


def test_the_list_of_commands_is_chinese_and_fits() -> None:
    lines = page(program(CHINESE), 60)
    assert any(line.split()[:2] == ["rule", "解释一个问题代码。"] for line in lines)
    assert max(columns(line) for line in lines) <= 60


def test_a_command_itself_stays_english_when_a_copy_is_translated() -> None:
    command = click.Command(
        "rule",
        help="Explain a problem code.",
        params=[click.Option(["--strict"], help="Let warnings count as errors.")],
    )
    translated = in_language(command, CHINESE)
    assert (command.help, translated.help) == ("Explain a problem code.", "解释一个问题代码。")
    assert (command.params[0].help, translated.params[0].help) == ("Let warnings count as errors.", "警告也算错误。")
