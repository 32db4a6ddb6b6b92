"""Links are never fetched, and nothing leaves the computer."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from limited import check

ROOT: Final = Path(__file__).parents[2]
SOURCES: Final = sorted((ROOT / "src").rglob("*.py"))
NETWORK: Final = frozenset(
    {"socket", "ssl", "http", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "xmlrpc", "asyncio"}
    | {"webbrowser", "requests", "httpx", "aiohttp", "urllib3"}
)
LINKED: Final = """\
format: 1
title: Day opportunities
assessed_on: 2026-11-03
answers:
  ladder:
    deciding.r3: {leaders: 3, evidence: [{what: Notes, kind: written, where: "http://127.0.0.1:9/x"}]}
    deciding.r4: {leaders: 3, evidence: [{what: Notes, kind: written, where: "ftp://localhost/x"}]}
"""
BLOCKED: Final = """\
import socket, sys

def refused(*_, **__):
    sys.stderr.write("the network was asked for\\n")
    raise SystemExit(99)

for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname", "socketpair"):
    setattr(socket, name, refused)
"""


def _imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
    return names


def test_no_module_imports_what_could_reach_the_network() -> None:
    reached = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in SOURCES
        for name in _imported(path)
        if name.split(".")[0] in NETWORK or name.startswith("urllib.request")
    }
    assert reached == set()
    assert len(SOURCES) > 100


def _with_links(folder: Path) -> Path:
    (folder / "day.assessment.yaml").write_text(LINKED, encoding="utf-8")
    shutil.copy(ROOT / "questions" / "tlap.ladder.yaml", folder)
    return folder


def test_a_check_of_files_with_links_asks_for_no_socket(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    folder = _with_links(tmp_path / "work")
    (tmp_path / "sitecustomize.py").write_text(BLOCKED, encoding="utf-8")
    guarded = subprocess.run(
        [sys.executable, "-c", "import socket; socket.socket()"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        check=False,
        capture_output=True,
    )
    assert guarded.returncode == 99
    done = check(folder, ".", "--select", "LC3,LC1", PYTHONPATH=str(tmp_path))
    assert "the network was asked for" not in done.stderr
    assert done.returncode in (0, 1)
    assert "Checked 2 files" in done.stdout


def test_a_check_is_the_same_where_there_is_no_network(tmp_path: Path) -> None:
    folder = _with_links(tmp_path)
    alone = ["unshare", "--net", "--map-root-user"]
    if shutil.which("unshare") is None or subprocess.run([*alone, "true"], check=False).returncode:
        pytest.skip("a process without a network cannot be made here")
    command = [sys.executable, "-m", "ladder_check", "check", ".", "--today", "2026-11-22"]
    runs = (command, [*alone, *command])
    with_network, without = (
        subprocess.run(each, cwd=folder, check=False, capture_output=True) for each in runs
    )
    assert (without.returncode, without.stdout) == (with_network.returncode, with_network.stdout)
