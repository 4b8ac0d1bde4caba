"""Minutes that LibreOffice has opened and saved again are still laid out as the standard asks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

import rendering
from jiyao.documents.layout.measuring import layout_problems
from jiyao.documents.layout.reading import sheets_of
from jiyao.documents.layout.sheets import Sheet
from sampled import NAMES, sample_minutes

pytestmark = pytest.mark.rendering

Sheets = Mapping[str, tuple[Sheet, ...]]


@pytest.fixture(scope="module")
def before_and_after(tmp_path_factory: pytest.TempPathFactory, libreoffice_profile: Path) -> tuple[Sheets, Sheets]:
    """The pages of the samples' minutes, and of the same once LibreOffice has saved them."""
    folder = tmp_path_factory.mktemp("saved")
    saved = rendering.saved_again(sample_minutes(), folder / "saved", libreoffice_profile)
    assert all(saved[name] != docx for name, docx in sample_minutes().items())
    first = rendering.to_pdf(sample_minutes(), folder / "first", libreoffice_profile)
    second = rendering.to_pdf(saved, folder / "second", libreoffice_profile)
    before, after = ({name: sheets_of(pdf.read_bytes()) for name, pdf in each.items()} for each in (first, second))
    return before, after


@pytest.mark.parametrize("name", NAMES)
def test_minutes_saved_by_libreoffice_still_measure_right(name: str, before_and_after: tuple[Sheets, Sheets]) -> None:
    assert layout_problems(before_and_after[1][name], "a.pdf") == ()


@pytest.mark.parametrize("name", NAMES)
def test_every_line_stays_on_its_page(name: str, before_and_after: tuple[Sheets, Sheets]) -> None:
    before, after = ([[line.text for line in sheet.lines] for sheet in each[name]] for each in before_and_after)
    assert after == before
