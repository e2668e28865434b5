package app.teahouse.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** How to get into the database of a data folder: the port it had last and the password, kept where only the owner reads. */
record Access(int port, String password, boolean isNew, boolean hasProgram) {

    static Path file(Path folder) {
        return folder.resolve("postgres.access");
    }

    static Access of(Path folder) throws IOException {
        if (!Files.exists(file(folder))) {
            return new Access(0, newPassword(), true, true);
        }
        var kept = new Properties();
        kept.load(new StringReader(Files.readString(file(folder))));
        var password = kept.getProperty("password", "");
        return password.isEmpty()
                ? new Access(0, newPassword(), true, true)
                : new Access(
                        Integer.parseInt(kept.getProperty("port", "0")), password, false, kept.containsKey("program"));
    }

    Access at(int newPort) {
        return new Access(newPort, password, isNew, true);
    }

    static void remember(Path folder, Access access) throws IOException {
        Folders.write(file(folder), """
                # How Teahouse gets into its PostgreSQL. Lost, a new one is made at the next start.
                port=%d
                user=teahouse
                program=teahouse_app
                password=%s
                """.formatted(access.port, access.password));
    }

    private static String newPassword() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
