package app.teahouse.comments;

import app.teahouse.kernel.Db;
import app.teahouse.text.Source;
import app.teahouse.timeline.Before;
import app.teahouse.timeline.Line;
import app.teahouse.timeline.Lines;
import app.teahouse.web.Frame;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a member commented, as staff may read it. */
@Component
class LinesOfComments implements Lines {
    private final Db db;

    LinesOfComments(Db db) {
        this.db = db;
    }

    @Override
    public Set<Group> groups() {
        return Set.of(Group.WORDS);
    }

    @Override
    public List<Line> before(Before before) {
        return before.ask(db.sql(Before.LINES + """
                select c.made_at as at, 'comment' as kind, c.comment_id as id, coalesce(nullif(p.title, ''), left(p.excerpt, 60)) as text,
                       left(c.body, 300) as quote, '/p/' || p.number as path, cast(null as uuid) as by_id
                """ + Before.NO_MONEY + """
                  from comments.comment c
                  join content.post p on p.circle_id = c.circle_id and p.post_id = c.post_id and p.state in ('live', 'hidden')
                 where c.circle_id = :circle and c.author_id = :account and c.byline is null and c.state in ('live', 'hidden')
                   and p.kind <> 'homework' and p.number is not null
                """ + Before.REST)).stream()
                .map(line -> line.to(line.path() + "?comment=" + line.key() + "#c-" + line.key()))
                .toList();
    }

    @Override
    public String quote(Frame frame, Line line) {
        return new Source(line.quote()).words();
    }
}
