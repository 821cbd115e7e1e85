"""How fast the site is for its readers and its editors, beside stock tools: `make bench`."""
