"""Web pages: a view put into a template of HTML, under a content policy that lets nothing in.

Imported only by who makes a page, since it brings Jinja.
"""

from __future__ import annotations

from jiyao.documents.web.page import page_template, web_page
from jiyao.documents.web.template import WebTemplate

__all__ = ["WebTemplate", "page_template", "web_page"]
