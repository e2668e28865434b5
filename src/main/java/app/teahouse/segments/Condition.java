package app.teahouse.segments;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.membertags.MemberTagId;
import app.teahouse.plans.PlanId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One thing that is asked of a member. The list is closed; each knows what it asks in SQL, as a literal. */
public sealed interface Condition {

    /** Whether it asks for the contrary. */
    boolean not();

    /** What it asks for: the second word of its form, such as {@code role} or {@code seen}. */
    Fact fact();

    /** As it stands in a form and is kept. */
    String value();

    /** Adds what it asks to a statement that {@link Filter#ask} began; it is never null. */
    void ask(Db.Statement statement, Moment moment);

    /** All that may be asked for, as it stands in the choice. */
    enum Fact {
        ROLE,
        TAG,
        PLAN,
        TIME,
        ENDS,
        JOINED,
        SEEN,
        DAYS,
        WROTE,
        WRITTEN,
        POSTS,
        READ,
        GRADE;

        /** How much it costs to ask a member for it; what costs little is asked first and may save the rest. */
        int cost() {
            return switch (this) {
                case DAYS -> 1;
                case GRADE -> 2;
                case TAG -> 3;
                default -> 0;
            };
        }

        static Fact named(String name) {
            return choice(Fact.class, name);
        }

        public String key() {
            return Db.name(this);
        }

        /** Of whom a number of days is asked. */
        public boolean isTime() {
            return this == ENDS || this == JOINED || this == SEEN || this == WROTE;
        }

        /** Of which there may be so many. */
        public boolean isAmount() {
            return this == DAYS || this == WRITTEN || this == POSTS || this == READ;
        }
    }

    /** How somebody came to their time here. */
    enum Time {
        NONE,
        PAID,
        TRIAL,
        GIFT,
        COMP,
        KEPT,
        PROMISED,
        OVER;

        public String key() {
            return Db.name(this);
        }
    }

    record RoleIs(boolean not, Role role) implements Condition {
        @Override
        public Fact fact() {
            return Fact.ROLE;
        }

        @Override
        public String value() {
            return Db.name(role);
        }

        @Override
        public void ask(Db.Statement statement, Moment moment) {
            statement.each("(f.role = :each)", value());
        }
    }

    record HasTag(boolean not, MemberTagId tag) implements Condition {
        @Override
        public Fact fact() {
            return Fact.TAG;
        }

        @Override
        public String value() {
            return Ids.text(tag);
        }

        /** Where it has to hold in any case. */
        void askAlone(Db.Statement statement) {
            statement.each("""
                    exists (select 1
                              from membertags.worn y
                             where y.circle_id = :circle and y.account_id = f.account_id and y.tag_id = :each and y.state = 'worn')
                    """, tag);
        }

        /** Tags are read where they are: whoever gives one sees its effect at once. */
        @Override
        public void ask(Db.Statement statement, Moment moment) {
            statement.each("(x.tags is not null and :each = any(x.tags))", tag);
        }
    }

    record HasPlan(boolean not, PlanId plan) implements Condition {
        @Override
        public Fact fact() {
            return Fact.PLAN;
        }

        @Override
        public String value() {
            return Ids.text(plan);
        }

        @Override
        public void ask(Db.Statement statement, Moment moment) {
            statement.each("(f.plan_id is not null and f.plan_id = :each)", plan);
        }
    }

    record TimeIs(boolean not, Time time) implements Condition {
        @Override
        public Fact fact() {
            return Fact.TIME;
        }

        @Override
        public String value() {
            return time.key();
        }

        @Override
        public void ask(Db.Statement statement, Moment moment) {
            statement.each("(f.source = :each)", time);
        }
    }

    /** Within so many days: it ends in the next, or was in the last. Whoever never wrote did not write lately. */
    record Within(boolean not, Fact fact, int days) implements Condition {
        static final int MOST = 3650;

        @Override
        public String value() {
            return Integer.toString(days);
        }

