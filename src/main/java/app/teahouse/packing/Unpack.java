package app.teahouse.packing;

import app.teahouse.kernel.Refusal;
import app.teahouse.luggage.Arrival;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Row;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes a circle out of an archive, one part of a table after the other. Whatever is wrong is said with its file and line. */
@Component
public class Unpack {
    private static final int MOST_WORDS = 2_000_000;

    private final Crates crates;
    private final Catalogue catalogue;
    private final Rows rows;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    Unpack(Crates crates, Catalogue catalogue, Rows rows, JsonMapper json, TransactionTemplate transaction) {
        this.crates = crates;
        this.catalogue = catalogue;
        this.rows = rows;
        this.json = json;
        this.transaction = transaction;
    }

    /**
     * How far it is.
     *
     * @param crate which one, counted in the order of coming in
     * @param part of that crate, the last that came in
     * @param inCrate rows of this crate so far
     * @param rows of all crates so far
     */
    public record Progress(int crate, int part, long inCrate, long rows) {
        public static final Progress START = new Progress(0, 0, 0, 0);
    }

    /**
     * What was asked to come in with a part.
     *
     * @param unknown columns that this site does not know; they are left out
     */
    public record Done(Progress progress, Set<String> unknown) {}

    public boolean isDone(Progress progress) {
        return progress.crate() == crates.arriving().size();
    }

    /** Whether only the circle's own row is missing. */
    public boolean isLast(Progress progress) {
        return progress.part() == 0 && crates.arriving().get(progress.crate()).stage() == Crate.Stage.LAST;
    }

    /**
     * Takes in the next part.
     *
     * @param keep writes down how far it is, in the transaction of the rows
     * @throws Refusal {@code luggage.…}, with {@code path} and {@code line}
     */
    public Done next(Arrival arrival, Manifest manifest, ZipIn zip, Progress progress, Keep keep) throws IOException {
        var crate = crates.arriving().get(progress.crate());
        var part = progress.part() + 1;
        var path = Pack.path(crate.table(), part);
        var content = zip.read(path);
        if (content.isEmpty()) {
            if (progress.inCrate() != manifest.count(crate.table())) {
                throw Refusal.invalid("file", "luggage.missing").with("path", path);
            }
            var next = new Progress(progress.crate() + 1, 0, 0, progress.rows());
            transaction.executeWithoutResult(_ -> keep.keep(next));
            return new Done(next, Set.of());
        }
        var unknown = new HashSet<String>();
        var lines = lines(path, content.get());
        var read = new ArrayList<Row>();
        for (var line = 0; line < lines.size(); line++) {
            read.add(read(arrival, crate, zip, new Place(path, line + 1), lines.get(line), unknown));
        }
        var next =
                new Progress(progress.crate(), part, progress.inCrate() + read.size(), progress.rows() + read.size());
        write(arrival, crate, path, read, () -> keep.keep(next));
        return new Done(next, unknown);
    }

    /** Writes down how far it is. */
    public interface Keep {
        void keep(Progress progress);
    }

    /** Where something stands in an archive. */
    record Place(String path, int line) {
        Refusal wrong(String code, String field) {
            return Refusal.invalid("file", code)
                    .with("path", path)
                    .with("line", line)
                    .with("field", field);
        }
    }

    private static List<String> lines(String path, byte[] content) {
        return utf8(path, content).lines().filter(line -> !line.isBlank()).toList();
    }

    private static String utf8(String path, byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ZipIn.damaged(path);
        }
    }

    private Row read(Arrival arrival, Crate crate, ZipIn zip, Place place, String line, Set<String> unknown)
            throws IOException {
        Row row;
        try {
            if (!(json.readTree(line) instanceof ObjectNode facts)) {
                throw place.wrong("luggage.no-json", "");
            }
            facts.removeNulls();
            row = new Row(facts);
        } catch (JacksonException e) {
            throw place.wrong("luggage.no-json", "");
        }
        var columns = catalogue.columns(crate.table());
        unknown.addAll(Strict.check(crate, columns, row, place));
        var paper = crate.paper();
        if (paper != null) {
            row.set(paper.column(), words(zip, paper.path().apply(row), place));
            Strict.check(crate, columns, row, place);
        }
        Strict.people(crate, columns, row, arrival);
        Addresses.settle(arrival.face(), crate, row);
        bytes(arrival, crate, zip, row, place);
        return row;
    }

    /** What stands below the head. */
    private static String words(ZipIn zip, String path, Place place) throws IOException {
        var text = utf8(path, zip.read(path, MOST_WORDS).orElseThrow(() -> place.wrong("luggage.missing-words", path)));
        if (text.startsWith("---\n")) {
            var end = text.indexOf("\n---\n\n", 3);
            return end < 0 ? text : text.substring(end + 6);
        }
        return text;
    }

    private static void bytes(Arrival arrival, Crate crate, ZipIn zip, Row row, Place place) throws IOException {
        var bytes = crate.bytes();
        if (bytes == null) {
            return;
        }
        var path = bytes.path(row);
        try (var content = zip.stream(path).orElseThrow(() -> place.wrong("luggage.missing-bytes", path))) {
            bytes.keep(arrival, row, content);
        } catch (Refusal refusal) {
            throw refusal.facts().containsKey("path")
                    ? refusal
                    : Refusal.invalid("file", refusal.code())
                            .with("path", path)
                            .with("line", place.line())
                            .with("field", "");
        } catch (IOException e) {
            throw ZipIn.damaged(path);
        }
    }

    /** All rows at once; if the database will not have them, one by one to find the first that is wrong. */
    private void write(Arrival arrival, Crate crate, String path, List<Row> read, Runnable keep) {
        try {
            transaction.executeWithoutResult(_ -> {
                write(arrival, crate, read);
                keep.run();
            });
        } catch (DataAccessException e) {
            throw first(arrival, crate, path, read, e);
        }
    }

    private void write(Arrival arrival, Crate crate, List<Row> read) {
        crate.making().make(arrival, read);
        rows.write(arrival.circle(), crate, read);
        crate.then().make(arrival, read);
    }

    private RuntimeException first(Arrival arrival, Crate crate, String path, List<Row> read, DataAccessException all) {
        if (!(all instanceof DataIntegrityViolationException)
                && !(all instanceof BadSqlGrammarException)
                && !(all instanceof UncategorizedSQLException)) {
            return all;
        }
        for (var line = 0; line < read.size(); line++) {
            var some = read.subList(0, line + 1);
            try {
                transaction.executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    write(arrival, crate, some);
                });
            } catch (DataAccessException e) {
                return new Place(path, line + 1).wrong("luggage.impossible", crate.table());
            }
        }
        return all;
    }
}
