package app.teahouse.text;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlSanitizer;
import org.springframework.stereotype.Component;

/**
 * The way from Markdown to a page. Safe for any input, in time that grows with its length.
 *
 * <p>CommonMark with tables, strikethrough, task lists and HTML, and with these habits of people who write: a line end is a line
 * end, bare addresses are links, {@code @name} is a member, and emphasis works beside Chinese punctuation.
 */
@Component
public class Markdown {
    private static final int MOST_BLOCKS_NESTED = 24;
    private static final int MOST_LINKS_NESTED = 24;

    private static final Parser PARSER = parser().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
            .nodeRendererFactory(Tag.Drawing::new)
            .softbreak("<br />\n")
            .percentEncodeUrls(true)
            .build();

    /** The same dialect for those who look at a text without rendering it. */
    static Parser.Builder parser() {
        return Parser.builder()
                .maxOpenBlockParsers(MOST_BLOCKS_NESTED)
                .maxInlineNesting(MOST_LINKS_NESTED)
                .extensions(List.of(TablesExtension.create()))
                .customInlineContentParserFactory(new Marks.Factory())
                .postProcessor(new Emphasis())
                .extensions(List.of(TaskListItemsExtension.create()));
    }

    public Rendered render(String markdown, Context context) {
        var document = parse(markdown);
        var mentions = new Linking(context).link(document);
        var outline = new Arrangement(context).arrange(document);

        var html = new Html(markdown.length() * 2);
        var frames = new Frames(html, context);
        HtmlSanitizer.sanitize(RENDERER.render(document), Policy.FACTORY.apply(frames));

        var plain = frames.plain();
        var amount = plain.amount();
        return new Rendered(
                html.toString(),
                plain.toString(),
                mentions,
                List.copyOf(frames.pictures()),
                Set.copyOf(frames.hosts()),
                outline,
                amount.words(),
                amount.minutes());
    }

    /**
     * All names that a text may mention, so that a {@link Context} can look them up with one query. There are more than will be
     * used: where a name is followed by Han characters, each of its beginnings may be the name.
     */
    public Set<String> names(String markdown) {
        return Linking.names(parse(markdown));
    }

    private static Node parse(String markdown) {
        return Bombs.defuse(PARSER.parse(Bombs.defuse(Cleaning.clean(markdown))), markdown.length());
    }
}
