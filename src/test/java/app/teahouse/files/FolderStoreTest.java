package app.teahouse.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest {
    private static final String KEY = "abcdefghijklmnopqrstuv2345";

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() throws IOException {
        store = new FolderStore(folder);
    }

    @Test
    void keeps_what_it_is_given() throws IOException {
        store.write(KEY, content("tea"));
        store.write(KEY + "-480", content("small tea"));

        assertThat(store.read(KEY)).hasContent("tea");
        assertThat(store.path(KEY)).hasValue(folder.resolve("23/45").resolve(KEY));
        assertThat(store.read(KEY + "-480")).hasContent("small tea");
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void forgets_what_is_deleted() throws IOException {
        store.write(KEY, content("tea"));
        store.delete(KEY);
        store.delete(KEY);

        assertThat(store.path(KEY)).isEmpty();
        assertThatThrownBy(() -> store.read(KEY)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void what_breaks_off_leaves_nothing() throws IOException {
        store.write(KEY, content("before"));
        var broken = new InputStream() {
            private int left = 100;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new IOException("The line went dead");
                }
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                into[from] = (byte) read();
                return 1;
            }
        };

        assertThatThrownBy(() -> store.write(KEY, broken)).hasMessage("The line went dead");

        assertThat(store.read(KEY)).hasContent("before");
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void never_leaves_its_folder() throws IOException {
        for (var key : new String[] {
            "",
            "../x",
            "/etc/passwd",
            KEY + "/../../x",
            KEY + "-../x",
            KEY.toUpperCase(Locale.ROOT),
            "a".repeat(25),
            KEY + "\n"
        }) {
            assertThatThrownBy(() -> store.read(key)).as(key).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.write(key, content("x")))
                    .as(key)
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.delete(key)).as(key).isInstanceOf(IllegalArgumentException.class);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("incoming"));
        }
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
