"""nginx with the block of deploy/nginx, on ports of this machine."""

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from tests.web_servers import free_port

DOCUMENTED: Final = Path(__file__).parents[1] / "deploy" / "nginx" / "billing-access.conf"
NGINX: Final = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
# The documented network of platform staff is this address here; requests of others come from 127.0.0.1.
STAFF: Final = "127.0.0.2"


def configured(folder: Path, replaced: dict[str, str]) -> str:
    """Return the documented block as a whole configuration, with these texts replaced and its files in ``folder``."""
    block = DOCUMENTED.read_text()
    for documented, here in {**replaced, "/var/log/nginx/billing-access.error.log": f"{folder}/error.log"}.items():
        assert block.count(documented) == 1, documented
        block = block.replace(documented, here)
    places = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{place}_temp_path {folder}/{place};\n" for place in places)
    user = "user root;\n" if os.geteuid() == 0 else ""
    events = f"pid {folder}/pid;\nerror_log {folder}/start.log;\nevents {{ worker_connections 1000; }}\n"
    return f"{user}daemon off;\n{events}http {{\n{temporary}{block}}}\n"


def without_tls(folder: Path, port: int, echo: int = 9, sites: int = 1) -> str:
    """Return a configuration on a port of this machine, without TLS, for a site on ``web.sock`` of the folder.

    With more ``sites`` the others are on ``web1.sock`` and so on. ``/echo`` leads to another server's port.
    """
    more = "".join(f"\n    server unix:{folder}/web{n}.sock fail_timeout=0;" for n in range(1, sites))
    text = configured(
        folder,
        {
            "listen 80;": f"listen 127.0.0.1:{free_port()};",
            "listen 443 ssl;": f"listen 127.0.0.1:{port};",
            "server unix:/run/billing-access/web.sock fail_timeout=0;": (
                f"server unix:{folder}/web.sock fail_timeout=0;{more}"
            ),
            "allow 192.0.2.0/24;": f"allow {STAFF};",
            "    location / {": f"    location = /echo {{ proxy_pass http://127.0.0.1:{echo}; }}\n    location / {{",
        },
    )
    return re.sub(r"^ *ssl_.*\n", "", text, flags=re.MULTILINE)


@contextmanager
def running(folder: Path, configuration: str) -> Iterator[subprocess.Popen[Any]]:
    """Run nginx with this configuration."""
    (folder / "nginx.conf").write_text(configuration)
    assert NGINX
    command = [NGINX, "-c", str(folder / "nginx.conf"), "-p", str(folder)]
    subprocess.run([*command, "-t"], check=True, capture_output=True)
    proxy = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        yield proxy
    finally:
        proxy.send_signal(signal.SIGQUIT)
        try:
            proxy.wait(5)
        except subprocess.TimeoutExpired:
            proxy.kill()
            proxy.wait()
