package app.teahouse.segments;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.roster.MemberGroups;
import app.teahouse.web.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Segments as a choice above the list of members. */
@Component
class RosterSegments implements MemberGroups {
    private final Segments segments;
    private final Audiences audiences;
    private final Words words;

    RosterSegments(Segments segments, Audiences audiences, Words words) {
        this.segments = segments;
        this.audiences = audiences;
        this.words = words;
    }

    @Override
    public List<Group> all(Member staff, Locale locale) {
        return segments.all(staff.circle()).stream()
                .map(one -> new Group(one.key(), one.name(words, locale)))
                .toList();
    }

    @Override
    public Optional<Cursor<AccountId>> page(Member staff, String key, @Nullable String after, int size) {
        try {
            var from = after == null ? null : new AccountId(Ids.parse(after));
            var found = audiences.page(staff.circle(), new SegmentId(Ids.parse(key)), from, size + 1);
            return Optional.of(Cursor.of(found, size, Ids::text));
        } catch (Refusal _) {
            return Optional.empty();
        }
    }
}
