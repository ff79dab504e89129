"""Many readers at once, as their browsers speak to the server: each thinks, chooses, waits.

A real browser for each of fifty readers would measure the browsers. So a reader here is a
connection: Streamlit's socket, on which a new link is a new choice, or Dash's request for the same
themes.
"""

import asyncio
import json
import random
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import requests
import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.bench.serving import Served

THINKING = 0.5  # seconds
PATIENT = 900  # seconds: Dash takes minutes for twenty readers of ten million events
Times = list[float]


def choices(themes: list[str], reader: int, rounds: int) -> list[tuple[str, ...]]:
    """One to three themes for each round, drawn for each reader."""
    draw = random.Random(reader)
    return [tuple(draw.sample(themes, draw.randint(1, 3))) for _ in range(rounds)]


def measured(served: Served, themes: list[str], readers: int, rounds: int) -> Times:
    """Milliseconds of each answer, of all readers."""
    if served.name == "Dash":
        return with_dash(served, themes, readers, rounds)
    return asyncio.run(with_streamlit(served, themes, readers, rounds))


async def with_streamlit(served: Served, themes: list[str], readers: int, rounds: int) -> Times:
    reads = [stream(served.address, choices(themes, n, rounds), n) for n in range(readers)]
    return sum(await asyncio.gather(*reads), Times())


async def stream(address: str, wanted: list[tuple[str, ...]], reader: int) -> Times:
    url = f"{address.replace('http', 'ws')}_stcore/stream"
    taken = []
    draw = random.Random(-reader)
    async with websockets.connect(url, subprotocols=["streamlit"], max_size=None) as socket:  # type: ignore[list-item]
        await run(socket, "")
        for themes in wanted:
            await asyncio.sleep(draw.uniform(0.5, 1.5) * THINKING)
            began = time.perf_counter()
            await run(socket, f"lang=en&theme={','.join(themes)}")
            taken.append(1000 * (time.perf_counter() - began))
    return taken


async def run(socket: Any, link: str) -> None:
    """Ask for a page and wait until the last of it is there."""
    asked = BackMsg()
    asked.rerun_script.query_string = link
    await socket.send(asked.SerializeToString())
    while True:
        told = ForwardMsg.FromString(await socket.recv())
        if told.WhichOneof("type") == "script_finished":
            if told.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                continue  # the record was read for the first time
            assert told.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
            return


def with_dash(served: Served, themes: list[str], readers: int, rounds: int) -> Times:
    with ThreadPoolExecutor(readers) as pool:
        jobs = [
            pool.submit(post, served.address, choices(themes, n, rounds), n) for n in range(readers)
        ]
        return sum((job.result() for job in jobs), Times())


def post(address: str, wanted: list[tuple[str, ...]], reader: int) -> Times:
    taken = []
    draw = random.Random(-reader)
    with requests.Session() as browser:
        called = browser.get(f"{address}_dash-dependencies", timeout=60).json()[0]
        browser.get(f"{address}_dash-layout", timeout=60)
        for themes in wanted:
            time.sleep(draw.uniform(0.5, 1.5) * THINKING)
            began = time.perf_counter()
            asked = json.dumps(change(called, themes))
            head = {"Content-Type": "application/json"}
            url = f"{address}_dash-update-component"
            told = browser.post(url, asked, headers=head, timeout=PATIENT)
            assert told.ok, told.text[:200]
            taken.append(1000 * (time.perf_counter() - began))
    return taken


def change(called: dict[str, Any], themes: tuple[str, ...]) -> dict[str, Any]:
    names = [part.rpartition(".") for part in called["output"].strip(".").split("...")]
    return {
        "output": called["output"],
        "outputs": [{"id": name, "property": kind} for name, _, kind in names],
        "inputs": [{"id": "theme", "property": "value", "value": list(themes)}],
        "changedPropIds": ["theme.value"],
    }
