"""Notice edits, whatever is done to the files: links in circles, files that come and go."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

_PAUSE = 0.5  # seconds


class Watcher(threading.Thread):
    """Calls `changed` after each change below `places`, from a thread of its own, until stopped."""

    def __init__(self, places: Sequence[Path], changed: Callable[[], None]) -> None:
        super().__init__(daemon=True)
        self._places = places
        self._changed = changed
        self._stopped = threading.Event()
        self._seen = dict(_files(places))

    def run(self) -> None:
        """Look again and again."""
        while not self._stopped.wait(_PAUSE):
            now = dict(_files(self._places))
            if now != self._seen:
                self._seen = now
                self._changed()

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
