package app.teahouse.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Stands behind the sanitizer and writes the last form of a text: says of links what they are, gives pictures and media their
 * frames, and listens for the words. What it adds is ours, and therefore needs no sanitizing.
 *
 * <p>Paragraphs open late, when something is to stand in them, so that a figure never stands inside one and none is empty.
 */
final class Frames implements HtmlStreamEventReceiver {
    /** Elements that show something from an address. */
    static final String[] SHOWN = {"img", "iframe", "audio", "video", "source", "embed"};

    /** The class of a picture that has a line for itself. */
    static final String ALONE = "alone";

    private static final Set<String> IS_SHOWN = Set.of(SHOWN);
    private static final Set<String> VOID = Set.of("img", "source", "embed", "br", "hr", "wbr", "input");
    private static final Set<String> HOLDS_BLOCKS =
            Set.of("div", "li", "td", "th", "blockquote", "dd", "dt", "figure", "details");
    private static final Set<String> ENDS_LINE = Set.of(
            "p",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "table",
            "blockquote",
            "pre",
            "div",
            "dt",
            "dd",
            "summary",
            "figcaption",
            "caption");

    private final HtmlStreamEventReceiver out;
    private final Context context;
    private final Figures figures;
    private final PlainText plain = new PlainText();
    private final Set<String> hosts = new LinkedHashSet<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Deque<Boolean> tables = new ArrayDeque<>();
    private boolean framedTable;
    private boolean muted;
    private int links;
    private @Nullable List<String> paragraph;
    private @Nullable String skipped;
    private int skippedDepth;

    Frames(HtmlStreamEventReceiver out, Context context) {
        this.out = out;
        this.context = context;
        this.figures = new Figures(out, context);
    }

    PlainText plain() {
        return plain;
    }

    Set<String> hosts() {
        return hosts;
    }

    List<Rendered.Picture> pictures() {
        return figures.pictures();
    }

    @Override
    public void openDocument() {
        out.openDocument();
    }

    @Override
    public void closeDocument() {
        out.closeDocument();
    }

    @Override
    public void text(String text) {
        if (skipped != null || (paragraph != null && text.isBlank())) {
            return;
        }
        var clean = Cleaning.clean(text);
        beginParagraph();
        if (!muted) {
            plain.say(clean, open.contains("pre"));
        }
        out.text(clean);
    }

    @Override
    public void openTag(String name, List<String> attributes) {
        if (skipped != null) {
            skippedDepth += name.equals(skipped) && !VOID.contains(name) ? 1 : 0;
        } else if (IS_SHOWN.contains(name)) {
            show(name, attributes);
        } else if (name.equals("p")) {
            open.push(name);
            paragraph = List.copyOf(attributes);
        } else if (name.equals("br")) {
            lineBreak();
        } else {
            beginParagraph();
            openOther(name, cleaned(attributes));
        }
    }

    @Override
    public void closeTag(String name) {
        if (skipped != null) {
            if (name.equals(skipped) && --skippedDepth == 0) {
                skipped = null;
            }
            return;
        }
        open.removeFirstOccurrence(name);
        if (name.equals("tr")) {
            plain.endRow();
        } else if (ENDS_LINE.contains(name)) {
            plain.endLine();
        }
        if (name.equals("p") && paragraph != null) {
            paragraph = null;
            return;
        }
        links -= name.equals("a") ? 1 : 0;
        muted = false;
        out.closeTag(name);
        if (name.equals("table") && tables.pop()) {
            out.closeTag("div");
        }
    }

    private void openOther(String name, List<String> attributes) {
        switch (name) {
            case "a" -> openLink(attributes);
            case "table" -> openTable(attributes);
            case "td", "th" -> {
                plain.endCell();
                out.openTag(name, attributes);
            }
            default -> out.openTag(name, attributes);
        }
        // Where a card leads is not among the member's words.
        muted = attributes.contains(Cards.WHERE);
        framedTable = name.equals("div") && attributes.contains("table-wrap");
        if (!VOID.contains(name)) {
            open.push(name);
        }
    }

    private void openLink(List<String> attributes) {
        links++;
        var href = value(attributes, "href");
        if (href.startsWith("#")) {
            set(attributes, "href", "#" + headingId(href.substring(1)));
        } else if (Addresses.isWeb(href)) {
            var host = Addresses.host(href).orElse("");
            if (!context.isOwn(host)) {
                hosts.add(host);
                attributes.addAll(Figures.LEADS_AWAY);
            }
        }
        out.openTag("a", attributes);
    }

    private void openTable(List<String> attributes) {
        tables.push(!framedTable);
        if (!framedTable) {
            out.openTag("div", List.of("class", "table-wrap", "tabindex", "0"));
        }
        out.openTag("table", attributes);
    }

    private void lineBreak() {
        if (paragraph == null) {
            plain.endLine();
            out.openTag("br", List.of());
        }
    }

    private void show(String name, List<String> attributes) {
        var list = cleaned(attributes);
        var top = open.peek();
        var alone = "p".equals(top) && value(list, "class").equals(ALONE);
        var block = alone || (links == 0 && (top == null || HOLDS_BLOCKS.contains(top)));
        if (alone && paragraph == null) {
            out.closeTag("p");
            paragraph = List.of();
        } else if (!block) {
            beginParagraph();
        }
        figures.show(
                        new Figures.Asked(
                                name.equals("img"), value(list, "src"), value(list, "alt"), value(list, "title")),
                        block ? Figures.Place.BLOCK : links > 0 ? Figures.Place.LINK : Figures.Place.LINE)
                .ifPresent(hosts::add);
        if (!VOID.contains(name)) {
            skipped = name;
            skippedDepth = 1;
        }
    }

    private void beginParagraph() {
        if (paragraph != null) {
            out.openTag("p", paragraph);
            paragraph = null;
        }
    }

    private static String headingId(String fragment) {
        if (fragment.startsWith("h-")) {
            return fragment;
        }
        try {
            return Arrangement.id(URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Arrangement.id(fragment);
        }
    }

    private static List<String> cleaned(List<String> attributes) {
        var clean = new ArrayList<String>(attributes.size() + 2);
        attributes.forEach(part -> clean.add(Cleaning.clean(part)));
        return clean;
    }

    private static String value(List<String> attributes, String name) {
        for (var i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals(name)) {
                return attributes.get(i + 1);
            }
        }
        return "";
    }

    private static void set(List<String> attributes, String name, String value) {
        for (var i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals(name)) {
                attributes.set(i + 1, value);
            }
        }
    }
}
