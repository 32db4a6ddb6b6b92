"""Other programs that read YAML and check it, in an environment of their own: what they take beside us."""

import subprocess
import sys
from pathlib import Path
from typing import Final

from ladder_check.render.schema import render_schema

ENVIRONMENT: Final = Path(__file__).parents[1] / ".venv" / "peers"
NAMES: Final = ("check-jsonschema", "yamale", "yamllint")
YAMALE: Final = Path(__file__).with_name("assessment.yamale.yaml")


def make_peers() -> bool:
    """Install the peers, unless they are there; whether they are there now."""
    if all(_program(name).exists() for name in NAMES):
        return True
    python = ENVIRONMENT / "bin" / "python"
    made = _runs([sys.executable, "-m", "venv", str(ENVIRONMENT)])
    return made and _runs(
        [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *NAMES]
    )


def commands(folder: Path, schema: Path) -> dict[str, list[str]]:
    """How each peer looks at the assessments in *folder*; *schema* is where to write ours for one of them."""
    schema.write_text(render_schema("assessment"), encoding="utf-8")
    files = sorted(map(str, folder.iterdir()))
    return {
        "check-jsonschema": [str(_program("check-jsonschema")), "--schemafile", str(schema), *files],
        "yamale": [str(_program("yamale")), "-s", str(YAMALE), str(folder)],
        "yamllint": [str(_program("yamllint")), "-d", "relaxed", str(folder)],
    }


def _program(name: str) -> Path:
    return ENVIRONMENT / "bin" / name


def _runs(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
