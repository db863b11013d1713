"""A mail merge of LibreOffice (*publipostage*), without a screen: one file a record, as its own assistant makes them.

Run by a Python that has LibreOffice's ``uno``: ``mail_merge.py FOLDER``, where ``model.docx`` holds tags such as
``{{ structure.name }}`` and ``people.csv`` their values. Prints documents, seconds and peak memory as JSON.
"""

import csv
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue

OFFICE = "/usr/lib/libreoffice/program/soffice.bin"
TABLE, COMMAND_IS_A_TABLE, OUTPUT_IS_FILES = "people", 0, 2
LONGEST_START = 60
"""Seconds."""


def told(**values: object) -> tuple[Any, ...]:
    """Return values as LibreOffice takes them."""
    made = []
    for name, value in values.items():
        one = PropertyValue()
        one.Name, one.Value = name, value
        made.append(one)
    return tuple(made)


def started(folder: Path) -> "subprocess.Popen[bytes]":
    """Start the office with a profile of its own, which its first start only writes."""
    command = [OFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    quiet: Any = {
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
        "env": {**os.environ, "SAL_USE_VCLPLUGIN": "svp"},
    }
    subprocess.run([*command, "--terminate_after_init"], check=False, **quiet)
    return subprocess.Popen([*command, f"--accept=pipe,name=zest-{os.getpid()};urp"], **quiet)


def context() -> Any:
    """Return the office's own context, once it listens."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    until = time.monotonic() + LONGEST_START
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name=zest-{os.getpid()};urp;StarOffice.ComponentContext")
        except Exception:  # what the bridge raises has no class of Python's
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def registered(make: Any, folder: Path) -> None:
    """Make the text file a data source that the office knows."""
    known = make("com.sun.star.sdb.DatabaseContext")
    source = known.createInstance()
    source.URL = f"sdbc:flat:{folder.as_uri()}"
    source.Info = told(
        Extension="csv", CharSet="UTF-8", HeaderLine=True, FieldDelimiter=",", StringDelimiter='"'
    )
    file = (folder / "people.odb").as_uri()
    source.DatabaseDocument.storeAsURL(file, ())
    known.registerDatabaseLocation(TABLE, file)


def with_fields(make: Any, folder: Path, columns: list[str]) -> str:
    """Put the fields of the data source in the place of the tags, and return the address of the template."""
    document = make("com.sun.star.frame.Desktop").loadComponentFromURL(
        (folder / "model.docx").as_uri(), "_blank", 0, told(Hidden=True)
    )
    for column in columns:
        wanted = document.createSearchDescriptor()
        wanted.SearchString = f"{{{{ structure.{column} }}}}"
        found = document.findAll(wanted)
        for rank in range(found.Count):
            place = found.getByIndex(rank)
            master = document.createInstance("com.sun.star.text.FieldMaster.Database")
            master.DataBaseName = master.DataTableName = TABLE
            master.DataColumnName, master.DataCommandType = column, COMMAND_IS_A_TABLE
            field = document.createInstance("com.sun.star.text.TextField.Database")
            field.attachTextFieldMaster(master)
            place.Text.insertTextContent(place, field, True)
    address = (folder / "template.odt").as_uri()
    document.storeAsURL(address, told(FilterName="writer8"))
    document.close(True)
    return address


def spent(office: "subprocess.Popen[bytes]") -> tuple[float, float]:
    """Return the processor seconds of the office, and its peak memory in MiB."""
    times = Path(f"/proc/{office.pid}/stat").read_text("ascii").rpartition(")")[2].split()
    ticks = (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")
    [peak] = [
        line for line in Path(f"/proc/{office.pid}/status").read_text("ascii").splitlines() if "VmHWM" in line
    ]
    return ticks, int(peak.split()[1]) / 1024


def main(folder: Path) -> None:
    """Merge, and tell what it took; neither the start of the office nor the making of the template is counted."""
    with (folder / "people.csv").open(encoding="utf-8", newline="") as opened:
        columns = next(csv.reader(opened))
    office = started(folder)
    try:
        known = context()

        def make(name: str) -> Any:
            return known.ServiceManager.createInstanceWithContext(name, known)

        registered(make, folder)
        merge = make("com.sun.star.text.MailMerge")
        merge.DocumentURL = with_fields(make, folder, columns)
        merge.DataSourceName, merge.Command, merge.CommandType = TABLE, TABLE, COMMAND_IS_A_TABLE
        (folder / "made").mkdir()
        merge.OutputType, merge.OutputURL = OUTPUT_IS_FILES, (folder / "made").as_uri()
        merge.FileNamePrefix, merge.SaveFilter = "letter", "MS Word 2007 XML"
        began, (worked, _) = time.perf_counter(), spent(office)
        merge.execute(())
        wall, (cpu, peak) = time.perf_counter() - began, spent(office)
    finally:
        # Asked to end by itself after a merge, this office crashes (seen with 7.4).
        office.kill()
        office.wait()
    made = len(list((folder / "made").iterdir()))
    print(json.dumps({"documents": made, "wall": wall, "cpu": cpu - worked, "peak": peak}))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
