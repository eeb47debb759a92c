"""Start the dashboard, or its reports: on this machine only unless told otherwise, and without sending anything out."""

from __future__ import annotations

import errno
import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.home import HOME_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ingest.home import Home

PROJECT_ROOT = Path(__file__).resolve().parent.parent
DASHBOARD = PROJECT_ROOT / "dashboard" / "app.py"


class ServeError(Exception):
    """The dashboard cannot be started; the message is a Dutch sentence."""


def ensure_servable(home: Home, host: str, port: int) -> None:
    """Check that there is something to show and that the port is free.

    Raises:
        ServeError: nothing is published yet, or the address cannot be used.
    """
    if not home.current.exists():
        raise ServeError(
            "Er is nog niets gepubliceerd. Bouw eerst met 'opvangspiegel build', of begin met 'make demo'."
        )
    ensure_port_free(host, port)


def ensure_port_free(host: str, port: int) -> None:
    """Check that the dashboard could listen there.

    Raises:
        ServeError: the port is taken, or the address is not one of this machine.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            if os.name != "nt":  # on Windows this option would let two servers share the port
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        taken = "is in gebruik" if error.errno == errno.EADDRINUSE else f"kan niet ({error.strerror or error})"
        sentence = f"Het adres {host}:{port} {taken}. Kies een andere poort, bv. --port {port + 1}."
        raise ServeError(sentence) from error


def dashboard_command(host: str, port: int) -> list[str]:
    """The command that serves the dashboard."""
    settings = {
        "server.address": host,
        "server.port": str(port),
        "server.headless": "true",
        "browser.gatherUsageStats": "false",
    }
    options = [part for name, value in settings.items() for part in (f"--{name}", value)]
    return [sys.executable, "-m", "streamlit", "run", str(DASHBOARD), *options]


def run_report(home: Home, asked: Mapping[str, object]) -> int:
    """Let the dashboard write reports, as a program of its own, and give its exit code.

    Args:
        home: its current publication gives the figures.
        asked: the fields of ``dashboard.report.command.Asked``.
    """
    command = [sys.executable, "-m", "dashboard.report", json.dumps(asked)]
    environment = {**os.environ, HOME_VARIABLE: str(home.path.absolute())}
    return subprocess.run(command, env=environment, cwd=PROJECT_ROOT, check=False).returncode


def serve_dashboard(home: Home, host: str, port: int) -> int:
    """Serve the dashboard until it is stopped, and give its exit code.

    Where that can be done this process becomes the dashboard, so that whoever stops the one stops the other.
    """
    command = dashboard_command(host, port)
    environment = {**os.environ, HOME_VARIABLE: str(home.path)}
    if os.name == "nt":
        return subprocess.run(command, env=environment, cwd=PROJECT_ROOT, check=False).returncode
    sys.stdout.flush()
    os.chdir(PROJECT_ROOT)
    return os.execve(command[0], command, environment)
