"""Programs with windows of their own, shown on a screen that nobody sees: translators' tools, for the pictures."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from browsing import FONTS

OMEGAT = Path("/usr/share/omegat/OmegaT.jar")
TOOLS = ("Xvfb", "xdotool", "import", "dbus-run-session")
SIZE = (1100, 640)
SECONDS = 90
"""For a program to show its window."""
SETTLED = 4
"""Seconds after which a window has drawn what it has to show."""


def missing_tools(program: str) -> tuple[str, ...]:
    """What a picture of the program's window needs and this machine lacks, as Debian calls it."""
    packages = {"Xvfb": "xvfb", "import": "imagemagick", "dbus-run-session": "dbus-daemon"}
    missing = tuple(packages.get(each, each) for each in (*TOOLS, program) if shutil.which(each) is None)
    return missing if program != "java" or OMEGAT.is_file() else (*missing, "omegat")


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen of its own, and what programs on it have to know."""

    environment: Mapping[str, str]

    def window(self, title: str) -> str:
        """The number of the last window with such a title. Raises TimeoutError where none comes."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            found = self._xdotool("search", "--onlyvisible", "--name", title).split()
            if found:
                return found[-1]
            time.sleep(0.5)
        raise TimeoutError(title)

    def picture(self, title: str, *, without: str = "") -> Image.Image:
        """That window, filling the screen, when it has come to rest; a dialog in front of it is taken away."""
        if without:
            self._xdotool("windowunmap", self.window(without))
        window = self.window(title)
        self._xdotool("windowmove", window, "0", "0", "windowsize", window, *map(str, SIZE))
        time.sleep(SETTLED)
        shot = subprocess.run(
            ["import", "-window", "root", "png:-"], env=self.environment, check=True, capture_output=True
        )
        return Image.open(BytesIO(shot.stdout)).convert("RGB")

    def _xdotool(self, *order: str) -> str:
        done = subprocess.run(["xdotool", *order], env=self.environment, check=False, capture_output=True, text=True)
        return done.stdout

    @contextmanager
    def running(self, *command: str | Path) -> Generator[None]:
        """A program on the screen, and whatever it starts, until the context ends."""
        with subprocess.Popen(
            [*map(str, command)], env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as program:  # fmt: skip
            try:
                yield
            finally:
                with suppress(ProcessLookupError):
                    os.killpg(program.pid, 9)


@contextmanager
def screen(home: Path) -> Generator[Screen]:
    """A screen without a monitor; `home` is where programs keep what they think that they must keep."""
    home.mkdir(parents=True, exist_ok=True)
    ear, mouth = os.pipe()
    size = "x".join(map(str, SIZE))
    order = ["Xvfb", "-displayfd", str(mouth), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    with subprocess.Popen(order, pass_fds=[mouth], stderr=subprocess.DEVNULL) as server:
        try:
            os.close(mouth)
            with os.fdopen(ear) as told:
                display = told.readline().strip()
            own = {"DISPLAY": f":{display}", "HOME": str(home), "FONTCONFIG_FILE": str(FONTS), "LC_ALL": "C.UTF-8"}
            yield Screen(os.environ | own)
        finally:
            server.terminate()
