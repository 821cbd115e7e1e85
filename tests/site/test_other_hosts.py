"""A build whose pages would load anything from another host is refused."""

from __future__ import annotations

from support.site import Site


def test_a_picture_from_another_host_stops_the_build_and_is_named(copy: Site) -> None:
    copy.edit("docs/en/privacy.md", "\n## ", "\n![A map](https://other.example/map.png)\n\n## ")
    told = copy.run("build")
    assert told.returncode == 1
    assert "https://other.example/map.png" in told.stderr
    assert "site/privacy/index.html:" in told.stderr
    assert not copy.built.exists()
