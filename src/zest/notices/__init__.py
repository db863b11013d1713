"""Coded findings that no rule makes: loading, plugins, waivers, tables. They are explained like rules."""

import types
from collections.abc import Mapping

from zest.notices.notice import Notice
from zest.notices.plugins import PLUGINS
from zest.notices.reading import READING
from zest.notices.rows import ROWS
from zest.notices.tables import TABLES
from zest.notices.waivers import WAIVERS

__all__ = ("NOTICES", "Notice")

NOTICES: Mapping[str, Notice] = types.MappingProxyType(
    {notice.code: notice for notice in (*READING, *PLUGINS, *WAIVERS, *TABLES, *ROWS)}
)
"""Every notice, by code."""
