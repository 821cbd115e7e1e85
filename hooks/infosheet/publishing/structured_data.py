"""Describe a page to search engines in the words of schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from infosheet.medicines.medicine import Medicine, Review, Source


def structured_data(
    *,
    title: str,
    description: str,
    url: str,
    locale: str,
    original_url: str | None = None,
    publisher: str = "",
    medicine: Medicine | None = None,
    review: Review | None = None,
    cited: Iterable[Source] = (),
) -> str:
    """Return a page's JSON-LD, ready to stand in a `<script>`.

    A page about a medicine is a `MedicalWebPage` about a `Drug`; `original_url` is the English
    page of a translation. `lastReviewed` stands there only once a clinician has checked the facts.
    """
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage" if medicine else "WebPage",
        "name": title,
        "description": description,
        "url": url,
        "inLanguage": locale,
    }
    if original_url:
        data["translationOfWork"] = {"@type": data["@type"], "url": original_url}
    if publisher:
        data["publisher"] = {"@type": "Organization", "name": publisher}
    if medicine:
        data["about"] = {
            "@type": "Drug",
            "name": medicine.name,
            "nonProprietaryName": medicine.generic_name,
        }
    if sources := list(cited):
        data["citation"] = [_citation(source) for source in sources]
    if review and review.last:
        data["lastReviewed"] = review.last.isoformat()
        data["reviewedBy"] = {"@type": "Person", "name": review.by}
    # A “<” could end the script early.
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _citation(source: Source) -> dict[str, str]:
    cited = {"@type": "CreativeWork", "name": source.title}
    return cited | ({"url": source.url} if source.url else {})
