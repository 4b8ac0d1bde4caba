"""Why a file is refused before anything in it is used: family T, 0xx."""

from __future__ import annotations

from jiyao.problems import Finding, Message, Place, message, problem


@problem("T001", "package")
def not_a_package(file: str) -> Finding:
    """The file is not a Word document: a .docx file is a zip package, and this one is not.

    Often a text, a PDF or a web page was given the ending .docx, or a download broke off before it began.
    Open the file in Word and save it as "Word Document (.docx)".
    Right: a file that Word or WPS saved as .docx. Wrong: notes.txt renamed to notes.docx.
    """
    return Finding(
        Place(file),
        message("this is not a Word document (.docx)"),
        message("open it in Word or WPS and save it as .docx"),
    )


@problem("T002", "package")
def old_or_encrypted(file: str) -> Finding:
    """The file is an old binary document (.doc), or it is protected by a password.

    Both are stored in a form that cannot be filled. Open the file in Word, remove the password under
    File, Info, Protect Document, and save it as .docx.
    Right: template.docx without a password. Wrong: template.doc, or a .docx that asks for a password.
    """
    return Finding(
        Place(file),
        message("this is an old .doc file, or a file protected by a password"),
        message("open it in Word, remove the password and save it as .docx"),
    )


@problem("T003", "package")
def damaged(file: str, part: str = "") -> Finding:
    """The file is damaged: it was cut off, or what it holds is not what it says it holds.

    This happens when a download, a copy or a mail broke off. Nothing can be trusted in such a file, so nothing
    is taken from it. Fetch it again, or open it in Word, let Word repair it, and save it anew.
    """
    return Finding(
        Place(file, where=part),
        message("the file is damaged or cut off"),
        message("copy or download it again, or let Word repair it and save it anew"),
    )


@problem("T004", "package")
def too_large(file: str, what: Message, part: str = "") -> Finding:
    """The file would unpack to far more than a document needs, as files do that are made to exhaust a machine.

    A package may hold 2,000 parts and 200 MB, and no part over 1 MB may unpack to more than 100 times its packed
    size. An honest document stays far below; a very large picture can be compressed in Word (Picture Format,
    Compress Pictures).
    """
    return Finding(
        Place(file, where=part),
        message("the file is refused because it is too large: {what}", what=what),
        message("save it anew in Word, with its pictures compressed"),
    )


@problem("T005", "package")
def unsafe_entry(file: str, what: Message, part: str) -> Finding:
    """The package holds an entry that no word processor writes: a path that leaves the package, a name twice, a secret.

    Programs disagree on what such a file says, so it may look harmless in one and not in another.
    Open the file in Word and save it anew; if Word refuses it too, do not use it.
    """
    return Finding(
        Place(file, where=part),
        message("the file is refused because of an entry in it: {what}", what=what),
        message("open it in Word and save it anew"),
    )


@problem("T006", "package")
def missing_part(file: str, part: str) -> Finding:
    """The package lacks a part without which it is no document, such as the list of contents or the text itself.

    The file is a zip package, but not a complete Word document; perhaps it was packed by hand.
    Open it in Word, let Word repair it, and save it anew.
    """
    return Finding(
        Place(file, where=part),
        message("this is not a complete Word document: `{part}` is missing", part=part),
        message("open it in Word and save it as .docx"),
    )


@problem("T007", "package")
def another_kind(file: str, kind: Message) -> Finding:
    """The file is an Office file of another kind: a workbook, slides, a Word template, one with macros.

    Only plain documents (.docx) are filled. A .dotx or .docm becomes one by "Save as", type "Word Document (.docx)".
    Right: minutes.docx. Wrong: minutes.docm, minutes.dotx, minutes.xlsx.
    """
    return Finding(
        Place(file),
        message("this is {kind}, not a Word document (.docx)", kind=kind),
        message("open it in Word and save it as “Word Document (.docx)”"),
    )


@problem("T008", "package")
def strict_form(file: str) -> Finding:
    """The file was saved as "Strict Open XML Document", a form that few programs can read.

    In Word choose "Save as" and the type "Word Document (.docx)", which stands above the strict one in the list.
    """
    return Finding(
        Place(file),
        message("this is a “Strict Open XML Document”, which cannot be filled"),
        message("in Word choose “Save as” and the type “Word Document (.docx)”"),
    )


@problem("T009", "package")
def unreadable_xml(file: str, part: str) -> Finding:
    """A part of the package is not well-formed XML, or brings its own document type, which no word processor writes.

    The part was damaged or edited by hand. Open the file in Word, let Word repair it, and save it anew.
    """
    return Finding(
        Place(file, where=part),
        message("`{part}` cannot be read as XML", part=part),
        message("open the file in Word, let it be repaired and save it anew"),
    )
