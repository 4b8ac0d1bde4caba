"""The code blocks of our pages, and what running them shows.

What a fence says of its block:

- `console`: lines after `$ ` are typed, the lines below are what is answered; a line `...` stands for any lines,
  `...` within one for any text. All blocks of a page share one folder, a copy of `samples/`.
- `python`: runs; with `>>>` prompts its answers are compared. All blocks of a page share their names.
- `yaml file=meeting.yaml` (any language): is written into that folder first, as a reader would.
- the others in `SHOWN` are only shown: `sh` for what installs something or needs a network.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SHOWN = frozenset({"sh", "text", "yaml", "json", "jsonl", "toml", "csv", "mermaid", "diff"})
SECONDS = 60

FENCE = re.compile(r"^(?P<indent> *)```(?P<info>[^\n`]*)\n(?P<text>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL)


class WrongPageError(Exception):
    """A block does not do what its page says; the text names the page and the line."""


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: where its text begins, what its fence says, and the text."""

    file: Path
    line: int
    language: str
    target: str
    text: str

    def wrong(self, why: str) -> WrongPageError:
        return WrongPageError(f"{self.file}:{self.line}: {why}")


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who follows a page: the folder they work in, the programs they have, the names they defined."""

    folder: Path
    path: str
    names: dict[str, object] = field(default_factory=dict[str, object])


def blocks(page: Path) -> Iterator[Block]:
    """The fenced blocks of a Markdown page, in order."""
    text = page.read_text("utf-8")
    for found in FENCE.finditer(text):
        language, _, rest = found["info"].strip().partition(" ")
        line = text.count("\n", 0, found.start("text")) + 1
        target = rest.removeprefix("file=") if rest.startswith("file=") else ""
        inner = re.sub(f"^{found['indent']}", "", found["text"], flags=re.MULTILINE)
        yield Block(page, line, language, target, inner)


def follow(block: Block, reader: Reader) -> None:
    """Do what the block says. Raises `WrongPageError` where something else happens."""
    if block.target:
        target = reader.folder / block.target
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(block.text, "utf-8")
    elif block.language == "console":
        for line, command, answer in dialogues(block):
            _type(block, line, command, answer, reader)
    elif block.language == "python":
        _run(block, reader)
    elif block.language not in SHOWN:
        raise block.wrong(f"a block of `{block.language}`: say console or python to run it, or one of {sorted(SHOWN)}")


def dialogues(block: Block) -> Iterator[tuple[int, str, str]]:
    """(line, command, answer) of a console block; a command goes on where its line ends in a backslash."""
    parts = re.split(r"^\$ ((?:.*\\\n)*.*\n)", block.text, flags=re.MULTILINE)
    if parts[0].strip():
        raise block.wrong("a console block starts with a line that is typed, after `$ `")
    line = block.line
    for command, answer in zip(parts[1::2], parts[2::2], strict=True):
        yield line, command.strip(), answer
        line += command.count("\n") + answer.count("\n")


def alike(expected: str, given: str) -> bool:
    """Whether an answer is as a page says; `...` stands for anything, alone in a line for any lines."""
    wanted = "\n".join(line.rstrip() for line in expected.strip().splitlines())
    pattern = re.escape(wanted)
    pattern = re.sub(r"(?m)^\\\.\\\.\\\.(\\\n|\Z)", r"(?:.*\n)*?", pattern)
    pattern = pattern.replace(r"\.\.\.", ".*?")
    lines = "".join(f"{line.rstrip()}\n" for line in given.strip().splitlines())
    return re.fullmatch(pattern + r"\n?", lines) is not None


def _type(block: Block, line: int, command: str, answer: str, reader: Reader) -> None:
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=reader.folder,
        env=_environment(reader),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=SECONDS,
    )
    if not alike(answer, done.stdout):
        raise WrongPageError(
            f"{block.file}:{line}: $ {command}\n--- the page says\n{answer}--- but it is\n{done.stdout}"
        )


def _environment(reader: Reader) -> dict[str, str]:
    # As in a plain terminal: no colour, English, and nothing of whoever runs the tests.
    home = {"HOME": str(reader.folder), "XDG_CONFIG_HOME": str(reader.folder / ".config")}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JIYAO_", "PYTHON"))}
    return {
        **kept,
        **home,
        "PATH": reader.path,
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "",
        "COLUMNS": "100",
    }


def _run(block: Block, reader: Reader) -> None:
    if ">>>" not in block.text:
        code = compile("\n" * (block.line - 1) + block.text, str(block.file), "exec", dont_inherit=True)
        exec(code, reader.names)  # noqa: S102 - the pages are ours
        return
    test = doctest.DocTestParser().get_doctest(block.text, {}, str(block.file), str(block.file), block.line - 1)
    test.globs = reader.names
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    if runner.run(test, out=said.append, clear_globs=False).failed:
        raise block.wrong("".join(said))
