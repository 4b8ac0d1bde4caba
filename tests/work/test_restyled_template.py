"""An office that copies the template and changes a style in LibreOffice gets what it wants, and the rest as it was."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from pathlib import Path

import pytest

from jiyao.documents.shipped import Edition
from jiyao.records.choices import DocumentName
from jiyao.work.libreoffice import find_soffice
from jiyao.work.making import Drafting
from jiyao.work.products import Order
from jiyao.work.templates import copy_template
from jiyao.work.workspace import Workspaces
from outline import part, texts
from rendering import ENVIRONMENT

SYSTEM_PYTHON = Path("/usr/bin/python3")
"""The Python for which Debian packages UNO."""
BLUE = 0x0080FF


def has_uno() -> bool:
    """Whether there is a Python that can talk to LibreOffice."""
    command = [str(SYSTEM_PYTHON), "-c", "import uno"]
    return SYSTEM_PYTHON.is_file() and subprocess.run(command, check=False, capture_output=True).returncode == 0


def restyle(template: Path, style: str, name: str, value: int, profile: Path) -> None:
    """Change one property of one paragraph style of a template, in LibreOffice."""
    pipe, new = f"jiyao{os.getpid()}", template.with_name("new.docx")
    command = [str(find_soffice(ENVIRONMENT)), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    listening = subprocess.Popen(
        [*command, f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL, start_new_session=True
    )
    script = [str(SYSTEM_PYTHON), str(Path(__file__).with_name("restyle_by_uno.py"))]
    try:
        given = [pipe, template.as_uri(), new.as_uri(), style, name, str(value)]
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        subprocess.run([*script, *given], check=True, timeout=60, env=clean)
    finally:
        os.killpg(listening.pid, signal.SIGKILL)
        listening.wait()
    new.replace(template)


@pytest.mark.rendering
@pytest.mark.skipif(not has_uno(), reason="no Python with UNO: install python3-uno")
def test_a_style_changed_in_libreoffice_is_in_the_minutes(tmp_path: Path) -> None:
    (tmp_path / "office.yaml").write_text("name: 甲局\n", "utf-8")
    (tmp_path / "a.yaml").write_text("title: 安全例会\nrequirements: [自查。]\n", "utf-8")
    before = made(tmp_path)
    (tmp_path / "templates").mkdir()
    template = copy_template(DocumentName.MINUTES, Edition.ZH, tmp_path / "templates")
    assert isinstance(template, Path)
    restyle(template, "Title", "CharColor", BLUE, tmp_path / "profile")
    after = made(tmp_path)
    assert color_of_title(before) != f"{BLUE:06X}" == color_of_title(after)
    assert texts(after) == texts(before)


def made(folder: Path) -> bytes:
    """The minutes of the one record of a workspace."""
    (found,) = Workspaces().records([str(folder / "a.yaml")])
    (drafted,) = Drafting(Order()).drafted(found.piece)
    (draft,) = drafted.drafts
    assert draft.content is not None, draft.problems
    return draft.content


def color_of_title(docx: bytes) -> str:
    style = re.search(r'w:styleId="Title".*?</w:style>', part(docx, "word/styles.xml").decode(), re.DOTALL)
    color = re.search(r'<w:color w:val="([^"]*)"', style[0]) if style else None
    return color[1] if color else ""
