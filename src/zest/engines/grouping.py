"""What engines that read SQL do with rows that share something."""

import narwhals as nw

from zest.engines.protocol import Frame


def repeated(frame: Frame, key: str) -> Frame:
    """Return the values of a column that several rows share."""
    counted = frame.group_by(key).agg(_fois=nw.len())
    return counted.filter(nw.col("_fois") > 1).select(key)
