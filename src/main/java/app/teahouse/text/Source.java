package app.teahouse.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Markdown written elsewhere, and the few changes that bring it here. What a change is not about stays letter for letter. */
public record Source(String markdown) {
    private static final Parser PARSER = Markdown.parser()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private static final Pattern IN_HTML =
            Pattern.compile("(?i)<(img|a|audio|video|source|iframe)\\s[^<>]*?\\b(?:src|href)\\s*=\\s*"
                    + "(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\\s\"'<>]+))");
    private static final Pattern PICTURE_LINE = Pattern.compile("\\s*!\\[[^\\]]*]\\([^)]*\\)\\s*");

    /**
     * An address in a text.
     *
     * @param from where it stands, to {@code to} exclusive
     * @param shown whether it is shown (a picture or media), not only linked
     * @param alt the words of a picture, or of a link
     */
    public record Found(int from, int to, String address, boolean shown, String alt) {}

    /** All addresses of pictures and links in order, but not those in code, and not bare ones. */
    public List<Found> addresses() {
        var found = new ArrayList<Found>();
        Trees.walk(PARSER.parse(markdown), node -> {
            switch (node) {
                case Image picture ->
                    inline(picture, picture.getDestination(), true).ifPresent(found::add);
                case Link link -> inline(link, link.getDestination(), false).ifPresent(found::add);
                case LinkReferenceDefinition definition -> defined(definition).ifPresent(found::add);
                case HtmlBlock html -> html(html, found);
                case HtmlInline html -> html(html, found);
                default -> {}
            }
        });
        found.sort(Comparator.comparingInt(Found::from));
        return found;
    }

    /** The addresses of all pictures at other hosts, each once, in the form in which {@link Rendered.Picture} gives them. */
    public Set<String> picturesAway() {
        var found = new LinkedHashSet<String>();
        Trees.walk(PARSER.parse(markdown), node -> {
            switch (node) {
                case Image picture -> found.add(picture.getDestination());
                case HtmlBlock html -> found.addAll(pictures(html.getLiteral()));
                case HtmlInline html -> found.addAll(pictures(html.getLiteral()));
                default -> {}
            }
        });
        return found.stream()
                .flatMap(address -> Addresses.safe(address).stream())
                .filter(Addresses::isWeb)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> pictures(String html) {
        return IN_HTML.matcher(html)
                .results()
                .filter(match -> match.group(1).equalsIgnoreCase("img"))
                .map(match -> match.group(address(match)))
                .toList();
    }

    /** The words without their marks, a line for each paragraph and item. The numbers of a list stay: people name rules by them. */
    public String words() {
        var words = new StringBuilder();
        var clean = Bombs.defuse(Cleaning.clean(markdown));
        Trees.walk(Bombs.defuse(PARSER.parse(clean), markdown.length()), node -> {
            switch (node) {
                case Text text -> words.append(text.getLiteral());
                case Code code -> words.append(code.getLiteral());
                case SoftLineBreak _, HardLineBreak _ -> line(words);
                case FencedCodeBlock code -> line(words).append(code.getLiteral());
                case IndentedCodeBlock code -> line(words).append(code.getLiteral());
                case ListItem item -> line(words).append(number(item));
                case Paragraph block when block.getParent() instanceof ListItem && block.getPrevious() == null -> {}
                case Block _ -> line(words);
                default -> {}
            }
        });
        return words.toString().strip();
    }

    private static StringBuilder line(StringBuilder words) {
        return words.isEmpty() || words.charAt(words.length() - 1) == '\n' ? words : words.append('\n');
    }

    private static String number(ListItem item) {
        if (!(item.getParent() instanceof OrderedList list)) {
            return "";
        }
        var number = Objects.requireNonNullElse(list.getMarkerStartNumber(), 1);
        for (var before = item.getPrevious(); before != null; before = before.getPrevious()) {
            number++;
        }
        return number + ". ";
    }

    /** With other addresses where the function gives one. */
    public Source rewrite(Function<Found, Optional<String>> change) {
        var text = new StringBuilder();
        var done = 0;
        for (var found : addresses()) {
            var address = change.apply(found);
            if (address.isPresent() && found.from() >= done) {
                text.append(markdown, done, found.from()).append(address.get());
                done = found.to();
            }
        }
        return new Source(text.append(markdown, done, markdown.length()).toString());
    }

    /** Without its first heading, if that only repeats the title which is kept beside the text. */
    public Source withoutTitle(String title) {
        var first = PARSER.parse(markdown).getFirstChild();
        if (!(first instanceof Heading) || !folded(Trees.words(first)).equals(folded(title))) {
            return this;
        }
        var from = first.getNext() == null ? markdown.length() : start(first.getNext());
        return new Source(markdown.substring(lineStart(from)));
    }

    /**
     * With the lines of each paragraph joined. Most Markdown elsewhere takes a line end for a space, here it is a line end: so a
     * text that was wrapped by an editor would fall to pieces. Between Han characters no space is put.
     */
    public Source joined() {
        var text = new StringBuilder(markdown);
        var paragraphs = new ArrayList<Paragraph>();
        Trees.walk(PARSER.parse(markdown), node -> {
            if (node instanceof Paragraph paragraph) {
                paragraphs.add(paragraph);
            }
        });
        for (var paragraph : paragraphs.reversed()) {
            var lines = paragraph.getSourceSpans();
            for (var i = lines.size() - 1; i > 0; i--) {
                join(text, lines.get(i - 1), lines.get(i));
            }
        }
        return new Source(text.toString());
    }

    private void join(StringBuilder text, SourceSpan above, SourceSpan below) {
        var first = text(above);
        var second = text(below);
        var meant = first.endsWith("  ") || first.endsWith("\\");
        if (meant || first.isBlank() || second.isBlank() || isPicture(first) || isPicture(second)) {
            return;
        }
        var end = above.getInputIndex() + first.stripTrailing().length();
        var start =
                below.getInputIndex() + second.length() - second.stripLeading().length();
        var tight = EastAsian.is(markdown.codePointBefore(end)) && EastAsian.is(markdown.codePointAt(start));
        text.replace(end, start, tight ? "" : " ");
    }

    private static boolean isPicture(String line) {
        return PICTURE_LINE.matcher(line).matches();
    }

    private Optional<Found> inline(Node node, String destination, boolean shown) {
        var spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return Optional.empty();
        }
        var end = end(spans.getLast());
        var last = lastEnd(node.getLastChild());
        // After the words comes "](": where it does not, the address stands in a definition or is bare.
        var bracket = markdown.indexOf("](", Math.max(last, spans.getFirst().getInputIndex()), end);
        if (bracket < 0) {
            return Optional.empty();
        }
        return destination(bracket + 2, end, destination, shown, Trees.words(node));
    }

