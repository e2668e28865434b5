package app.teahouse.outside;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.outside.Fetch.Wish;
import app.teahouse.outside.Fetched.Got;
import app.teahouse.outside.Fetched.Missed;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchTest {
    private static final int MOST = 10_000;
    private static final byte[] BODY = {1, 2, 3};
    private static LocalWeb web;

    @BeforeAll
    static void open() throws Exception {
        web = new LocalWeb()
                .page("/ok", 200, "image/png", BODY)
                .page("/text", 200, "text/html", BODY)
                .page("/large", 200, "image/png", new byte[MOST + 1])
                .page("/exact", 200, "image/png", new byte[MOST])
                .page("/refused", 403, "image/png", BODY)
                .page("/broken", 500, "image/png", BODY)
                .redirect("/inwards", "https://inside.test/secret")
                .redirect("/literal", "https://169.254.169.254/latest/meta-data")
                .redirect("/file", "file:///etc/passwd")
                .redirect("/round", "/round");
        web.redirect("/once", web.at("b.test", "/ok"));
        web.redirect("/3", "/2").redirect("/2", "/1").redirect("/1", "/ok").redirect("/4", "/3");
        web.redirect("/elsewhere", "https://a.test:" + (web.port() == 8443 ? 8444 : 8443) + "/ok");
    }

    @AfterAll
    static void close() {
        web.close();
    }

    @Test
    void what_is_there_is_fetched() throws Exception {
        assertThat(get("/ok"))
                .isInstanceOfSatisfying(Got.class, got -> assertThat(got.body()).isEqualTo(BODY));
        assertThat(get("/once")).isInstanceOf(Got.class);
        assertThat(get("/3")).isInstanceOf(Got.class);
        assertThat(get("/exact")).isInstanceOf(Got.class);
    }

    @Test
    void nobody_is_told_more_than_that_it_is_us() throws Exception {
        var headers = new AtomicReference<Set<String>>();
        web.page("/headers", exchange -> {
            headers.set(new TreeSet<>(exchange.getRequestHeaders().keySet()));
            exchange.getResponseHeaders().set("Set-Cookie", "who=you");
            exchange.sendResponseHeaders(404, -1);
        });

        get("/headers");
        get("/headers");

        assertThat(headers.get()).isSubsetOf("Accept", "Connection", "Host", "User-agent");
    }

    @Test
    void what_cannot_be_had_says_why() throws Exception {
        assertThat(get("/nothing")).isEqualTo(new Missed(Miss.NOT_THERE));
        assertThat(get("/refused")).isEqualTo(new Missed(Miss.REFUSED));
        assertThat(get("/broken")).isEqualTo(new Missed(Miss.TROUBLE));
        assertThat(get("/text")).isEqualTo(new Missed(Miss.WRONG_TYPE));
        assertThat(get("/large")).isEqualTo(new Missed(Miss.TOO_LARGE));
        assertThat(get("/4")).isEqualTo(new Missed(Miss.TOO_MANY_TURNS));
        assertThat(get("/round")).isEqualTo(new Missed(Miss.TOO_MANY_TURNS));
        assertThat(fetch(web.fetch(), web.at("lost.test", "/ok"))).isEqualTo(new Missed(Miss.UNKNOWN_HOST));
        assertThat(fetch(web.distrustful(), web.at("a.test", "/ok"))).isEqualTo(new Missed(Miss.INSECURE));
    }

    @Test
    void nothing_behind_our_walls_is_asked() throws Exception {
        assertThat(get("/inwards")).isEqualTo(new Missed(Miss.NOT_PUBLIC));
        assertThat(get("/literal")).isEqualTo(new Missed(Miss.NOT_PUBLIC));
        assertThat(get("/elsewhere")).isEqualTo(new Missed(Miss.NOT_PUBLIC));
        assertThat(get("/file")).isEqualTo(new Missed(Miss.BAD_ADDRESS));

        web.page("/unseen", 200, "image/png", BODY);
        assertThat(fetch(web.strictFetch(), web.at("a.test", "/unseen"))).isEqualTo(new Missed(Miss.NOT_PUBLIC));
        assertThat(web.asked("/unseen")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://a.test/x",
                "https://",
                "https:///x",
                "https://me:secret@a.test/x",
                "https://a.test:port/x",
                "x.png",
                "javascript:alert(1)",
                "https://a test/x",
                "https://[::1/x"
            })
    void what_is_no_web_address_is_not_asked(String address) throws Exception {
        assertThat(fetch(web.fetch(), address)).isEqualTo(new Missed(Miss.BAD_ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/x",
                "https://[::1]/x",
                "https://2130706433/x",
                "https://0x7f.1/x",
                "https://[::ffff:10.0.0.1]/x"
            })
    void a_number_for_a_host_is_looked_at_like_a_name(String address) throws Exception {
        assertThat(fetch(new Fetch(Reach.PUBLIC), address))
                .isIn(new Missed(Miss.NOT_PUBLIC), new Missed(Miss.UNKNOWN_HOST), new Missed(Miss.BAD_ADDRESS));
    }

    @Test
    void old_and_careless_addresses_are_mended() {
        assertThat(WebAddress.of("http://a.test/x").orElseThrow().uri()).hasToString("https://a.test/x");
        assertThat(WebAddress.of("HTTP://A.test:80/图 片.png?a=|#top")
                        .orElseThrow()
                        .uri())
                .hasToString("https://a.test/%E5%9B%BE%20%E7%89%87.png?a=%7C");
        assertThat(WebAddress.of("https://例子.test?x").orElseThrow().uri()).hasToString("https://xn--fsqu00a.test/?x");
    }

    @Test
    void a_host_that_drips_is_left_after_the_time_for_all_of_it() throws Exception {
        var left = new CountDownLatch(1);
        web.page("/dripping", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                while (!left.await(20, TimeUnit.MILLISECONDS)) {
                    body.write(7);
                    body.flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        var from = System.nanoTime();

        var fetched = web.fetch().get(new Wish(web.at("a.test", "/dripping"), "image/*", MOST, Duration.ofMillis(300)));

        left.countDown();
        assertThat(fetched).isEqualTo(new Missed(Miss.TOO_SLOW));
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void an_endless_body_is_cut_while_it_is_read() throws Exception {
        web.page("/endless", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                while (true) {
                    body.write(new byte[1024]);
                }
            }
        });

        assertThat(get("/endless")).isEqualTo(new Missed(Miss.TOO_LARGE));
    }

    @Test
    void two_hosts_are_asked_at_once_and_each_one_thing_at_a_time() throws Exception {
        var own = new LocalWeb();
        var perHost = new ConcurrentHashMap<String, AtomicInteger>();
        var together = new AtomicInteger();
        own.page("/slow", exchange -> {
            var here = perHost.computeIfAbsent(exchange.getRequestHeaders().getFirst("Host"), _ -> new AtomicInteger());
            together.accumulateAndGet(here.incrementAndGet(), Math::max);
            LockSupport.parkNanos(30_000_000);
            here.decrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        var fetch = own.fetch();
        try (own;
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(IntStream.range(0, 12)
                    .mapToObj(i -> (Callable<Fetched>) () -> fetch(fetch, own.at("h" + i % 4 + ".test", "/slow")))
                    .toList());
        }

        assertThat(own.asked("/slow")).isEqualTo(12);
        assertThat(own.mostAtOnce()).isEqualTo(2);
        assertThat(together.get()).isEqualTo(1);
    }

    private static Fetched get(String path) throws InterruptedException {
        return fetch(web.fetch(), web.at("a.test", path));
    }

    private static Fetched fetch(Fetch fetch, String address) throws InterruptedException {
        return fetch.get(new Wish(address, "image/*", MOST, Duration.ofSeconds(5)));
    }
}
