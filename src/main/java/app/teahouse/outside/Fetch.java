package app.teahouse.outside;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Fetches what stands at an address of the open web. Each hop is checked anew: https, its port, and the addresses behind its name, of
 * which one that was checked is the very one that is connected to. No cookies, no credentials, no referrer, no proxy. See
 * docs/decisions/0050.
 */
@Component
public class Fetch {
    private static final int MOST_TURNS = 3;

    private final Reach reach;
    private final Turns turns = new Turns();
    private @Nullable CloseableHttpClient client;

    @Autowired
    Fetch() {
        this(Reach.PUBLIC);
    }

    Fetch(Reach reach) {
        this.reach = reach;
    }

    /**
     * What is wished for.
     *
     * @param accept the media types that make sense, as in the header of that name
     * @param mostBytes more is not read
     * @param within the time for everything, from looking up the name to the last byte
     */
    public record Wish(String address, String accept, int mostBytes, Duration within) {}

    /** Waits for its turn and fetches; never throws for what the other side does. */
    public Fetched get(Wish wish) throws InterruptedException {
        var first = WebAddress.of(wish.address());
        if (first.isEmpty()) {
            return new Fetched.Missed(Miss.BAD_ADDRESS);
        }
        turns.take(first.get().host());
        try {
            return timed(wish, first.get());
        } finally {
            turns.leave(first.get().host());
        }
    }

    /** On a thread of its own, since looking up a name can be neither timed nor interrupted. An interrupt closes its socket. */
    private Fetched timed(Wish wish, WebAddress first) throws InterruptedException {
        var task = new FutureTask<>(() -> follow(wish, first));
        Thread.ofVirtual().name("fetch").start(task);
        try {
            return task.get(wish.within().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Fetched.Missed(Miss.TOO_SLOW);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            task.cancel(true);
        }
    }

    /** What one hop answered: the end, or the way on. */
    private sealed interface Hop {
        record End(Fetched fetched) implements Hop {}

        record On(String location) implements Hop {}
    }

    private Fetched follow(Wish wish, WebAddress first) {
        var at = first;
        for (var turn = 0; turn <= MOST_TURNS; turn++) {
            switch (ask(wish, at)) {
                case Hop.End(var fetched) -> {
                    return fetched;
                }
                case Hop.On(var location) -> {
                    var next = at.next(location);
                    if (next.isEmpty()) {
                        return new Fetched.Missed(Miss.BAD_ADDRESS);
                    }
                    at = next.get();
                }
            }
        }
        return new Fetched.Missed(Miss.TOO_MANY_TURNS);
    }

    private Hop ask(Wish wish, WebAddress at) {
        if (!reach.ports().test(at.port())) {
            return missed(Miss.NOT_PUBLIC);
        }
        var get = new HttpGet(at.uri());
        get.setHeader("Accept", wish.accept());
        try {
            var answer = client().executeOpen(host(at.uri()), get, null);
            try {
                return read(wish, answer);
            } finally {
                leave(get, answer);
            }
        } catch (OpenNames.NotPublicException e) {
            return missed(Miss.NOT_PUBLIC);
        } catch (UnknownHostException e) {
            return missed(Miss.UNKNOWN_HOST);
        } catch (SSLException e) {
            return missed(Miss.INSECURE);
        } catch (HttpHostConnectException | ConnectTimeoutException e) {
            return missed(Miss.UNREACHABLE);
        } catch (InterruptedIOException e) {
            return missed(Miss.TOO_SLOW);
        } catch (IOException e) {
            return missed(Miss.TROUBLE);
        }
    }

    /** Ends the connection first where there is more to come: closing an answer reads the rest of it. */
    private static void leave(HttpGet get, ClassicHttpResponse answer) {
        get.cancel();
        try {
            answer.close();
        } catch (IOException e) {
            // It was ended in the middle.
        }
    }

    private static Hop read(Wish wish, ClassicHttpResponse answer) throws IOException {
        var status = answer.getCode();
        var location = answer.getFirstHeader("Location");
        if (status >= 300 && status < 400 && location != null) {
            return new Hop.On(location.getValue());
        }
        if (status != 200) {
            return missed(
                    status == 404 || status == 410
                            ? Miss.NOT_THERE
                            : status >= 400 && status < 500 ? Miss.REFUSED : Miss.TROUBLE);
        }
        var body = answer.getEntity();
        if (body == null) {
            return missed(Miss.WRONG_TYPE);
        }
        if (body.getContentLength() > wish.mostBytes()) {
            return missed(Miss.TOO_LARGE);
        }
        var type = body.getContentType();
        if (type != null && type.startsWith("text/") && !wish.accept().contains("text/")) {
            return missed(Miss.WRONG_TYPE);
        }
        var bytes = body.getContent().readNBytes(wish.mostBytes() + 1);
        return bytes.length > wish.mostBytes() ? missed(Miss.TOO_LARGE) : new Hop.End(new Fetched.Got(bytes));
    }

    private static Hop missed(Miss why) {
        return new Hop.End(new Fetched.Missed(why));
    }

    private static HttpHost host(URI uri) {
        return new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
    }

    /** Made when it is first needed: most sites start without ever fetching anything. */
    private synchronized CloseableHttpClient client() {
        if (client == null) {
            client = Client.make(reach);
        }
        return client;
    }

    @PreDestroy
    synchronized void close() throws IOException {
        if (client != null) {
            client.close();
        }
    }
}
