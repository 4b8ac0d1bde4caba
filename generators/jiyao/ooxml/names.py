"""The names that the Open Packaging Conventions and WordprocessingML fix (ECMA-376, transitional)."""

from __future__ import annotations

CONTENT_TYPES = "[Content_Types].xml"
ROOT_RELATIONSHIPS = "_rels/.rels"

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"

OFFICE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE_DOCUMENT = f"{OFFICE_RELATIONSHIPS}/officeDocument"
DRAWINGS = "http://schemas.openxmlformats.org/drawingml/2006"
"""How the names of pictures and charts begin."""
STRICT = "http://purl.oclc.org/ooxml/"
"""How every name of the strict form begins (ISO/IEC 29500, part 1)."""

MAIN_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def w(name: str) -> str:
    """A WordprocessingML name as lxml writes it."""
    return f"{{{WORD}}}{name}"
