package app.teahouse.outside;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Speaks with hosts whose names stand in our own code, such as those that take payments: one request, one answer, and one limit on the
 * time for all of it. Addresses that people type go through {@link Fetch}.
 */
@Component
public class Calls {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(8);
    private static final int MOST_BYTES = 4 << 20;

    private final Duration connect;
    private final Duration answer;
    private @Nullable HttpClient client;

    @Autowired
    public Calls() {
        this(CONNECT, ANSWER);
    }

    /** @param answer the time from the first byte out to the last byte in */
    Calls(Duration connect, Duration answer) {
        this.connect = connect;
        this.answer = answer;
    }

    /** @param headers by name, in whatever case one asks for them */
    public record Answer(int status, Map<String, List<String>> headers, String body) {

        public @Nullable String header(String name) {
            var values = headers.get(name);
            return values == null || values.isEmpty() ? null : values.getFirst();
        }
    }

    /**
     * Sends something that may be sent twice: if a line that was kept open turns out to be cut, it is tried once more.
     *
     * @throws IOException where no whole answer came in time; whether the other side acted is then unknown
     */
    public Answer send(HttpRequest request) throws IOException {
        var until = System.nanoTime() + answer.toNanos();
        try {
            return once(request, answer);
        } catch (HttpTimeoutException | InterruptedIOException | ConnectException e) {
            throw e;
        } catch (IOException e) {
            var left = Duration.ofNanos(until - System.nanoTime());
            if (!left.isPositive()) {
                throw e;
            }
            return once(request, left);
        }
    }

    /** The client's own time limit ends with the headers; this one lasts to the end of the body. */
    private Answer once(HttpRequest request, Duration within) throws IOException {
        var coming = client().sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
        try {
            var answered = coming.get(within.toMillis(), TimeUnit.MILLISECONDS);
            var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(answered.headers().map());
            return new Answer(answered.statusCode(), headers, answered.body());
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("No answer from " + request.uri().getHost() + " in time");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted");
        } finally {
            coming.cancel(true);
        }
    }

    /** Made when it is first needed: most sites start without ever calling anybody. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .connectTimeout(connect)
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();
        }
        return client;
    }

    @PreDestroy
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
