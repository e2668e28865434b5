package app.teahouse.verdicts;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.Involvement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads decisions for pages and programs: with their circles for operators, with what was written for both sides. */
@Component
class Verdicts {
    private static final int MOST_WAITING = 100;

    private final VerdictRows rows;
    private final Circles circles;
    private final Involvement involvement;

    Verdicts(VerdictRows rows, Circles circles, Involvement involvement) {
        this.rows = rows;
        this.circles = circles;
        this.involvement = involvement;
    }

    List<VerdictView> waiting(Operator operator) {
        return views(rows.waiting(operator, MOST_WAITING));
    }

    Cursor<VerdictView> all(Operator operator, @Nullable VerdictId before) {
        var page = rows.all(operator, before);
        return new Cursor<>(views(page.items()), page.next());
    }

    Cursor<VerdictView> of(Operator operator, CircleId circle, @Nullable VerdictId before) {
        var page = rows.of(operator, circle, before);
        return new Cursor<>(views(page.items()), page.next());
    }

    Cursor<VerdictView> of(Partner partner, @Nullable VerdictId before) {
        var page = rows.of(partner, before);
        return new Cursor<>(views(page.items()), page.next());
    }

    VerdictView one(Operator operator, CircleId circle, VerdictId id) {
        return withLines(rows.one(circle, id));
    }

    VerdictView one(Partner partner, VerdictId id) {
        return withLines(rows.one(partner.circle(), id));
    }

    Face face(Operator operator, CircleId circle) {
        return circles.fresh(circle).map(Circle::face).orElseThrow(() -> Refusal.notFound("circle.unknown"));
    }

    Involvement.Of nearness(Operator operator, CircleId circle) {
        return involvement.of(operator, circle);
    }

    private VerdictView withLines(Verdict verdict) {
        var face = circles.fresh(verdict.circle()).map(Circle::face).orElse(null);
        return new VerdictView(verdict, face, rows.lines(verdict));
    }

    private List<VerdictView> views(List<Verdict> verdicts) {
        var found =
                circles.byIds(verdicts.stream().map(Verdict::circle).distinct().toList());
        return verdicts.stream()
                .map(verdict -> {
                    var circle = found.get(verdict.circle());
                    return new VerdictView(verdict, circle == null ? null : circle.face(), List.of());
                })
                .toList();
    }
}
