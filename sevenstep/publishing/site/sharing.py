"""Tasks shared among processes: the caller's own and its helpers. What comes out does not depend on who did what."""

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Lock
from types import TracebackType
from typing import Any, Generic, TypeVar

Task = TypeVar("Task")


class Crew(Generic[Task]):
    """This process and its helpers.

    `do` does a task in this process; `do_apart` (a function of a module, with all that it is given) in a helper. Where
    no helper can be started, or they are killed from outside, this process does what is left.

    Each helper begins with `begin` (a function of a module) and what `brief` hands over: once, not with each task. If
    it `forks`, it is a copy of this process as it is then: it has all that was loaded and computed, nothing to wait
    for. A helper ends with this process, however that ends.
    """

    def __init__(self, helpers: int, begin: Callable[[Any], None]) -> None:
        self._helpers = max(helpers, 0)
        self._begin = begin
        self._briefed = False
        self._pool: ProcessPoolExecutor | None = None
        self._given: Connection | None = None
        self.forks = self._helpers > 0 and _may_fork()
        if self._helpers and not self.forks:
            self._start()

    def _start(self) -> None:
        """Start helpers that load their modules while this process does what comes first."""
        context = get_context("spawn")
        taken, self._given = context.Pipe(duplex=False)
        given = (taken, context.Lock(), self._begin)
        self._pool = ProcessPoolExecutor(self._helpers, context, initializer=_begin, initargs=given)
        for _ in range(self._helpers):
            self._submit(int)
        taken.close()  # theirs alone: when all of them are dead, nothing waits for them to take anything

    def brief(self, given: Any) -> None:
        """Hand to each helper what it begins with. Before any of the tasks."""
        self._briefed = True
        if self.forks and _may_fork():
            context = get_context("fork")
            self._pool = ProcessPoolExecutor(
                self._helpers, context, initializer=_begin_as_fork, initargs=(self._begin, given)
            )
        elif self._given is not None:
            try:
                for _ in range(self._helpers if self._pool is not None else 0):
                    self._given.send(given)
            except OSError:
                self._pool = None
            self._given.close()

    def __enter__(self) -> "Crew[Task]":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._given is not None:
            self._given.close()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def done(
        self, tasks: Sequence[Task], do: Callable[[Task], Any], do_apart: Callable[[Task], Any]
    ) -> Iterator[tuple[Task, Any]]:
        """Each task with its result, in their order. This process takes what no helper has begun, from the end."""
        if not self._briefed:
            self.brief(None)
        waiting: list[Future[Any] | None] = [self._submit(do_apart, task) for task in tasks]
        results: dict[int, Any] = {}
        for at in reversed(range(len(tasks))):
            future = waiting[at]
            if future is None or future.cancel():
                results[at] = do(tasks[at])
        for at, task in enumerate(tasks):
            future = waiting[at]
            if at not in results and future is not None:
                try:
                    results[at] = future.result()
                except BrokenProcessPool:
                    self._pool = None
                    results[at] = do(task)
            yield task, results.pop(at)

    def _submit(self, call: Callable[..., Any], *given: Any) -> Future[Any] | None:
        if self._pool is None:
            return None
        try:
            return self._pool.submit(call, *given)
        except (BrokenProcessPool, OSError, RuntimeError):
            self._pool = None
            return None


def _may_fork() -> bool:
    """Whether a fork of this process is a whole one: no other thread holds a lock that nobody would give back.

    Elsewhere than on Linux libraries of the system may not survive a fork.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def _begin_as_fork(begin: Callable[[Any], None], given: Any) -> None:
    _end_with_parent()
    begin(given)


def _begin(taken: Connection, alone: Lock, begin: Callable[[Any], None]) -> None:
    _end_with_parent()
    try:
        with alone:
            given = taken.recv()
    except EOFError:  # there is to be no work
        return
    begin(given)


def _end_with_parent() -> None:
    """End this helper as soon as the process that it helps is gone: nobody would give it work, or take its locks."""
    parent = parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
