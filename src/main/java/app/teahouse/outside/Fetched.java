package app.teahouse.outside;

/** What came of a fetch. */
public sealed interface Fetched {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Got(byte[] body) implements Fetched {}

    record Missed(Miss why) implements Fetched {}
}
