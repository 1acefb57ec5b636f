"""Settings of the documentation, and the directive that prints a verb's own help."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive

import foedus

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "Foedus"
author = "The Foedus authors"
copyright = "The Foedus authors, Apache-2.0"  # noqa: A001 - Sphinx's name
release = version = foedus.__version__
language = "en-GB"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
nitpicky = False  # types of the standard library are not linked: the documentation needs no network

autodoc_typehints = "description"
autodoc_member_order = "bysource"
napoleon_google_docstring = False

html_theme = "furo"
html_title = f"Foedus {release}"
html_show_sourcelink = False
html_theme_options = {"top_of_page_buttons": []}


class VerbHelp(Directive):
    """Print what ``foedus VERB --help`` prints, so that the reference cannot lag behind."""

    required_arguments: ClassVar[int] = 1

    def run(self) -> list[nodes.Node]:
        """Return the help as a literal block."""
        command = [sys.executable, "-m", "foedus", self.arguments[0], "--help"]
        done = subprocess.run(  # noqa: S603 - our own program
            command, capture_output=True, text=True, check=False, env=os.environ | {"COLUMNS": "88"}
        )
        if done.returncode:
            raise self.error(done.stderr)
        return [nodes.literal_block(done.stdout, done.stdout, language="text")]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("verb-help", VerbHelp)
