package app.teahouse.testing;

import java.nio.file.Path;

/** Where the program under test keeps its files. Tests run in several processes side by side, and each has its own. */
public final class TestFolder {
    private TestFolder() {}

    static final String FORK = System.getProperty("tests.fork", "1");

    public static final Path DATA = Path.of("target/test-data", FORK);
}
