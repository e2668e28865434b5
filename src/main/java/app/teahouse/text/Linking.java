package app.teahouse.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Finds bare addresses and mentions in the words of a text, and makes links of them.
 *
 * <p>An address ends at the first character that is not ASCII, since Chinese goes on without a space; an address with Han
 * characters in it works when it is copied from a browser, which encodes them.
 */
final class Linking {
    private static final int MOST_MENTIONS = 200;
    private static final Pattern FOUND = Pattern.compile("(?<![A-Za-z0-9])(?:https?://|www\\.)[!-~&&[^<>\"`{}|\\\\^]]++"
            + "|(?<![A-Za-z0-9._%+/@-])[@\\uFF20][\\p{L}\\p{M}\\p{N}_\\u00B7-]{1,30}+");

    private final Context context;
    private final List<Mention> mentions = new ArrayList<>();
    private int asked;

    Linking(Context context) {
        this.context = context;
    }

    /** Changes the document, and gives the members mentioned, each once. */
    List<Mention> link(Node document) {
        for (var text : freeTexts(document)) {
            link(text);
        }
        return mentions.stream().distinct().toList();
    }

    /** All names that {@code @} in a text may mean, so that they can be looked up at once before rendering. */
    static Set<String> names(Node document) {
        var names = new LinkedHashSet<String>();
        var seen = 0;
        for (var text : freeTexts(document)) {
            var found = FOUND.matcher(text.getLiteral());
            while (found.find() && seen < MOST_MENTIONS) {
                if (isMention(found)) {
                    seen++;
                    names.addAll(prefixes(found.group().substring(1)));
                }
            }
        }
        return names;
    }

    /** The texts that are not inside a link or picture, be it in Markdown or HTML. */
    private static List<Text> freeTexts(Node document) {
        var texts = new ArrayList<Text>();
        var inHtmlLink = new AtomicBoolean();
        Trees.walk(document, node -> {
            switch (node) {
                case Text text when !inHtmlLink.get() && !isLinked(text) -> texts.add(text);
                case HtmlInline html
                when html.getLiteral().matches("(?is)</?a[\\s>].*") ->
                    inHtmlLink.set(!html.getLiteral().startsWith("</"));
                case Block block -> inHtmlLink.set(false);
                default -> {}
            }
        });
        return texts;
    }

    private static boolean isLinked(Node node) {
        for (var at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof Link || at instanceof Image) {
                return true;
            }
        }
        return false;
    }

    private void link(Text text) {
        var literal = text.getLiteral();
        var found = FOUND.matcher(literal);
        var done = 0;
        while (found.find()) {
            var piece = isMention(found) ? mention(found.group()) : address(found.group());
            if (piece.isPresent()) {
                insertText(text, literal.substring(done, found.start()));
                text.insertBefore(piece.get().node());
                done = found.start() + piece.get().length();
                if (done < found.end()) {
                    found.region(done, literal.length());
                    found.useTransparentBounds(true);
                }
            }
        }
        if (done > 0) {
            insertText(text, literal.substring(done));
            text.unlink();
        }
    }

    private record Piece(Node node, int length) {}

    private Optional<Piece> address(String written) {
        var address = withoutTail(written);
        var target = address.startsWith("www.") ? "https://" + address : address;
        var host = Addresses.safe(target).flatMap(Addresses::host);
        if (host.isEmpty() || (address.startsWith("www.") && address.indexOf('.', 4) < 0)) {
            return Optional.empty();
        }
        var link = new Link(target, null);
        link.appendChild(new Text(address));
        return Optional.of(new Piece(link, address.length()));
    }

    /** The longest name that is a member's: in 「@小明你好」 nothing else shows where the name ends. */
    private Optional<Piece> mention(String written) {
        if (asked++ >= MOST_MENTIONS) {
            return Optional.empty();
        }
        for (var name : prefixes(written.substring(1))) {
            var mention = context.mention(name);
            if (mention.isPresent()) {
                mentions.add(mention.get());
                var link = Tag.inline(
                        "a",
                        "class",
                        Policy.sealed("mention"),
                        "href",
                        mention.get().href());
                link.appendChild(new Text("@" + mention.get().alias()));
                return Optional.of(new Piece(link, name.length() + 1));
            }
        }
        return Optional.empty();
    }

    /** The beginnings of a run of name characters that may be a name, longest first: words of Latin and the like stay whole. */
    private static List<String> prefixes(String run) {
        var prefixes = new ArrayList<String>();
        for (var end = run.length(); end > 0; end = run.offsetByCodePoints(end, -1)) {
            var before = run.codePointBefore(end);
            var whole = end == run.length()
                    || EastAsian.is(before)
                    || EastAsian.is(run.codePointAt(end))
                    || !Character.isLetterOrDigit(run.codePointAt(end));
            if (whole && Character.isLetterOrDigit(before)) {
                prefixes.add(run.substring(0, end));
            }
        }
        return prefixes;
    }

    /** Without the punctuation that belongs to the sentence around an address. */
    private static String withoutTail(String address) {
        var round = balance(address, '(', ')');
        var square = balance(address, '[', ']');
        var end = address.length();
        while (end > 0) {
            var last = address.charAt(end - 1);
            if (last == ')' && round < 0) {
                round++;
            } else if (last == ']' && square < 0) {
                square++;
            } else if ("?!.,:;*_~'".indexOf(last) < 0) {
                break;
            }
            end--;
        }
        return address.substring(0, end);
    }

    private static int balance(String text, char opening, char closing) {
        var balance = 0;
        for (var i = 0; i < text.length(); i++) {
            balance += text.charAt(i) == opening ? 1 : text.charAt(i) == closing ? -1 : 0;
        }
        return balance;
    }

    private static boolean isMention(MatchResult found) {
        var first = found.group().charAt(0);
        return first == '@' || first == '\uFF20';
    }

    private static void insertText(Text before, String literal) {
        if (!literal.isEmpty()) {
            before.insertBefore(new Text(literal));
        }
    }
}
