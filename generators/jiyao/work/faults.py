"""What can go wrong on disk: family D, from D200 on."""

from __future__ import annotations

from collections.abc import Collection

from jiyao.problems import Binding, Finding, Message, Place, Severity, message, problem


@problem("D201", "file", binding=Binding.SAFETY)
def not_written(file: str, reason: Message) -> Finding:
    """A document could not be written: the folder is read-only, the disk is full, or another program holds the file.

    Close the file in Word, or choose another folder with `-o`. What stood there before is untouched.
    """
    return Finding(Place(file), message("cannot be written: {reason}", reason=reason))


@problem("D202", "file", severity=Severity.WARNING, binding=Binding.SAFETY)
def kept_beside(file: str, new: str) -> Finding:
    """The document stays as it is, and the new one was written beside it.

    Somebody has edited it since the program made it, or it is issued, or it was made of another record.

    Compare the two, carry over what should stay, and delete one. `--force` overwrites without asking, but never what
    is issued.
    """
    said = message("it stays as it is; the new one is {new}", new=new)
    return Finding(Place(file), said, message("compare the two, then delete one"))


@problem("D203", "program", binding=Binding.SAFETY)
def unexpected(place: Place, fault: str, advice: Message) -> Finding:
    """An unexpected fault of the program itself ended the work on this record; the other records were made.

    Nothing is wrong with the record as far as the program knows. Please report it with the file that is named, which
    holds the details; look first whether it quotes what nobody else may read.
    """
    return Finding(place, message("an unexpected fault: {fault}", fault=fault), advice)


@problem("D208", "program", binding=Binding.SAFETY)
def given_up(place: Place) -> Finding:
    """The process that worked on this record died or took longer than a minute, so the record was given up.

    The other records were made. Some other program may have ended the process, or the machine had no memory left.
    Make the record alone (`--jobs 1`) to see what happens to it.
    """
    said = message("given up: the process that worked on this record died or took too long")
    return Finding(place, said, message("make this record alone with `--jobs 1`"))


@problem("D204", "file", binding=Binding.SAFETY)
def outside(file: str, folder: str) -> Finding:
    """A link leads out of the output folder, or the program's own folder `.jiyao` is a link.

    Through it documents would be written where nobody asked for them. Take the link away, or name the folder that it
    leads to with `-o`.
    """
    said = message("not written: a link leads out of {folder}", folder=folder)
    return Finding(Place(file), said, message("take the link away, or name its target with -o"))


@problem("D205", "file", severity=Severity.WARNING, binding=Binding.SAFETY)
def not_mended(file: str) -> Finding:
    """`--fix` left the file as it is, since it would have had more errors afterwards.

    Mend it by hand, by the hints of its problems.
    """
    said = message("not mended: it would have more errors than before")
    return Finding(Place(file), said, message("mend it by hand"))


@problem("D206", "file", binding=Binding.SAFETY)
def already_there(file: str) -> Finding:
    """A file that the program would begin is there already, and stays as it is.

    A template that somebody has edited is never written over. Rename it or name another folder with `-o`.
    """
    said = message("it is there already and stays as it is")
    return Finding(Place(file), said, message("rename it, or name another folder with `-o`"))


@problem("D207", "machine")
def no_codec(variable: str, name: str, known: Collection[str]) -> Finding:
    """The codec that `JIYAO_CODEC` names cannot be used: there is none of that name, or it is not installed.

    A Word file is a zip file, and a codec packs it. `zlib` is always there and is used where nothing is said; `isal`
    is faster, makes files a little larger, and comes with `pip install "jiyao[fast]"`. Both give the same document;
    the same codec gives the same bytes every time.
    """
    if known:
        said = message("unknown codec {name}; use one of: {names}", name=name, names=tuple(known))
        return Finding(Place(variable), said)
    hint = message('type `pip install "jiyao[fast]"`, or use zlib')
    return Finding(Place(variable), message("the codec {name} is not installed", name=name), hint)