    private Optional<Found> defined(LinkReferenceDefinition definition) {
        var spans = definition.getSourceSpans();
        if (spans.isEmpty()) {
            return Optional.empty();
        }
        var bracket = markdown.indexOf("]:", spans.getFirst().getInputIndex(), end(spans.getLast()));
        // It may be a picture or a link, or both: whoever asks for pictures is told of it.
        return bracket < 0
                ? Optional.empty()
                : destination(
                        bracket + 2, end(spans.getLast()), definition.getDestination(), true, definition.getLabel());
    }

    private Optional<Found> destination(int after, int end, String destination, boolean shown, String alt) {
        var from = after;
        while (from < end && (Character.isWhitespace(markdown.charAt(from)) || markdown.charAt(from) == '>')) {
            from++;
        }
        var pointed = from < end && markdown.charAt(from) == '<';
        from += pointed ? 1 : 0;
        var to = from;
        var depth = 0;
        while (to < end) {
            var c = markdown.charAt(to);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (pointed ? c == '>' : c <= ' ' || depth < 0) {
                break;
            }
            to += c == '\\' ? 2 : 1;
        }
        return from == to || to > end ? Optional.empty() : Optional.of(new Found(from, to, destination, shown, alt));
    }

    private void html(Node html, List<Found> found) {
        var spans = html.getSourceSpans();
        if (spans.isEmpty()) {
            return;
        }
        var matches = IN_HTML.matcher(markdown).region(spans.getFirst().getInputIndex(), end(spans.getLast()));
        while (matches.find()) {
            var group = address(matches);
            var shown = !matches.group(1).equalsIgnoreCase("a");
            found.add(new Found(matches.start(group), matches.end(group), matches.group(group), shown, ""));
        }
    }

    private static int address(MatchResult match) {
        return match.group(2) != null ? 2 : match.group(3) != null ? 3 : 4;
    }

    /** Where the words of a link or picture end, or 0 if there is no telling. */
    private static int lastEnd(@Nullable Node node) {
        for (var at = node; at != null; at = at.getLastChild()) {
            if (!at.getSourceSpans().isEmpty()) {
                return end(at.getSourceSpans().getLast());
            }
        }
        return 0;
    }

    private int start(Node node) {
        return node instanceof Block block && !block.getSourceSpans().isEmpty()
                ? block.getSourceSpans().getFirst().getInputIndex()
                : markdown.length();
    }

    private int lineStart(int at) {
        return at == markdown.length() ? at : markdown.lastIndexOf('\n', at - 1) + 1;
    }

    private String text(SourceSpan span) {
        return markdown.substring(span.getInputIndex(), end(span));
    }

    private static int end(SourceSpan span) {
        return span.getInputIndex() + span.getLength();
    }

    private static String folded(String title) {
        return title.strip().replaceAll("\\s+", " ");
    }
}
