"""What can go wrong on the way from a Word file to a PDF: family D, from D220 on."""

from __future__ import annotations

from jiyao.problems import Binding, Finding, Message, Place, Severity, message, problem


@problem("D220", "machine")
def no_libreoffice(variable: str, named: str, hint: Message) -> Finding:
    """A PDF was asked for, and LibreOffice, which makes it, is not on this machine.

    It is looked for on PATH and where its installers put it; `JIYAO_SOFFICE` names its program `soffice` where it
    stands elsewhere. `jiyao doctor` says what to type to install it. The Word files were made all the same.
    """
    if named:
        return Finding(Place(variable), message("there is no program {name}", name=named), hint)
    return Finding(Place("soffice"), message("LibreOffice, which makes PDF files, is not installed"), hint)


@problem("D221", "file", binding=Binding.SAFETY)
def no_pdf(file: str, said: str) -> Finding:
    """LibreOffice made no PDF of a document, or one that is not whole or has no pages.

    Open the Word file in LibreOffice and export it from there; what it complains about is the reason. A PDF that was
    there before is untouched.
    """
    words = message("LibreOffice made no whole PDF")
    hint = message("it said: {said}", said=said) if said else message("open the Word file in LibreOffice to see why")
    return Finding(Place(file), words, hint)


@problem("D222", "file", binding=Binding.SAFETY)
def no_answer(file: str, seconds: int) -> Finding:
    """LibreOffice gave no answer in time, and was ended with all that it had started.

    A very long document on a slow machine may need more: make it alone. Else open it in LibreOffice to see what it
    waits for.
    """
    said = message("no PDF: LibreOffice gave no answer in {seconds} seconds and was ended", seconds=seconds)
    return Finding(Place(file), said, message("open the Word file in LibreOffice to see what it waits for"))


@problem("D223", "font", severity=Severity.WARNING, binding=Binding.PRACTICE)
def substituted(file: str, wanted: str, used: tuple[str, ...]) -> Finding:
    """A face that the document asks for is not on this machine, so the PDF is printed with another one.

    The lines break as they should where the stand-in is as wide, and the page looks different. What is handed in should
    be printed where the faces of GB/T 9704-2012 are installed. `jiyao doctor` lists them, with what stands in for each.
    """
    if not used:
        return Finding(Place(file), message("{wanted} is missing from the PDF", wanted=wanted))
    said = message("{wanted} is not on this machine; printed with {used}", wanted=wanted, used=used)
    return Finding(Place(file), said, message("`jiyao doctor` lists the faces and what to install"))


@problem("D224", "font", severity=Severity.WARNING, binding=Binding.SAFETY)
def not_embedded(file: str, font: str) -> Finding:
    """A font is named in the PDF and not contained in it: another machine will show another face.

    The maker of a font may forbid that it is embedded. Take another one for that style of the template.
    """
    return Finding(Place(file), message("the font {font} is not embedded in the PDF", font=font))


@problem("D225", "machine")
def no_layout_reader() -> Finding:
    """`--check-layout` measures printed pages with pypdfium2, which is not installed.

    It comes with `pip install "jiyao[layout]"`. Where there is none for this kind of machine, pages can be measured on
    another one.
    """
    said = message("pages cannot be measured: pypdfium2 is not installed")
    return Finding(Place("pypdfium2"), said, message('type `pip install "jiyao[layout]"`'))


@problem("D226", "machine")
def no_chinese_font(hint: Message) -> Finding:
    """No font with Chinese characters is on this machine, so every one of them would be printed as an empty box.

    No PDF was made. Install the faces of GB/T 9704-2012, or free ones: `jiyao doctor` says what to type. `JIYAO_FONTS`
    names a folder with fonts that need not be installed.
    """
    return Finding(Place("fonts"), message("no font with Chinese characters is on this machine"), hint)
