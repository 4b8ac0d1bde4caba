"""The engines that are compared: how each is called, whether it is there, and in which version."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
INSTALLED = HERE / ".env"
"""What `make bench` sets up: a Python for each engine that takes docxtpl's import name, and the npm packages."""
_MODULES = INSTALLED / "node" / "node_modules"
_PYTHON = sys.executable


@dataclass(frozen=True, slots=True)
class Engine:
    """`program` and `filler` are what runs it, `package` is what its version is asked of."""

    name: str
    syntax: str
    program: str
    filler: str
    package: str

    @property
    def is_node(self) -> bool:
        return self.program == "node"

    @property
    def script(self) -> str:
        return str(HERE / ("fill.js" if self.is_node else "fill.py"))

    @property
    def missing(self) -> str:
        """Why it cannot be run here; "" if it can."""
        if self.is_node and shutil.which("node") is None:
            return "node is not installed"
        if not (_MODULES / self.package if self.is_node else Path(self.program)).exists():
            return "it was not installed"
        return ""

    @property
    def version(self) -> str:
        if self.is_node:
            return str(json.loads((_MODULES / self.package / "package.json").read_text("utf-8"))["version"])
        code = f"from importlib.metadata import version; print(version({self.package!r}))"
        return _said([self.program, "-c", code])


def _python_of(name: str) -> str:
    return str(INSTALLED / name / "bin" / "python")


ENGINES = (
    Engine("docxtpl", "jinja", _PYTHON, "docxtpl", "docxtpl"),
    Engine("rust-docxtpl", "jinja", _python_of("rust"), "docxtpl", "rust-docxtpl"),
    Engine("docxtpl-ng", "jinja", _python_of("ng"), "docxtpl-ng", "docxtpl-ng"),
    Engine("docxtemplater", "docxtemplater", "node", "docxtemplater", "docxtemplater"),
    Engine("easy-template-x", "easy-template-x", "node", "easy-template-x", "easy-template-x"),
    Engine("carbone", "carbone", "node", "carbone", "carbone"),
    Engine("jiyao-zlib", "jinja", _PYTHON, "jiyao-zlib", "jiyao"),
    Engine("jiyao-isal", "jinja", _PYTHON, "jiyao-isal", "jiyao"),
    Engine("floor-zlib", "jinja", _PYTHON, "floor-zlib", "jiyao"),
    Engine("floor-isal", "jinja", _PYTHON, "floor-isal", "jiyao"),
)
PEER = "docxtpl"
"""What every ratio is to."""


def machine() -> dict[str, str | int]:
    """What a reader needs to know of this machine, and nothing that names it."""
    node = _said(["node", "--version"]).removeprefix("v") if shutil.which("node") else ""
    return {
        "processor": _field(Path("/proc/cpuinfo"), "model name", ":") or platform.machine(),
        "cores": os.cpu_count() or 1,
        "memory_gb": round(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1024**3),
        "system": _field(Path("/etc/os-release"), "PRETTY_NAME", "=").strip('"') or platform.system(),
        "python": platform.python_version(),
        "node": node,
    }


def _field(file: Path, name: str, sign: str) -> str:
    """The value in the first line `name … sign value`."""
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    return next((line.partition(sign)[2].strip() for line in lines if line.startswith(name)), "")


def _said(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603  # our own
