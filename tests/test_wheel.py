"""The built wheel is whole: what a user installs makes minutes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
SAMPLE = CHECKOUT / "samples" / "ten-lines" / "安全生产例会.yaml"

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints. It inherits no Python settings: nothing of the checkout may be found by chance."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=280,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, CHECKOUT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_the_package_and_its_templates_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"jiyao/py.typed", "jiyao/cli/__init__.py"} <= names
    shipped = {path.name for kind in ("*.docx", "*.html") for path in (CHECKOUT / "templates").glob(kind)}
    # The page on which translators review is no template: nobody fills or changes it.
    pages = {name.removeprefix("jiyao/templates/") for name in names if name.endswith((".docx", ".html"))}
    assert pages - {"jiyao/review/page.html"} == shipped
    assert {name for name in names if name.startswith("jiyao/templates/") and name.endswith(".py")} == set()
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"jiyao"}


def test_an_installed_jiyao_makes_minutes(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    bin_ = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    install = (bin_ / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    run(*install, "--require-hashes", "-r", CHECKOUT / "requirements" / "run.txt", cwd=tmp_path)
    run(*install, "--no-deps", wheel, cwd=tmp_path)

    shutil.copy(SAMPLE, tmp_path)
    run(bin_ / "jiyao", "make", SAMPLE.name, "-o", "out", cwd=tmp_path)
    (document,) = (tmp_path / "out").rglob("*.docx")
    assert zipfile.ZipFile(document).testzip() is None
