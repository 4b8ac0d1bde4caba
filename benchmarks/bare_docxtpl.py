"""What somebody writes who only has docxtpl: `python bare_docxtpl.py TEMPLATE VALUES FOLDER`.

Each line of VALUES holds the values of one document; see `meetings` for what is in them.
"""

import json
import sys
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate

template, values, folder = sys.argv[1:]
document: Any = DocxTemplate(template)
with Path(values).open(encoding="utf-8") as lines:
    for number, line in enumerate(lines, start=1):
        document.render(json.loads(line))
        document.save(f"{folder}/{number}.docx")