        @Override
        public void ask(Db.Statement statement, Moment moment) {
            var since = moment.now().minus(Duration.ofDays(days));
            switch (fact) {
                case JOINED -> statement.each("(f.joined_at > :each)", since);
                case SEEN -> statement.each("(f.seen_at > :each)", since);
                case WROTE -> statement.each("(f.wrote_at is not null and f.wrote_at > :each)", since);
                case ENDS ->
                    statement.each(
                            "(f.ends_at is not null and f.ends_at > :now and f.ends_at <= :each)",
                            moment.now().plus(Duration.ofDays(days)));
                default -> throw new IllegalStateException("No time: " + fact);
            }
        }
    }

    /**
     * So many or more. Of who keeps their reading to themselves nothing is known, neither that they read much nor little:
     * {@code not} asks in the fragment itself.
     */
    record AtLeast(boolean fewer, Fact fact, int many) implements Condition {
        static final int MOST = 1000;

        @Override
        public boolean not() {
            return fewer;
        }

        @Override
        public String value() {
            return Integer.toString(many);
        }

        @Override
        public void ask(Db.Statement statement, Moment moment) {
            switch (fact) {
                case DAYS -> statement.each("(" + Grade.DAYS + " >= :each)", many);
                case WRITTEN -> statement.each("(f.written >= :each)", many);
                case POSTS -> statement.each("(f.posts >= :each)", many);
                // Turned round once more by the word before it.
                case READ ->
                    statement
                            .and(fewer, "(f.reads is null or")
                            .and(!fewer, "(f.reads is not null and")
                            .each("f.reads >= :each)", many);
                default -> throw new IllegalStateException("No amount: " + fact);
            }
        }
    }

    record GradeIs(boolean not, Grade grade) implements Condition {
        @Override
        public Fact fact() {
            return Fact.GRADE;
        }

        @Override
        public String value() {
            return grade.key();
        }

        @Override
        public void ask(Db.Statement statement, Moment moment) {
            switch (grade) {
                case HIGH -> statement.and(true, "(" + Grade.POINTS + " >= " + Grade.HIGH_FROM + ")");
                case MIDDLE ->
                    statement.and(
                            true,
                            "(" + Grade.POINTS + " between " + Grade.MIDDLE_FROM + " and " + (Grade.HIGH_FROM - 1)
                                    + ")");
                case LOW -> statement.and(true, "(" + Grade.POINTS + " < " + Grade.MIDDLE_FROM + ")");
            }
        }
    }

    /** @throws Refusal {@code field.unknown-choice}, {@code field.range} of the field {@code value} */
    static Condition of(Fact fact, boolean not, String value) {
        return switch (fact) {
            case ROLE -> new RoleIs(not, choice(Role.class, value));
            case TAG -> new HasTag(not, new MemberTagId(id(value)));
            case PLAN -> new HasPlan(not, new PlanId(id(value)));
            case TIME -> new TimeIs(not, choice(Time.class, value));
            case ENDS, JOINED, SEEN, WROTE -> new Within(not, fact, number(value, Within.MOST));
            case DAYS -> new AtLeast(not, fact, number(value, 28));
            case WRITTEN, POSTS, READ -> new AtLeast(not, fact, number(value, AtLeast.MOST));
            case GRADE -> new GradeIs(not, choice(Grade.class, value));
        };
    }

    static <E extends Enum<E>> E choice(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Db.name(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("value", "field.unknown-choice"));
    }

    private static UUID id(String value) {
        try {
            return Ids.parse(value);
        } catch (Refusal _) {
            throw Refusal.invalid("value", "field.unknown-choice");
        }
    }

    private static int number(String value, int most) {
        var bare = value.strip();
        var number = bare.matches("[0-9]{1,5}") ? Integer.parseInt(bare) : 0;
        if (number < 1 || number > most) {
            throw Refusal.invalid(List.of(
                    new Refusal.Fault("value", "field.range", Map.<String, Object>of("least", 1, "most", most))));
        }
        return number;
    }
}
