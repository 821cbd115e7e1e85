"""Render a component's template from the context that `infosheet.components.registry` describes."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

FOLDER = Path(__file__).parent.parent / "overrides" / "components"


def render(component_name: str, context: Mapping[str, Any]) -> str:
    """Return the component as one `<div>` of HTML without blank lines, ready for Markdown."""
    template = _environment().get_template(f"{component_name}/template.html")
    # In the order of the medicine’s file, in which readers meet it again.
    config = json.dumps(context.get("config", {}), ensure_ascii=False, separators=(",", ":"))
    return _without_blank_lines(template.render({**context, "config": config}))


def render_for_paper(component_name: str, context: Mapping[str, Any]) -> str:
    """Return the component as one `<div>` without what needs a script.

    Of a tool that is the block `for_paper` of its template; other components stay whole.
    """
    template = _environment().get_template(f"{component_name}/template.html")
    if "for_paper" not in template.blocks:
        return render(component_name, context)
    html = "".join(template.blocks["for_paper"](template.new_context(dict(context))))
    return _without_blank_lines(f'<div class="component">\n{html}\n</div>')


def _without_blank_lines(html: str) -> str:
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


@functools.cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["fill"] = _fill
    return environment


def _fill(pattern: str, **values: object) -> Markup:
    """Fill a sentence; each value stands in `<bdi>`, since it may run in another direction."""

    def value(match: re.Match[str]) -> str:
        return Markup("<bdi>{}</bdi>").format(values[match[1].replace("-", "_")])

    return Markup(re.sub(r"\{([a-z][a-z0-9-]*)\}", value, str(escape(pattern))))
