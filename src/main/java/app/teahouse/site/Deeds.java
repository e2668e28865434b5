package app.teahouse.site;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.OperatorLog;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Remembers what operators did and why, so that one operator can answer for another. */
@Component
public class Deeds implements OperatorLog {
    private static final int PAGE = 50;

    private final Db db;
    private final Circles circles;
    private final JsonMapper json;
    private final Clock clock;

    Deeds(Db db, Circles circles, JsonMapper json, Clock clock) {
        this.db = db;
        this.circles = circles;
        this.json = json;
        this.clock = clock;
    }

    enum Kind {
        SETTINGS,
        BLOCK,
        UNBLOCK,
        PERMIT,
        FORBID,
        LIST,
        UNLIST,
        COMPLAINT,
        VERDICT,
        VERDICT_ENDED,
        APPEAL_ANSWERED,
        SUSPECT_CLEARED,
        SUSPECT_BLOCKED,
        DEFENCES,
        OPEN,
        RETRY,
        SELLING,
        WAY,
        FEE,
        FEE_OWN,
        FEE_REMOVED,
        MONEY_RULES,
        PAYOUT_BOUNDS,
        ARRIVED,
        MISSING,
        HELD,
        GIVEN_BACK,
        PAYOUT_BATCH,
        PAYOUT_PAID,
        PAYOUT_FAILED,
        PAYOUT_RETURNED,
        PAYOUT_RELEASED,
        DEBT_SETTLED
    }

    /**
     * What was done.
     *
     * @param about the name it had then
     * @param facts what the sentence names beside it; {@code circle} is its name of today, or null where the circle is gone
     */
    public record DeedView(
            UUID id,
            AccountId operator,
            String kind,
            String about,
            @Nullable UUID aboutId,
            @Nullable String circle,
            Map<String, Object> facts,
            String reason,
            Instant at) {

        /** @param gone what a circle is called that is not there any more */
        public Map<String, Object> said(String gone) {
            var said = new HashMap<String, Object>();
            said.put("about", about);
            said.put("sum", about);
            said.put("circle", circle == null ? gone : circle);
            said.putAll(facts);
            return said;
        }

        private DeedView of(@Nullable Circle found) {
            var name = found == null ? null : found.face().name();
            return new DeedView(id, operator, kind, about, aboutId, name, facts, reason, at);
        }
    }

    @Override
    public void note(Operator operator, String deed, String about, @Nullable UUID aboutId, String reason) {
        note(operator, Db.constant(Kind.class, deed), about, aboutId, reason);
    }

    @Override
    public void note(
            Operator operator, String deed, @Nullable CircleId circle, Map<String, Object> facts, String reason) {
        var written = new TreeMap<String, Object>(facts);
        written.replaceAll((_, fact) ->
                fact instanceof Money money ? Map.of("minor", money.minor(), "currency", money.code()) : fact);
        write(
                operator,
                new Row(
                        Db.constant(Kind.class, deed),
                        "",
                        circle == null ? null : circle.value(),
                        json.writeValueAsString(written),
                        reason));
    }

    /** Writes a deed down in the caller's transaction. */
    void note(Operator operator, Kind kind, String about, @Nullable UUID aboutId, String reason) {
        write(operator, new Row(kind, about, aboutId, "{}", reason));
    }

    private record Row(Kind kind, String about, @Nullable UUID aboutId, String facts, String reason) {}

    private void write(Operator operator, Row row) {
        db.sql("""
                insert into site.deed (account_id, deed_id, kind, about, about_id, facts, reason, done_at)
                values (:operator, :id, :kind, :about, :aboutId, :facts, :reason, :now)
                """)
                .with("operator", operator.account())
                .with("id", Ids.next())
                .with("kind", row.kind())
                .with("about", row.about())
                .with("aboutId", row.aboutId())
                .with("facts", row.facts())
                .with("reason", row.reason())
                .with("now", clock.instant())
                .run();
    }

    Cursor<DeedView> page(Operator operator, @Nullable UUID before) {
        var rows = db.sql("""
                select deed_id, account_id, kind, about, about_id, facts, reason, done_at
                  from site.deed
                 where true
                """)
                .and(before != null, "and deed_id < :before")
                .and(true, "order by deed_id desc limit :most")
                .with("before", before)
                .with("most", PAGE + 1)
                .all((row, n) -> new DeedView(
                        Db.uuid(row, 1),
                        new AccountId(Db.uuid(row, 2)),
                        row.getString(3),
                        row.getString(4),
                        Db.maybeUuid(row, 5),
                        null,
                        facts(row.getString(6)),
                        row.getString(7),
                        Db.instant(row, 8)));
        var page = Cursor.of(rows, PAGE, deed -> deed.id().toString());
        var faces = circles.byIds(page.items().stream()
                .map(DeedView::aboutId)
                .filter(Objects::nonNull)
                .map(CircleId::new)
                .distinct()
                .toList());
        return new Cursor<>(
                page.items().stream()
                        .map(deed -> deed.aboutId() == null ? deed : deed.of(faces.get(new CircleId(deed.aboutId()))))
                        .toList(),
                page.next());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> facts(String text) {
        var facts = new HashMap<String, Object>(json.readValue(text, Map.class));
        facts.replaceAll((_, fact) -> fact instanceof Map<?, ?> money
                ? Money.of(((Number) Objects.requireNonNull(money.get("minor"))).longValue(), (String)
                        Objects.requireNonNull(money.get("currency")))
                : fact);
        return facts;
    }
}
