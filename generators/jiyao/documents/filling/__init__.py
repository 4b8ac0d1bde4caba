"""Filling Word templates, and the only place that knows docxtpl; Jinja is known here and in `web`.

A template is checked, cleaned up and turned into a program once; a document is its parts printed by the program and
put back into the package. What a template may say is a closed list (`grammar`), what it may print is proved to leave
well-formed XML (`balance`), and record text only ever enters escaped (`printing`). The program is data (`program`,
`keeping`), so it can be kept and run without docxtpl, Jinja or lxml.
"""

from __future__ import annotations

from collections.abc import Collection

from jiyao.documents.filling.template import Template, fill
from jiyao.problems import Problem

__all__ = ["Template", "compile_template", "fill"]


def compile_template(data: bytes, file: str, known: Collection[str] | None = None) -> Template | tuple[Problem, ...]:
    """The template in the .docx `data`, or all that is wrong with it; `file` is what problems call it.

    With `known`, a name that the template asks for and that is none of these is a problem now, not when it is filled.
    """
    # Here, since a template whose program was kept is filled without docxtpl, Jinja and lxml.
    from jiyao.documents.filling.compiling import compile_package

    return compile_package(data, file, known)
