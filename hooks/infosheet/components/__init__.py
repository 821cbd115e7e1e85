"""The tools and pictures that stand on pages, and what each one shows."""
