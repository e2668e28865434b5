package app.teahouse.segments;

import app.teahouse.circles.Circles;
import app.teahouse.circles.Pulse;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Role;
import app.teahouse.membertags.MemberTagId;
import app.teahouse.plans.PlanId;
import app.teahouse.postgres.EmbeddedPostgres;
import app.teahouse.postgres.RunningPostgres;
import app.teahouse.segments.Condition.AtLeast;
import app.teahouse.segments.Condition.Fact;
import app.teahouse.segments.Condition.GradeIs;
import app.teahouse.segments.Condition.HasPlan;
import app.teahouse.segments.Condition.HasTag;
import app.teahouse.segments.Condition.RoleIs;
import app.teahouse.segments.Condition.TimeIs;
import app.teahouse.segments.Condition.Within;
import app.teahouse.segments.Filter.Join;
import app.teahouse.web.Words;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long it takes to count a segment of five conditions among a million members, to read its first page, and to look at five hundred
 * members anew. Run by {@code bin/bench segments}.
 */
final class SegmentBench {
    private static final CircleId CIRCLE = new CircleId(Ids.next());
    private static final CircleId OTHER = new CircleId(Ids.next());
    private static final MemberTagId TAG = new MemberTagId(Ids.next());
    private static final PlanId PLAN = new PlanId(Ids.next());
    private static final int TIMES = 7;

    private SegmentBench() {}

    static void main(String[] arguments) throws Exception {
        var members = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        var folder = Files.createTempDirectory("segment-bench");
        try (var postgres = EmbeddedPostgres.in(folder)
                        .binariesIn(Path.of("target/postgres"))
                        .start();
                var context = new AnnotationConfigApplicationContext()) {
            createTables(postgres);
            fill(postgres, members);
            context.registerBean(HikariDataSource.class, () -> pool(postgres));
            context.register(
                    Ground.class, Db.class, Circles.class, Pulse.class, Words.class, Segments.class, Facts.class, Audiences.class);
            context.refresh();
            measure(context, members);
        }
    }

    /** No configuration by its annotation, so that tests do not find it. */
    @EnableTransactionManagement
    static class Ground {
        @Bean
        NamedParameterJdbcTemplate template(DataSource source) {
            return new NamedParameterJdbcTemplate(source);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource source) {
            return new JdbcTransactionManager(source);
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    private static HikariDataSource pool(RunningPostgres postgres) {
        var config = new HikariConfig();
        config.setJdbcUrl(postgres.url());
        config.setUsername(postgres.user());
        config.setPassword(postgres.password());
        config.setMaximumPoolSize(2);
        config.addDataSourceProperty("prepareThreshold", "3");
        return new HikariDataSource(config);
    }

    private static Connection connect(RunningPostgres postgres) throws Exception {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }

    private static void createTables(RunningPostgres postgres) throws Exception {
        try (var files = Files.walk(Path.of("src/main/resources/db/migration"));
                var connection = connect(postgres);
                var statement = connection.createStatement()) {
            for (var file : files.filter(one -> one.getFileName().toString().startsWith("V"))
                    .sorted((one, other) -> one.getFileName().compareTo(other.getFileName()))
                    .toList()) {
                statement.execute(Files.readString(file));
            }
        }
    }

    /** Of a circle in which a tenth is here every few days, a tenth has the tag, and one in a hundred writes. */
    private static void fill(RunningPostgres postgres, int members) throws Exception {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            for (var circle : List.of(CIRCLE, OTHER)) {
                var many = circle.equals(CIRCLE) ? members : members / 10;
                statement.execute("""
                        insert into members.membership
                               (circle_id, account_id, number, role, state, alias, sort_key, folded, joined_at, seen_at)
                        select '%s', gen_random_uuid(), n, case when n %% 500 = 0 then 'volunteer' else 'member' end, 'active',
                               'Member ' || n, '\\x00', 'member ' || n, now() - random() * interval '900 days',
                               now() - power(random(), 3) * interval '400 days'
                          from generate_series(1, %d) n
                        """.formatted(circle.value(), many));
                statement.execute("""
                        insert into segments.fact
                               (circle_id, account_id, role, joined_at, seen_at, seen_day, seen_bits, plan_id, source, ends_at, posts,
                                written, wrote_at, reads, read_at)
                        select circle_id, account_id, role, joined_at, seen_at, seen_at::date, (random() * 268435455)::int,
                               case when number %% 3 = 0 then '%s'::uuid end, case when number %% 3 = 0 then 'paid' else 'none' end,
                               case when number %% 3 = 0 then now() + random() * interval '365 days' end,
                               case when number %% 20 = 0 then 5 else 0 end, case when number %% 100 = 0 then 6 else 0 end,
                               case when number %% 20 = 0 then seen_at end, (random() * 10)::int, seen_at
                          from members.membership
                         where circle_id = '%s'
                        """.formatted(PLAN.value(), circle.value()));
            }
            statement.execute("""
                    insert into membertags.tag (circle_id, tag_id, grouping, name, folded, sort_key, member_count, made_at)
                    values ('%s', '%s', 'expertise', 'Design', 'design', '\\x00', 0, now())
                    """.formatted(CIRCLE.value(), TAG.value()));
            statement.execute("""
                    insert into membertags.worn (circle_id, account_id, tag_id, state, how, set_at)
                    select circle_id, account_id, '%s', 'worn', 'staff', now()
                      from members.membership
                     where circle_id = '%s' and number %% 10 = 0
                    """.formatted(TAG.value(), CIRCLE.value()));
            statement.execute("vacuum analyze");
        }
    }

