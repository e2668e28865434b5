package app.teahouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Member;
import app.teahouse.testing.Furnished;
import app.teahouse.testing.TeahouseTest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * When a circle or an account goes, it goes from every table there is. A new table fails here until it is furnished
 * ({@code furnish.sql}) and its room has an ending for it, or until a reason stands below.
 */
@TeahouseTest
@Tag("database15")
class EndingsTest {

    /** Tables that this test does not fill: they live for moments only. */
    private static final Set<String> MOMENTARY =
            Set.of("kernel.event", "kernel.event_handled", "kernel.event_lease", "demo.circle");

    private static final String BOOKS = "what was booked is kept for years, without names or words";

    private static final Map<String, String> CIRCLE_STAYS = Map.ofEntries(
            Map.entry("circles.slug_claim", "no old link ever leads into a stranger's circle"),
            Map.entry("ledger.balance", BOOKS),
            Map.entry("ledger.transfer", BOOKS),
            Map.entry("ledger.hold", BOOKS),
            Map.entry("ledger.proof", BOOKS),
            Map.entry("payments.counter", BOOKS),
            Map.entry("payments.checkout", BOOKS),
            Map.entry("payments.attempt", BOOKS),
            Map.entry("payments.refund", BOOKS),
            Map.entry("payments.dispute", BOOKS),
            Map.entry("payments.claim", BOOKS),
            Map.entry("payments.account_checkout", BOOKS),
            Map.entry("orders.entry", BOOKS),
            Map.entry("orders.account_entry", BOOKS),
            Map.entry("orders.counter", BOOKS),
            Map.entry("orders.refund", BOOKS),
            Map.entry("orders.dispute", BOOKS),
            Map.entry("treasury.settlement", BOOKS),
            Map.entry("treasury.ended", "since when the years of its books are counted"),
            Map.entry("orders.fee", BOOKS),
            Map.entry("orders.invoice", BOOKS),
            Map.entry("payouts.payout", BOOKS));

    /** Columns that may still hold the id of an account that left, with its words. */
    private static final Map<String, String> ACCOUNT_STAYS = Map.ofEntries(
            Map.entry("accounts.account.account_id", "an empty row keeps ids from dangling"),
            Map.entry("comments.comment.author_id", "an empty comment keeps its place above answers"),
            Map.entry("comments.comment.deleted_by", "as author_id"),
            Map.entry("comments.comment.comment_id", "the fixture names its comment so"),
            Map.entry("comments.comment.thread_id", "the fixture names its comment so"),
            Map.entry("content.post.author_id", "an empty post keeps its number"),
            Map.entry("content.post.deleted_by", "as author_id"),
            Map.entry("curation.highlight_log.account_id", "what staff did in a circle belongs to the circle"),
            Map.entry("files.file.account_id", "a file that others' words or the circle's face still need"),
            Map.entry("orders.entry.account_id", "books keep who paid, by an id that leads nowhere"),
            Map.entry("coupons.use.account_id", "limits count by whom a coupon was used, as orders keep who paid"),
            Map.entry("log.entry.whose_id", "what staff did in a circle belongs to the circle"),
            Map.entry("payments.checkout.payer_id", BOOKS),
            Map.entry("payments.checkout.decided_by", BOOKS),
            Map.entry("payments.refund.ended_by", BOOKS),
            Map.entry("byhand.claim.payer_id", BOOKS),
            Map.entry("byhand.claim.decided_by", BOOKS),
            Map.entry("ways.way.made_by", "what staff did in a circle belongs to the circle"));

    /** Columns with an account's id that the fixture cannot fill, or that somebody with a circle never has. */
    private static final Map<String, String> NOT_FURNISHED = Map.of(
            "departures.departure.account_id", "there only while somebody leaves",
            "site.deed.account_id", "what operators did stays, and operators do not leave",
            "idempotency.answer.account_id", "goes by itself after a day");

    @Autowired
    Furnished furnished;

    @Autowired
    SomePeople people;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester mvc;

    @Test
    void of_an_erased_circle_no_table_keeps_a_row() throws IOException {
        var circle = furnished.rooms("Somebody").owner().circle().value();
        jdbc.update("insert into demo.circle values (?)", circle);
        jdbc.update(
                "insert into kernel.event (circle_id, event_id, kind, body, made_at, next_at, parked) values (?, ?, 'Test', '{}', now(), now(), true)",
                circle,
                circle);
        for (var column : columns("circle_id")) {
            if (!MOMENTARY.contains(column.table())) {
                assertThat(count(column, circle)).as("furnished: " + column).isPositive();
            }
        }
        jdbc.update(
                "update circles.circle set state = 'deleting', delete_at = now() - interval '1 minute' where circle_id = ?",
                circle);

        jobs.run("circles.erase", Instant.now());

        var left = new ArrayList<String>();
        for (var column : columns("circle_id")) {
            if (count(column, circle) > 0 && !CIRCLE_STAYS.containsKey(column.table())) {
                left.add(column.toString());
            }
        }
        assertThat(left).isEmpty();
    }

