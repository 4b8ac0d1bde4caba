"""Filling Word templates, and the only place that knows docxtpl and Jinja.

A template is checked, cleaned up and compiled once; a document is its parts rendered to text and put back into the
package. What a template may say is a closed list (`grammar`), what it may print is proved to leave well-formed XML
(`balance`), and record text only ever enters escaped (`printing`).
"""

from __future__ import annotations

from jiyao.documents.filling.compiling import compile_template
from jiyao.documents.filling.template import Template, fill

__all__ = ["Template", "compile_template", "fill"]
