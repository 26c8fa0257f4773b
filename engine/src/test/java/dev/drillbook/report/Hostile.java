package dev.drillbook.report;

import java.util.List;

/** What a person, or a machine behind one, might type. */
final class Hostile {
    static final List<String> TEXTS = List.of(
            "# heading",
            "- bullet",
            "+ bullet",
            "1. first",
            "2) second",
            "> quote",
            "---",
            "-",
            "+",
            "1.",
            "- - -",
            "-\n-",
            ":---|",
            ":--",
            "===",
            "***",
            "**bold** and _italic_ and ~~gone~~",
            "`code` and ``more``",
            "```\ncode\n```",
            "~~~",
            "    indented code",
            "\tindented code",
            "[link](http://evil.example)",
            "![picture](http://evil.example/x.png)",
            "[reference]: http://evil.example",
            "<http://evil.example>",
            "http://evil.example and www.evil.example and HTTPS://EVIL.example",
            "mallory@evil.example",
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<!-- comment -->",
            "&lt;b&gt; &amp; &#60;",
            "a | b | c",
            "|---|---|",
            "a\n\n# b\n\nc",
            "a  \nb\\",
            "\\# not escaped \\",
            "$x$ and $$y$$",
            "${d.title} <#list 1..9 as x>x</#list> [=d.title]",
            "]]> </style></title></textarea>",
            "\u202eevil\u0007",
            "' onmouseover='alert(1)' \" onload=\"alert(1)");

    private Hostile() {}
}