    @Test
    void of_an_account_that_left_with_its_words_no_table_keeps_id_or_name() throws IOException {
        var name = "Wenche Traces " + UUID.randomUUID();
        var rooms = furnished.rooms(name);
        var account = rooms.member().account().value();
        for (var column : columns("account_id")) {
            if (!NOT_FURNISHED.containsKey(column.toString())) {
                assertThat(count(column, account)).as("furnished: " + column).isPositive();
            }
        }

        leave(rooms.member(), "go");

        assertThat(ids(account)).isEmpty();
        assertThat(texts(name)).isEmpty();
        var circle = rooms.owner().circle().value();
        assertThat(number("select member_count from circles.pulse where circle_id = ?", circle))
                .isEqualTo(1);
        assertThat(number("select sum(count) from reactions.tally where circle_id = ?", circle))
                .isZero();
        assertThat(number("select sum(reaction_count) from content.post where circle_id = ?", circle))
                .isZero();
        assertThat(number("select sum(reaction_count) from comments.comment where circle_id = ?", circle))
                .isZero();
        assertThat(number("select actors from notify.notice where notice_id = ?", circle))
                .isEqualTo(1);
    }

    @Test
    void of_an_account_that_left_its_words_behind_no_table_keeps_the_name() throws IOException {
        var name = "Wenche Stays " + UUID.randomUUID();
        var rooms = furnished.rooms(name);

        leave(rooms.member(), "stay");

        assertThat(texts(name)).isEmpty();
        var circle = rooms.owner().circle().value();
        assertThat(number("select sum(count) from reactions.tally where circle_id = ?", circle))
                .isEqualTo(2);
        var owner = people.cookie(rooms.owner().member().person());
        var slug = rooms.owner().member().face().slug();
        assertThat(mvc.get().uri("/c/" + slug).cookie(owner))
                .hasStatusOk()
                .bodyText()
                .contains("Former member");
        assertThat(mvc.get().uri("/c/" + slug + "/p/1").cookie(owner))
                .hasStatusOk()
                .bodyText()
                .contains("Former member");
        assertThat(mvc.get().uri("/notifications").cookie(owner))
                .hasStatusOk()
                .bodyText()
                .contains("A former member");
    }

    private void leave(Member member, String words) {
        assertThat(mvc.post()
                        .uri("/me/settings/leave")
                        .cookie(people.cookie(member.person()))
                        .param("password", SomePeople.PASSWORD)
                        .param("words", words)
                        .with(csrf()))
                .hasStatus(303);
        jobs.run("departures.finish", Instant.now());
        assertThat(number(
                        "select count(*) from departures.departure where account_id = ?",
                        member.account().value()))
                .isZero();
    }

    private List<String> ids(UUID account) {
        var left = new ArrayList<String>();
        for (var column : ofType("uuid")) {
            if (!ACCOUNT_STAYS.containsKey(column.toString())
                    && !column.table().startsWith("kernel.")
                    && count(column, account) > 0) {
                left.add(column.toString());
            }
        }
        return left;
    }

    private List<String> texts(String name) {
        var left = new ArrayList<String>();
        for (var column : ofType("text")) {
            if (!column.table().startsWith("kernel.")
                    && number(
                                    "select count(*) from " + column.table() + " where position(? in \"" + column.name()
                                            + "\") > 0",
                                    name)
                            > 0) {
                left.add(column.toString());
            }
        }
        return left;
    }

    private record Column(String table, String name) {
        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    private List<Column> columns(String name) {
        return ofType("uuid").stream()
                .filter(column -> column.name().equals(name))
                .toList();
    }

    private List<Column> ofType(String type) {
        return jdbc.query("""
                select c.table_schema || '.' || c.table_name, c.column_name
                  from information_schema.columns c
                  join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                 where t.table_type = 'BASE TABLE' and c.data_type = ?
                   and c.table_schema not in ('pg_catalog', 'information_schema', 'public')
                 order by 1, 2
                """, (row, n) -> new Column(row.getString(1), row.getString(2)), type);
    }

    private long count(Column column, UUID id) {
        return number("select count(*) from " + column.table() + " where \"" + column.name() + "\" = ?", id);
    }

    private long number(String sql, Object value) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, value));
    }
}
