"""How an export reaches a dask cluster: one of this computer's own, or one whose scheduler is named.

dask's schedulers and workers run whatever code they are sent by whoever reaches them. So addresses without
encryption and proof of identity are taken only within this computer.
"""

from __future__ import annotations

import contextlib
import ipaddress
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from augstudio.core.text import printable, quoted
from augstudio.errors import ExportError, Message
from augstudio.processes import check_guarded, safe_surroundings

if TYPE_CHECKING:  # the package is optional, and takes a while to import
    from distributed import Client, LocalCluster, Security

_LOOPBACK: Final = "127.0.0.1"
_CONNECTING_SECONDS: Final = 20
# Beside the dashboard, which is off, dask answers requests for its state; they are let drop, too. And it
# keeps the last thousand messages to each worker, with all that is in them.
_QUIET: Final = {
    "distributed.admin.low-level-log-length": 100,
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    "distributed.nanny.pre-spawn-environ.PYTHONSAFEPATH": "1",
}


def check_installed() -> None:
    """Refuse to begin without dask.

    Raises:
        ExportError: It is not installed.
    """
    from importlib.util import find_spec

    if find_spec("distributed") is None:
        raise ExportError(
            "engine: a cluster needs distributed, which is not installed; run: pip install "
            '"augstudio[cluster]"'
        )


def check_address(address: str) -> None:
    """Refuse an address that is none, or over which anybody could be listened to or played at.

    Raises:
        ExportError: The text says what to do.
    """
    protocol, separator, rest = address.partition("://")
    if not separator or protocol not in ("tcp", "tls") or not rest:
        raise ExportError(
            "scheduler: must be an address such as tls://head.example.org:8786, or tcp://127.0.0.1:8786 on "
            "this computer, got {0}",
            quoted(address),
        )
    if protocol == "tcp" and not _is_of_this_computer(rest):
        raise ExportError(_UNSAFE, printable(address))


_UNSAFE: Final = (
    "scheduler: over {0} anybody in the network could read what is sent and run programs on the workers; use "
    "tls:// with certificates (see many-machines.md), or tcp:// on this computer alone"
)


def _is_of_this_computer(rest: str) -> bool:
    host = rest.rpartition(":")[0] if rest.rpartition(":")[2].isdecimal() else rest
    host = host.strip("[]")
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@contextlib.contextmanager
def connected(scheduler: str, local: int, security: Security | None) -> Iterator[Client]:
    """A connection to a cluster, which is closed in the end, as is a cluster of this computer's own.

    Args:
        scheduler: Address of a scheduler; "" starts a cluster.
        local: Number of workers that it gets.
        security: Certificates; None takes those of dask's configuration.

    Raises:
        ExportError: It cannot be reached, has no workers, or has some that can be reached by anybody.
    """
    import distributed

    make_client: Any = distributed.Client  # its types are not told
    make_security: Any = distributed.Security
    with contextlib.ExitStack() as stack:
        address = scheduler or stack.enter_context(_started(local)).scheduler_address
        used: Any = security or make_security()
        if address.startswith("tls://") and used.get_connection_args("client")["ssl_context"] is None:
            raise ExportError(
                "scheduler: {0} needs certificates, and dask is configured with none; set them as dask's "
                "documentation says, such as by DASK_DISTRIBUTED__COMM__TLS__CA_FILE",
                printable(address),
            )
        try:
            client = make_client(address, security=used, timeout=_CONNECTING_SECONDS, set_as_default=False)
        except (OSError, TimeoutError, RuntimeError, TypeError, ValueError) as error:
            raise ExportError(
                "scheduler: {0} cannot be reached: {1}", printable(address), Message("{0}", error)
            ) from None
        stack.callback(client.close, _CONNECTING_SECONDS)
        _check_workers(client, address)
        yield client


def _check_workers(client: Any, address: str) -> None:
    workers: dict[str, Any] = dict(client.nthreads())
    if not workers:
        raise ExportError("scheduler: {0} has no workers; start some: dask worker {0}", printable(address))
    for worker in workers:
        protocol, _, rest = worker.partition("://")
        if protocol != "tls" and not _is_of_this_computer(rest):
            raise ExportError(_UNSAFE, printable(worker))


@contextlib.contextmanager
def _started(workers: int) -> Iterator[LocalCluster]:
    """A cluster on this computer, which nobody else reaches and that ends with this process.

    Raises:
        ExportError: The program was started without a guard.
    """
    import dask
    import distributed

    check_guarded()
    make_cluster: Any = distributed.LocalCluster
    with dask.config.set(_QUIET), safe_surroundings():
        cluster = make_cluster(
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            host=_LOOPBACK,
            protocol="tcp://",
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
            scheduler_kwargs={"dashboard": False, "dashboard_address": f"{_LOOPBACK}:0"},
        )
    with contextlib.closing(cluster):
        yield cluster
