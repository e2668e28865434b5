package app.teahouse.live;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.web.Bell;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of server-sent events. It holds no connection to the database and no transaction while it is open. */
@Controller
class LivePages {
    private static final int MOST = 20_000;
    private static final int MOST_OF_ONE = 8;

    private final LocalLive live;
    private final Bell bell;
    private final Db db;
    private final Clock clock;

    LivePages(LocalLive live, Bell bell, Db db, Clock clock) {
        this.live = live;
        this.bell = bell;
        this.db = db;
        this.clock = clock;
    }

    /** A browser says what it got last in a header when it reconnects by itself, and as a parameter when the script does. */
    @GetMapping("/live")
    SseEmitter live(
            Person person,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String header,
            @RequestParam(required = false) @Nullable String last,
            HttpServletResponse response)
            throws IOException {
        if (live.size() >= MOST) {
            throw Refusal.busy("live.full");
        }
        live.of(person.account()).stream().skip(MOST_OF_ONE - 1).toList().forEach(LiveStream::close);

        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        // The head goes out before another thread writes: filters add headers on this one, and a head that two threads
        // write is lost.
        response.flushBuffer();
        var emitter = new SseEmitter(LiveStream.LIFE.plusMinutes(1).toMillis());
        var stream = new LiveStream(person.account(), circles(person.account()), emitter);
        live.open(stream, header == null ? last : header);
        stream.offer(new LiveStream.Sent("", "unread", "{\"count\":" + bell.unread(person.account()) + "}"));
        Thread.ofVirtual().name("live-stream").start(() -> serve(stream));
        return emitter;
    }

    private void serve(LiveStream stream) {
        try {
            stream.run(clock);
        } finally {
            live.close(stream);
        }
    }

    private Set<CircleId> circles(AccountId account) {
        return new HashSet<>(db.sql("""
                select circle_id
                  from members.account_circle
                 where account_id = :account and state = 'active'
                 order by visited_at desc, circle_id
                 limit 200
                """).with("account", account).all((row, n) -> new CircleId(Db.uuid(row, 1))));
    }
}
