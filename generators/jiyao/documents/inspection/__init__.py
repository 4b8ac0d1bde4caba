"""Templates that explain themselves: what one may say (`fields`), and all that is wrong with one (`inspecting`).

Unlike `filling`, which refuses a template at its first fault in a part, this reads tag by tag and goes on, so that
whoever edits a template in Word sees everything at once.
"""

from __future__ import annotations

from jiyao.documents.inspection.fields import Field, fields_of
from jiyao.documents.inspection.given import editions_of
from jiyao.documents.inspection.inspecting import inspect_template
from jiyao.documents.inspection.mending import mended
from jiyao.documents.inspection.sheet import field_sheet

__all__ = ["Field", "editions_of", "field_sheet", "fields_of", "inspect_template", "mended"]
