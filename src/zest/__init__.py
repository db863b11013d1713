"""zest turns what a collective promises into something a machine can check and a client can trust.

    >>> import zest
    >>> dossier = zest.load("examples/caen-exemplaire")

Everything here is loaded when first used: ``import zest`` alone costs next to nothing.
"""

# Not from typing, which alone would cost as much as all the rest of this module.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from zest.catalogue import Catalogue as Catalogue
    from zest.checking import check as check
    from zest.errors import UnreadableFileError as UnreadableFileError
    from zest.errors import ZestError as ZestError
    from zest.findings import Finding as Finding
    from zest.findings import Ground as Ground
    from zest.findings import Place as Place
    from zest.findings import Severity as Severity
    from zest.findings import Verdict as Verdict
    from zest.hookspecs import hookimpl as hookimpl
    from zest.io.writing import to_json as to_json
    from zest.io.writing import to_toml as to_toml
    from zest.law import Law as Law
    from zest.loading import load as load
    from zest.model.dossier import Collective as Collective
    from zest.model.dossier import Dossier as Dossier
    from zest.model.offer import SectorOffer as SectorOffer
    from zest.model.structure import Structure as Structure
    from zest.model.structure import StructureKind as StructureKind
    from zest.plugins.assembly import Assembly as Assembly
    from zest.plugins.assembly import assemble as assemble
    from zest.report import Report as Report
    from zest.report import exit_code as exit_code
    from zest.rule import Case as Case
    from zest.rule import Fault as Fault
    from zest.rule import Rule as Rule
    from zest.rule import Unknown as Unknown
    from zest.sector import Sector as Sector
    from zest.source import Source as Source
    from zest.source import Status as Status

    __version__: str

_WHERE = {
    "Assembly": "plugins.assembly",
    "Case": "rule",
    "Catalogue": "catalogue",
    "Collective": "model.dossier",
    "Dossier": "model.dossier",
    "Fault": "rule",
    "Finding": "findings",
    "Ground": "findings",
    "Law": "law",
    "Place": "findings",
    "Report": "report",
    "Rule": "rule",
    "Sector": "sector",
    "SectorOffer": "model.offer",
    "Severity": "findings",
    "Source": "source",
    "Status": "source",
    "Structure": "model.structure",
    "StructureKind": "model.structure",
    "Unknown": "rule",
    "UnreadableFileError": "errors",
    "Verdict": "findings",
    "ZestError": "errors",
    "assemble": "plugins.assembly",
    "check": "checking",
    "exit_code": "report",
    "hookimpl": "hookspecs",
    "load": "loading",
    "to_json": "io.writing",
    "to_toml": "io.writing",
}

__all__ = [
    "Assembly",
    "Case",
    "Catalogue",
    "Collective",
    "Dossier",
    "Fault",
    "Finding",
    "Ground",
    "Law",
    "Place",
    "Report",
    "Rule",
    "Sector",
    "SectorOffer",
    "Severity",
    "Source",
    "Status",
    "Structure",
    "StructureKind",
    "Unknown",
    "UnreadableFileError",
    "Verdict",
    "ZestError",
    "__version__",
    "assemble",
    "check",
    "exit_code",
    "hookimpl",
    "load",
    "to_json",
    "to_toml",
]

if not TYPE_CHECKING:
    # Hidden from type checkers, for which a name that does not exist must stay an error.

    def __getattr__(name: str) -> object:
        if name == "__version__":
            from zest.version import version

            return version()
        if name not in _WHERE:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = globals()[name] = getattr(import_module(f"zest.{_WHERE[name]}"), name)
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
