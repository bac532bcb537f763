"""Bound what a reading process may use, and take from it what no reader needs."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_MEGABYTE = 1024 * 1024
# The processor time of a process is counted over all its files; beyond the wall time of one this
# much more lets the parent's clock strike first.
_SPARE_CPU_SECONDS = 10
# What no reader has a reason for: the network, other programs.
_REFUSED_EVENTS = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "urllib.",
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """Bound the reading of one file: wall time, memory of the process, bytes of the answer."""

    # Ten times what the largest plan on a slow machine takes.
    seconds: float = 30.0
    # With the program itself this stays below 1 GB.
    memory: int = 800 * _MEGABYTE
    # About eight million letters; the longest plans have half a million.
    answer: int = 24 * _MEGABYTE


def limit_this_process(limits: ReadLimits) -> None:
    """Bound this process's memory and close to it the streams, signals and rights of the parent."""
    # Ctrl+C in a terminal goes to the parent as well, which then ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _silence()
    _limit_memory(limits.memory)
    sys.dont_write_bytecode = True
    sys.addaudithook(_refuse)


def _silence() -> None:
    """Send what native libraries print nowhere: the parent's terminal shows our words only."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    if nowhere > 2:
        os.close(nowhere)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(_REFUSED_EVENTS):
        raise PermissionError(f"refused while reading a file: {event}")
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING:
        raise PermissionError("refused while reading a file: open for writing")


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED_LIMIT_INFORMATION = 9
    _LIMIT_PROCESS_MEMORY = 0x0100
    _LIMIT_KILL_ON_JOB_CLOSE = 0x2000

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def _limit_memory(most: int) -> None:
        """Put this process into a job of its own; the job's handle stays open as long as it runs.

        Where the system refuses a job within a job, the other limits still hold.
        """
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        job = kernel.CreateJobObjectW(None, None)
        if not job:
            return
        limits = _ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = _LIMIT_PROCESS_MEMORY | _LIMIT_KILL_ON_JOB_CLOSE
        limits.ProcessMemoryLimit = most
        size = ctypes.sizeof(limits)
        kernel.SetInformationJobObject(job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(limits), size)
        kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())

    def allow_time(seconds: float) -> Callable[[], None]:  # noqa: ARG001 - as elsewhere
        """Windows keeps no account of processor time here: the parent's clock has to do."""
        return lambda: None

else:
    import resource

    def _limit_memory(most: int) -> None:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
        # A crash of a native library is expected here, its memory on the disk is not.
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def allow_time(seconds: float) -> Callable[[], None]:
        """Let the system end this process after `seconds` more of processor time.

        The clock of the parent strikes earlier; this holds when the parent is gone. Returns a
        function that takes the limit back.
        """
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        most = int(used.ru_utime + used.ru_stime + seconds) + _SPARE_CPU_SECONDS
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(resource.RLIMIT_CPU, (most, hard))
        return lambda: resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))
