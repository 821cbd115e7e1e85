"""A built site that would load anything from another host is found out, file by file."""

from __future__ import annotations

from pathlib import Path

import pytest

from infosheet.publishing.own_files import loads_elsewhere

OTHER = "https://other.example/x"
PLANTED = {
    "a script": ("a.html", f'<script src="{OTHER}"></script>'),
    "a script without a scheme": ("a.html", '<script src="//other.example/x"></script>'),
    "a scheme with a line end in it": ("a.html", '<img src=" ht\ntps://other.example/x">'),
    "an address with backslashes": ("a.html", '<img src="\\\\other.example/x">'),
    "an image": ("a.html", f'<img alt="" src="{OTHER}">'),
    "an image in another size": ("a.html", f'<img srcset="x.png 1x, {OTHER} 2x">'),
    "a drawing's image": ("a.svg", f'<svg><image href="{OTHER}"/></svg>'),
    "a drawing's part": ("a.html", f'<svg><use xlink:href="{OTHER}"/></svg>'),
    "a style sheet": ("a.html", f'<link rel="stylesheet" href="{OTHER}">'),
    "another style sheet": ("a.html", f'<link rel="alternate stylesheet" href="{OTHER}">'),
    "an icon": ("a.html", f'<link rel="icon" href="{OTHER}">'),
    "a manifest": ("a.html", f'<link rel="manifest" href="{OTHER}">'),
    "a preload": ("a.html", f'<link rel="preload" imagesrcset="{OTHER} 1x">'),
    "a connection in advance": ("a.html", f'<link rel="preconnect" href="{OTHER}">'),
    "a name looked up in advance": ("a.html", '<link rel="dns-prefetch" href="//other.example">'),
    "a frame": ("a.html", f'<iframe src="{OTHER}"></iframe>'),
    "a frame's own page": ("a.html", f"<iframe srcdoc=\"<img src='{OTHER}'>\"></iframe>"),
    "a video's picture": ("a.html", f'<video poster="{OTHER}"></video>'),
    "an object": ("a.html", f'<object data="{OTHER}"></object>'),
    "a form": ("a.html", f'<form action="{OTHER}"></form>'),
    "a link that tells on its reader": ("a.html", f'<a href="x" ping="{OTHER}">x</a>'),
    "another base": ("a.html", f'<base href="{OTHER}">'),
    "a way on": ("a.html", f'<meta http-equiv="refresh" content="5; url={OTHER}">'),
    "a style element": ("a.html", f"<style>p {{ background: url({OTHER}) }}</style>"),
    "a style attribute": ("a.html", f'<p style="background: url({OTHER})">x</p>'),
    "a style's image": ("a.css", f'p {{ background: url("{OTHER}") }}'),
    "a style's font": ("a.css", "@font-face { src: url(//other.example/x) }"),
    "a style that imports": ("a.css", f"@import '{OTHER}';"),
    "a style's second image": ("a.css", f'p {{ background: image-set("a" 1x, "{OTHER}" 2x) }}'),
    "an address in other signs": ("a.css", "p { background: url(\\68ttps://other.example/x) }"),
    "a script that imports": ("a.js", f'import {{ x }} from "{OTHER}";'),
    "a script that imports later": ("a.js", "import(`//other.example/x`)"),
    "a script that asks": ("a.js", "fetch('wss://other.example/x')"),
    "a script in a page": ("a.html", f"<script>fetch('{OTHER}')</script>"),
}


# What stands before it in every page, and is passed over at one go.
PLAIN = """<p class="a" hidden>x</p> <a href="https://example.org">x</a><img src="../x.png"/>"""


@pytest.mark.parametrize("planted", PLANTED)
def test_what_would_be_loaded_from_another_host_is_found(tmp_path: Path, planted: str) -> None:
    name, text = PLANTED[planted]
    before = PLAIN if name.endswith("html") else ""
    (tmp_path / "ur").mkdir()
    (tmp_path / "ur" / name).write_text(f"{before}\n\n{text}\n", encoding="utf-8")
    (problem,) = loads_elsewhere(tmp_path, tmp_path.rglob("*"))
    assert (problem.file, problem.line) == (f"site/ur/{name}", 3)
    assert "other.example" in problem.message
    assert problem.severity == "error"


ALLOWED = {
    "a.html": f"""<html><head>
<link rel="canonical" href="{OTHER}"><link rel="stylesheet" href="../x.css">
<meta property="og:image" content="{OTHER}">
<script type="application/ld+json">{{"@id": "{OTHER}"}}</script>
<body data-address="{OTHER}"><a href="{OTHER}">there</a> <a href="mailto:a@example.org">write</a>
<img alt="" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'>"><img src="/x.png">
<p>{OTHER}</p></body></html>""",
    "a.css": f"""/* {OTHER} */ @import "x.css"; [id^="fn:"] {{ background: url(../x.png) }}
p {{ background: url('data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg"/>') }}""",
    "a.js": """import "./x.js"; // https://other.example
const svg = "http://www.w3.org/2000/svg"; new URL(`https://example.com${path}`);""",
    "a.txt": OTHER,
}


@pytest.mark.parametrize("name", ALLOWED)
def test_links_of_the_reader_and_words_for_machines_may_lead_anywhere(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text(ALLOWED[name], encoding="utf-8")
    assert loads_elsewhere(tmp_path, tmp_path.rglob("*")) == []
