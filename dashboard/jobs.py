"""Work under way: each job has a thread of its own, says how far it is, and can be stopped.

The browser follows a job by its token, beside Streamlit, so that the page stays as quick as it is.
"""

import logging
import secrets
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Thread
from typing import IO, Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from dashboard import kept
from dashboard.exports import frozen
from dashboard.exports.making import Stoppable, Stopped
from data import snapshots
from data.snapshots import SnapshotError

LOG = logging.getLogger(__name__)
KEPT = 600.0  # seconds for which a file that nobody fetches is kept
LEFT = 180.0  # seconds after which nobody waits any more; a hidden page may look once a minute
FRESH = {"Cache-Control": "no-store"}
Made = bytes | IO[bytes]  # an open file is closed, and gone, once it was fetched
Make = Callable[[Stoppable], Made | str]  # gives a file to be fetched, or says what was done
A_PIECE = 1 << 16  # bytes sent at once


class Refused(Exception):
    """What was asked for cannot be done; the message says why, in the reader's language."""


@dataclass
class Followed(Stoppable):
    """The work of a job, which ends when nobody follows it. alone: it goes on all the same."""

    alone: bool = False
    seen: float = field(default_factory=time.monotonic)

    def __call__(self, step: str) -> None:
        if not self.alone and self.unseen() > LEFT:
            self.asked.set()
        super().__call__(step)

    def unseen(self) -> float:
        """Seconds since somebody looked."""
        return time.monotonic() - self.seen


@dataclass
class Job:
    """state: 'making', 'made', 'stopped' or 'failed'. said: what was done where there is no file,
    or why it failed; failed: that, when nobody knows why.
    """

    name: str
    kind: str
    failed: str
    asked: Followed
    state: str = "making"
    said: str = ""
    content: Made = b""

    def run(self, make: Make) -> None:
        """Do the work; for a thread. Nothing is raised, and what is stopped leaves nothing."""
        try:
            made = make(self.asked)
            if isinstance(made, str):
                self.said = made
            else:
                self.asked(self.asked.step)  # a stop asked for in the last step counts too
                self.content = made
            self.state = "made"
        except Stopped:
            self.state = "stopped"
        except Refused as problem:
            self.said, self.state = str(problem), "failed"
        except Exception:
            LOG.exception("%s not made", self.name)
            self.said, self.state = self.failed, "failed"
        kept.trim()


JOBS: dict[str, Job] = {}


def start(make: Make, name: str, kind: str, failed: str) -> dict[str, str]:
    """Begin a job; gives its name and its token, which nobody can guess.

    kind: the media type of its file. What leaves none is done also when nobody follows it.
    """
    forget()
    token = secrets.token_urlsafe(18)
    job = JOBS[token] = Job(name, kind, failed, Followed(alone=not kind))
    Thread(target=job.run, args=(make,), name=f"job {name}", daemon=True).start()
    return {"token": token, "name": name}


def forget() -> None:
    """Let go of what nobody fetched."""
    for token, job in list(JOBS.items()):
        if job.asked.unseen() > KEPT and job.state != "making":
            JOBS.pop(token, None)


def routes() -> list[Route]:
    return [
        Route("/jobs/{token}", progress),
        Route("/jobs/{token}/file", file),
        Route("/jobs/{token}/stop", stop, methods=["POST"]),
        Route("/frozen/{name}/{file}", pack),
    ]


def found(request: Request) -> Job | None:
    return JOBS.get(str(request.path_params["token"]))


async def progress(request: Request) -> Response:
    """How far a job is."""
    job = found(request)
    if job is None:
        return Response(status_code=404)
    job.asked.seen = time.monotonic()
    file = job.state == "made" and not job.said
    told: dict[str, Any] = {"state": job.state, "step": job.asked.step, "said": job.said}
    told["stopping"] = job.asked.asked.is_set()
    if job.state != "making" and not file:
        JOBS.pop(str(request.path_params["token"]), None)
    return JSONResponse(told, headers=FRESH)


async def file(request: Request) -> Response:
    """A file that is made, once."""
    job = found(request)
    if job is None or job.state != "made":
        return Response(status_code=404)
    JOBS.pop(str(request.path_params["token"]), None)
    said = {**FRESH, "Content-Disposition": f'attachment; filename="{job.name}"'}
    if isinstance(job.content, bytes):
        return Response(job.content, headers=said, media_type=job.kind)
    return StreamingResponse(read(job.content), headers=said, media_type=job.kind)


def read(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while piece := file.read(A_PIECE):
            yield piece


async def pack(request: Request) -> Response:
    """A pack as a snapshot keeps it."""
    name, file = (str(request.path_params[part]) for part in ("name", "file"))
    kind = frozen.kind(file)
    try:
        content = snapshots.read(name).figure(file) if kind else None
    except SnapshotError:
        content = None
    if content is None:
        return Response(status_code=404)
    said = {**FRESH, "Content-Disposition": f'attachment; filename="{name}-{file}"'}
    return Response(content, headers=said, media_type=kind)


async def stop(request: Request) -> Response:
    """End a job before its next step."""
    job = found(request)
    if job is None:
        return Response(status_code=404)
    job.asked.asked.set()
    return Response(status_code=204)
