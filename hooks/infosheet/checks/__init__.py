"""What must hold before anything is built; each mistake is said to the person who can mend it."""
