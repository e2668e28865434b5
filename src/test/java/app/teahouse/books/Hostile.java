package app.teahouse.books;

import java.util.List;

/** Texts that break programs which trust what people write. */
public final class Hostile {
    private Hostile() {}

    public static final List<String> TEXTS = List.of(
            "<script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) <svg onload=alert(1)>",
            "Control \u0001\u0008\u000B\u001F\u007F\u0085 and \uFFFE\uFFFF and \uD800 half, ]]> and <!-- and --> &nbsp; &bogus;",
            "\u202Eright to left\u202C \u2067العربية שלום\u2069 😀👩‍👩‍👧‍👦 ﷽ \u0301\u0301\u0301",
            "<ul><p>no item</p>words<li>one</ul><li>alone</li><ol><ol><li>deep</ol></ol>",
            "<dl><dd>first</dd><dt>last</dt></dl><dl>words</dl><dt>alone</dt>",
            "<table><td>cell</td>words<caption>late</caption><tr></tr><thead></thead><tfoot><tr><th><h2>x</h2></th></tr></tfoot></table>",
            "<table></table><table><caption>only</caption></table><td>alone</td>",
            "<details>no summary<details><summary>in</summary></details></details><summary>alone</summary>",
            "<ruby>茶<rt>chá</rt>道</ruby><ruby><rt>x</rt></ruby><ruby><rb>a</rb><rp>(</rp><rt>b</rt><rp>)</rp></ruby><rt>alone</rt>",
            "<figure>words<figcaption>one</figcaption>more<figcaption>two</figcaption></figure><figcaption>alone</figcaption>",
            "<p><div>block in line</div></p><span><blockquote>x</blockquote></span><em><p>y</p></em>",
            "<a href=\"https://example.com\"><a href=\"https://example.org\">two</a><details>z</details></a>",
            "[a](http://exa mple.com) [b](<http://x.com/a b>) [c](https://[::1]/) [d](http://a.com:99999) [e](http://1.2.3.4.5/)"
                    + " [f](http://999.1.1.1/) [g](https://例子.测试/路径?问=答) [h](mailto:a@b.c) [i](http://x.com/%zz) [j](//x.com/y)",
            "[one](#nothing) [two](#h-here)\n\n## Here\n\n## Here\n\n<h2 id=\"1 2\">x</h2>",
            "![away](https://pictures.example.com/a.png) ![](https://pictures.example.com/b.png) [![in link](https://p.example.com/c.png)](https://x.com)",
            "![gone](/f/aaaaaaaaaaaaaaaaaaaaaaaaaa) <video src=\"https://v.example.com/a.mp4\"></video> <iframe src=\"https://v.example.com\"></iframe>",
            "https://example.com/a-card\n\n- [ ] to do\n- [x] done\n\n| a | b |\n|:-:|--:|\n| 1 | 2 |\n\n```java\nvar x = \"<&>\";\n```",
            "<q>a<cite>b</cite></q><kbd>c</kbd><abbr title=\"d&quot;e\">f</abbr><sub>g</sub><mark>h</mark><small>i</small><var>j</var>",
            "<ol start=\"0\"><li>x</ol><ol start=\"-3\"><li>x</ol><table><tr><td colspan=\"0\" rowspan=\"99\">x</td></tr></table>",
            "> ".repeat(40) + "deep\n\n" + "- ".repeat(60) + "deeper\n\n" + "<div>".repeat(400) + "deepest",
            "[the first](/c/none/p/1) ~~gone~~ **粗**体 *斜* `code` \\<b> @nobody @1\n\n***\n\n    indented <b>code</b>\n",
            "long ".repeat(200) + "word".repeat(3000),
            "A line of a hundred kilobytes, 一行很长的字。".repeat(2200),
            "<p align=right>x</p><center>y</center><font color=red>z</font><marquee>m</marquee><object data=x></object><math><mi>x</mi></math>",
            "<b><i>crossed</b></i><del><p>x</p></del><ins>y</ins><pre><p>z</p></pre><h3><p>q</p></h3><wbr><hr><p><hr></p>");
}
