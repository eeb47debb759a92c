"""The dashboard stays on this machine, sends nothing out, and is one process with the command that started it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from ingest.home import Home
from ingest.serve import ServeError, dashboard_command, ensure_port_free, ensure_servable

PROJECT_ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_healthy(port: int, server: subprocess.Popen[bytes]) -> str:
    while server.poll() is None:
        try:
            with urlopen(f"http://127.0.0.1:{port}/_stcore/health") as answer:
                return answer.read().decode()
        except URLError:
            time.sleep(0.1)
    raise AssertionError(f"the server ended with code {server.returncode}")


def test_the_dashboard_sends_nothing_out_and_opens_no_browser() -> None:
    command = " ".join(dashboard_command("127.0.0.1", 8501))

    assert "--server.address 127.0.0.1" in command
    assert "--browser.gatherUsageStats false" in command
    assert "--server.headless true" in command


def test_nothing_is_served_before_something_is_published(home: Home) -> None:
    with pytest.raises(ServeError, match="nog niets gepubliceerd"):
        ensure_servable(home, "127.0.0.1", 8501)


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(ServeError, match=r"192\.0\.2\.1:8501 kan niet"):
        ensure_port_free("192.0.2.1", 8501)


@pytest.mark.skipif(os.name == "nt", reason="on Windows the dashboard is a child process")
def test_whoever_stops_the_command_stops_the_dashboard(small_warehouse: Home) -> None:
    port = free_port()
    command = [sys.executable, "-m", "ingest.cli", "serve", "--port", str(port)]
    environment = {**os.environ, "OPVANGSPIEGEL_HOME": str(small_warehouse.path)}
    server = subprocess.Popen(command, cwd=PROJECT_ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        assert wait_until_healthy(port, server) == "ok"
    finally:
        server.terminate()
        server.wait()

    ensure_port_free("127.0.0.1", port)
