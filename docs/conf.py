"""Sphinx settings. Nothing here may reach for the network: the pages build offline."""

import pkgutil
import sys
from importlib.metadata import version as installed
from pathlib import Path

import zest

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "zest"
author = "les contributeurs de zest"
project_copyright = f"2026, {author}"
version = release = installed("zest-coorace")
language = "fr"
locale_dirs = ["_locale"]

extensions = [
    "catalogue",
    "tables",
    "readings",
    "french",
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.autosummary",
    "sphinx.ext.napoleon",
]
# The stubs that autosummary writes are .rst.
source_suffix = {".md": "markdown", ".rst": "restructuredtext"}
exclude_patterns = ["_build"]
templates_path = ["_templates"]
nitpicky = True
# Without the inventories of others, names that are not ours cannot be linked; nor can type variables.
nitpick_ignore_regex = [("py:.*", r"(?!zest\.).*"), ("py:.*", r"zest\..*\.[A-Z]")]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# Engines that a reader of the pages need not install.
autodoc_mock_imports = ["duckdb", "py4j", "pyspark"]
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "show-inheritance": True}
autodoc_typehints_format = "short"
autosummary_generate = True
# One page for each module of the first level, with all that it holds: the theme draws the whole tree on every page.
_MODULES = [module.name for module in pkgutil.walk_packages(zest.__path__, "zest.")]
autosummary_context = {
    "below": {
        first: [name for name in _MODULES if name.startswith(f"{first}.") and "__main__" not in name]
        for first in _MODULES
    }
}
# The attributes of a class are told in its docstring: said once, as fields.
napoleon_use_ivar = True
napoleon_custom_sections = [("Source", "notes")]

# The theme copies the tree of the whole documentation for every page: with each class and function, that was most of
# the time of a build.
toc_object_entries = False

html_theme = "furo"
html_title = "zest"
html_show_sphinx = False
html_copy_source = False
html_static_path = ["_static"]
