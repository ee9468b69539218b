"""Our bot beside Rasa's own starter bot, on this machine, in this run: start, memory, rate, latency.

Both are real servers in processes of their own, talked to through the REST channel. Rounds alternate between
the two, so that a noisy machine disturbs both alike; medians over the rounds are printed.
"""

import asyncio
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import psutil

HOME = Path(__file__).resolve().parents[1]
ROUNDS = 3
MESSAGES = 120  # a round
AT_ONCE = (1, 8, 32)
OUR_TALK = ("My 8-year-old son is bullied at school", "Wiltz", "is it free?", "no, she is 5", "thanks")
STARTER_TALK = ("hello", "I am sad", "yes", "are you a bot?", "bye")


@dataclass
class Bot:
    name: str
    folder: Path
    command: list[str]
    talk: Sequence[str]
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/webhooks/rest/webhook"


@dataclass(frozen=True)
class Load:
    rate: float  # messages a second
    p50: float  # milliseconds
    p95: float


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ours() -> Bot:
    return Bot("helpfinder", HOME, [sys.executable, "-m", "server"], OUR_TALK)


def starter(folder: Path) -> Bot:
    """`rasa init`'s project, trained as it comes."""
    import rasa.cli.scaffold

    rasa.cli.scaffold.create_initial_project(str(folder))
    print("training Rasa's starter bot (one to two minutes)", file=sys.stderr, flush=True)
    with (folder / "train.log").open("wb") as log:
        subprocess.run(
            [sys.executable, "-m", "rasa", "train"], cwd=folder, stdout=log, stderr=log, check=True
        )
    return Bot("starter", folder, [sys.executable, "-m", "rasa", "run"], STARTER_TALK)


@contextmanager
def started(bot: Bot) -> Iterator[tuple[psutil.Process, float]]:
    """The running bot and the seconds until its first reply."""
    bot.port = free_port()
    ours_or_not = [] if bot.name == "helpfinder" else ["--port", str(bot.port)]
    env = os.environ | {"HELPFINDER_PORT": str(bot.port), "RASA_TELEMETRY_ENABLED": "false"}
    began = time.monotonic()
    process = subprocess.Popen(
        [*bot.command, *ours_or_not],
        cwd=bot.folder,
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        asyncio.run(_first_reply(bot, process))
        yield psutil.Process(process.pid), time.monotonic() - began
    finally:
        process.terminate()
        process.wait()


async def _first_reply(bot: Bot, process: subprocess.Popen[bytes]) -> None:
    async with aiohttp.ClientSession() as session:
        while process.poll() is None:
            try:
                async with session.post(bot.url, json={"sender": "first", "message": "hello"}) as response:
                    if await response.json():
                        return
            except aiohttp.ClientError:
                await asyncio.sleep(0.1)
    raise RuntimeError(f"{bot.name} ended with {process.returncode}")


def memory_mb(process: psutil.Process) -> float:
    """Resident memory of the process and its children."""
    return sum(p.memory_info().rss for p in (process, *process.children(recursive=True))) / 2**20


async def load(bot: Bot, at_once: int) -> Load:
    """``MESSAGES`` messages in ``at_once`` conversations that each wait for their answer."""
    times: list[float] = []
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:

        async def converse(count: int) -> None:
            sender = uuid.uuid4().hex
            for index in range(count):
                message = {"sender": sender, "message": bot.talk[index % len(bot.talk)]}
                began = time.perf_counter()
                async with session.post(bot.url, json=message) as response:
                    if not await response.json():
                        raise RuntimeError(f"{bot.name} gave no answer to {message['message']!r}")
                times.append(time.perf_counter() - began)

        began = time.perf_counter()
        await asyncio.gather(*(converse(max(MESSAGES // at_once, 2)) for _ in range(at_once)))
        took = time.perf_counter() - began
    cuts = statistics.quantiles(times, n=100)
    return Load(len(times) / took, cuts[49] * 1000, cuts[94] * 1000)


def median_load(loads: Sequence[Load]) -> Load:
    return Load(
        *(statistics.median(values) for values in zip(*((x.rate, x.p50, x.p95) for x in loads), strict=True))
    )


def row(what: str, mine: float, other: float) -> None:
    print(f"| {what} | {mine:.1f} | {other:.1f} | {max(mine, other) / min(mine, other):.1f} |")


def main() -> int:
    folder = Path(tempfile.mkdtemp())
    try:
        return compare(ours(), starter(folder))
    finally:
        shutil.rmtree(folder)


def compare(mine: Bot, other: Bot) -> int:
    with started(mine) as (my_process, my_start), started(other) as (other_process, other_start):
        loads: dict[tuple[str, int], list[Load]] = {}
        for _ in range(ROUNDS):
            for at_once in AT_ONCE:
                for bot in (mine, other):
                    loads.setdefault((bot.name, at_once), []).append(asyncio.run(load(bot, at_once)))
        memory = {mine.name: memory_mb(my_process), other.name: memory_mb(other_process)}
    print(f"| | {mine.name} | {other.name} | ratio |\n|---|---|---|---|")
    row("first reply, s", my_start, other_start)
    row("memory, MB", memory[mine.name], memory[other.name])
    for at_once in AT_ONCE:
        a, b = (median_load(loads[name, at_once]) for name in (mine.name, other.name))
        row(f"messages/s, {at_once} at once", a.rate, b.rate)
        row(f"p50 ms, {at_once} at once", a.p50, b.p50)
        row(f"p95 ms, {at_once} at once", a.p95, b.p95)
    return 0


if __name__ == "__main__":
    sys.exit(main())
