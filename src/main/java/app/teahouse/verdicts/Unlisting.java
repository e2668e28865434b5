package app.teahouse.verdicts;

import app.teahouse.circles.Circle;
import app.teahouse.circles.DecideListing;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps a circle out of Discover while a decision says so, and remembers how it stood there before. */
@Component
class Unlisting {
    private final Db db;
    private final DecideListing decideListing;

    Unlisting(Db db, DecideListing decideListing) {
        this.db = db;
        this.decideListing = decideListing;
    }

    /** @param was how the circle stood in Discover before, or null where nobody wrote that down yet */
    record Standing(VerdictId id, Circle.@Nullable Listing was) {}

    /** Answers how it stood before; behind a decision of the same kind that still holds, before that one. */
    Circle.Listing unlist(Operator operator, CircleId circle, String reason) {
        var found = decideListing.refuse(operator, circle, reason);
        var standing = standing(circle);
        return standing.isEmpty() ? found : known(standing.getFirst());
    }

    /**
     * The circle's row comes before the rows of its decisions, here as where one is made: nobody makes or ends another meanwhile, and
     * what is read after this is what there is.
     */
    void hold(CircleId circle) {
        decideListing.hold(circle);
    }

    /** All that hold; the caller holds the circle. */
    List<Standing> standing(CircleId circle) {
        return db.sql("""
                select verdict_id, listing_was
                  from verdicts.verdict
                 where circle_id = :circle and kind = 'unlisted' and over_at is null
                 order by verdict_id
                """)
                .with("circle", circle)
                .all((row, n) -> new Standing(
                        new VerdictId(Db.uuid(row, 1)),
                        row.getString(2) == null ? null : Db.constant(Circle.Listing.class, row.getString(2))));
    }

    /** Answers whether Discover shows the circle again, which stands in its log by itself. */
    boolean end(Operator operator, Verdict verdict, List<Standing> standing, String why) {
        var others = standing.stream().anyMatch(one -> !one.id().equals(verdict.id()));
        var was = standing.stream()
                .filter(one -> one.id().equals(verdict.id()))
                .map(Unlisting::known)
                .findFirst();
        if (others || was.isEmpty()) {
            return false;
        }
        if (was.get() == Circle.Listing.APPROVED) {
            decideListing.decide(operator, verdict.circle(), true, why);
            return true;
        }
        decideListing.putBack(operator, verdict.circle(), was.get());
        return false;
    }

    private static Circle.Listing known(Standing standing) {
        return standing.was() == null ? Circle.Listing.APPROVED : standing.was();
    }
}
