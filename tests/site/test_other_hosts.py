"""A build whose pages would load anything from another host is refused."""

from __future__ import annotations

import re

from support.site import Site


def test_a_style_or_picture_from_another_host_stops_the_build_and_is_named(few: Site) -> None:
    """Pages cannot hold pictures at all; what a theme loads is found in the built site."""
    few.own("overrides")
    style, footer = few.root / "overrides/assets/site.css", "overrides/partials/footer.html"
    style.write_text(
        '@import url("https://other.example/a.css");\n' + style.read_text(encoding="utf-8"),
        encoding="utf-8",
    )
    few.edit(footer, "</footer>", '<img src="//other.example/map.png" alt=""></footer>')
    told = few.run("build")
    assert told.returncode == 1
    assert "https://other.example/a.css" in told.stderr
    assert re.search(r"site/assets/site\.[0-9a-f]+\.css:\d+: error: ", told.stderr)
    assert "//other.example/map.png" in told.stderr
    assert "site/privacy/index.html:" in told.stderr
    assert not few.built.exists()
