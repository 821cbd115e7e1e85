"""The search index of each language, made from its finished pages by Pagefind."""

from __future__ import annotations

import errno
import functools
import gzip
import html
import json
import os
import re
import shutil
import subprocess
import tempfile
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from pagefind_bin import get_executable

from infosheet.content.project import Language, Project
from infosheet.publishing.sitemap import page_url
from infosheet.reading.letters import WORD

# What the browser loads to search; the rest of Pagefind's output is its own search box, and what
# it would load of each page found.
_NEEDED = re.compile(r"pagefind\.js|pagefind-entry\.json|.*\.(?:pf_index|pf_meta)")
_ENTRY = "pagefind-entry.json"
_FRAGMENT = re.compile(r"fragment/(.*)\.pf_fragment")
_SIGNATURE = b"pagefind_dcd"
_PACKED = re.compile(r"\.pf_|\.pagefind$")
_END = "</article>"
_ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
_HEAD = re.compile(r"<html\b[^>]*>|<title\b.*?</title>|<meta [^>]*data-pagefind-[^>]*>", re.DOTALL)
_MARKUP = re.compile(r"""<!--.*?-->|</?[a-z](?:[^>"']|"[^"]*"|'[^']*')*>""", re.DOTALL)
_GURMUKHI_DOT = "\u0a3c"

# What readers of a language may type for a word of the pages, by that word in small letters.
Synonyms = dict[str, list[str]]


def build_search(site: Path, project: Project, locale: str) -> None:
    """Write the index of one language into `site`/search/<locale>/.

    A page that is shown in English for want of a translation is in the English index only; a
    medicine's whole sheet is in none, since all its words stand on other pages.
    Raises RuntimeError, with what Pagefind said, where it fails, and OSError where there is no
    room for it.
    """
    language, folder = project.languages[locale], site / "search" / locale
    with tempfile.TemporaryDirectory() as temporary:
        pages, index = Path(temporary, "pages"), Path(temporary, "index")
        pages.mkdir()
        addresses: dict[str, str] = {}
        synonyms = _synonyms(language)
        for path in sorted(project.paths - project.whole_sheet_paths.keys()):
            if not project.translation(path, locale).is_fallback:
                address = page_url(path, locale)
                page = _searched((site / address / "index.html").read_text(encoding="utf-8"))
                extra = f"<p>{' '.join(other_spellings(page, synonyms))}</p>"
                if path.endswith("/index.md"):
                    extra += _names_of_medicine(project, path, synonyms)
                # In one folder: one for each takes longer to clear away than all pages to write.
                name = f"{len(addresses)}.html"
                addresses[f"/{name}"] = address
                (pages / name).write_text(page.replace(_END, extra + _END, 1), encoding="utf-8")
        _run_pagefind(pages, index, locale)
        made = {
            path.relative_to(index).as_posix(): _whole(path)
            for path in sorted(index.rglob("*"))
            if path.is_file()
        }
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in _loaded(made, addresses).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def _loaded(made: dict[str, bytes], addresses: dict[str, str]) -> dict[str, bytes]:
    """Return what a browser loads to search, by name, of all that Pagefind has made.

    Pagefind would load a file for each page it has found. `pages.json` says what they say of all:
    by the page's id in the index its address below the site's, its title and its description.
    `addresses` are by what Pagefind takes them for.
    """
    entry = json.loads(made[_ENTRY])
    # Pagefind writes an engine for any language too, where one of the language's own is read.
    engines = {f"wasm.{each['wasm'] or 'unknown'}.pagefind" for each in entry["languages"].values()}
    files = {name: made[name] for name in made if _NEEDED.fullmatch(name) or name in engines}
    pages = {}
    for name, content in made.items():
        if fragment := _FRAGMENT.fullmatch(name):
            page = json.loads(gzip.decompress(content).removeprefix(_SIGNATURE))
            told = {key: page["meta"].get(key, "") for key in ("title", "description")}
            pages[fragment[1]] = {**told, "url": addresses[page["url"]]}
    return {**files, _ENTRY: _json(entry), "pages.json": _json(pages)}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True).encode()


