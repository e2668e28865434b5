package app.teahouse.drafts;

import app.teahouse.files.AwayCopies;
import app.teahouse.files.Holder;
import app.teahouse.files.Holdings;
import app.teahouse.files.StoredFiles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Settings;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.text.Context;
import app.teahouse.text.Markdown;
import app.teahouse.text.Mention;
import app.teahouse.text.Rendered;
import app.teahouse.text.Stored;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Members members;
    private final StoredFiles storedFiles;
    private final AwayCopies awayCopies;
    private final Holdings holdings;
    private final Settings settings;

    CircleText(
            Markdown markdown,
            Members members,
            StoredFiles storedFiles,
            AwayCopies awayCopies,
            Holdings holdings,
            Settings settings) {
        this.markdown = markdown;
        this.members = members;
        this.storedFiles = storedFiles;
        this.awayCopies = awayCopies;
        this.holdings = holdings;
        this.settings = settings;
    }

    /**
     * A text ready to be kept.
     *
     * @param mentioned the accounts of the members named in it
     * @param pictures the addresses of its first pictures, for a card
     * @param away the addresses of its pictures at other hosts, whether or not there are copies of them
     */
    public record Done(
            Rendered rendered, List<AccountId> mentioned, List<String> pictures, int pictureCount, List<String> away) {
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
    public static Set<String> ids(String text) {
        return FILE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(HashSet::new));
    }

    public Done render(Face circle, String text) {
        var around = new Around(
                circle,
                members.named(circle.id(), markdown.names(text)),
                storedFiles.of(circle.id(), circle.slug(), ids(text)));
        var rendered = markdown.render(text, around);
        var away = rendered.pictures().stream()
                .filter(picture -> !picture.own())
                .map(Rendered.Picture::address)
                .distinct()
                .toList();
        var copies = awayCopies.of(circle.id(), away);
        if (!copies.isEmpty()) {
            // Which addresses a text shows is only known once it is rendered.
            around.add(copies, storedFiles.of(circle.id(), circle.slug(), Set.copyOf(copies.values())));
            rendered = markdown.render(text, around);
        }
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
                own.size(),
                away);
    }

    /**
     * The files of a text are needed by {@code holder} from now on. Runs in the transaction that keeps the text.
     *
     * @return the text as it was rendered, or made anew if a file it shows went away meanwhile
     */
    public Done hold(Face circle, Holder holder, String text, Done done) {
        var held = holdings.hold(circle.id(), holder, ids(text));
        var shown = ids(done.html());
        shown.retainAll(ids(text));
        return held.containsAll(shown) ? done : render(circle, text);
    }

    /** What stands around the text of one circle. */
    private final class Around implements Context {
        private final Face circle;
        private final Map<String, MemberCard> named;
        private final Map<String, Stored> files;
        private final Map<Long, AccountId> accounts;
        private final Map<String, String> copies = new HashMap<>();

        Around(Face circle, Map<String, MemberCard> named, Map<String, Stored> files) {
            this.circle = circle;
            this.named = named;
            this.files = new HashMap<>(files);
            this.accounts = named.values().stream()
                    .collect(Collectors.toMap(MemberCard::number, MemberCard::account, (one, same) -> one));
        }

        void add(Map<String, String> more, Map<String, Stored> itsFiles) {
            copies.putAll(more);
            files.putAll(itsFiles);
        }

        @Override
        public Optional<String> copy(String address) {
            return Optional.ofNullable(copies.get(address));
        }

        @Override
        public Optional<Mention> mention(String name) {
            return Optional.ofNullable(named.get(name))
                    .map(member -> new Mention(member.number(), member.alias(), "/c/" + circle.slug() + member.path()));
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
