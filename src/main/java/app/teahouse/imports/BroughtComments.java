package app.teahouse.imports;

import app.teahouse.comments.KeepImportedComments;
import app.teahouse.comments.KeepImportedComments.Said;
import app.teahouse.imports.BringArticle.Place;
import app.teahouse.imports.BringArticle.Waiting;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Refusal;
import app.teahouse.text.Source;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The comments of an article, which lie beside it in the archive: a line each, behind the one it answers. */
@Component
class BroughtComments {
    private static final int MOST = 2_000;
    private static final int LONGEST_NAME = 60;

    private final KeepImportedComments imported;
    private final JsonMapper json;

    BroughtComments(KeepImportedComments imported, JsonMapper json) {
        this.imported = imported;
        this.json = json;
    }

    /** @param address where what a comment shows lies now */
    List<Said> read(
            Place place, Waiting article, List<Plan.Oddity> odd, Function<Source.Found, Optional<String>> address) {
        var said = new ArrayList<Said>();
        var days = new HashMap<String, Instant>();
        for (var line : lines(place, article, odd)) {
            if (said.size() == MOST) {
                break;
            }
            try {
                var one = read(json.readTree(line), article, days, address);
                if (!one.body().isBlank() && !days.containsKey(one.key())) {
                    days.put(one.key(), one.at());
                    said.add(one);
                }
            } catch (JacksonException e) {
                odd.add(new Plan.Oddity(article.path(), "bad-comment", ""));
            }
        }
        return said;
    }

    void keep(Face circle, Waiting article, List<Said> said) {
        imported.keep(circle, BeginImport.key(article.path()), said);
    }

    private static List<String> lines(Place place, Waiting article, List<Plan.Oddity> odd) {
        try {
            return place.archive()
                    .text(article.path().replaceFirst("(?i)\\.(md|markdown)$", ".comments.jsonl"))
                    .map(text -> text.lines().filter(line -> !line.isBlank()).toList())
                    .orElse(List.of());
        } catch (IOException | Refusal e) {
            odd.add(new Plan.Oddity(article.path(), "bad-comment", ""));
            return List.of();
        }
    }

    /** One without a day has that of what it answers, or of the article. */
    private static Said read(
            JsonNode line,
            Waiting article,
            Map<String, Instant> days,
            Function<Source.Found, Optional<String>> address) {
        var answers = line.path("answers").asString("");
        var known = days.containsKey(answers);
        var otherwise = days.getOrDefault(answers, article.publishedAt());
        var body =
                new Source(line.path("markdown").asString("")).rewrite(address).markdown();
        return new Said(
                line.path("key").asString(""),
                known ? answers : null,
                shortened(line.path("author").asString("").strip(), LONGEST_NAME),
                day(line.path("at").asString(""), otherwise),
                shortened(body, KeepImportedComments.LONGEST));
    }

    private static Instant day(String text, Instant otherwise) {
        try {
            return text.isEmpty() ? otherwise : Instant.parse(text);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    private static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
