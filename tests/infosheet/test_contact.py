from urllib.parse import parse_qs, urlsplit

from infosheet.contact import report_link


def test_a_message_is_begun_with_its_subject() -> None:
    link = urlsplit(report_link("info@charity.example", "Mistake on “Privacy & you”", "about/"))
    assert (link.scheme, link.path) == ("mailto", "info@charity.example")
    assert parse_qs(link.query) == {"subject": ["Mistake on “Privacy & you”"]}


def test_a_page_is_led_to_as_it_is() -> None:
    page = "https://charity.example/@us/contact"
    assert report_link(page, "Mistake", "about/") == page


def test_without_a_contact_the_site_says_how() -> None:
    assert report_link("", "Mistake", "../about/#mistakes") == "../about/#mistakes"
