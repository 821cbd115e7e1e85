"""Broken settings of the site: mkdocs.yml."""

from shelf.broken import Broken

FILE = "mkdocs.yml"


def source(says: str, wrong: str, mend: str) -> Broken:
    """The website that keeps the source is named like this."""
    contact = "    contact: help@charity.example\n"
    return Broken(FILE, says, mend, right=contact, wrong=f"{contact}  source: {wrong}\n", line=20)


SETTINGS = {
    "no settings at all": Broken(
        FILE, "cannot be read: no such file", by_hand=lambda root: (root / FILE).unlink()
    ),
    "settings that are a folder": Broken(
        FILE, "this is a folder", by_hand=lambda root: _folder(root / FILE)
    ),
    "empty settings": Broken(FILE, "Nothing stands here", content="", line=1),
    "settings that are no YAML": Broken(FILE, "not valid YAML", content="nav: [", line=1),
    "settings saved as UTF-16": Broken(
        FILE, "saved as UTF-16", content="nav: []\n".encode("utf-16"), line=1
    ),
    "settings of 10 MB": Broken(FILE, "10.0 MB long", content="#" * 10_000_000),
    "a tag that runs Python": Broken(
        FILE,
        "“!!python/name:os.system” is an instruction",
        right="site_name: A small project",
        wrong="site_name: !!python/name:os.system",
    ),
    "a tag that calls Python": Broken(
        FILE,
        "is an instruction",
        right="site_name: A small project",
        wrong="site_name: !!python/object/apply:os.system [id]",
    ),
    "a key twice": Broken(
        FILE,
        "“docs_dir” stands here a second time",
        right="site_dir: site",
        wrong="docs_dir: guides",
    ),
    "a setting that is misspelt": Broken(
        FILE,
        "“extras” is not a setting",
        "Did you mean “extra”?",
        right="\nextra:",
        wrong="\nextras:",
        line=15,
    ),
    "pages in another folder": Broken(
        FILE, "“docs_dir” is “hooks”", right="docs_dir: docs", wrong="docs_dir: hooks"
    ),
    "lists that would be published": Broken(
        FILE,
        "“exclude_docs” lacks glossary.yml",
        "exclude_docs: |",
        right="  strings.yml\n  glossary.yml\n",
        wrong="  strings.yml\n",
        line=44,
    ),
    "an address that is empty": Broken(
        FILE,
        "“site_url” is empty",
        "such as https://charity.example/",
        right="site_url: https://infosheet.example/",
        wrong='site_url: ""',
    ),
    "addresses that end in .html": Broken(
        FILE,
        "addresses without “.html”",
        "use_directory_urls: true",
        right="site_dir: site",
        wrong="site_dir: site\nuse_directory_urls: false",
        line=5,
    ),
    "a title for every language": Broken(
        FILE,
        "The title “Home” would be shown in every language",
        "Write “- index.md” alone",
        right="nav:\n  - index.md",
        wrong="nav:\n  - Home: index.md",
        line=7,
    ),
    "an unknown plugin": Broken(
        FILE,
        'The "i19n" plugin is not installed',
        "Did you mean “i18n”?",
        right="- i18n:",
        wrong="- i19n:",
        line=26,
        others=1,
    ),
    "a plugin that is not there": Broken(
        FILE,
        "plugin is not installed",
        right="plugins:",
        wrong="plugins:\n  - nothing-like-it",
    ),
    "an unknown hook": Broken(
        FILE,
        "'hooks/thme.py' isn't an existing file",
        "Did you mean “hooks/theme.py”?",
        right="- hooks/theme.py",
        wrong="- hooks/thme.py",
        line=34,
    ),
    "a hook that leads out of the project": Broken(
        FILE,
        "isn't an existing file",
        right="- hooks/theme.py",
        wrong="- ../../nothing.py",
        line=34,
    ),
    "an unknown theme": Broken(
        FILE,
        "Unrecognised theme name: 'materiel'",
        right="name: material",
        wrong="name: materiel",
        line=21,
    ),
    "an unknown extension of Markdown": Broken(
        FILE,
        "Failed to load extension 'admonitionn'",
        "Did you mean “admonition”?",
        right="- admonition",
        wrong="- admonitionn",
        line=38,
    ),
    "an address that is none": Broken(
        FILE,
        "“site_url”: The URL isn't valid",
        right="https://infosheet.example/",
        wrong="infosheet",
    ),
    "a value of the wrong kind": Broken(
        FILE,
        "“use_directory_urls”: Expected type",
        right="site_dir: site",
        wrong="site_dir: site\nuse_directory_urls: perhaps",
        line=5,
    ),
    "a navigation that is a word": Broken(
        FILE,
        "lists “index”, which is no page",
        content=None,
        right="nav:\n  - index.md",
        wrong="nav: index\nnot_in_nav: |\n  - index.md",
        line=6,
        others=4,
    ),
    "an empty navigation": Broken(
        FILE,
        "The navigation lists no page",
        "- index.md",
        right="nav:",
        wrong="nav: []\nother:",
        line=6,
        others=1,
    ),
    "a page that is not there": Broken(
        FILE,
        "lists “inventol/problms.md”, which is no page",
        "mean “inventol/problems.md”?",
        right="problems.md",
        wrong="problms.md",
        others=1,
    ),
    "a page twice": Broken(
        FILE,
        "lists “inventol/index.md” 2 times",
        "Keep one",
        right="      - inventol/problems.md",
        wrong="      - inventol/index.md",
        others=1,
    ),
    "a page in other capitals": Broken(
        FILE,
        "“Index.md”, which is no page",
        "Did you mean “index.md”?",
        right="  - index.md",
        wrong="  - Index.md",
        others=1,
    ),
    "a page outside": Broken(
        FILE,
        "“../README.md”, which is no page",
        right="  - index.md",
        wrong="  - index.md\n  - ../README.md",
        line=8,
    ),
    "a way that runs": Broken(
        FILE,
        "“javascript:alert(1)”, which is no page",
        right="  - index.md",
        wrong="  - index.md\n  - A: javascript:alert(1)",
        line=8,
    ),
    "a contact that runs": Broken(
        FILE,
        "is neither an e-mail address nor a page",
        "help@charity.example",
        right="help@charity.example",
        wrong="'javascript:alert(1)//@'",
    ),
    "a contact that is a word": Broken(
        FILE, "is neither", right="help@charity.example", wrong="the charity"
    ),
    "a misspelt key of our own": Broken(
        FILE,
        "“organization” is not known under “extra”",
        "Did you mean “organisation”?",
        right="  organisation:",
        wrong="  organization:",
    ),
    "a word for all that is our own": Broken(
        FILE,
        "“extra” needs keys",
        right="""\
extra:
  overdue_reviews: notice
  organisation:
    name: A charity
    contact: help@charity.example
""",
        wrong="extra: notice\n",
        others=1,
    ),
    "a misspelt key of the organisation": Broken(
        FILE,
        "“helplin” is not known",
        "“helpline”",
        right="contact: help@charity.example",
        wrong="helplin: 123",
    ),
    "a word for the organisation": Broken(
        FILE,
        "“organisation” needs keys",
        right="""\
  organisation:
    name: A charity
    contact: help@charity.example
""",
        wrong="  organisation: A charity\n",
    ),
    "a policy for overdue reviews that is none": Broken(
        FILE, "“overdue_reviews” is “always”", "notice or error", right=": notice", wrong=": always"
    ),
    "a source host that is misspelt": source(
        "“host” is “githb”", "{host: githb, repository: a/b}", "mean “github”?"
    ),
    "a source that names no repository": source(
        "“” is no repository", "{host: gitlab}", "such as a-charity/infosheet"
    ),
    "a source whose repository is an address": source(
        "“https://github.com/a/b” is no repository",
        "{host: github, repository: 'https://github.com/a/b'}",
        "its owner and its name",
    ),
    "a source whose branch is a sentence": source(
        "“the main one” is no branch",
        "{host: github, repository: a/b, branch: the main one}",
        "The usual one is main",
    ),
    "a source whose issues are neither true nor false": source(
        "“issues” is “sometimes”",
        "{host: github, repository: a/b, issues: sometimes}",
        "true or false",
    ),
    "mistakes reported to no host": source(
        "cannot be reported", "{issues: true}", "Name github or gitlab"
    ),
    "a misspelt key of the source": source(
        "“brnch” is not known", "{host: github, repository: a/b, brnch: main}", "“branch”"
    ),
    "a word for the source": source("“source” needs keys", "github", "host, repository"),
    "a right-to-left override in a comment": Broken(
        FILE, "turns the order", right="site_dir: site", wrong="site_dir: site # \u202e"
    ),
}


def _folder(path):  # type: ignore[no-untyped-def]
    path.unlink()
    path.mkdir()
