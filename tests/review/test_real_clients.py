"""What translators' own programs save comes back, and the record differs in exactly the edited text.

Each program is skipped, by name, where the machine lacks it; `make tools` sets them up.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from sampled import SAMPLES
from shell import jiyao

CHECKOUT = Path(__file__).resolve().parents[2]
CLIENTS = CHECKOUT / ".cache" / "clients"
"""Where tests/setup-tools puts what is fetched for these tests alone."""
OMEGAT = Path("/usr/share/omegat/OmegaT.jar")
TOOLKIT = CLIENTS / "toolkit" / "bin" / "python"
NPM = CLIENTS / "npm"
SCHEMAS = CLIENTS / "schemas"
RECORD = "动员部署会.yaml"
OLD, NEW = "Party branch secretaries", "secretaries of the Party branches"
SECONDS = 120


@pytest.fixture
def office(tmp_path: Path) -> Path:
    shutil.copytree(SAMPLES / "procuratorate", tmp_path / "office", ignore=shutil.ignore_patterns(".jiyao"))
    return tmp_path / "office"


def needs(*paths: Path | str) -> None:
    for each in paths:
        if isinstance(each, Path) and not each.exists():
            pytest.skip(f"missing: {each.relative_to(CHECKOUT) if each.is_relative_to(CHECKOUT) else each}")
        if isinstance(each, str) and shutil.which(each) is None:
            pytest.skip(f"missing: {each}")


def run(*command: str | Path, folder: Path, text: str = "") -> None:
    environment = os.environ | {"HOME": str(folder), "NODE_PATH": str(NPM / "node_modules")}
    done = subprocess.run(
        [*map(str, command)],
        cwd=folder,
        env=environment,
        input=text,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def export(office: Path, form: str) -> Path:
    done = jiyao(office, "review", "export", RECORD, "--to", form)
    assert done.returncode == 0, done.stderr
    return office / done.stdout.splitlines()[0].partition("/")[0]


def expect_the_edit_alone(office: Path, file: Path) -> str:
    """Import a file; the record differs in the edited text, and in no other byte."""
    before = (office / RECORD).read_bytes()
    done = jiyao(office, "review", "import", file)
    assert done.returncode == 0, done.stderr
    assert (office / RECORD).read_bytes() == before.replace(OLD.encode(), NEW.encode()) != before
    return done.stderr


TOOLKIT_TERMS = """
import sys
from translate.storage.tbx import tbxfile
with open(sys.argv[1], "rb") as file:
    units = tbxfile.parsestring(file.read()).units
