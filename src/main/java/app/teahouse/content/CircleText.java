package app.teahouse.content;

import app.teahouse.files.StoredFiles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Folding;
import app.teahouse.kernel.Settings;
import app.teahouse.text.Context;
import app.teahouse.text.Markdown;
import app.teahouse.text.Mention;
import app.teahouse.text.Rendered;
import app.teahouse.text.Stored;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Turns what is written in a circle into HTML: names become its members, and addresses of files its files. */
@Component
public class CircleText {
    /** Pictures and files in one text. */
    public static final int MOST_FILES = 50;

    private static final int MOST_ON_A_CARD = 3;
    private static final int EXCERPT = 240;
    private static final int CARD_WIDTH = 600;
    private static final Pattern FILE = Pattern.compile("/f/([a-z2-7]{26})");

    private final Markdown markdown;
    private final Db db;
    private final StoredFiles storedFiles;
    private final Settings settings;

    CircleText(Markdown markdown, Db db, StoredFiles storedFiles, Settings settings) {
        this.markdown = markdown;
        this.db = db;
        this.storedFiles = storedFiles;
        this.settings = settings;
    }

    /**
     * A text ready to be kept.
     *
     * @param mentioned the accounts of the members named in it
     * @param pictures the addresses of its first pictures, for a card
     */
    public record Done(Rendered rendered, List<AccountId> mentioned, List<String> pictures, int pictureCount) {
        public String html() {
            return rendered.html();
        }

        public String excerpt() {
            return rendered.excerpt(EXCERPT);
        }
    }

    /** How many different files a text refers to. */
    public static int files(String text) {
        return ids(text).size();
    }

    /** The ids of the files a text refers to. */
    static Set<String> ids(String text) {
        return FILE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    public Done render(Face circle, String text) {
        var around = new Around(
                circle,
                named(circle.id(), markdown.names(text)),
                storedFiles.of(circle.id(), circle.slug(), ids(text)));
        var rendered = markdown.render(text, around);
        var own = rendered.pictures().stream().filter(Rendered.Picture::own).toList();
        return new Done(
                rendered,
                rendered.mentions().stream()
                        .map(mention -> around.accounts.get(mention.number()))
                        .distinct()
                        .toList(),
                own.stream()
                        .limit(MOST_ON_A_CARD)
                        .flatMap(picture -> around.thumbnail(picture.address()).stream())
                        .toList(),
                own.size());
    }

    private record Named(long number, AccountId account, String alias, String folded) {}

    /** The members a text may name, by alias or number; of two with the same alias the older member is meant. */
    private List<Named> named(CircleId circle, Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        var numbers = names.stream()
                .filter(name -> name.matches("\\d{1,9}"))
                .map(Long::valueOf)
                .toList();
        return db.sql("""
                select number, account_id, alias, folded
                  from members.membership
                 where circle_id = :circle and state = 'active' and (folded = any(:names) or number = any(:numbers))
                 order by number
                 limit 400
                """)
                .with("circle", circle)
                .withTexts("names", names.stream().map(Folding::folded).toList())
                .withNumbers("numbers", numbers)
                .all((row, n) ->
                        new Named(row.getLong(1), new AccountId(Db.uuid(row, 2)), row.getString(3), row.getString(4)));
    }

    /** What stands around the text of one circle. */
    private final class Around implements Context {
        private final Map<String, Mention> members = new HashMap<>();
        private final Map<Long, AccountId> accounts = new HashMap<>();
        private final Map<String, Stored> files;

        Around(Face circle, List<Named> named, Map<String, Stored> files) {
            this.files = files;
            for (var member : named) {
                var mention =
                        new Mention(member.number(), member.alias(), "/c/" + circle.slug() + "/m/" + member.number());
                members.putIfAbsent(member.folded(), mention);
                members.put(Long.toString(member.number()), mention);
                accounts.put(member.number(), member.account());
            }
        }

        @Override
        public Optional<Mention> mention(String name) {
            return Optional.ofNullable(members.get(Folding.folded(name)));
        }

        @Override
        public Optional<Stored> file(String id) {
            return Optional.ofNullable(files.get(id));
        }

        /** The size that suits a card. */
        Optional<String> thumbnail(String file) {
            return file(file).map(stored -> {
                var fitting = stored.sizes().tailMap(CARD_WIDTH);
                return fitting.isEmpty()
                        ? stored.url()
                        : fitting.sequencedValues().getFirst();
            });
        }

        @Override
        public boolean isOwn(String host) {
            return host.equals(settings.url().getHost());
        }
    }
}
