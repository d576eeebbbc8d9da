"""The command line: arguments in, one call, words out."""

import signal
import sys
from collections.abc import Sequence

import click

from hingecheck.cli import (  # noqa: F401 - add their commands
    film_commands,
    many_commands,
    review_commands,
)
from hingecheck.cli.commands import hingecheck_command
from hingecheck.errors import HingecheckError

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and ends the process with an exit code of the table in `errors`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # an old terminal may not know the degree sign
    signal.signal(signal.SIGTERM, _stop)
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    try:
        result = hingecheck_command.main(
            args=arguments, prog_name="hingecheck", standalone_mode=False
        )
    except HingecheckError as error:
        _say_error(str(error))
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _say_error("Stopped. Nothing was changed and no half file was left.")
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone; there is nobody to tell
        return 0
    return result if isinstance(result, int) else 0


def _say_error(message: str) -> None:
    from hingecheck.report.printable import printable  # noqa: PLC0415 - only errors need it

    click.echo(f"hingecheck: {printable(message)}", err=True)


def _stop(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt
