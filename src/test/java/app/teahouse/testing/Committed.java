package app.teahouse.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that tests write from the code and that are committed, so that a change of theirs shows in the difference. */
public final class Committed {
    private Committed() {}

    /** Fails once where the file was not up to date, after writing it anew. */
    public static void assertSame(Path file, String now) throws IOException {
        var before = Files.exists(file) ? Files.readString(file) : "";
        if (!now.equals(before)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, now);
        }
        assertThat(now.equals(before))
                .as(file + " was not up to date and has been written anew: look at the difference and commit it")
                .isTrue();
    }
}
