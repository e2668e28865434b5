package app.teahouse.text;

import app.teahouse.secrets.Secrets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.ElementPolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Which HTML may come out of a text. Everything passes through it: what members wrote as HTML, and what was made from their
 * Markdown.
 *
 * <p>Classes, ids and the like, which give our own parts their looks and behaviour, are let through only under a seal: a secret
 * of this process put before the value and taken off here, so that nobody can write HTML that passes for a mention or a card.
 */
final class Policy {
    private static final String SEAL = Secrets.next(128) + ":";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final Pattern SIDE = Pattern.compile("(?i)left|right|center");

    /** What highlight.js knows, with the short names in use. */
    private static final Set<String> LANGUAGES =
            Set.of(("bash basic bat c c++ clojure cmake cmd coffeescript console cpp cs csharp"
                            + " css csv dart diff dockerfile elixir erlang fortran fsharp go golang gradle graphql groovy haskell hs html"
                            + " http ini java javascript js json json5 jsx julia kotlin kt latex less lisp lua makefile markdown"
                            + " mathematica matlab md mermaid nginx nix objectivec ocaml octave pascal patch perl php plaintext"
                            + " powershell prolog properties proto protobuf ps1 py python r rb ruby rs rust sass scala scheme scss sh"
                            + " shell sql svg swift tex text toml ts tsx txt typescript vb vbnet verilog vhdl vim vue wasm xml yaml yml"
                            + " zig zsh")
                    .split(" "));

    static final PolicyFactory FACTORY = factory();

    private Policy() {}

    /** A value that only we can write. */
    static String sealed(String value) {
        return SEAL + value;
    }

    private static @Nullable String unsealed(String element, String attribute, String value) {
        return value.startsWith(SEAL) ? value.substring(SEAL.length()) : null;
    }

    private static PolicyFactory factory() {
        return new HtmlPolicyBuilder()
                .allowElements("p", "br", "hr", "blockquote", "pre", "ul", "ol", "li", "dl", "dt", "dd", "div")
                .allowElements(
                        "em", "strong", "b", "i", "u", "ins", "del", "s", "sub", "sup", "mark", "small", "kbd", "samp",
                        "var")
                .allowElements(
                        "abbr", "code", "q", "cite", "ruby", "rb", "rt", "rp", "wbr", "span", "details", "summary")
                .allowElements("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "figure", "figcaption")
                .allowElements((name, attributes) -> "del", "strike")
                .allowElements((name, attributes) -> "div", "center", "section", "article")
                .allowElements(Policy::heading, "h1", "h2", "h3", "h4", "h5", "h6")
                .allowElements(only("class"), "label")
                .allowElements(only("type"), "input")
                .allowElements(only("src"), Frames.SHOWN)
                .allowElements(only("href"), "a")
                .allowUrlProtocols("http", "https", "mailto")
                .allowAttributes("href")
                .matching((element, attribute, value) -> Addresses.safe(value).orElse(null))
                .onElements("a")
                .allowAttributes("src")
                .matching((element, attribute, value) -> Cleaning.clean(value).strip())
                .onElements(Frames.SHOWN)
                .allowAttributes("alt", "title")
                .onElements(Frames.SHOWN)
                .allowAttributes("title")
                .onElements("a", "abbr")
                .allowAttributes("start")
                .matching(NUMBER)
                .onElements("ol")
                .allowAttributes("colspan", "rowspan")
                .matching(Pattern.compile("\\d{1,2}"))
                .onElements("td", "th")
                .allowAttributes("align")
                .matching(SIDE)
                .onElements("td", "th")
                .allowAttributes("class")
                .matching((element, attribute, value) -> language(value))
                .onElements("code")
                .allowAttributes("class", "id", "tabindex", "role", "aria-label", "type")
                .matching(Policy::unsealed)
                .onElements("a", "p", "div", "li", "label", "input", "span", "img", "h2", "h3", "h4", "h5", "h6")
                .allowAttributes("checked", "disabled")
                .matching((element, attribute, value) -> "")
                .onElements("input")
                .allowWithoutAttributes("span")
                .toFactory();
    }

    /** Headings of Markdown carry an id of ours; those written in HTML would upset the outline, and become paragraphs. */
    private static String heading(String name, List<String> attributes) {
        return has(attributes, "id") ? name : "p";
    }

    /** Allows an element only with an attribute that has passed. */
    private static ElementPolicy only(String attribute) {
        return (name, attributes) -> has(attributes, attribute) ? name : null;
    }

    private static boolean has(List<String> attributes, String name) {
        for (var i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String language(String written) {
        var name = written.startsWith("language-") ? written.substring(9).toLowerCase(Locale.ROOT) : "";
        return LANGUAGES.contains(name) ? "language-" + name : null;
    }
}
