package app.teahouse.web;

/** What was asked for stands at another address of this site. */
final class Moved extends RuntimeException {
    private final String location;

    Moved(String location) {
        super(location, null, false, false);
        this.location = location;
    }

    String location() {
        return location;
    }
}
