"""The kit of a collective (*kit de communication*): every document that zest makes from a dossier and its sectors.

One document is one :class:`~zest.documents.document.Document` value of ``registry.DOCUMENTS``. It says what it is
made for (``per``), what it asks of the dossier (``needs``), and, for each format, how it is rendered. A renderer is
a plain function::

    def render(data: Data, charter: Charter) -> bytes | list[bytes]: ...

``data`` is what the document's ``facts`` function returned, once ``prepared``: JSON values only (text, numbers,
booleans, lists, tables), French typography applied, nothing to escape yet and nothing to evaluate, ever. A list
of bytes is a document of several files (one image a page). ``charter`` holds the five colours of the sector, whose
contrast is proved already. A renderer imports its library when it is called, never before; a library that is not
installed is a ``MissingExtraError``.

``facts(subject)`` is pure. ``facts.common.common(subject)`` gives the blocks that all documents share: ``collective``,
``sector``, ``offer``, ``commitments``, ``jobs``, ``structures``, ``structure`` (of a document made per structure),
``edition`` (the day and what it was made from). A facts function adds its own to these. A person's words go through
``facts.quotes``, which alone knows consents.

Importing this package loads no renderer.
"""
