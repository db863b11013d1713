"""What a team asks of every check, kept in a file: ``.zest.toml``, or ``[tool.zest]`` of ``pyproject.toml``.

``zest.toml`` is the main file of a dossier, and never a configuration. No sector can be named here: who receives a
dossier must not have code run that the dossier chose.
"""
