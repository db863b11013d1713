"""Frames that somebody has in memory, brought to polars without what zest does not ask to install."""

from typing import TYPE_CHECKING, Any

from zest.errors import MissingExtraError, UnreadableFileError

if TYPE_CHECKING:
    import narwhals as nw
    import polars as pl


def in_polars(given: Any) -> "pl.LazyFrame":
    """Return any frame that narwhals knows as one of polars.

    Raises:
        UnreadableFileError: You gave something else.
        MissingExtraError: You gave a frame that only pyarrow reads, and have not installed it.
    """
    import narwhals as nw

    try:
        frame: nw.DataFrame[Any] | nw.LazyFrame[Any] = nw.from_native(given)
    except TypeError:
        raise UnreadableFileError(
            f"Un objet de type « {type(given).__name__} » n'est pas un tableau que zest sait lire."
        ) from None
    try:
        return (_collected(frame) if isinstance(frame, nw.LazyFrame) else _brought(frame)).lazy()
    except ImportError:
        raise MissingExtraError(
            f"Un tableau de type « {type(frame.to_native()).__name__} » ne se lit qu'avec pyarrow ; "
            "installez-le avec : pip install pyarrow."
        ) from None


def _collected(frame: "nw.LazyFrame[Any]") -> "pl.DataFrame":
    import polars as pl

    native = frame.to_native()
    # polars itself reads what speaks Arrow, as relations of DuckDB do.
    return (
        pl.DataFrame(native) if hasattr(native, "__arrow_c_stream__") else frame.collect("polars").to_native()
    )


def _brought(frame: "nw.DataFrame[Any]") -> "pl.DataFrame":
    try:
        return frame.to_polars()
    except ImportError:
        return _by_columns(frame)


def _by_columns(frame: "nw.DataFrame[Any]") -> "pl.DataFrame":
    """Go through Python values: pandas gives its texts to polars by pyarrow alone."""
    import polars as pl

    return pl.DataFrame({name: _values(frame[name]) for name in frame.columns})


def _values(column: "nw.Series[Any]") -> "pl.Series":
    import polars as pl

    lost = column.is_null().to_list()
    values = [None if blank else value for value, blank in zip(column.to_list(), lost, strict=True)]
    try:
        return pl.Series(values)
    except (TypeError, pl.exceptions.PolarsError):
        # Of several types: each value as it is written.
        return pl.Series([None if value is None else str(value) for value in values])