print([(unit.source, unit.target) for unit in units])
"""


def test_the_translate_toolkit_reads_the_terms_of_an_office(tmp_path: Path) -> None:
    needs(TOOLKIT)
    (tmp_path / "terms.csv").write_text("zh,en,forbidden\n党组,Party Leadership Group,Party Group\n", "utf-8")
    assert jiyao(tmp_path, "terms", "export", "terms.tbx").returncode == 0
    done = subprocess.run(
        [TOOLKIT, "-c", TOOLKIT_TERMS, "terms.tbx"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=True,
    )
    assert done.stdout.strip() == "[('党组', 'Party Leadership Group')]"


TOOLKIT_EDIT = """
import sys
from translate.storage.{module} import {store}
store = {store}.parsefile(sys.argv[1])
(unit,) = [each for each in store.units if each.target == sys.argv[2]]
unit.target = sys.argv[3]
store.save()
"""

NPM_EDIT = """
const fs = require('fs');
const {parse, write} = {form};
const [file, before, after] = process.argv.slice(-3);
parse(fs.readFileSync(file, 'utf8'), (error, read) => {
  if (error) throw error;
  for (const units of Object.values(read.resources))
    for (const unit of Object.values(units)) if (unit.target === before) unit.target = after;
  write(read, (fault, text) => { if (fault) throw fault; fs.writeFileSync(file, text); });
});
"""
NPM_FORMS = {
    "xlf": "{parse: require('xliff/xliff12ToJs'), write: require('xliff/jsToXliff12')}",
    "xlf2": "{parse: require('xliff/xliff2js'), write: require('xliff/js2xliff')}",
}


@pytest.mark.parametrize(
    ("form", "module", "store"),
    [("xlf", "xliff", "xlifffile"), ("xlf2", "xliff2", "Xliff2File"), ("tmx", "tmx", "tmxfile")],
)
def test_translate_toolkit_edits_one_text(form: str, module: str, store: str, office: Path) -> None:
    needs(TOOLKIT)
    file = export(office, form)
    program = TOOLKIT_EDIT.format(module=module, store=store)
    run(TOOLKIT, "-c", program, file, OLD, NEW, folder=office)
    expect_the_edit_alone(office, file)


@pytest.mark.parametrize("form", ["xlf", "xlf2"])
def test_npm_xliff_edits_one_text(form: str, office: Path) -> None:
    needs("node", NPM)
    file = export(office, form)
    run("node", "-e", NPM_EDIT.replace("{form}", NPM_FORMS[form]), "--", file, OLD, NEW, folder=office)
    expect_the_edit_alone(office, file)


def omegat(project: Path, folder: Path) -> None:
    run("java", "-Djava.awt.headless=true", "-jar", OMEGAT, project, "--mode=console-translate", folder=folder)


def test_omegat_opens_the_project_and_translates_it_from_the_drafts(office: Path) -> None:
    needs("java", OMEGAT)
    project = export(office, "omegat")
    memory = project / "omegat" / "project_save.tmx"
    memory.write_text(memory.read_text("utf-8").replace(f"<seg>{OLD}<", f"<seg>{NEW}<"), "utf-8")
    omegat(project, office)
    assert "0 texts changed" not in expect_the_edit_alone(office, project / "target" / "record.xlf")
    assert jiyao(office, "review", "import", project).stderr.endswith("0 texts changed\n")


@pytest.mark.parametrize(("form", "schema"), [("xlf", "xliff-core-1.2-strict.xsd"), ("xlf2", "xliff-core-2.0.xsd")])
def test_what_is_exported_is_valid_by_the_schema(form: str, schema: str, office: Path) -> None:
    needs(SCHEMAS / schema)

    # The schema asks the net for that of the attribute `xml:space`; here is the one beside it.
    text = re.sub(r'schemaLocation="[^"]*xml\.xsd"', 'schemaLocation="xml.xsd"', (SCHEMAS / schema).read_text("utf-8"))
    shutil.copy(SCHEMAS / "xml.xsd", office)
    (office / schema).write_text(text, "utf-8")
    rules = etree.XMLSchema(etree.parse(office / schema, etree.XMLParser(no_network=True)))
    for name in ("procuratorate/动员部署会.yaml", "company/board-meeting.yaml"):
        done = jiyao(office, "review", "export", SAMPLES / name, "--to", form, "-o", office / form)
        assert done.returncode == 0, done.stderr
    for file in (office / form).glob("*.xlf"):
        document = etree.parse(file)
        assert rules.validate(document), rules.error_log
        ids = [each.get("id") for each in document.iter("{*}trans-unit", "{*}unit")]
        assert len(set(ids)) == len(ids) > 0


UNO_EDIT = """
import sys, time, uno
from com.sun.star.beans import PropertyValue
pipe, address, old, new = sys.argv[1:]
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
for _ in range(300):
    try:
        context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        break
    except Exception:
        time.sleep(0.2)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
hidden = PropertyValue()
hidden.Name, hidden.Value = "Hidden", True
document = desktop.loadComponentFromURL(address, "_blank", 0, (hidden,))
place = document
if document.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
    place = document.Sheets.getByIndex(0)
else:
    document.RecordChanges = True
search = place.createReplaceDescriptor()
search.SearchString, search.ReplaceString = old, new
assert place.replaceAll(search) == 1
document.store()
document.close(True)
try:
    desktop.terminate()
except Exception:
    pass
"""
PYTHON = "/usr/bin/python3"
"""The one of the system: `uno` is made for it."""


def edited_in_libreoffice(file: Path, office: Path) -> None:
    """The sheet opened, one text replaced, and saved, as somebody at the screen would do it."""
    needs("soffice", PYTHON)
    if subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode:
        pytest.skip("missing: python3-uno")
    pipe = f"jiyao-{os.getpid()}"
    profile = f"-env:UserInstallation={(office / 'profile').as_uri()}"
    accept = f"--accept=pipe,name={pipe};urp"
    server = subprocess.Popen(["soffice", profile, "--headless", "--norestore", accept], start_new_session=True)
    try:
        run(PYTHON, "-c", UNO_EDIT, pipe, file.as_uri(), OLD, NEW, folder=office)
        server.wait(SECONDS)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)
        server.wait()


@pytest.mark.rendering
def test_libreoffice_edits_the_review_sheet_with_recording_on(office: Path) -> None:
    file = export(office, "docx")
    edited_in_libreoffice(file, office)
    with ZipFile(file) as archive:
        document = archive.read("word/document.xml")
    assert b"<w:ins " in document
    assert b"<w:del " in document
    expect_the_edit_alone(office, file)


@pytest.mark.rendering
def test_libreoffice_calc_edits_the_sheet_for_excel(office: Path) -> None:
    file = export(office, "xlsx")
    edited_in_libreoffice(file, office)
    expect_the_edit_alone(office, file)


@pytest.mark.rendering
@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_what_libreoffice_saves_untouched_changes_nothing(form: str, office: Path) -> None:
    needs("soffice")
    file = export(office, form)
    profile = f"-env:UserInstallation={(office / 'profile').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", form, "--outdir", office / "again", file, folder=office)
    before = (office / RECORD).read_bytes()
    done = jiyao(office, "review", "import", office / "again" / file.name)
    assert (done.returncode, done.stderr) == (0, f"{RECORD}: 0 texts changed\n")
    assert (office / RECORD).read_bytes() == before
