"""Notice edits, whatever is done to the files: links in circles, files that come and go."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

_SHORTEST_PAUSE = 0.2  # seconds
_SHARE = 9  # it rests that many times as long as it works, so that many files do not tire a laptop


class Watcher(threading.Thread):
    """Calls `changed` with the files that have changed below `places`, until it is stopped.

    It does so from a thread of its own, after each look that has found a change.
    """

    def __init__(self, places: Sequence[Path], changed: Callable[[set[Path]], None]) -> None:
        super().__init__(daemon=True)
        self._places = places
        self._changed = changed
        self._stopped = threading.Event()
        self._seen = dict(_files(places))

    def run(self) -> None:
        """Look again and again."""
        pause = _SHORTEST_PAUSE
        while not self._stopped.wait(pause):
            # Its own work: beside a check or other programs, a look takes a hundred times as long.
            begun = time.thread_time()
            now = dict(_files(self._places))
            pause = max(_SHORTEST_PAUSE, _SHARE * (time.thread_time() - begun))
            changed = {path for path, _ in now.items() ^ self._seen.items()}
            if changed:
                self._seen = now
                self._changed(changed)

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()


def _files(places: Sequence[Path]) -> Iterator[tuple[Path, tuple[int, int, int]]]:
    """Yield each file with what changes when it is edited; links are not followed."""
    for place in places:
        paths = [place] if not place.is_dir() else []
        for name, folders, files in os.walk(place):
            folder = Path(name)
            paths += [folder / file for file in files]
            # Programs put files of their own beside others, which changes a folder, not a link.
            paths += [folder / link for link in folders if (folder / link).is_symlink()]
        for path in paths:
            try:
                about = path.lstat()
            except OSError:
                continue
            yield path, (about.st_mtime_ns, about.st_size, about.st_ino)
