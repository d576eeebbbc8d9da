"""Turns words and data into one HTML file that asks nobody for anything."""

import json
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

if TYPE_CHECKING:
    from jinja2 import Environment

_ASSETS: Final = files("hingecheck.report.page") / "assets"


def rendered(template: str, scripts: Sequence[str], data: dict[str, Any], **words: Any) -> str:
    """A whole page.

    Args:
        template: name of the template in the assets.
        scripts: names of the page's own scripts, in their order.
        data: what they work on; it is embedded so that no text in it can end the script.
        words: what the template names; escaped where it is put in.
    """
    style, script = asset("page.css"), _joined(scripts)
    return (
        _environment()
        .get_template(template)
        .render(
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own files
            data=Markup(inert_json(data)),  # noqa: S704 - no sign of HTML is left in it
            policy=_policy(style, script),
            **words,
        )
    )


def inert_json(data: Any) -> str:
    """JSON in which HTML sees nothing: the signs that could begin or end a tag are spelled out."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


@cache
def asset(name: str) -> str:
    """A file that comes with the program."""
    return (_ASSETS / name).read_text(encoding="utf-8")


def _joined(scripts: Sequence[str]) -> str:
    """One closed script, so that its names meet nobody else's."""
    parts = "\n".join(asset(name) for name in scripts)
    return f'(() => {{\n"use strict";\n{parts}\n}})();\n'


def _policy(style: str, script: str) -> str:
    """Nothing may be asked for but the video in the page's own folder; only our script runs."""
    return (
        "default-src 'none'; img-src data:; media-src 'self' file: blob:; "
        f"style-src {_fingerprint(style)}; script-src {_fingerprint(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _fingerprint(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'"


@cache
def _environment() -> "Environment":
    # a track that is judged again needs no page, and jinja2 takes a tenth of a second to load
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 - see above

    return Environment(
        loader=FunctionLoader(asset), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
