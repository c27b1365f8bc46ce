"""kg serve."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import click

from kg.cli.options import corpus_option, folders
from kg.cli.output import progress
from kg.errors import UsageError
from kg.server.limits import Limits

__all__ = ["serve"]

_USUAL = Limits()


def _limits(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say what one request may cost."""
    for name, type_, default, words in reversed(
        (
            ("timeout", click.FloatRange(0.1), _USUAL.seconds, "Seconds that a query may run."),
            ("memory", click.IntRange(256), _USUAL.memory >> 20, "MiB that a worker may have (not held on Windows)."),
            ("max-rows", click.IntRange(1), _USUAL.rows, "Rows or triples in an answer."),
            ("max-bytes", click.IntRange(1000), _USUAL.size, "Bytes in an answer."),
            ("max-query", click.IntRange(100), _USUAL.query, "Bytes in a query."),
            ("max-waiting", click.IntRange(2), _USUAL.waiting, "Requests that wait at once."),
            ("max-wait", click.FloatRange(0.1), _USUAL.wait, "Seconds that a request waits."),
            ("max-connections", click.IntRange(2), _USUAL.connections, "Connections at once."),
        )
    ):
        command = click.option(f"--{name}", type=type_, default=default, show_default=True, help=words)(command)
    return command


def _addresses(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Addresses or networks as they are written: another word would be believed of nobody, and nobody would know."""
    for address in given:
        try:
            ip_network(address)
        except ValueError as error:
            raise click.BadParameter(str(error)) from None
    return given


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port to listen on.")
@click.option("--workers", type=click.IntRange(2, 256), default=4, show_default=True, help="Processes that evaluate queries.")
@click.option("--dataset", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Serve this RDF file, as it is.")
@click.option(
    "--documents",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="The sources' texts: pages then show the passages that they cite, to whoever asks.",
)
@click.option("--root-path", default="", help="The path under which a proxy has the server.")
@click.option("--allowed-host", multiple=True, help="A further name by which the server may be called; repeatable.")
@click.option(
    "--trusted-proxy", multiple=True, metavar="ADDRESS", callback=_addresses, help="A proxy that says for whom it asks; repeatable."
)
@click.option("--log-queries", is_flag=True, help="Tell the text of queries in the log, too.")
@_limits
@corpus_option
def serve(
    host: str,
    port: int,
    workers: int,
    dataset: Path | None,
    documents: Path | None,
    root_path: str,
    allowed_host: tuple[str, ...],
    trusted_proxy: tuple[str, ...],
    log_queries: bool,
    corpus: tuple[Path, ...],
    **most: Any,
) -> None:
    """Serve the graph: a SPARQL endpoint on loopback, for programs and browsers.

    When the files change, they are served anew; where they have faults, what was served before stays.
    """
    from kg.server.serving import run
    from kg.server.source import Source

    limits = Limits(
        seconds=most["timeout"],
        memory=most["memory"] << 20,
        rows=most["max_rows"],
        size=most["max_bytes"],
        query=most["max_query"],
        waiting=most["max_waiting"],
        wait=most["max_wait"],
        long=workers - 1,
        connections=most["max_connections"],
    )
    if dataset and documents:
        raise UsageError("--documents are the texts of a corpus: leave out --dataset")
    source = Source(folders(corpus), dataset, documents, root_path)
    run(source, (host, port), workers, limits, allowed_host, trusted_proxy, log_queries, progress())
