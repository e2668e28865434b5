package app.teahouse.demo;

import app.teahouse.notify.FetchBroadcasts;
import app.teahouse.notify.MarkNotices;
import app.teahouse.reading.ReadAll;
import app.teahouse.reading.Traces;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Somebody was here: they read all that there was, and saw their notices. What came later is new to them. */
@Component
class Visit {
    private final ReadAll readAll;
    private final Traces traces;
    private final FetchBroadcasts fetchBroadcasts;
    private final MarkNotices markNotices;
    private final Clock clock;

    Visit(ReadAll readAll, Traces traces, FetchBroadcasts fetchBroadcasts, MarkNotices markNotices, Clock clock) {
        this.readAll = readAll;
        this.traces = traces;
        this.fetchBroadcasts = fetchBroadcasts;
        this.markNotices = markNotices;
        this.clock = clock;
    }

    void visit(Stage stage, String who) {
        var member = stage.member(who);
        var last = member.standing().lastNumber();
        readAll.upTo(member, last);
        traces.top(member, clock.instant(), last);
        traces.flush();
        fetchBroadcasts.fetch(member.account());
        markNotices.readAll(member.account());
    }
}
