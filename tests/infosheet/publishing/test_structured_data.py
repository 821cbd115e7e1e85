import datetime
import json
from typing import Any

from infosheet.medicines.medicine import Review, Source
from infosheet.publishing.structured_data import structured_data
from support.component_pages import kesimpta


def written(**changes: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "title": "Pregnancy",
        "description": "About pregnancy.",
        "url": "https://infosheet.example/cy/kesimpta/pregnancy/",
        "locale": "cy",
    }
    data: dict[str, Any] = json.loads(structured_data(**{**given, **changes}))
    return data


def review(**changes: Any) -> Review:
    given = {"written": "2026-11-22", "last": None, "every": "P12M", "by": None}
    return Review.model_validate({**given, **changes})


def test_a_page_about_a_medicine_names_it_and_its_sources() -> None:
    data = written(medicine=kesimpta(), cited=[Source(title="Leaflet", url="https://x.example/")])
    assert data["@type"] == "MedicalWebPage"
    assert data["about"] == {
        "@type": "Drug", "name": "Kesimpta", "nonProprietaryName": "ofatumumab",
    }  # fmt: skip
    assert data["citation"] == [
        {"@type": "CreativeWork", "name": "Leaflet", "url": "https://x.example/"}
    ]
    assert data["inLanguage"] == "cy"


def test_another_page_is_no_medical_page() -> None:
    data = written()
    assert data["@type"] == "WebPage"
    assert not data.keys() & {"about", "citation", "lastReviewed", "publisher"}


def test_nothing_says_reviewed_until_a_clinician_has_checked() -> None:
    assert "lastReviewed" not in written(medicine=kesimpta(), review=review())
    checked = written(medicine=kesimpta(), review=review(last="2027-01-02", by="A Pharmacist"))
    assert checked["lastReviewed"] == datetime.date(2027, 1, 2).isoformat()
    assert checked["reviewedBy"]["name"] == "A Pharmacist"


def test_a_translation_names_its_original() -> None:
    original = "https://infosheet.example/kesimpta/pregnancy/"
    assert written(original_url=original)["translationOfWork"]["url"] == original


def test_no_title_can_end_the_script_early() -> None:
    text = structured_data(
        title="</script><b>", description="", url="https://infosheet.example/", locale="en"
    )
    assert "<" not in text
    assert json.loads(text)["name"] == "</script><b>"
