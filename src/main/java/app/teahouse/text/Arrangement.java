package app.teahouse.text;

import app.teahouse.text.Rendered.Heading;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Gives the parts of a parsed text the form in which they stand on a page: headings, cards, tables, tasks, pictures. */
final class Arrangement {
    private static final Pattern BLANK = Pattern.compile("[\\s\\u00A0\\u200B\\u3000]*");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern EDGES = Pattern.compile("^-|-$");

    private final Context context;
    private final List<Heading> outline = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();

    Arrangement(Context context) {
        this.context = context;
    }

    /** Changes the document, and gives its headings. */
    List<Heading> arrange(Node document) {
        var nodes = new ArrayList<Node>();
        Trees.walk(document, nodes::add);
        var highest = highestHeading(nodes);
        for (var node : nodes) {
            switch (node) {
                case org.commonmark.node.Heading heading -> arrangeHeading(heading, highest);
                case Link link -> arrangeLink(link);
                case TableBlock table -> arrangeTable(table);
                case TaskListItemMarker marker -> arrangeTask(marker);
                default -> {}
            }
        }
        arrangePictures(document);
        return List.copyOf(outline);
    }

    private static int highestHeading(List<Node> nodes) {
        return nodes.stream()
                .filter(org.commonmark.node.Heading.class::isInstance)
                .mapToInt(node -> ((org.commonmark.node.Heading) node).getLevel())
                .min()
                .orElse(1);
    }

    /** The highest heading is a page's second level, and no level is left out on the way down, as screen readers expect. */
    private void arrangeHeading(org.commonmark.node.Heading heading, int highest) {
        var below = outline.isEmpty() ? 2 : outline.getLast().level() + 1;
        var level = Math.min(Math.min(heading.getLevel() - highest + 2, below), 6);
        var text = Trees.words(heading).strip();
        var id = unusedId(text);
        outline.add(new Heading(level, id, text));
        Trees.replace(heading, Tag.block("h" + level, "id", Policy.sealed(id)));
    }

    private String unusedId(String text) {
        var base = id(text);
        var id = base;
        while (!ids.add(id)) {
            id = base + "-" + counts.merge(base, 2, (count, two) -> count + 1);
        }
        return id;
    }

    /** The id of a heading; the prefix keeps it from meeting an id of the page. */
    static String id(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        var slug = EDGES.matcher(BETWEEN_WORDS.matcher(folded).replaceAll("-")).replaceAll("");
        var end = slug.offsetByCodePoints(0, Math.min(60, slug.codePointCount(0, slug.length())));
        return "h-" + slug.substring(0, end);
    }

    private void arrangeLink(Link link) {
        var file = Addresses.safe(link.getDestination())
                .flatMap(safe -> Addresses.file(safe, context))
                .flatMap(context::file);
        if (file.isPresent() && file.get().kind() != Stored.Kind.PICTURE && isAlone(link)) {
            Trees.replace(link, new Image(link.getDestination(), link.getTitle()));
        } else if (file.isEmpty() && isCard(link)) {
            arrangeCard(link);
        }
    }

    private boolean isCard(Link link) {
        if (!(link.getParent() instanceof Paragraph paragraph) || !(paragraph.getParent() instanceof Document)) {
            return false;
        }
        var safe = Addresses.safe(link.getDestination());
        return link.getPrevious() == null
                && link.getNext() == null
                && !(link.getFirstChild() instanceof Image)
                && !Trees.words(link).isBlank()
                && safe.filter(Addresses::isWeb)
                        .flatMap(Addresses::host)
                        .filter(host -> !context.isOwn(host))
                        .isPresent();
    }

    private static void arrangeCard(Link link) {
        var card = Tag.block("p", "class", Policy.sealed("link-card"));
        card.appendChild(Cards.link(link.getDestination(), Trees.words(link)));
        var paragraph = link.getParent();
        paragraph.insertBefore(card);
        paragraph.unlink();
    }

    /** A wide table scrolls by itself on a phone; its name for those who hear the page is its first row. */
    private static void arrangeTable(TableBlock table) {
        var heads = new ArrayList<String>();
        Trees.walk(table, node -> {
            if (node instanceof TableCell cell && cell.isHeader()) {
                heads.add(Trees.words(cell).strip());
            }
        });
        var name = Excerpt.of(String.join(" · ", heads), 80);
        var frame = Tag.block(
                "div",
                "class",
                Policy.sealed("table-wrap"),
                "tabindex",
                Policy.sealed("0"),
                "role",
                Policy.sealed("region"),
                "aria-label",
                Policy.sealed(name.isBlank() ? "·" : name));
        table.insertBefore(frame);
        frame.appendChild(table);
    }

    /** A checkbox that cannot be ticked, with the words beside it as its label. */
    private static void arrangeTask(TaskListItemMarker marker) {
        if (!(marker.getParent() instanceof ListItem item) || !(marker.getNext() instanceof Paragraph words)) {
            return;
        }
        var box = marker.isChecked()
                ? Tag.inline("input", "type", Policy.sealed("checkbox"), "disabled", "", "checked", "")
                : Tag.inline("input", "type", Policy.sealed("checkbox"), "disabled", "");
        var label = Tag.inline("label", "class", Policy.sealed("task"));
        label.appendChild(box);
        Trees.moveChildren(words, label);
        marker.insertBefore(label);
        marker.unlink();
        words.unlink();
        Trees.replace(item, Tag.block("li", "class", Policy.sealed("task-item")));
    }

    /** Last, since a link to a file may have become a picture; and from below, since a picture's words may hold pictures. */
    private static void arrangePictures(Node document) {
        var pictures = new ArrayList<Image>();
        Trees.walk(document, node -> {
            if (node instanceof Image picture) {
                pictures.add(picture);
            }
        });
        pictures.reversed().forEach(Arrangement::arrangePicture);
    }

    private static void arrangePicture(Image picture) {
        var title = picture.getTitle() == null ? "" : picture.getTitle();
        var tag = Tag.inline(
                "img",
                "src",
                picture.getDestination(),
                "alt",
                Trees.words(picture).strip(),
                "title",
                title,
                "class",
                isAlone(picture) ? Policy.sealed(Frames.ALONE) : "");
        picture.insertBefore(tag);
        picture.unlink();
    }

    /** On a line of its own in a paragraph. */
    private static boolean isAlone(Node node) {
        return node.getParent() instanceof Paragraph
                && isEdge(beyondBlank(node, Node::getPrevious))
                && isEdge(beyondBlank(node, Node::getNext));
    }

    private static @Nullable Node beyondBlank(Node node, Function<Node, @Nullable Node> step) {
        var at = step.apply(node);
        while (at instanceof Text text && BLANK.matcher(text.getLiteral()).matches()) {
            at = step.apply(at);
        }
        return at;
    }

    private static boolean isEdge(@Nullable Node neighbour) {
        return neighbour == null || neighbour instanceof SoftLineBreak || neighbour instanceof HardLineBreak;
    }
}
