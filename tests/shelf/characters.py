"""Broken pages: how they are saved, and characters that readers would be misled by."""

from shelf.broken import Broken
from shelf.pages import BODY, PAGE, word

TOP = "---\ntitle: Problems\ndescription: What to do.\n---\n"
NOT_SEEN = "no reader can see"
UTF_8 = "save the file again with the encoding UTF-8"

ENCODINGS = {
    "a page saved as UTF-16": Broken(
        PAGE, "saved as UTF-16", UTF_8, content=(TOP + BODY).encode("utf-16"), line=1
    ),
    "a page saved as UTF-32": Broken(
        PAGE, "saved as UTF-32", UTF_8, content=(TOP + BODY).encode("utf-32"), line=1
    ),
    "a page saved as UTF-16 without a mark is full of NUL": Broken(
        PAGE, "is it saved as UTF-16", UTF_8, content=(TOP + BODY).encode("utf-16-le"), line=1
    ),
    "a page saved as Latin-1": Broken(
        PAGE,
        "not saved as UTF-8: this line holds the byte 0xe9",
        UTF_8,
        content=(TOP + BODY).encode() + "\nCafé\n".encode("latin-1"),
        line=11,
    ),
    "a page cut off within a letter": Broken(
        PAGE, "not saved as UTF-8", UTF_8, content=(TOP + BODY + "Café").encode()[:-1], line=10
    ),
    "a page with the line ends of old Macs": Broken(
        PAGE,
        "a carriage return without a line feed",
        "Delete it",
        content=(TOP + BODY).replace("\n", "\r"),
        line=1,
        others=0,
    ),
    "an empty page": Broken(PAGE, "does not begin with its title", "title: …", content="", line=1),
    "a page of 10 MB": Broken(
        PAGE,
        "10.0 MB long; 0.3 MB is the most",
        "Is this the right file?",
        content=TOP + BODY + "x" * 10_000_000,
    ),
    "a picture that is named as a page": Broken(
        PAGE, "not saved as UTF-8", UTF_8, content=b"\x89PNG\r\n\x1a\n\0\0", line=1
    ),
    "a page holding a lone half of a character": word("not saved as UTF-8", "the \ud800pen"),
}

CHARACTERS = {
    "NUL within a sentence": word("U+0000 (nul", "the \0pen", "it stands after “"),
    "an escape character": word("U+001B (escape", "the \x1bpen"),
    "a backspace": word("U+0008", "the \x08pen"),
    "a vertical tab": word("a vertical tab", "the \x0bpen"),
    "a form feed": word("a form feed", "the \x0cpen"),
    "Unicode's next line": word("U+0085 (next line", "the \x85pen"),
    "Unicode's line separator": word("U+2028 (line separator)", "the \u2028pen"),
    "Unicode's paragraph separator": word("U+2029 (paragraph separator)", "the \u2029pen"),
    "a right-to-left override": word("turns the order", "the \u202epen", "keeps directions apart"),
    "a left-to-right embedding": word("turns the order", "the \u202apen"),
    "a pop of a direction": word("turns the order", "the \u202cpen"),
    "a right-to-left isolate": word("turns the order", "the \u2067pen"),
    "an isolate's end": word("turns the order", "the \u2069pen"),
    "a right-to-left mark among English": word("U+200F (right-to-left mark)", "the \u200fpen"),
    "a zero width space": word(f"(zero width space), which {NOT_SEEN}", "the\u200b pen", "Delete"),
    "a zero width joiner in a Latin word": word("zero width joiner", "the p\u200den"),
    "a zero width non-joiner in a Latin word": word("zero width non-joiner", "the p\u200cen"),
    "a word joiner": word("word joiner", "the\u2060 pen"),
    "a byte order mark in the middle": word("U+FEFF", "the\ufeff pen"),
    "a soft hyphen": word("soft hyphen", "the p\u00aden"),
    "a Mongolian vowel separator": word("mongolian vowel separator", "the\u180e pen"),
    "an invisible plus": word("invisible plus", "the\u2064 pen"),
    "a Hangul filler": word("hangul filler", "the \u3164pen"),
    "a blank of Braille": word("braille pattern blank", "the\u2800 pen"),
    "a variation selector": word("variation selector", "the\ufe0e pen"),
    "hidden words in tag characters": word("tag latin small letter a", "the\U000e0061 pen"),
    "a letter of private use": word("which is no letter", "the \ue000pen"),
    "a place that holds no letter": word("which is no letter", "the \uffffpen"),
    "a letter that was lost": word("a letter was lost", "the \ufffdpen", "Put the letter back"),
    "a Cyrillic letter in an English word": word(
        "“е” in “pеn” is U+0435 (cyrillic small letter ie)", "the pеn", "Type the word anew"
    ),
    "a word of Cyrillic letters among English": word("only looks like a Latin letter", "the сор"),
    "a Greek letter in an English word": word("greek small letter omicron", "the pοen"),
    "a Cherokee letter in an English word": word("cherokee letter", "the Ꭼpen"),
    "fullwidth letters": word("not the usual “p”", "the ｐen", "Write “p”"),
    "fullwidth figures": word("not the usual “4”", "４ pens", "Write “4”"),
    "mathematical figures": word("not the usual “4”", "𝟒 pens", "Write “4”"),
    "mathematical letters": word("not the usual “p”", "the 𝐩en"),
    "a Bengali 4, which looks like 8": word("bengali digit four", "৪ pens", "Write “4”"),
    "a Persian figure among English": word("digit four", "۴ pens", "Write “4”"),
}
