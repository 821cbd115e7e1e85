"""Broken pages: code in all its disguises."""

from shelf.pages import line, word

CODE = {
    "a script": word("“<script” begins a piece of HTML", "<script>alert()</script>"),
    "a script in capital letters": word("“<SCRIPT”", "<SCRIPT src=//x.example>"),
    "an element that acts": word("“<b”", "<b onclick=alert()>"),
    "a picture that acts when it fails": word("“<img”", "<img src=x onerror=alert(1)>"),
    "a frame": word("“<iframe”", "<iframe src=https://x.example>"),
    "an object": word("“<object”", "<object data=x.swf>"),
    "an embed": word("“<embed”", "<embed src=x>"),
    "a form": word("“<form”", "<form action=https://x.example>"),
    "a style sheet": word("“<link”", "<link rel=stylesheet href=//x.example>"),
    "a redirection": word("“<meta”", "<meta http-equiv=refresh content=0>"),
    "a base": word("“<base”", "<base href=//x.example>"),
    "a drawing with a script": word("“<svg”", "<svg onload=alert(1)>"),
    "a formula": word("“<math”", "<math>"),
    "a style": word("“<p”", '<p style="position:fixed">'),
    "a tag that is not closed": word("“<script”", "<script src=//x.example"),
    "a tag across lines": word("“<img”", "<img\nsrc=x\nonerror=alert(1)>"),
    "a closing tag": word("“</div”", "</div>"),
    "a comment": word("A comment would be sent to every reader", "<!-- ask Ann --> pen"),
    "a comment that is not closed": word("A comment would be sent", "<!-- ask Ann"),
    "an instruction": word("“<?php”", "<?php x ?>"),
    "a document type": word("“<!DOCTYPE”", "<!DOCTYPE html>"),
    "HTML within code": word("“<script”", "`<script>`"),
    "a link that runs": word("does not begin with https", "[the pen](javascript:alert)"),
    "a link that runs, in mixed letters": word("does not begin", "[the pen](JaVaScRiPt:alert)"),
    "a link that runs, in numbers": word(
        "does not begin with https", "[the pen](&#106;avascript:alert)", others=1
    ),
    "a link that runs, in hexadecimal numbers": word(
        "does not begin with https", "[the pen](&#x6A;avascript:alert)", others=1
    ),
    "a link that runs, in percents": word("does not begin", "[the pen](%6Aavascript:alert)"),
    "a link that runs, with a named tab": word(
        "belongs in no address", "[the pen](java&Tab;script:alert)", others=1
    ),
    "a link that runs, with a line end": word(
        "not written like others", "[the pen](java\nscript:alert)", others=1
    ),
    "a link that runs, in angle brackets": word(
        "“<javascript:alert(1)”", "[the pen](<javascript:alert(1)>)", others=1
    ),
    "a link that runs, with a call": word(
        "not written like others", "[the pen](javascript:alert(1))"
    ),
    "a link to a whole page of data": word(
        "does not begin with https", "[the pen](data:text/html;base64,PHA+)"
    ),
    "a link that runs Visual Basic": word("does not begin", "[the pen](vbscript:x)"),
    "a link within brackets within brackets": word(
        "does not begin with https", "[a [b [c] d] e](javascript:x)"
    ),
    "a link whose address stands elsewhere": line(
        "“[a]:” gives the target of a link apart from its words",
        "[a]: javascript:alert",
        "Write the address where",
    ),
    "a link whose address stands in a list of quotations": line(
        "apart from its words", "> - > [a]: javascript:alert"
    ),
    "a note of one's own": line("apart from its words", "[^S]: words"),
    "a link in angle brackets": word(
        "not how links are written", "<https://x.example>", "[words](https://…)"
    ),
    "a link with a title": word("not written like others", '[the pen](problems.md "title")'),
    "a picture from elsewhere": word(
        "Pictures cannot be put here", "![the pen](https://x.example/a.png)", "first-weeks"
    ),
    "a picture from elsewhere without https": word(
        "Pictures", "![the pen](//x.example/a.png)", others=1
    ),
    "a picture of the site": word("Pictures cannot be put here", "![the pen](pen.png)"),
    "attributes with an action": word(
        "A brace stands here", "[the pen](problems.md){: onclick=alert() }", "{#missed-dose}"
    ),
    "attributes with a style": word("A brace stands here", "*the pen*{ style=color:red }"),
    "attributes with a class": word("A brace stands here", "*the pen*{.hidden}"),
    "attributes beside an id": word("A brace stands here", "*the pen*{#a onclick=alert()}"),
    "a template's instruction": word("A brace stands here", "{% include 'x' %}"),
    "a character in numbers": word(
        "stands for another character", "the &#x202E;pen", "Write that", others=1
    ),
    "a hidden hyphen by name": word("stands for another character", "the p&shy;en"),
    "a placeholder with code": line("A brace stands here", "{{ x onclick=alert() }}", others=1),
}