    private static void measure(AnnotationConfigApplicationContext context, int members) {
        var audiences = context.getBean(Audiences.class);
        var facts = context.getBean(Facts.class);
        var moment = facts.moment(CIRCLE, Clock.systemUTC().instant());
        System.out.printf(Locale.ROOT, "%,d members, a tenth of that beside them; milliseconds, the median of %d and the worst%n", members, TIMES);
        System.out.println("| five conditions | members | count | worst | first page of 50 | worst | page from the middle |");
        System.out.println("|---|---|---|---|---|---|---|");
        var five = List.<Condition>of(
                new RoleIs(false, Role.MEMBER),
                new HasTag(false, TAG),
                new Within(true, Fact.SEEN, 14),
                new Within(true, Fact.WROTE, 30),
                new TimeIs(false, Condition.Time.PAID));
        var deep = List.<Condition>of(
                new GradeIs(false, Grade.HIGH),
                new AtLeast(false, Fact.READ, 4),
                new AtLeast(false, Fact.DAYS, 8),
                new HasPlan(false, PLAN),
                new Within(false, Fact.ENDS, 30));
        row(audiences, moment, "role, tag, not seen, not written, paid: all", new Filter(Join.ALL, five));
        row(audiences, moment, "the same: any", new Filter(Join.ANY, five));
        row(audiences, moment, "the same: none", new Filter(Join.NONE, five));
        row(audiences, moment, "activity, read, days, plan, ends: all", new Filter(Join.ALL, deep));
        row(audiences, moment, "the same: any", new Filter(Join.ANY, deep));
        var some = audiences.page(CIRCLE, new Filter(Join.ALL, List.of(new RoleIs(false, Role.MEMBER))), null, KeepFacts.STEP);
        var transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        var refresh = times(() -> {
            transaction.executeWithoutResult(_ -> facts.refresh(CIRCLE, some, moment.now()));
            return some.size();
        });
        System.out.printf(Locale.ROOT, "looking at %d members anew: %.0f ms%n", some.size(), refresh.get(TIMES / 2));
        var everybody = times(() -> audiences.page(CIRCLE, (SegmentId) null, null, 50).size());
        System.out.printf(Locale.ROOT, "first page of everybody: %.1f ms%n", everybody.get(TIMES / 2));
    }

    private static void row(Audiences audiences, Moment moment, String what, Filter filter) {
        var found = audiences.count(CIRCLE, filter, moment);
        var count = times(() -> audiences.count(CIRCLE, filter, moment));
        var first = times(() -> audiences.page(CIRCLE, filter, null, 50).size());
        var middle = new AccountId(new UUID(Long.MIN_VALUE, 0));
        var later = times(() -> audiences.page(CIRCLE, filter, middle, 50).size());
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %.0f | %.0f | %.1f | %.1f | %.1f |%n",
                what,
                found,
                count.get(TIMES / 2),
                count.getLast(),
                first.get(TIMES / 2),
                first.getLast(),
                later.get(TIMES / 2));
    }

    private static List<Double> times(Supplier<Object> what) {
        var times = new ArrayList<Double>();
        for (var i = 0; i < TIMES; i++) {
            var begun = System.nanoTime();
            if (what.get() == null) {
                throw new AssertionError("nothing came of it");
            }
            times.add((System.nanoTime() - begun) / 1e6);
        }
        return times.stream().sorted().toList();
    }
}
