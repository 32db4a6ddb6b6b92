"""Where the command starts: the version is told before anything is imported."""

import sys

from ladder_check import __version__


def main() -> None:
    """Run the command line."""
    if sys.argv[1:] == ["--version"]:
        print(f"ladder-check {__version__}")
        return
    from ladder_check.cli.app import run

    sys.exit(run())


if __name__ == "__main__":
    main()
