"""Where the command starts: the version is told before anything is imported."""

import gc
import sys

from ladder_check import __version__

# What is imported stays until the end: looking through it for garbage every 700 objects takes a sixth of
# the time of a short command.
GARBAGE_EVERY = 100_000


def main() -> None:
    """Run the command line."""
    if sys.argv[1:] == ["--version"]:
        print(f"ladder-check {__version__}")
        return
    gc.set_threshold(GARBAGE_EVERY)
    from ladder_check.cli.app import run

    sys.exit(run())


if __name__ == "__main__":
    main()
