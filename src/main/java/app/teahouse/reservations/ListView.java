package app.teahouse.reservations;

import app.teahouse.kernel.Cursor;
import java.time.Instant;
import java.util.List;

/**
 * A list of people as its page shows it.
 *
 * @param id as it stands in addresses
 * @param total its lines, of which {@code faulty} cannot be used
 * @param done how many lines were looked at, of which {@code fresh} made a place and {@code changed} changed one
 * @param already for how many lines there is a place before it begins
 * @param unknown heads that mean nothing here
 * @param odd only what is to be told of its lines
 */
public record ListView(
        String id,
        String state,
        String fileName,
        Instant madeAt,
        int total,
        int faulty,
        int done,
        int fresh,
        int changed,
        int already,
        List<String> unknown,
        boolean odd,
        Cursor<LineView> lines) {

    ListView with(int places, boolean onlyOdd, Cursor<LineView> some) {
        return new ListView(
                id, state, fileName, madeAt, total, faulty, done, fresh, changed, places, unknown, onlyOdd, some);
    }

    public boolean isReady() {
        return state.equals("ready");
    }

    public boolean isRunning() {
        return state.equals("running");
    }

    public boolean isDone() {
        return state.equals("done");
    }

    /** Lines that can be used. */
    public int good() {
        return total - faulty;
    }

    public int same() {
        return done - fresh - changed;
    }
}
