"""The policy lets the site's own files run, and nothing else."""

from infosheet.publishing.policy import content_security_policy, inline_scripts


def test_only_scripts_that_stand_in_the_page_are_hashed() -> None:
    document = (
        '<script>a()</script><script src="b.js"></script><script type="module" src=c.js></script>'
        '<script type="application/ld+json">{}</script>'
    )
    assert inline_scripts(document) == ["a()"]


def test_the_policy_names_the_hash_of_an_inline_script() -> None:
    # printf 'a()' | openssl dgst -sha256 -binary | base64
    policy = content_security_policy(["a()"])
    assert "'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='" in policy
    assert "unsafe-inline" not in policy
    assert "worker-src 'none'" in policy
    assert policy.startswith("default-src 'none'")
