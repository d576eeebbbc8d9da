import re
from pathlib import Path

import click
import pytest

from hingecheck.cli.commands import hingecheck_command
from tests.docs.pages import PAGES, hingecheck_calls, inline_code, name_of

CALLS = hingecheck_calls()
COMMANDS = hingecheck_command.commands
FLAGS = {
    flag
    for command in (hingecheck_command, *COMMANDS.values())
    for option in (*command.params, command.get_help_option(click.Context(command)))
    if isinstance(option, click.Option)
    for flag in (*option.opts, "-h")
}


def parse(arguments: tuple[str, ...]) -> None:
    """Reads arguments as the command line does, and runs nothing."""
    if not arguments or arguments[0] in {"--version", "--help"}:
        return
    name, *rest = arguments
    if (
        not rest
        and COMMANDS[name].params
        and name in {"analyze", "track", "judge", "batch", "progress"}
    ):
        return  # the command is only named
    COMMANDS[name].make_context(name, rest)


@pytest.mark.parametrize(
    ("place", "arguments"), CALLS, ids=[f"{p}-{' '.join(a)}" for p, a in CALLS]
)
def test_a_command_that_is_shown_exists_with_its_flags(
    place: str, arguments: tuple[str, ...]
) -> None:
    """Whatever the pages tell a reader to type, the command line understands."""
    try:
        parse(arguments)
    except (click.ClickException, KeyError) as problem:
        pytest.fail(f"{place}: hingecheck {' '.join(arguments)}: {problem!r}")


def test_every_command_is_told_of() -> None:
    """A command that no page shows does not exist for a reader."""
    shown = {arguments[0] for _, arguments in CALLS if arguments}
    assert shown - {"--version", "--help"} == set(COMMANDS)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_flag_that_is_named_exists(page: Path) -> None:
    """Text in backticks that begins with a dash is one of our flags."""
    named = {
        found[0]
        for code in inline_code(page)
        if (found := re.match(r"-{1,2}[a-z][\w-]*", code)) is not None
    }
    assert named <= FLAGS


def test_the_words_of_the_choices_are_right() -> None:
    """The movements, models and outputs that a flag takes are named in the README or the docs."""
    named = {word for page in PAGES for code in inline_code(page) for word in re.split(r"\W", code)}
    choices = {
        choice
        for option in COMMANDS["analyze"].params
        if isinstance(option.type, click.Choice)
        for choice in option.type.choices
    }
    assert choices - {"auto", "-"} <= named
