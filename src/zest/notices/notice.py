"""One kind of finding that no rule makes."""

import attrs

from zest.findings import Finding, Ground, Place, Severity


@attrs.frozen(kw_only=True)
class Notice:
    """One kind of finding that comes from zest's own work.

    Attributes:
        code: prefix and three digits.
        name: the fault, as a slug.
        severity: as found.
        requirement: one French sentence: what must be.
        why: French; what the requirement protects.
        remedy: French; what to do.
        ground: in whose name it counts.
        apparatus: whether it says that zest itself could not check, rather than that the dossier is at fault.
    """

    code: str
    name: str
    severity: Severity
    requirement: str
    why: str
    remedy: str
    ground: Ground = Ground.PRACTICE
    apparatus: bool = False

    def finding(
        self,
        message: str,
        *,
        identity: tuple[str, ...] = (),
        place: Place | None = None,
        remedy: str = "",
        subject: tuple[str, ...] = (),
        origin: str = "zest",
    ) -> Finding:
        """Make the finding."""
        return Finding(
            code=self.code,
            name=self.name,
            severity=self.severity,
            ground=self.ground,
            message=message,
            subject=subject,
            identity=identity,
            place=place or Place(),
            remedy=remedy or self.remedy,
            source="Contrat de zest",
            apparatus=self.apparatus,
            origin=origin,
        )
