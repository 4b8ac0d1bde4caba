"""Changes a paragraph style of a Word file in LibreOffice, as a person does in its dialogue; run by a Python with UNO.

Arguments: the name of the pipe on which LibreOffice listens, the file, the new file (both as addresses), the style, the
property, and its new number.
"""
# ruff: noqa: ANN001, ANN201, BLE001, FBT003
# mypy: ignore-errors
# pyright: basic, reportMissingImports=false, reportAttributeAccessIssue=false, reportPossiblyUnboundVariable=false

import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def option(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def desktop(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(150):
        try:
            remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return remote.ServiceManager.createInstance("com.sun.star.frame.Desktop")
        except Exception:
            time.sleep(0.2)
    raise SystemExit("LibreOffice does not listen")


pipe, source, target, style, name, value = sys.argv[1:]
desk = desktop(pipe)
document = desk.loadComponentFromURL(source, "_blank", 0, (option("Hidden", True),))
document.StyleFamilies.getByName("ParagraphStyles").getByName(style).setPropertyValue(name, int(value))
document.storeToURL(target, (option("FilterName", "MS Word 2007 XML"),))
document.close(True)
