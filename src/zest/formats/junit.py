"""JUnit XML: one suite a ground, one case a finding; what was not checked is skipped, never passed.

A finding at or above the threshold is a failure, or an error when zest itself could not check; a lighter one, or a
waived one, is skipped with its words. A ground without a finding is one case: passed when it conforms.
"""

import re
from xml.etree import ElementTree as ET

from zest.console.words import GROUNDS, SEVERITIES, VERDICTS
from zest.findings import Finding, Verdict
from zest.formats.told import Told
from zest.report import GroundReport

# What no XML document may hold.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(told: Told) -> str:
    """Return the document, declaration included."""
    root = ET.Element("testsuites", name=_legal(f"zest check {told.report.name}"))
    for ground in told.report.grounds:
        _suite(root, ground, told)
    for key in ("tests", "failures", "errors", "skipped"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(root: ET.Element, ground: GroundReport, told: Told) -> None:
    suite = ET.SubElement(root, "testsuite", name=GROUNDS[ground.ground])
    found = [one for one in told.findings if one.ground is ground.ground]
    for one in found:
        _case(suite, one, told)
    if not found:
        _silent(suite, ground)
    for key, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(key, str(len(suite.findall(f"testcase/{tag}"))))
    suite.set("tests", str(len(suite)))


def _case(suite: ET.Element, one: Finding, told: Told) -> None:
    name = " › ".join((f"{one.code} {one.name}", *one.subject))
    where = {"file": one.place.file, **({"line": str(one.place.line)} if one.place.line else {})}
    case = ET.SubElement(
        suite, "testcase", {"classname": one.code, "name": _legal(name), **_all_legal(where)}
    )
    if told.fails(one):
        result = ET.SubElement(
            case, "error" if one.apparatus else "failure", type=SEVERITIES[one.severity][1]
        )
    else:
        result = ET.SubElement(case, "skipped")
    result.set("message", _legal(f"Dérogation : {one.waiver}" if one.waiver else one.message))
    result.text = _legal("\n".join((str(one.place), one.message, one.remedy, one.source)))


def _silent(suite: ET.Element, ground: GroundReport) -> None:
    word = VERDICTS[ground.verdict][1]
    case = ET.SubElement(suite, "testcase", classname=GROUNDS[ground.ground], name=word)
    if ground.verdict is not Verdict.CONFORMING:
        ET.SubElement(case, "skipped", message=word)


def _legal(words: str) -> str:
    return _ILLEGAL.sub("\ufffd", words)


def _all_legal(told: dict[str, str]) -> dict[str, str]:
    return {key: _legal(value) for key, value in told.items()}
