package app.teahouse.verdicts;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision, for programs of both sides.
 *
 * @param circle its id
 * @param kind {@code warned}, {@code unlisted}, {@code frozen} or {@code closed}
 * @param until of a freeze, or null until an operator looks again; of a closed circle, when it is gone
 * @param overAt when it ended, or null while it holds
 * @param appeal {@code none}, {@code open} or {@code answered}
 */
record VerdictJson(
        String id,
        UUID circle,
        String kind,
        String reason,
        @Nullable Instant until,
        Instant madeAt,
        @Nullable Instant overAt,
        String overWhy,
        String appeal,
        @Nullable Instant appealedAt) {

    static VerdictJson of(Verdict verdict) {
        return new VerdictJson(
                verdict.key(),
                verdict.circle().value(),
                Db.name(verdict.kind()),
                verdict.reason(),
                verdict.until(),
                verdict.madeAt(),
                verdict.overAt(),
                verdict.overWhy(),
                Db.name(verdict.appeal()),
                verdict.appealedAt());
    }

    record VerdictsJson(List<VerdictJson> items, @Nullable String next) {

        static VerdictsJson of(Cursor<VerdictView> page) {
            return new VerdictsJson(
                    page.items().stream()
                            .map(view -> VerdictJson.of(view.verdict()))
                            .toList(),
                    page.next());
        }
    }

    /** @param by {@code owner} or {@code operator} */
    record AppealLineJson(String by, String text, Instant madeAt) {}

    record VerdictThreadJson(VerdictJson verdict, List<AppealLineJson> lines) {

        static VerdictThreadJson of(VerdictView view) {
            return new VerdictThreadJson(
                    VerdictJson.of(view.verdict()),
                    view.lines().stream()
                            .map(line -> new AppealLineJson(
                                    line.byOperator() ? "operator" : "owner", line.text(), line.madeAt()))
                            .toList());
        }
    }

    record AppealTextJson(@Nullable String text) {}
}
