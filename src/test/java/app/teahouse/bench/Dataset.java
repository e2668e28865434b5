package app.teahouse.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * One large circle, its members and what they wrote, and many small circles. All the bench knows of tables stands here; after a
 * migration that touches them, it follows. Everything is computed from running numbers, so two runs make the same rows.
 */
final class Dataset {
    static final String SLUG = "bench";
    /** The last of the readers. */
    static final int STAFF = 10;

    private static final int READERS = 200;
    private static final int TEXTS = 512;

    private final Program program;
    private final long posts;
    private final long members;
    private final int circles;

    Dataset(Program program, Options options, long posts) {
        this.program = program;
        this.posts = posts;
        this.members = Math.max(options.members(), READERS + 2);
        this.circles = options.circles();
    }

    /** Ids as the program makes them, from a moment and a running number; and how the running numbers hang together. */
    private static final String FUNCTIONS = """
            create function bench.id(kind text, at timestamptz, n bigint) returns uuid stable parallel safe language sql as
            $$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7'
                       || substr(md5(kind || n), 1, 3) || 'a' || substr(md5(kind || n), 5, 15))::uuid $$;
            create function bench.joined(n bigint) returns timestamptz stable parallel safe language sql as
            $$ select timestamptz '2024-01-01 00:00:00Z' + n * interval '1 second' $$;
            create function bench.account(n bigint) returns uuid stable parallel safe language sql as
            $$ select bench.id('account', bench.joined(n), n) $$;
            create function bench.circle(n bigint) returns uuid stable parallel safe language sql as
            $$ select bench.id('circle', bench.joined(n), n) $$;
            create function bench.written(n bigint) returns timestamptz stable parallel safe language sql as
            $$ select timestamptz '2025-06-01 00:00:00Z' + n * interval '400 days' / :posts $$;
            create function bench.post(n bigint) returns uuid stable parallel safe language sql as
            $$ select bench.id('post', bench.written(n), n) $$;
            create function bench.author(n bigint) returns bigint stable parallel safe language sql as
            $$ select 1 + abs(hashint8(n)::bigint) % :members $$;
            create function bench.comments(n bigint) returns integer stable parallel safe language sql as
            $$ select case when n % 1000 = 0 then 60 else (array[4, 1, 0, 0, 2, 0, 1, 0, 1, 0])[n % 10 + 1] end $$;
            create function bench.reactions(n bigint) returns integer stable parallel safe language sql as
            $$ select (array[6, 0, 0, 2, 0, 1, 0, 0])[n % 8 + 1] $$;
            """;

    private static final String ACCOUNTS = """
            insert into accounts.account (account_id, name, zone, verified_at, created_at)
            select bench.account(n), 'Tea friend 茶友 ' || n, 'Asia/Shanghai', bench.joined(n), bench.joined(n)
              from generate_series(1::bigint, :members) n
            """;

    /** Number 0 is the large one. */
    private static final String CIRCLES = """
            insert into circles.circle (circle_id, slug, name, promise, language, zone, visibility, join_mode, owner_id, created_at)
            select bench.circle(n), case when n = 0 then 'bench' else 'bench-' || n end, 'Circle 圈子 ' || n,
                   'What we learn about tea, one pot at a time', 'en', 'Asia/Shanghai', 'listed', 'open', bench.account(1),
                   bench.joined(n)
              from generate_series(0, :circles) n;
            insert into circles.slug_claim (slug, circle_id, claimed_at)
            select slug, circle_id, created_at from circles.circle;
            insert into circles.pulse (circle_id, last_number, member_count, post_count, active_at)
            select bench.circle(n), case when n = 0 then :posts else 5 end, case when n = 0 then :members else 201 end,
                   case when n = 0 then :posts else 5 end, bench.written(:posts) - n * interval '7 minutes'
              from generate_series(0, :circles) n;
            insert into members.counter (circle_id, last_number)
            select bench.circle(n), case when n = 0 then :members else 201 end from generate_series(0, :circles) n
            """;

    private static final String MEMBERS = """
            insert into members.membership
                   (circle_id, account_id, number, role, state, alias, sort_key, folded, introduction, seen_number, joined_at, seen_at)
            select bench.circle(c), bench.account(n), n,
                   case when n = 1 then 'owner' when c = 0 and n between 192 and 201 then 'admin' else 'member' end, 'active',
                   'Tea friend 茶友 ' || n, convert_to('tea friend 茶友 ' || n, 'UTF8'), 'tea friend 茶友 ' || n,
                   'Green in the morning, dark in the evening.', case when c = 0 then greatest(:posts - 30, 0) else n % 5 end,
                   bench.joined(n), bench.written(:posts) - (n % 1000) * interval '1 hour'
              from generate_series(0, :circles) c,
                   lateral generate_series(1::bigint, case when c = 0 then :members else 201 end) n;
            insert into members.account_circle (account_id, circle_id, role, state, seen_number, joined_at, visited_at)
            select account_id, circle_id, role, state, seen_number, joined_at, seen_at from members.membership
            """;

