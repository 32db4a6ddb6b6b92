"""Quick to start: nothing heavy is imported before a command needs it.  No stopwatch."""

import subprocess
import sys

HEAVY = ("pydantic", "yaml", "jinja2", "rich")


def _loaded_after(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*[name for name in sys.modules if '.' not in name])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_list_of_commands_imports_nothing_heavy() -> None:
    assert _loaded_after("import ladder_check.cli.app").isdisjoint(HEAVY)


def test_the_version_is_told_before_typer_is_imported() -> None:
    start = "import ladder_check.__main__ as m; sys.argv[1:] = ['--version']; m.main()"
    assert _loaded_after(start).isdisjoint({*HEAVY, "typer"})


def test_help_is_told_without_rich() -> None:
    start = "from ladder_check.cli.app import run; sys.argv[1:] = ['--help']; run()"
    assert _loaded_after(start).isdisjoint(HEAVY)
