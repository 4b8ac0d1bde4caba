"""What can be wrong with the pictures, links and objects of docxtpl that a template is given: family T, 117 to 119."""

from __future__ import annotations

from jiyao.documents.filling.faults import Spot
from jiyao.problems import Finding, Message, Place, message, problem


@problem("T117", "values")
def unlawful_picture(spot: Spot, what: Message) -> Finding:
    """A picture cannot be put into the document: it is of an unusual type, it is no picture at all, or has no size.

    PNG, JPEG, GIF, BMP and TIFF are shown by every Word and WPS. A file with the ending .jpg that holds something else
    would be a red cross in the document; open it in a viewer and save it anew.
    """
    return Finding(
        spot.place,
        message("the picture cannot be shown ({what}): {around}", what=what, around=spot.around),
        message("save the picture anew as PNG or JPEG"),
    )


@problem("T118", "values")
def not_made_by_docxtpl(place: Place, reason: str | Message) -> Finding:
    """An object of docxtpl (a rich text, an inline picture, a sub-document) could not be put into the document.

    Such objects come from programs that use this one, not from records. Sub-documents need the package docxcompose; a
    file that is inserted has to be a Word document, a picture one that python-docx can read, and an address has to be
    registered with the document that is filled.
    """
    return Finding(
        place,
        message("docxtpl could not make the document: {reason}", reason=reason),
        message("look at the objects of docxtpl among the values"),
    )


@problem("T119", "values")
def another_template(place: Place) -> Finding:
    """A picture or a sub-document of docxtpl was made for another template than the one that is filled.

    It belongs to the package of the `DocxTemplate` that it was made with. Give the values as a function, which is
    called with the right one: `fill(template, lambda document: {"photo": InlineImage(document, "photo.png")})`.
    """
    return Finding(
        place,
        message("an object of docxtpl belongs to another template"),
        message("give the values as a function of the document, and make the object with that"),
    )
