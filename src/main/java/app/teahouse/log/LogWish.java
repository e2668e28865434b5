package app.teahouse.log;

import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a page or a program asks of the log, made into a {@link LogFilter}: members by their numbers, days in the circle's zone. */
@Component
class LogWish {
    static final String OPERATOR = "operator";

    private final Members members;

    LogWish(Members members) {
        this.members = members;
    }

    /**
     * @param kind one of {@link LogFilter#GROUPS}, or nothing
     * @param by the number of who did it, or {@code operator}, or nothing
     * @param whose the number of the member it was done to, or nothing
     */
    record Asked(
            @Nullable String kind,
            @Nullable String by,
            @Nullable String whose,
            @Nullable String from,
            @Nullable String to) {}

    /** @throws Refusal {@code member.unknown}, {@code field.unknown-choice}, {@code log.day} */
    LogFilter filter(Staff staff, Asked asked) {
        var zone = staff.member().face().zone();
        var to = day("to", asked.to());
        var from = day("from", asked.from());
        return new LogFilter(
                given(asked.by()) == null || OPERATOR.equals(asked.by())
                        ? null
                        : card(staff, "by", asked.by()).account(),
                OPERATOR.equals(asked.by()),
                given(asked.whose()) == null
                        ? null
                        : card(staff, "whose", asked.whose()).account(),
                kinds(asked.kind()),
                from == null ? null : start(from, zone),
                to == null ? null : start(to.plusDays(1), zone));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static List<String> kinds(@Nullable String group) {
        if (given(group) == null) {
            return List.of();
        }
        var kinds = LogFilter.GROUPS.get(group);
        if (kinds == null) {
            throw Refusal.invalid("kind", "field.unknown-choice");
        }
        return kinds;
    }

    private MemberCard card(Staff staff, String field, @Nullable String number) {
        var typed = given(number);
        if (typed == null || !typed.matches("[0-9]{1,18}")) {
            throw Refusal.invalid(field, "member.unknown");
        }
        return members.numbered(staff.circle(), Long.parseLong(typed))
                .orElseThrow(() -> Refusal.invalid(field, "member.unknown"));
    }

    private static @Nullable LocalDate day(String field, @Nullable String typed) {
        var given = given(typed);
        if (given == null) {
            return null;
        }
        try {
            return LocalDate.parse(given);
        } catch (DateTimeException e) {
            throw Refusal.invalid(field, "log.day");
        }
    }
}
