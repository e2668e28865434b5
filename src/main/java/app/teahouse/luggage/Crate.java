package app.teahouse.luggage;

import app.teahouse.kernel.CircleId;
import com.google.errorprone.annotations.CompileTimeConstant;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One table of circles and how its rows leave and come back. A column that is not named here leaves as it is. Everything that
 * becomes part of a statement is a literal, as for {@code Db}.
 *
 * <p>{@code Crate.of("columns.done", "account_id, post_id").people("account_id").discreet()}
 */
public final class Crate {
    /** Where a crate stands among the others on the way in. Those of one stage come in the order of their foreign keys. */
    public enum Stage {
        PEOPLE,
        FILES,
        FIRST,
        WORDS,
        LAST
    }

    private final String table;
    private final List<String> keys;
    private final Set<String> people = new HashSet<>();
    private final Set<String> texts = new HashSet<>();
    private final Set<String> files = new HashSet<>();
    private final Set<String> pictures = new HashSet<>();
    private final Set<String> made = new HashSet<>();
    private final Map<String, String> as = new HashMap<>();
    private final Map<String, String> left = new LinkedHashMap<>();
    private final Map<String, Integer> most = new HashMap<>();
    private final Map<String, Predicate<String>> checks = new HashMap<>();
    private Stage stage = Stage.WORDS;
    private int atOnce = 1_000;
    private boolean discreet;
    private String only = "";
    private @Nullable String staysBecause;
    private @Nullable Paper paper;
    private @Nullable Bytes bytes;
    private Making making = (arrival, rows) -> {};
    private Making then = (arrival, rows) -> {};

    private Crate(String table, List<String> keys) {
        this.table = table;
        this.keys = keys;
    }

    /** What is done with some rows on their way in, within the transaction that writes them. */
    public interface Making {
        void make(Arrival arrival, List<Row> rows);
    }

    /**
     * A column that leaves as a file of its own, for people to read.
     *
     * @param path where it lies in the archive
     * @param head what stands above it, for readers alone
     */
    public record Paper(String column, Function<Row, String> path, Function<Row, String> head) {}

    /** Bytes that belong to a row, a file of their own in the archive. */
    public interface Bytes {
        String path(Row row);

        /** Nothing if the bytes are gone. */
        @Nullable
        InputStream open(CircleId circle, Row row) throws IOException;

        /**
         * Keeps them, and fills in what the row says of them. They are written before the row, and may be written twice.
         *
         * @throws app.teahouse.kernel.Refusal what is wrong with them
         */
        void keep(Arrival arrival, Row row, InputStream content) throws IOException;
    }

    /**
     * A table that leaves.
     *
     * @param keys the columns that its rows are known and sorted by, within a circle; none for a single row
     */
    public static Crate of(@CompileTimeConstant final String table, @CompileTimeConstant final String keys) {
        return new Crate(table, split(keys));
    }

    /** A table that stays behind. */
    public static Crate stays(@CompileTimeConstant final String table, String because) {
        var crate = new Crate(table, List.of());
        crate.staysBecause = because;
        return crate;
    }

    private static List<String> split(String columns) {
        return columns.isEmpty() ? List.of() : List.of(columns.split(", "));
    }

    /**
     * Columns with accounts, which leave as members' numbers. Of somebody who is in the circle no more only a 0 leaves; if the
     * column is a key, the row stays behind.
     */
    public Crate people(@CompileTimeConstant final String columns) {
        people.addAll(split(columns));
        return this;
    }

    /** Columns with Markdown: what it says of the circle's files and pages leaves without this site's addresses. */
    public Crate text(@CompileTimeConstant final String columns) {
        texts.addAll(split(columns));
        return this;
    }

    /** Columns with a file's id. */
    public Crate files(@CompileTimeConstant final String columns) {
        files.addAll(split(columns));
        return this;
    }

    /** Columns with the address of a picture of the circle; others stay behind. */
    public Crate pictures(@CompileTimeConstant final String columns) {
        pictures.addAll(split(columns));
        return this;
    }

    /** Columns that stay behind and are {@link #making made} anew. */
    public Crate made(@CompileTimeConstant final String columns) {
        made.addAll(split(columns));
        return this;
    }

    /** Columns that stay behind and begin as in any new row. */
    public Crate leave(@CompileTimeConstant final String columns, String because) {
        split(columns).forEach(column -> left.put(column, because));
        return this;
    }

    /** A column that leaves in another form; {@code t} is the row. */
    public Crate as(@CompileTimeConstant final String column, @CompileTimeConstant final String expression) {
        as.put(column, expression);
        return this;
    }

    /** Which rows leave; {@code t} is the row. */
    public Crate only(@CompileTimeConstant final String condition) {
        only = condition;
        return this;
    }

    /** How many characters a column may have on the way in. */
    public Crate most(@CompileTimeConstant final String columns, int characters) {
        split(columns).forEach(column -> most.put(column, characters));
        return this;
    }

    /** What a column may hold on the way in, where the table itself does not say it. */
    public Crate check(@CompileTimeConstant final String column, Predicate<String> good) {
        checks.put(column, good);
        return this;
    }

    /** Rows about what the person in their key read: of those who do not show it none leaves. */
    public Crate discreet() {
        discreet = true;
        return this;
    }

    public Crate stage(Stage other) {
        stage = other;
        return this;
    }

    /** How many rows lie in one part, where rows are large or much is done with them. */
    public Crate atOnce(int rows) {
        atOnce = rows;
        return this;
    }

    public Crate paper(Paper file) {
        paper = file;
        return this;
    }

    public Crate bytes(Bytes content) {
        bytes = content;
        return this;
    }

    /** Fills in what was left out, before the rows are written. */
    public Crate making(Making work) {
        making = work;
        return this;
    }

    /** What else there is to do once the rows are written. */
    public Crate then(Making work) {
        then = work;
        return this;
    }

    public String table() {
        return table;
    }

    public List<String> keys() {
        return keys;
    }

    public Set<String> people() {
        return people;
    }

    public Set<String> texts() {
        return texts;
    }

    public Set<String> files() {
        return files;
    }

    public Set<String> pictures() {
        return pictures;
    }

    public Set<String> made() {
        return made;
    }

    public Map<String, String> as() {
        return as;
    }

    public Map<String, String> left() {
        return left;
    }

    public int most(String column) {
        return most.getOrDefault(column, texts.contains(column) ? 200_000 : 2_000);
    }

    public boolean isGood(String column, String value) {
        return checks.getOrDefault(column, any -> true).test(value);
    }

    public String only() {
        return only;
    }

    public boolean isDiscreet() {
        return discreet;
    }

    public Stage stage() {
        return stage;
    }

    public int atOnce() {
        return atOnce;
    }

    public boolean leaves() {
        return staysBecause == null;
    }

    public String staysBecause() {
        return staysBecause == null ? "" : staysBecause;
    }

    public @Nullable Paper paper() {
        return paper;
    }

    public @Nullable Bytes bytes() {
        return bytes;
    }

    public Making making() {
        return making;
    }

    public Making then() {
        return then;
    }
}
