"""The check of links, which reads no built page, knows where in each page a link may lead to."""

from __future__ import annotations

import re

import pytest

from infosheet.checks.anchors import anchors
from infosheet.content.project import load_project
from infosheet.publishing.sitemap import page_url
from support.site import Site

ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
TEMPLATE = re.compile(r"<template>.*?</template>", re.DOTALL)
ID = re.compile(r' id="([^"]+)"')
HEADING = re.compile(r'<h[1-6][^>]* id="([^"]+)"')


@pytest.mark.parametrize("locale", ["en", "ur"])
def test_each_heading_of_each_page_is_known_and_none_that_is_not_there(
    site: Site, locale: str
) -> None:
    project, _ = load_project(site.root)
    for path in sorted(project.paths):
        html = (site.built / page_url(path, locale) / "index.html").read_text(encoding="utf-8")
        [article] = ARTICLE.findall(html)
        shown = TEMPLATE.sub("", article)
        found = anchors(project, path, locale)
        assert found is not None, path
        assert set(HEADING.findall(shown)) <= set(found[1]) <= set(ID.findall(shown)), path
