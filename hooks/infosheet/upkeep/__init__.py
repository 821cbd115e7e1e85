"""What keeps the content going: changes and reports, new languages and medicines."""