def _searched(page: str) -> str:
    """Return a page with no more than Pagefind reads of it, whose time goes into the rest too."""
    head, _, body = page.partition("<body")
    kept = "".join(_HEAD.findall(head))
    return f"<!doctype html>{kept}<body>{''.join(_ARTICLE.findall(body))}</body></html>"


def _run_pagefind(pages: Path, into: Path, locale: str) -> None:
    # As a command, which ends when its files are written; its Python interface may end before.
    command = [get_executable(), "--site", pages, "--output-path", into]
    told = subprocess.run(
        [*command, "--force-language", locale], capture_output=True, text=True, check=False
    )
    if told.returncode:
        raise RuntimeError(f"Pagefind could not make the index of “{locale}”: {told.stderr}")


def _whole(file: Path) -> bytes:
    """Return what is in a file; raises OSError where it was not written to its end.

    Pagefind does not tell: on a full disk it leaves some files empty or cut off, and ends well.
    """
    content = file.read_bytes()
    try:
        whole = bool(gzip.decompress(content) if _PACKED.search(file.name) else content)
    except (EOFError, gzip.BadGzipFile, zlib.error):
        whole = False
    if not whole:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file))
    return content


def _names_of_medicine(project: Project, path: str, synonyms: Synonyms) -> str:
    """Return the names that should lead to a medicine's first page, which every page mentions."""
    found = project.medicine_of(path)
    names = [found[1].name, found[1].generic_name] if found else []
    written = [*names, *(other for name in names for other in _typed_for(name, synonyms))]
    return f'<p data-pagefind-weight="10">{" ".join(written * 10)}</p>'


def _synonyms(language: Language) -> Synonyms:
    search = language.words.get("search")
    given = search.get("synonyms") if isinstance(search, dict) else None
    found: Synonyms = {}
    for word, others in given.items() if isinstance(given, dict) else ():
        typed = [str(other) for other in others] if isinstance(others, list) else []
        # Without its accents a word is as good an answer, so it comes as often.
        found[_folded(str(word))] = list(dict.fromkeys([*typed, *map(bare, typed)]))
    return found


def _typed_for(word: str, synonyms: Synonyms) -> list[str]:
    return synonyms.get(_folded(word), [])


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()


def other_spellings(page: str, synonyms: Synonyms) -> Iterable[str]:
    """Return what readers may type for words of the page: other words for them, bare letters.

    Another word comes as often as the one it is typed for, by which Pagefind orders the pages.
    """
    text = html.unescape(_MARKUP.sub(" ", "".join(_ARTICLE.findall(page))))
    counts = Counter(WORD.findall(unicodedata.normalize("NFC", text)))
    others = [other for word in counts for other in _typed_for(word, synonyms) * counts[word]]
    return sorted([*({bare(word) for word in counts} - counts.keys()), *others])


@functools.cache
def bare(word: str) -> str:
    """Return a word as people type it in a hurry: without accents and Arabic vowel signs.

    The signs of Indic scripts are letters, and stay, but for the dot below that Gurmukhi readers
    leave out. assets/search.js does the same to what is typed.
    """
    kept = []
    for character in unicodedata.normalize("NFD", word):
        combining = unicodedata.combining(character)
        if not (combining >= 200 or 27 <= combining <= 35 or character == _GURMUKHI_DOT):
            kept.append(_SAME.get(character, character))
    return unicodedata.normalize("NFC", "".join(kept))


# Letters that a keyboard of another language gives for the same letter, or that have no accent
# that could be taken off.
_SAME = {"ł": "l", "Ł": "L", "ي": "ی", "ى": "ی", "ك": "ک", "ہ": "ه", "ۂ": "ه", "ة": "ه"}
