"""A report is begun with what the charity needs to know, and with nothing else."""

from urllib.parse import parse_qs, urlsplit

from infosheet.content.source_host import SourceHost
from infosheet.upkeep.contact import report_link, report_message

SUBJECT = "Mistake on “Privacy & you”"
WORDS = {
    "report-what": "What is wrong?",
    "report-page": "Page: {address}",
    "report-language": "Language: {language}",
    "report-health": "Nothing about your health, please.",
    "report-public": "Everyone can read it on {host}. Nothing about your health, please.",
}
ADDRESS = "https://infosheet.example/ur/privacy/"


def message(host: str = "") -> str:
    return report_message(WORDS, ADDRESS, "اردو (ur)", "Version of 3 March.", host)


def test_a_mail_is_begun_with_page_language_and_version() -> None:
    link = urlsplit(report_link(SUBJECT, message(), "info+web@charity.example", "about/"))
    assert (link.scheme, link.path) == ("mailto", "info+web@charity.example")
    begun = parse_qs(link.query, strict_parsing=True)
    assert begun["subject"] == [SUBJECT]
    assert begun["body"][0].split("\r\n") == [
        "What is wrong?", "", "", "Nothing about your health, please.", "",
        f"Page: {ADDRESS}", "Language: اردو (ur)", "Version of 3 March.",
    ]  # fmt: skip


def test_signs_that_part_an_address_cannot_add_to_a_mail() -> None:
    """A “&”, “?”, “#” or line end in a title stays within its field."""
    link = report_link("a&bcc=x@y.example?#%\r\nTo: z", "b&c", "info@charity.example", "about/")
    query = urlsplit(link).query
    assert urlsplit(link).fragment == ""
    assert parse_qs(query, strict_parsing=True).keys() == {"subject", "body"}


def test_a_page_is_led_to_as_it_is() -> None:
    page = "https://charity.example/@us/contact"
    assert report_link(SUBJECT, message(), page, "about/") == page


def test_without_a_contact_the_site_says_how() -> None:
    assert report_link(SUBJECT, message(), "", "../about/#mistakes") == "../about/#mistakes"


def test_a_public_report_is_begun_only_where_the_charity_wants_it() -> None:
    unwanted = SourceHost("github", "a-charity/sheet", "main")
    assert report_link(SUBJECT, message(), "", "about/", unwanted) == "about/"
    wanted = SourceHost("github", "a-charity/sheet", "main", issues=True)
    link = report_link(SUBJECT, message("GitHub"), "info@charity.example", "about/", wanted)
    assert link.startswith("https://github.com/a-charity/sheet/issues/new?")


def test_a_public_report_says_that_everyone_can_read_it() -> None:
    assert "Everyone can read it on GitHub." in message("GitHub")
    assert "Everyone" not in message()
