"""Broken pages: links that lead astray."""

from shelf.pages import word

LINKS = {
    "a link out of the tree": word("out of the pages", "[the pen](../../../etc/passwd)"),
    "a link to another language": word("out of the pages", "[the pen](../../es/index.md)"),
    "a link to a file of the computer": word(
        "does not begin with", "[the pen](file:///etc/passwd)"
    ),
    "an absolute path": word("begins with “/”", "[the pen](/etc/passwd)"),
    "a path with backslashes": word("not written like", "[the pen](..\\index.md)"),
    "a path with hidden backslashes": word("belongs in no", "[the pen](..%5Cindex.md)"),
    "an address without a scheme": word("does not begin with https", "[the pen](//x.example/)"),
    "an address without encryption": word(
        "does not begin with https", "[the pen](http://x.example/)"
    ),
    "an address without a host": word("names no website", "[the pen](https:///x)"),
    "an address that pretends another": word("names no website", "[x](https://nhs.uk@x.example/)"),
    "an address that cannot be read": word("not written like others", "[the pen](https://[x/)"),
    "a link to nobody": word("names nobody", "[the pen](mailto:)"),
    "a link to nothing": word("not written like others", "[the pen]()"),
    "a link in other capitals": word(
        "“Problems.md”, which is no page", "[the pen](Problems.md)", "mean “problems.md”?"
    ),
    "a link all in capitals": word(
        "“PROBLEMS.MD”, which is no page", "[the pen](PROBLEMS.MD)", "mean “problems.md”?"
    ),
    "a link to a heading that is not there": word(
        "no heading with the id “mised”", "[the pen](#mised)", "Did you mean “missed”?"
    ),
    "a link to a heading that a page of the site's own lacks": word(
        "inventol/dosing-calendar.md, which the site makes, has no heading with the id “dates”",
        "[the pen](dosing-calendar.md#dates)",
        "dates-in-weeks",
    ),
    "a link to a heading that the whole sheet lacks": word(
        "no heading with the id “problems--mised”",
        "[the pen](whole-sheet.md#problems--mised)",
        "Did you mean “problems--missed”?",
    ),
    "a link to a hard word that is not explained": word(
        "glossary.md, which the site makes, has no heading with the id “mry”",
        "[the pen](../glossary.md#mry)",
        "mri",
    ),
    "a link to what is built": word("which is no page", "[the pen](problems.html)", "problems.md"),
    "a link to a list": word("which is no page", "[the pen](../strings.yml)"),
}
