package app.teahouse.imports;

import app.teahouse.away.NotePictures;
import app.teahouse.comments.KeepImportedComments.Said;
import app.teahouse.content.KeepImported;
import app.teahouse.content.KeepImported.Article;
import app.teahouse.files.KeepFile;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Refusal;
import app.teahouse.tags.TagId;
import app.teahouse.tags.Tags;
import app.teahouse.text.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings one article in: its pictures are stored, links to other files of the archive lead to their posts. */
@Component
class BringArticle {
    private final Db db;
    private final KeepFile keepFile;
    private final KeepImported imported;
    private final Tags tags;
    private final NotePictures notePictures;
    private final BroughtComments comments;
    private final TransactionTemplate transaction;

    BringArticle(
            Db db,
            KeepFile keepFile,
            KeepImported imported,
            Tags tags,
            NotePictures notePictures,
            BroughtComments comments,
            TransactionTemplate transaction) {
        this.db = db;
        this.keepFile = keepFile;
        this.imported = imported;
        this.tags = tags;
        this.notePictures = notePictures;
        this.comments = comments;
        this.transaction = transaction;
    }

    /** Where articles come from and where they go; {@code numbers} are the posts of all files of the archive. */
    record Place(Face circle, RunId run, AccountId by, boolean fetch, Archive archive, Map<String, Long> numbers) {}

    record Waiting(
            int position,
            String path,
            String title,
            Instant publishedAt,
            String author,
            List<String> tags,
            long number,
            boolean highlight) {}

    void bring(Place place, Waiting article) {
        var odd = new ArrayList<Plan.Oddity>();
        var stored = new HashMap<String, Optional<String>>();
        var body = body(place, article, stored, odd);
        var said = body.isEmpty()
                ? List.<Said>of()
                : comments.read(place, article, odd, found -> address(place, article, found, stored, odd));
        transaction.executeWithoutResult(_ -> {
            odd.forEach(one -> Oddities.note(db, place.circle().id(), place.run(), one));
            var state = body.isEmpty() ? "refused" : keep(place, article, body.get(), said) ? "kept" : "same";
            note(place, article, state);
        });
    }

    /** The text with its pictures stored; nothing if it cannot be a post. Files are stored outside any transaction. */
    private Optional<String> body(
            Place place, Waiting article, Map<String, Optional<String>> stored, List<Plan.Oddity> odd) {
        String text;
        try {
            text = place.archive().text(article.path()).orElse("");
        } catch (IOException | Refusal e) {
            odd.add(new Plan.Oddity(article.path(), "unreadable", ""));
            return Optional.empty();
        }
        if (Plan.isHopeless(text)) {
            odd.add(new Plan.Oddity(article.path(), "too-long", ""));
            return Optional.empty();
        }
        var source = Plan.source(text, article.title());
        var body = source.rewrite(found -> address(place, article, found, stored, odd))
                .markdown();
        if (body.isBlank()) {
            odd.add(new Plan.Oddity(article.path(), "empty", ""));
            return Optional.empty();
        }
        if (body.codePointCount(0, body.length()) > Plan.LONGEST_BODY) {
            odd.add(new Plan.Oddity(article.path(), "too-long", ""));
            return Optional.empty();
        }
        return Optional.of(body);
    }

    private Optional<String> address(
            Place place,
            Waiting article,
            Source.Found found,
            Map<String, Optional<String>> stored,
            List<Plan.Oddity> odd) {
        var target = Paths.resolve(article.path(), found.address()).orElse(null);
        if (target == null) {
            return Optional.empty();
        }
        var number = place.numbers().get(target);
        if (number != null) {
            return Optional.of(WorkImports.link(place.circle(), number));
        }
        if (!place.archive().has(target)) {
            odd.add(new Plan.Oddity(article.path(), "missing-file", found.address()));
            return Optional.empty();
        }
        var known = stored.get(target);
        if (known == null) {
            known = store(place, article, target, odd);
            stored.put(target, known);
        }
        return known;
    }

    private Optional<String> store(Place place, Waiting article, String target, List<Plan.Oddity> odd) {
        try (var content = place.archive().read(target)) {
            var name = target.substring(target.lastIndexOf('/') + 1);
            return Optional.of(keepFile.keep(place.circle().id(), place.by(), name, content)
                    .address());
        } catch (Refusal refusal) {
            odd.add(new Plan.Oddity(article.path(), "bad-picture", target));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean keep(Place place, Waiting article, String body, List<Said> said) {
        var known = new ArrayList<TagId>();
        for (var name : article.tags()) {
            tags.named(place.circle().id(), name).ifPresent(tag -> known.add(tag.id()));
        }
        var away = imported.keep(
                place.circle(),
                new Article(
                        BeginImport.key(article.path()),
                        article.number(),
                        article.title(),
                        body,
                        article.publishedAt(),
                        place.by(),
                        article.author().isBlank() ? null : article.author(),
                        List.copyOf(known),
                        article.highlight()));
        away.ifPresent(addresses ->
                notePictures.note(place.circle().id(), article.number(), addresses, place.fetch() ? place.by() : null));
        if (away.isPresent()) {
            comments.keep(place.circle(), article, said);
        }
        return away.isPresent();
    }

    private void note(Place place, Waiting article, String state) {
        db.sql("""
                update imports.article
                   set state = :state
                 where circle_id = :circle and run_id = :run and position = :position
                """)
                .with("circle", place.circle().id())
                .with("run", place.run())
                .with("position", article.position())
                .with("state", state)
                .run();
        db.sql("""
                update imports.run
                   set done = done + case when :state = 'kept' then 1 else 0 end,
                       same = same + case when :state = 'same' then 1 else 0 end
                 where circle_id = :circle and run_id = :run
                """)
                .with("circle", place.circle().id())
                .with("run", place.run())
                .with("state", state)
                .run();
    }
}
