package app.teahouse.content;

import app.teahouse.kernel.Db;
import app.teahouse.timeline.Before;
import app.teahouse.timeline.Line;
import app.teahouse.timeline.Lines;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a member posted, as staff may read it. */
@Component
class LinesOfPosts implements Lines {
    private final Db db;

    LinesOfPosts(Db db) {
        this.db = db;
    }

    @Override
    public Set<Group> groups() {
        return Set.of(Group.WORDS);
    }

    @Override
    public List<Line> before(Before before) {
        return before.ask(db.sql(Before.LINES + """
                select p.published_at as at, 'post' as kind, p.post_id as id, p.title as text, left(p.excerpt, 200) as quote,
                       '/p/' || p.number as path, cast(null as uuid) as by_id
                """ + Before.NO_MONEY + """
                  from content.post p
                 where p.circle_id = :circle and p.author_id = :account and p.published_at is not null
                   and p.kind <> 'homework' and p.state in ('live', 'hidden') and p.number is not null
                """ + Before.REST));
    }
}
