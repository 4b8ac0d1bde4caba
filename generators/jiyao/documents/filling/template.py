"""A template made ready once, and filled as often as there are records."""

from __future__ import annotations

import re
import traceback
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import islice

from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateSyntaxError, meta, nodes

from jiyao.documents.filling.faults import (
    Fault,
    Spot,
    cannot_compute,
    forbidden,
    lost_tag,
    tag_in_field,
    unclosed_tag,
    unknown_name,
    unreadable_tag,
    unusual_prefix,
)
from jiyao.documents.filling.grammar import prepare
from jiyao.documents.filling.printing import environment
from jiyao.documents.filling.sandbox import RENDERING, Rendering, UnknownName
from jiyao.documents.filling.tags import CleanSource, Tag, clean_up, find_tags, unclosed_blocks
from jiyao.documents.fragments import Bookmarks
from jiyao.ooxml.archive import ZLIB, Codec
from jiyao.ooxml.hazards import hazards
from jiyao.ooxml.markup import DECLARATION, Element, paragraph_text, parse, serialise, where_is
from jiyao.ooxml.names import WORD, w
from jiyao.ooxml.package import Package, open_package
from jiyao.ooxml.refusals import unreadable_xml
from jiyao.problems import Place, Problem, message
