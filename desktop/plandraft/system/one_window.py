"""One window a library: a second start hands its files to the window that is open already.

Two windows would save the same draft over each other without a word.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import logging
import sys
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path

logger = logging.getLogger(__name__)

_SOCKET = "window.sock"
# What systems take as the address of a socket, without the null at its end.
_LONGEST_ADDRESS = 100
_LONGEST_REQUEST = 1 << 20
# A window that does not answer by then hangs: the user has to get another one.
_ANSWER_SECONDS = 3.0
_HEARD = b"ok"
# Windows lets a program come to the front only with leave of the one in front.
_ANY_PROCESS = -1


class WindowClaim:
    """Listen for other starts on a library until `close`; without a listener it hears nothing."""

    def __init__(self, listener: Listener | None) -> None:
        self._listener = listener

    def listen(self, on_request: Callable[[tuple[Path, ...]], None]) -> None:
        """Call `on_request` with the files of each other start, in a thread of its own."""
        if self._listener is not None:
            thread = threading.Thread(target=self._serve, args=(on_request,), daemon=True)
            thread.start()

    def close(self) -> None:
        """Let the next start have the library."""
        listener, self._listener = self._listener, None
        if listener is not None:
            try:
                listener.close()
            except OSError as error:
                logger.info("the claim was taken over: %s", error)

    def _serve(self, on_request: Callable[[tuple[Path, ...]], None]) -> None:
        while True:
            listener = self._listener
            if listener is None:
                return
            try:
                with listener.accept() as caller:
                    on_request(_files_of(caller.recv_bytes(_LONGEST_REQUEST)))
                    caller.send_bytes(_HEARD)
            except (OSError, EOFError, ValueError) as error:
                logger.info("a start was not heard: %s", error)


def claim_window(folder: Path, files: Sequence[Path]) -> WindowClaim | None:
    """Claim the library in `folder`; None where a window has it and has taken over `files`.

    Where the system gives no way to tell, the claim is empty and every start has its window.
    """
    address = _address(folder)
    if address is None:
        return WindowClaim(None)
    try:
        return WindowClaim(_listener(address))
    except OSError:
        # Somebody is there, or was and did not end in order.
        if _handed_over(address, files):
            return None
    try:
        if sys.platform != "win32":
            Path(address).unlink(missing_ok=True)
        return WindowClaim(_listener(address))
    except OSError as error:
        logger.warning("no claim on the library: %s", error)
        return WindowClaim(None)


def _address(folder: Path) -> str | None:
    place = folder.absolute()
    if sys.platform == "win32":
        digest = hashlib.sha256(str(place).lower().encode("utf-8", "surrogatepass")).hexdigest()
        return rf"\\.\pipe\PlanDraft-{digest[:32]}"
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    address = str(place / _SOCKET)
    return address if len(address.encode("utf-8", "surrogateescape")) <= _LONGEST_ADDRESS else None


def _listener(address: str) -> Listener:
    return Listener(address, "AF_PIPE" if sys.platform == "win32" else "AF_UNIX")


def _handed_over(address: str, files: Sequence[Path]) -> bool:
    """Tell whether a window has heard of `files`."""
    text = json.dumps([str(path.absolute()) for path in files])
    try:
        with Client(address, "AF_PIPE" if sys.platform == "win32" else "AF_UNIX") as window:
            _let_come_to_front()
            window.send_bytes(text.encode("utf-8", "surrogatepass"))
            return _answer(window)
    except (OSError, EOFError):
        return False


def _answer(window: Connection) -> bool:
    return window.poll(_ANSWER_SECONDS) and window.recv_bytes(len(_HEARD)) == _HEARD


def _let_come_to_front() -> None:
    if sys.platform == "win32":
        ctypes.windll.user32.AllowSetForegroundWindow(_ANY_PROCESS)


def _files_of(request: bytes) -> tuple[Path, ...]:
    data = json.loads(request.decode("utf-8", "surrogatepass"))
    if not isinstance(data, list) or not all(isinstance(name, str) for name in data):
        raise ValueError(data)
    return tuple(map(Path, data))