    private static final String POSTS = """
            insert into content.post
                   (circle_id, post_id, number, author_id, title, body, html, excerpt, minutes, state, created_at, published_at,
                    active_at, comment_count, reaction_count, highlighted_at, highlighted_by, pinned_order)
            select bench.circle(0), bench.post(n), n, bench.account(bench.author(n)),
                   case when n % 3 = 0 then '' else t.title end, t.body, t.html, t.excerpt, 2, 'live', bench.written(n),
                   bench.written(n), bench.written(n) + (case when n % 10 = 0 then n % 60 else 0 end) * interval '1 minute',
                   bench.comments(n), bench.reactions(n), case when n % 50 = 0 then bench.written(n) end,
                   case when n % 50 = 0 then bench.account(1) end, case when n = 7 then 1 end
              from generate_series(:from::bigint, :to) n
              join bench.text t on t.k = n % 512
            """;

    private static final String SMALL_POSTS = """
            insert into content.post
                   (circle_id, post_id, number, author_id, title, body, html, excerpt, minutes, state, created_at, published_at,
                    active_at)
            select bench.circle(c), bench.id('small', bench.written(:posts), c * 10 + n), n, bench.account(n), t.title, t.body,
                   t.html, t.excerpt, 2, 'live', bench.written(:posts), bench.written(:posts), bench.written(:posts)
              from generate_series(1, :circles) c, generate_series(1, 5) n
              join bench.text t on t.k = n
            """;

    private static final String COMMENTS = """
            insert into comments.comment (circle_id, comment_id, post_id, thread_id, form_id, author_id, body, html, state, made_at)
            select bench.circle(0), i.id, bench.post(n), i.id, i.id, bench.account(bench.author(n + c)), t.comment,
                   '<p>' || t.comment || '</p>', 'live', bench.written(n) + c * interval '1 minute'
              from generate_series(1::bigint, :posts) n
             cross join lateral generate_series(1, bench.comments(n)) c
             cross join lateral (select bench.id('comment' || c, bench.written(n) + c * interval '1 minute', n)) i (id)
              join bench.text t on t.k = (n + c) % 512
            """;

    private static final String REACTIONS = """
            insert into reactions.reaction (circle_id, target_id, account_id, kind, made_at)
            select bench.circle(0), bench.post(n), bench.account(1 + (bench.author(n) + r) % :members),
                   case when r = 1 then 'think' else 'like' end, bench.written(n) + r * interval '1 minute'
              from generate_series(1::bigint, :posts) n, lateral generate_series(1, bench.reactions(n)) r;
            insert into reactions.tally (circle_id, target_id, kind, count)
            select bench.circle(0), bench.post(n), k.kind, k.count
              from generate_series(1::bigint, :posts) n,
                   lateral (values ('think', least(bench.reactions(n), 1)), ('like', bench.reactions(n) - 1)) k (kind, count)
             where k.count > 0
            """;

    private static final String TAGS = """
            insert into tags.tag (circle_id, tag_id, name, sort_key, made_by, made_at)
            select bench.circle(0), bench.id('tag', bench.joined(n), n), 'leaf-' || n, convert_to('leaf-' || n, 'UTF8'),
                   bench.account(1), bench.joined(n)
              from generate_series(1, 20) n;
            insert into tags.name (circle_id, folded, tag_id) select circle_id, name, tag_id from tags.tag;
            insert into tags.post_tag (circle_id, post_id, tag_id, number)
            select bench.circle(0), bench.post(n), bench.id('tag', bench.joined(k), k), n
              from generate_series(1::bigint, :posts) n,
                   lateral (select distinct 1 + (n * 7 + i * i) % 20 from generate_series(1, (n % 3)::integer) i) j (k);
            update tags.tag t set post_count = (select count(*) from tags.post_tag p
                                                 where p.circle_id = t.circle_id and p.tag_id = t.tag_id)
            """;

