"""``zest convert --from … --to …``: structures and activity, to and from the State's platforms."""

import argparse
import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zest.cli.errors import WrongUse
from zest.errors import UnreadableFileError
from zest.exchange.losses import Converted

if TYPE_CHECKING:
    from zest.model.dossier import Dossier
    from zest.model.outcome import OutcomeClass

SOURCE = "zest"
"""Key of the producer in data·inclusion."""


def exchange(args: argparse.Namespace) -> int:
    """Convert, write, and tell what was lost; 1 when something of the source was at fault."""
    from zest.cli.targets import write_bytes, write_target

    came = _read(args)
    if args.to == "dossier":
        written = write_target(came.value, Path(args.target), force=args.force)
        _tell(args, [came], written)
    else:
        from zest.exchange.records import to_json

        sent = _sent(args, came.value)
        written = Path(args.target)
        if written.suffix.lower() != ".json":
            raise WrongUse(f"« {args.target} » : « --to {args.to} » écrit du .json.")
        write_bytes(written, to_json(sent.value), force=args.force)
        _tell(args, [came, sent], written)
    return 1 if came.findings else 0


def _read(args: argparse.Namespace) -> "Converted[Dossier]":
    if args.origin == "dossier":
        from zest.cli.reading import whole

        dossier = whole(args.source)
        return Converted(
            value=dossier, findings=dossier.faults, read=len(dossier.structures), made=len(dossier.structures)
        )
    if args.origin == "flux-iae":
        from zest.exchange.asp.dossier import from_flux_iae
        from zest.exchange.flux_iae import read_exports

        return from_flux_iae(read_exports(Path(args.source)), _motives(args.motives))
    from zest.exchange import emplois, marche
    from zest.exchange.records import read_records

    file = Path(args.source)
    # The row of a CSV as a spreadsheet numbers it; the lines of JSON are nobody's business.
    first = 2 if file.suffix.lower() == ".csv" else 0
    make, platform = (
        (marche.from_marche, marche.platform())
        if args.origin == "marche"
        else (emplois.from_emplois, emplois.platform())
    )
    records = read_records(file)
    _require_fields(records, [name for names in platform.fields.values() for name in names], file)
    return make(records, file.as_posix(), first)


def _require_fields(records: Sequence[Mapping[str, Any]], fields: Sequence[str], file: Path) -> None:
    """Refuse what holds no structure of the platform: a dossier of nothing would pass for one.

    Raises:
        UnreadableFileError: there is no record, or none of its fields is the platform's.
    """
    if not any(name in record for record in records for name in fields):
        raise UnreadableFileError(
            f"Le fichier « {file.as_posix()} » ne contient aucune structure : il y faut au moins une ligne et l'un des "
            f"champs {', '.join(fields)}."
        )


def _motives(file: str | None) -> "Mapping[str, OutcomeClass] | None":
    """Read the class of each code of exit.

    Raises:
        WrongUse: the file is no table of classes.
    """
    from zest.datafiles import read_table
    from zest.errors import DataFileError
    from zest.io.files import refuse_pipe
    from zest.model.outcome import OutcomeClass

    if file is None:
        return None
    refuse_pipe(Path(file))
    try:
        return {str(code): OutcomeClass(told) for code, told in read_table(Path(file)).items()}
    except DataFileError as error:
        raise WrongUse(str(error)) from None
    except ValueError as error:
        known = ", ".join(OutcomeClass)
        raise WrongUse(f"« {file} » : {str(error).partition(' ')[0]} n'est pas l'une de {known}.") from None


def _sent(args: argparse.Namespace, dossier: "Dossier") -> Converted[list[dict[str, Any]]]:
    if args.to == "data-inclusion":
        from zest.exchange.data_inclusion import to_data_inclusion

        day = args.as_of or dt.date.today()  # noqa: DTZ011  # a day of the calendar in France, not a moment
        return to_data_inclusion(dossier, SOURCE, day)
    if args.to == "marche":
        from zest.exchange.marche import to_marche

        return to_marche(dossier)
    from zest.exchange.emplois import to_emplois

    return to_emplois(dossier)


def _tell(args: argparse.Namespace, steps: list[Converted[Any]], written: Path) -> None:
    lost = tuple(one for step in steps for one in step.losses)
    findings = tuple(one for step in steps for one in step.findings)
    figures = (steps[0].read, steps[-1].made)
    if args.format == "json":
        from zest.console.answers.answer import like
        from zest.console.answers.converting import ExchangeAnswer, LossTold
        from zest.console.envelopes import envelope

        answer = ExchangeAnswer(
            source=args.source, target=written.as_posix(), read=figures[0], made=figures[1],
            losses=tuple(like(LossTold, one) for one in lost), findings=findings,
        )  # fmt: skip
        args.screen.json(envelope(answer))
        return
    from zest.console.exchanging import exchange_blocks

    title = f"{args.source} → {written.as_posix()}"
    losses = [(one.field, one.reason, one.count) for one in lost]
    args.screen.show(tuple(exchange_blocks(title, figures, losses, findings)))
