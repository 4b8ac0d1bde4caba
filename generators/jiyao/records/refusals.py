"""R001 to R012, R020, R022, R023 and R026 to R029: files that cannot be read, and YAML that records do without.

Each function words one refusal; its docstring is what `jiyao rule CODE` prints. Cuts, colons and characters have
their rules in `cuts.py`, `colons.py` and `characters.py`.
"""

from __future__ import annotations

from jiyao.problems import Finding, Message, Place, Severity, message, problem

LARGEST = 5_000_000
"""Bytes in a file, or in one line of JSON Lines. A full record has 4,000."""

DEEPEST = 50
"""Mappings and lists inside each other. A full record has 7."""

MOST = 250_000
"""Keys, texts, mappings and lists of one record, each end counted too. A full record has 355."""

ENOUGH = 1_000
"""Problems of one record after which nobody reads on."""


@problem("R001", "file")
def unreadable(file: str, reason: Message) -> Finding:
    """The file could not be opened or read.

    The operating system says why: it does not exist, is open elsewhere, or is not yours to read. Check the name,
    close the program that holds the file, or ask whoever owns it. Nothing of the file was used.
    """
    return Finding(Place(file), message("the file cannot be read: {reason}", reason=reason))


@problem("R028", "file")
def holds_no_records(file: str) -> Finding:
    """A folder or a pattern was named in which there is no record.

    Records are files that end in .yaml, .yml, .json, .jsonl or .ndjson. `office.yaml` is none, and neither is what
    stands in hidden folders.
    """
    return Finding(Place(file), message("there is no record here"), message("records end in .yaml, .json or .jsonl"))


@problem("R029", "file")
def is_no_record(file: str) -> Finding:
    """A file was named that is no record: a Word file, a picture, a sheet.

    Documents are made from records, which end in .yaml, .yml, .json, .jsonl or .ndjson. Name the record instead.
    """
    return Finding(Place(file), message("this is no record"), message("name the record: a .yaml, .json or .jsonl file"))


@problem("R002", "encoding")
def not_text(place: Place, reason: Message, hint: Message) -> Finding:
    """The file is not text in UTF-8, and not in GB18030 either.

    A record is plain text in UTF-8, with or without a byte order mark; GB18030 (GBK, GB2312) is read with a
    warning. UTF-16, which Notepad calls "Unicode", and other encodings are refused: guessing would change names
    without anybody seeing it. Open the file in an editor and save it as UTF-8.
    """
    return Finding(place, reason, hint)


@problem("R003", "encoding", severity=Severity.WARNING)
def read_as_gb18030(place: Place) -> Finding:
    """The file is not UTF-8 and was read as GB18030, the encoding of older Chinese programs.

    Every byte fits GB18030, but other encodings may look the same, so look at the names once. Save the file as
    UTF-8 to be sure, and to be rid of this warning.
    """
    return Finding(
        place,
        message("not UTF-8: the file was read as GB18030"),
        message("check a few names, then save the file as UTF-8"),
    )


@problem("R004", "size")
def too_large(place: Place, size: int, limit: int, unit: Message) -> Finding:
    """The file is larger than any record: over 5 MB, or over 250,000 keys and values.

    A full record has 4 KB. A file that is a thousand times as large is another kind of file, or was made to stop
    the program. Many records go into several files, or one per line into a `.jsonl` file, where the limit holds
    for each line.
    """
    return Finding(
        place,
        message("too large: {size} {unit}, at most {limit} are read", size=size, unit=unit, limit=limit),
        message("write one record per file, or one per line of a .jsonl file"),
    )


@problem("R005", "syntax")
def syntax(place: Place, reason: Message, hint: Message | None) -> Finding:
    """The file breaks off here as YAML or JSON: what follows cannot be told apart into keys and values.

    The message says what was expected. Problems before this place are all reported, problems behind it show after
    this one is mended. Most often a quote or bracket is not closed, a tab indents a line, or lines that belong
    together start at different columns.
    """
    return Finding(place, message("{reason}; nothing after this place was read", reason=reason), hint)


@problem("R006", "syntax")
def too_deep(place: Place) -> Finding:
    """More than 50 mappings and lists stand inside each other.

    No record needs more than ten. Such depth comes from a bracket typed many times or from a file that was made to
    stop the program; nothing behind the place was read.
    """
    return Finding(
        place,
        message("nested too deep: over {limit} levels; nothing after this place was read", limit=DEEPEST),
        message("write the values as a plain list, or check for repeated brackets and dashes"),
    )


