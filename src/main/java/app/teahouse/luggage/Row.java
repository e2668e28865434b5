package app.teahouse.luggage;

import app.teahouse.kernel.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A row of a table on its way out or in: its columns by name, as JSON. */
public final class Row {
    private final ObjectNode facts;

    public Row(ObjectNode facts) {
        this.facts = facts;
    }

    public ObjectNode facts() {
        return facts;
    }

    public boolean has(String column) {
        return facts.hasNonNull(column);
    }

    /** The column as text; nothing for null. */
    public String text(String column) {
        return has(column) ? facts.get(column).asString() : "";
    }

    public long number(String column) {
        return facts.path(column).asLong(0);
    }

    public boolean flag(String column) {
        return facts.path(column).asBoolean(false);
    }

    public UUID id(String column) {
        return UUID.fromString(text(column));
    }

    public AccountId account(String column) {
        return new AccountId(id(column));
    }

    public Row set(String column, @Nullable String value) {
        facts.put(column, value);
        return this;
    }

    public Row set(String column, long value) {
        facts.put(column, value);
        return this;
    }

    public Row set(String column, boolean value) {
        facts.put(column, value);
        return this;
    }

    /** Bytes, as PostgreSQL reads them from text. */
    public Row set(String column, byte[] value) {
        return set(column, "\\x" + java.util.HexFormat.of().formatHex(value));
    }

    public Row set(String column, Collection<String> values) {
        var array = facts.putArray(column);
        values.forEach(array::add);
        return this;
    }

    public List<String> texts(String column) {
        return facts.path(column).valueStream().map(one -> one.asString()).toList();
    }
}
