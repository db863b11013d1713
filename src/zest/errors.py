"""Faults of the caller. A fault *in a dossier* is a finding, never an exception.

Every message is a French sentence that says who, what was wanted, what was got and what to do.
"""


class ZestError(Exception):
    """Root of every exception that zest raises on purpose."""


class UnreadableFileError(ZestError):
    """You gave a file that cannot be read: absent, empty, too large, not text, or not allowed."""


class UnknownRuleError(ZestError):
    """You named a rule that no loaded catalogue holds."""


class UnknownJobError(ZestError):
    """You named a job that its sector does not have."""


class UnknownTableError(ZestError):
    """You named a record table that zest does not have."""


class UnknownSchemaError(ZestError):
    """You named a schema that zest does not publish."""


class UnwritableError(ZestError):
    """You asked for files that cannot be written there, or that cannot hold what you ask."""


class UnknownFigureError(ZestError):
    """You asked the law for a figure that no ``law/*.toml`` declares."""


class NotInForceError(ZestError):
    """You asked for a legal figure on a day when it was not in force."""


class DuplicateCodeError(ZestError):
    """You put two rules of the same code into one catalogue."""


class DataFileError(ZestError):
    """You shipped a data file (sector, law, rules) that does not hold what it must."""


class LateFileError(DataFileError):
    """You shipped a sector one of whose files does not hold what it must, and it was read long after the sector was.

    Attributes:
        slug: of the sector.
        owner: distribution and version that publish it.
        remedy: French; what to do.
    """

    def __init__(self, message: str, *, slug: str, owner: str, remedy: str) -> None:
        """Keep who is at fault beside the words."""
        super().__init__(message)
        self.slug: str = slug
        self.owner: str = owner
        self.remedy: str = remedy


class PluginError(ZestError):
    """You loaded a sector that breaks the plugin contract."""


class ContractError(PluginError):
    """You loaded a sector made for a contract that this zest does not speak."""


class EditionError(PluginError):
    """You loaded a regional edition that cannot be laid over its sector."""


class RuleDeclarationError(ZestError):
    """You declared a rule without one of the things that every rule owes its reader."""


class MissingExtraError(ZestError):
    """You used a part of zest whose optional dependency is not installed."""


class UnknownEngineError(ZestError):
    """You named an engine that zest does not have."""


class EngineError(ZestError):
    """You asked an engine for what it lacks here: its runtime, a setting, an operation."""


class ForeignColumnError(ZestError):
    """You pointed an engine at files whose columns are not those of the published table."""
