package app.teahouse.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What can be found in the large circle. The program indexes the first posts, one for each text of the {@link Dataset}; all others get
 * their words, other blocks of numbers, and some of two hundred thousand words that are the rarer the higher their number (Zipf), so
 * that there are words of every frequency.
 */
final class Found {
    private static final int MODELS = 512;

    /** That of the analysis, which what is compiled as the bench starts can't ask; a test holds them together. */
    static final int ANALYSIS = 4;

    /** Of every kind: rare, common, everywhere, together, in both languages, misspelt, nobody's, a phrase. */
    static final List<String> QUERIES = List.of(
            "w100003",
            "w4711",
            "w999",
            "w120",
            "w7",
            "w3",
            "infusion",
            "leaf",
            "味道",
            "茶",
            "紫砂壶",
            "w31 w77",
            "w5 w9",
            "w2000 infusion",
            "spring water",
            "山泉水",
            "兰花",
            "w15000",
            "w45123",
            "smelled of wet stone",
            "w8812",
            "tea",
            "w64 味道",
            "infusoin",
            "\"spring water\"",
            "w333 w2",
            "w71",
            "w25000 w1",
            "bitterness",
            "决定味道");

    private Found() {}

    /** Lets the program finish nothing by itself meanwhile: all circles count as indexed, by this version of the analysis. */
    static final String PROGRESS = """
            insert into index.progress (circle_id, version, stage, after_id, documents, last_number)
            select bench.circle(n), %d, 'done', '00000000-0000-0000-0000-000000000000', 0, case when n = 0 then :posts else 5 end
              from generate_series(0, :circles) n
            """.formatted(ANALYSIS);

    static final String MODEL_POSTS = """
            insert into index.change (circle_id, change_id, kind, about_id)
            select circle_id, post_id, 'post', post_id
              from content.post
             where circle_id = bench.circle(0) and number <= 512
            """;

    static final String SMALL_CIRCLES = """
            insert into index.change (circle_id, change_id, kind, about_id)
            select circle_id, post_id, 'post', post_id
              from content.post
             where circle_id <> bench.circle(0)
            """;

    static final String MODELS_APART = """
            create table bench.model as
            select number as k, substr(words::text, 2, 3) as code,
                   ts_delete(words, array(select w.lexeme from unnest(words) w where substr(w.lexeme, 4, 2) = '#b')) as words, front
              from index.document
             where circle_id = bench.circle(0) and kind = 'post';
            create index on bench.model (k);
            drop index index.document_words
            """;

    static final String DOCUMENTS = """
            insert into index.document (circle_id, document_id, kind, number, added_at, words, front)
            select bench.circle(0), bench.post(n), 'post', n, bench.written(n),
                   m.words || (select string_agg('''' || m.code || '=w' || v.word || ''':' || v.word % 90 + 200 || 'C', ' ')
                                 from (select distinct 1 + floor(exp(abs(hashint8extended(n, r)) % 1000000 / 1000000.0 * ln(200000)))::int
                                         as word
                                         from generate_series(1, 12) r) v)::tsvector
                           || ('''' || m.code || '#b8.' || (n >> 8) || ''' ''' || m.code || '#b13.' || (n >> 13) || ''' '''
                               || m.code || '#b18.' || (n >> 18) || '''')::tsvector,
                   m.front
              from generate_series(:from::bigint, :to) n
              join bench.model m on m.k = 1 + n % 512
            """;

    static final String TERMS = """
            delete from index.term where circle_id = bench.circle(0);
            insert into index.term (circle_id, term, documents)
            select bench.circle(0), substr(s.word, 4), s.ndoc
              from ts_stat('select words from index.document where circle_id = ''' || bench.circle(0) || '''') s
             where substr(s.word, 4, 2) <> '#b';
            update index.progress
               set documents = (select count(*) from index.document where circle_id = bench.circle(0))
             where circle_id = bench.circle(0)
            """;

    static final String INDEX = """
            set maintenance_work_mem = '1GB';
            create index document_words on index.document using gin (words) with (fastupdate = off)
            """;

    /** Until the program has looked at every change. */
    static void await(Connection database) throws SQLException, IOException {
        for (var tries = 0; tries < 240; tries++) {
            try (var query = database.createStatement();
                    var rows = query.executeQuery("select count(*) from index.change")) {
                rows.next();
                if (rows.getLong(1) == 0) {
                    return;
                }
            }
            Pause.millis(1_000);
        }
        throw new IOException("The program did not index the first posts");
    }

    static long first() {
        return MODELS + 1;
    }
}
