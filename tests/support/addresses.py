"""Where the tools stand on the site: the addresses of their pages, below a language's."""

TOOLS = {
    "dosing-calendar": "kesimpta/dosing-calendar/",
    "vaccination-timing": "kesimpta/vaccinations/",
    "timing-date": "kesimpta/pregnancy/",
}
CALENDAR, VACCINATIONS, PREGNANCY = TOOLS.values()