@problem("R007", "yaml")
def reference(place: Place, name: str) -> Finding:
    """`&name` and `*name` are YAML's way to reuse a value; records do not have it.

    Whoever reads the record sees only the name, not the value, and a few nested ones make a file that fills any
    memory. Write the value out, or give a person or unit an id in `office.yaml`. A text that starts with `&` or
    `*` stands in quotes: `title: "*重要*"`.
    """
    return Finding(
        place,
        message("records have no YAML references (`{name}`)", name=name),
        message("write the value out; a text that starts with & or * stands in quotes"),
    )


@problem("R008", "yaml")
def tag(place: Place, name: str) -> Finding:
    """`!name` is YAML's way to say what type a value has; in a record its field decides that.

    Tags can also ask a program to run code, so none is accepted. Delete the tag: `number: 93`, not
    `number: !!int 93`. A text that starts with `!` stands in quotes.
    """
    return Finding(
        place,
        message("records have no YAML tags (`{name}`)", name=name),
        message("delete it; a text that starts with ! stands in quotes"),
    )


@problem("R009", "yaml")
def merge_key(place: Place) -> Finding:
    """`<<` is YAML's way to copy the keys of another mapping into this one; records do not have it.

    What a reader cannot see should not be in official minutes. Write the keys out.
    """
    return Finding(place, message("records have no YAML merge keys (`<<`)"), message("write the keys out"))


@problem("R010", "yaml")
def duplicate_key(place: Place, key: str, first: Place) -> Finding:
    """A mapping has the same key twice, and only one of the values can be meant.

    Many programs take the last one and say nothing; here neither is trusted. Delete one, or join both values into
    one list. Both places are named.
    """
    return Finding(
        place,
        message("`{key}` occurs twice: first at {first}", key=key, first=first),
        message("delete one of the two, or join both values into one"),
    )


@problem("R011", "yaml")
def several_documents(place: Place) -> Finding:
    """The file holds a second document: a line with `---`, or `...` with something behind it.

    One YAML file is one meeting. Put each record into a file of its own, or all of them into a `.jsonl` file, one
    per line. Only the part before this place was read.
    """
    return Finding(
        place,
        message("a second document starts here; one file holds one record"),
        message("give each record its own file; a line of dashes inside a text stands after |- and indented"),
    )


@problem("R012", "shape")
def not_a_mapping(place: Place, found: Message) -> Finding:
    """The file is not made of keys and values.

    A record is a mapping: lines such as `title: 安全生产例会`, each with a colon and a space after its key. A list
    or a single text says nothing about what its parts are.
    """
    return Finding(
        place,
        message("expected keys and values such as `title: …`, found {found}", found=found),
        message("write each line as `key: value`, with a half-width colon and a space; one record per file"),
    )


@problem("R020", "file")
def empty(place: Place) -> Finding:
    """The file holds nothing, or only comments.

    The shortest record has a title and a day: `title: 安全生产例会` and `held: 2023-03-06`.
    """
    return Finding(place, message("the file is empty"), message("start with `title: …` and `held: …`"))


@problem("R022", "yaml")
def directive(place: Place) -> Finding:
    """A line that starts with `%` gives orders to a YAML reader; records do not have it.

    Delete the line, and the `---` after it.
    """
    return Finding(place, message("records have no YAML directives (`%`)"), message("delete the line"))


@problem("R023", "yaml")
def not_a_key(place: Place) -> Finding:
    """A key is missing, or is a list or a mapping.

    Every key is a word, written before its colon. Doubled brackets make such keys by accident: a text with
    `{{ }}` or `[[ ]]` stands in quotes.
    """
    return Finding(
        place,
        message("expected a word as key"),
        message("write `key: value`; a text that starts with a bracket stands in quotes"),
    )


@problem("R026", "yaml")
def no_value(place: Place, key: str) -> Finding:
    """Between braces stands a key without a colon and a value.

    Braces hold keys and values, `{zh: 甲, en: A}`; a list stands in square brackets, `[甲, 乙]`. A value that is
    not known yet may be left empty, but with its colon: `{zh: 甲, en: }`.
    """
    return Finding(
        place,
        message("`{key}` has no value", key=key),
        message("write `key: value` between braces; a list stands in square brackets"),
    )


@problem("R027", "file")
def too_many_problems(place: Place) -> Finding:
    """The file has over 1,000 problems, and reading stopped there.

    Such a file is hardly a record: look at the first few problems, which often explain the rest.
    """
    return Finding(
        place,
        message("over {limit} problems; nothing after this place was read", limit=ENOUGH),
        message("mend the first few, which often explain the rest"),
    )
