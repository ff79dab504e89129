"""Packs under way: each is made in a thread of its own, says how far it is, and can be stopped.

The browser follows a pack by its token, beside Streamlit, so that the page stays as quick as it is.
"""

import logging
import secrets
import time
from dataclasses import dataclass, field
from threading import Thread
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dashboard.exports import frozen
from dashboard.exports.making import WRITERS, Stoppable, Stopped, made
from dashboard.reading import Reading
from dashboard.story.plan import StoryError
from data import snapshots
from data.snapshots import SnapshotError

LOG = logging.getLogger(__name__)
KEPT = 600.0  # seconds for which a pack that nobody fetches is kept
FRESH = {"Cache-Control": "no-store"}


@dataclass
class Job:
    """One pack. state: 'making', 'made', 'stopped' or 'failed'. said: why it failed."""

    name: str
    kind: str
    asked: Stoppable
    state: str = "making"
    said: str = ""
    content: bytes = b""
    began: float = field(default_factory=time.monotonic)

    def make(self, reading: Reading, ending: str) -> None:
        """Make the pack; for a thread. Nothing is raised, and what is stopped leaves nothing."""
        try:
            content = made(reading, ending, self.asked)
            self.asked(self.asked.step)  # a stop asked for in the last step counts too
            self.content, self.state = content, "made"
        except Stopped:
            self.state = "stopped"
        except StoryError as problem:
            self.said, self.state = problem.said(reading.look.language), "failed"
        except Exception:
            LOG.exception("pack not made")
            self.said = reading.look.text("The pack could not be made; the log says why.")
            self.state = "failed"


JOBS: dict[str, Job] = {}


def start(reading: Reading, ending: str, name: str) -> str:
    """Begin to make a pack; gives its token, which nobody can guess."""
    forget()
    token = secrets.token_urlsafe(18)
    job = JOBS[token] = Job(name, WRITERS[ending][1], Stoppable())
    Thread(target=job.make, args=(reading, ending), name=f"pack {name}", daemon=True).start()
    return token


def forget() -> None:
    """Let go of what nobody fetched."""
    for token, job in list(JOBS.items()):
        if time.monotonic() - job.began > KEPT:
            job.asked.asked.set()
            JOBS.pop(token, None)


def routes() -> list[Route]:
    return [
        Route("/packs/{token}", progress),
        Route("/packs/{token}/file", file),
        Route("/packs/{token}/stop", stop, methods=["POST"]),
        Route("/frozen/{name}/{file}", kept),
    ]


def found(request: Request) -> Job | None:
    return JOBS.get(str(request.path_params["token"]))


async def progress(request: Request) -> Response:
    """How far a pack is."""
    job = found(request)
    if job is None:
        return Response(status_code=404)
    told: dict[str, Any] = {"state": job.state, "step": job.asked.step, "said": job.said}
    if job.state in ("stopped", "failed"):
        JOBS.pop(str(request.path_params["token"]), None)
    return JSONResponse(told, headers=FRESH)


async def file(request: Request) -> Response:
    """A pack that is made, once."""
    job = found(request)
    if job is None or job.state != "made":
        return Response(status_code=404)
    JOBS.pop(str(request.path_params["token"]), None)
    said = {**FRESH, "Content-Disposition": f'attachment; filename="{job.name}"'}
    return Response(job.content, headers=said, media_type=job.kind)


async def kept(request: Request) -> Response:
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
    """End a pack before its next step."""
    job = found(request)
    if job is None:
        return Response(status_code=404)
    job.asked.asked.set()
    return Response(status_code=204)
