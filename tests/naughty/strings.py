"""strings.py - texts that look like something else: markup, tags of templates, ends of
fences, nothing at all.  Each must print as itself or be refused."""

STRINGS = [
    # Markdown
    "| a | b |", "a | b", "|---|", "# x", "## x ##", "- x", "* x", "+ x", "1. x", "1) x", "12.",
    "> x", "```", "``` x", "~~~", "```chart bar", "`x`", "*x*", "**x**", "_x_", "~~x~~", "***",
    "---", "===", "[a](javascript:x)", "[a](https://example.org)", "![a](b.png)", "[a]: b", "[^1]",
    "[^1]: x", "[x]", "{#id}", "x {#id}", "Table: x", ": x", "<", "^", "--", "$x$", "\\", "a\\",
    "\\*x\\*", "x  ", "&amp;&#65;", "&", "a;b", "a,b", "a\tb", '"x', 'a "x" b', '""', "!", "@x",
    "x@example.org", "www.example.org", "https://example.org/?a=b&c=d", "[!country KE]", "-- x", "\u2014 x", "\u2013 x", "\u2014",
    "caption: x", "alt:", "x:", ":", "%", "100 %", "0x10", "1,200", "=1+1", "'", "Source: x",
    # HTML, XML and templates
    "<b>x</b>", "<script>x</script>", '<span lang="ar">x</span>', '<div columns="2">', "</div>",
    "<!-- x -->", "<?section x I?>", "<?draft?>", "<![CDATA[x]]>", "?>", "]]>", "{{x}}", "{{/each}}",
    "{% x %}", "{{{{", "}}", "<?places 0?>",
    # Letters
    "\u202ex\u202c", "\u2066x", "x\u200by", "x\u2060y", "x\u200dy", "\ufeffx", "x\u00ady",
    "\u2800", "\u3164", "\u00ad", "\u200b", "\u00a0", "\u0301", "\u0301x", "e\u0301\u0301\u0301",
    "w" * 300, "\U0001f30d", "\U0001f469\u200d\U0001f469\u200d\U0001f467", "مدينة City 12 مدينة",
    "עיר", "ភ្នំពេញ", "\ufffd", "x\u2028y", "x\u0085y", "ﬁ", "\U0010fffd", "Ａ", "I\u0307",
]

# Of these nothing can be seen, or what stands behind them is turned round.
UNSEEN = ["\u2800", "\u3164", "\u00ad", "\u200b", "\u00a0", "\u200b\u00a0\u2800", "\u202ex",
          "\u2067x", "x\u2069", "\u202ax\u2069"]

# Layout refuses what no font has, and says so.
NO_GLYPH = ["\U0001f30d", "\U0001f469\u200d\U0001f469\u200d\U0001f467", "\U0010fffd", "Ａ"]