    /** A hundred thousand things that wait for staff. */
    private static final String REVIEW = """
            insert into review.item
                   (circle_id, item_id, kind, thing_id, author_id, about_admin, held, rules, reports, mended, risk, state, turn, opened_at,
                    reason)
            select bench.circle(0), bench.id('item', bench.written(n), n), 'post', bench.post(n), bench.account(bench.author(n)), false,
                   n % 3 = 0, '{}', n % 2, false, n % 4, 'open', 1, bench.written(n), ''
              from generate_series(1::bigint, least(:posts, 100000)) n
            """;

    void fill() throws IOException, SQLException {
        try (var database = program.connect()) {
            run(database, "create schema bench");
            run(database, FUNCTIONS);
            texts(database);
            var keys = Keys.drop(database);
            run(database, ACCOUNTS);
            run(database, CIRCLES);
            run(database, Found.PROGRESS);
            var parts = new ArrayList<>(List.of(MEMBERS, SMALL_POSTS, COMMENTS, REACTIONS, TAGS, REVIEW));
            var step = Math.max(100_000, posts / 20);
            for (var from = 1L; from <= posts; from += step) {
                parts.addFirst(POSTS.replace(":from", "" + from).replace(":to", "" + Math.min(posts, from + step - 1)));
            }
            together(parts);
            found(database);
            Keys.restore(database, keys);
            readers(database);
            run(database, "drop schema bench cascade");
            run(database, "vacuum analyze");
        }
    }

    private void found(Connection database) throws IOException, SQLException {
        run(database, Found.MODEL_POSTS);
        run(database, Found.SMALL_CIRCLES);
        Found.await(database);
        run(database, Found.MODELS_APART);
        var parts = new ArrayList<String>();
        var step = Math.max(50_000, posts / 20);
        for (var from = Found.first(); from <= posts; from += step) {
            parts.add(
                    Found.DOCUMENTS.replace(":from", "" + from).replace(":to", "" + Math.min(posts, from + step - 1)));
        }
        together(parts);
        together(List.of(Found.TERMS, Found.INDEX));
    }

    /** Both cores help. */
    private void together(List<String> parts) throws IOException {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var work = parts.stream()
                    .map(part -> (Callable<Void>) () -> {
                        try (var database = program.connect()) {
                            run(database, part);
                        }
                        return null;
                    })
                    .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException(e);
        }
    }

    private void run(Connection database, String statements) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(statements
                    .replace(":posts", "" + posts)
                    .replace(":members", "" + members)
                    .replace(":circles", "" + circles));
        }
    }

    private static void texts(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(
                    "create table bench.text (k bigint, title text, body text, html text, excerpt text, comment text)");
        }
        var prose = new Prose(1);
        try (var insert = database.prepareStatement("insert into bench.text values (?, ?, ?, ?, ?, ?)")) {
            for (var n = 0; n < TEXTS; n++) {
                var body = prose.body();
                insert.setLong(1, n);
                insert.setString(2, prose.title());
                insert.setString(3, body);
                insert.setString(4, Prose.html(body));
                insert.setString(5, Prose.excerpt(body));
                insert.setString(6, prose.comment());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Some members are signed in. */
    private static void readers(Connection database) throws SQLException {
        for (var reader : readersOf(database)) {
            try (var insert = database.prepareStatement("""
                    insert into accounts.session (account_id, session_id, secret_hash, created_at, seen_at, expires_at)
                    values (?, ?, ?, now(), now(), now() + interval '90 days')
                    """)) {
                insert.setObject(1, reader.account());
                insert.setObject(2, reader.account());
                insert.setBytes(3, reader.secretHash());
                insert.execute();
            }
            try (var insert = database.prepareStatement("""
                    insert into tokens.token (account_id, token_id, secret_hash, name, scopes, created_at)
                    values (?, ?, ?, 'bench', '{read,write,manage}', now())
                    """)) {
                insert.setObject(1, reader.account());
                insert.setObject(2, reader.account());
                insert.setBytes(3, reader.secretHash());
                insert.execute();
            }
        }
    }

    private static List<Reader> readersOf(Connection database) throws SQLException {
        try (var query = database.prepareStatement("""
                select m.account_id
                  from members.membership m
                  join circles.circle c on c.circle_id = m.circle_id
                 where c.slug = ? and m.number between 2 and ?
                 order by m.number
                """)) {
            query.setString(1, SLUG);
            query.setLong(2, READERS + 1);
            var readers = new ArrayList<Reader>();
            for (var rows = query.executeQuery(); rows.next(); ) {
                readers.add(Reader.of(rows.getObject(1, UUID.class)));
            }
            return List.copyOf(readers);
        }
    }

    List<Reader> readers() throws IOException, SQLException {
        try (var database = program.connect()) {
            return readersOf(database);
        }
    }
}
