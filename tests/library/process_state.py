"""Runs the library in a process of its own, and prints what that changed in the process; a program, not a test."""

import decimal
import gc
import json
import locale
import logging
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import threading
import warnings
from pathlib import Path


def snapshot() -> dict[str, object]:
    """What a library has no business to change."""
    import jieba
    import numpy

    root, theirs = logging.getLogger(), [logging.getLogger(name) for name in ("mkdocs", "jieba", "markdown_it")]
    return {
        "garbage collector": (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count(), gc.get_debug(), gc.callbacks),
        "root logger": (root.level, root.handlers, root.filters, root.disabled, logging.root.manager.disable),
        "other loggers": [(logger.name, logger.level, logger.handlers, logger.disabled) for logger in theirs],
        "jieba's dictionary": (jieba.dt.initialized, len(jieba.dt.FREQ)),
        "warnings": list(warnings.filters),
        "warnings are shown by": warnings.showwarning,
        "environment": dict(os.environ),
        "folder": Path.cwd(),
        "locale": locale.setlocale(locale.LC_ALL),
        "signals": [signal.getsignal(one) for one in signal.valid_signals()],
        "threads": [thread.name for thread in threading.enumerate()],
        "path": list(sys.path),
        "hooks": (
            sys.excepthook,
            sys.displayhook,
            sys.breakpointhook,
            list(sys.meta_path),
            sys.gettrace(),
            sys.getprofile(),
        ),
        "streams": (sys.stdin, sys.stdout, sys.stderr),
        "recursion limit": sys.getrecursionlimit(),
        "switch interval": sys.getswitchinterval(),
        "temporary folder": tempfile.tempdir,
        "temporary files": sorted(
            path.name for path in Path(tempfile.gettempdir()).iterdir() if path.name != "jieba.cache"
        ),
        "decimal context": repr(decimal.getcontext()),
        "numpy's errors": numpy.geterr(),
        "numpy's random numbers": repr(numpy.random.get_state()),
        "numpy's print": numpy.get_printoptions(),
        "random numbers": hash(random.getstate()),
        "start method": multiprocessing.get_start_method(allow_none=True),
        "children": [one.name for one in multiprocessing.active_children()],
    }


def main(folder: str, out: str) -> None:
    """Do what there is to do with the engagement in `folder`, twice, and print what differs afterwards."""
    import sevenstep

    tempfile.gettempdir()
    before, opened = snapshot(), []
    for _ in range(3):
        checked = sevenstep.check(folder)
        sevenstep.fix(folder, dry_run=True)
        sevenstep.analyse(checked)
        sevenstep.draw(checked, "goal-tree", format="png")
        sevenstep.draw(checked, out=f"{out}/pictures")
        sevenstep.publish(checked, f"{out}/site")
        sevenstep.compare(folder, f"{out}/site")
        sevenstep.questions(checked)
        sevenstep.explain(sevenstep.rules()[0].code)
        opened.append(len([*Path("/proc/self/fd").iterdir()]) if Path("/proc/self/fd").is_dir() else 0)
    after = snapshot()
    assert opened[0] == opened[-1], opened  # what draws charts keeps a few open from its first use on
    print(json.dumps([name for name in before if repr(before[name]) != repr(after[name])]))
    for name in before:
        if repr(before[name]) != repr(after[name]):
            print(name, before[name], after[name], sep="\n  ", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
