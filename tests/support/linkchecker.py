"""LinkChecker as it is, except that it stays the user it was started as.

As root it becomes `nobody`, who cannot read a private folder; its check of anchors then finds
nothing, and says nothing of it.
"""

from linkcheck.command import linkchecker

if __name__ == "__main__":
    linkchecker.drop_privileges = lambda: None
    linkchecker.linkchecker()
