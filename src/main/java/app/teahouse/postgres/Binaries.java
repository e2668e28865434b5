package app.teahouse.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's programs for this machine, unpacked from their jar once per version. */
record Binaries(Path folder, String version) {
    private static final Logger log = LoggerFactory.getLogger(Binaries.class);

    /**
     * PostgreSQL refuses to run as root. In a user namespace of its own root looks like nobody to it, while its files and signals
     * stay root's.
     */
    private static final List<String> AS_NOBODY = List.of("unshare", "--user");

    private static final Pattern VERSION = Pattern.compile("-(\\d+\\.\\d+(?:\\.\\d+)?)\\.jar");

    static Binaries in(Path parent) throws IOException {
        var packed = packed();
        var version = VERSION.matcher(packed.toString());
        if (!version.find()) {
            throw new IllegalStateException("No version of PostgreSQL in " + packed);
        }
        var folder = parent.resolve("postgres-bin-" + version.group(1));
        if (!Files.isDirectory(folder)) {
            unpack(packed, folder);
        }
        return new Binaries(folder, version.group(1));
    }

    private static URL packed() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var packed = Binaries.class.getResource("/postgres-%s-%s.txz".formatted(os, arch));
        if (packed == null) {
            throw new CannotStart(
                    "This Teahouse brings no PostgreSQL for %s on %s. Give it one of yours (15 or newer) by TEAHOUSE_DATABASE_URL."
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        return packed;
    }

    /**
     * Unpacks beside the place and renames, so that a half-unpacked folder is never taken for a whole one. The lock is for programs
     * that share a folder of binaries.
     */
    private static synchronized void unpack(URL packed, Path folder) throws IOException {
        var from = System.nanoTime();
        Files.createDirectories(folder.getParent());
        var lockFile = folder.resolveSibling("postgres-bin.lock");
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            if (Files.isDirectory(folder)) {
                return;
            }
            var part = folder.resolveSibling(folder.getFileName() + ".part");
            Folders.delete(part);
            try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed.openStream()))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(entry, tar, part);
                }
            }
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        log.info("PostgreSQL unpacked into {} in {} ms", folder, (System.nanoTime() - from) / 1_000_000);
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        var file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("An entry leads out of the archive: " + entry.getName());
        }
        if (entry.getName().endsWith(".a")) {
            return;
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(file.getParent());
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(content, file);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
        }
    }

    int major() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    /** The server on a cluster. It gets a session of its own, so that Ctrl-C in a terminal ends the program before its database. */
    ProcessBuilder server(Path cluster) {
        var apart = Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("/usr/bin/setsid") : List.<String>of();
        return command(apart, "postgres", "-D", cluster);
    }

    private ProcessBuilder command(List<String> through, String name, Object... arguments) {
        var command = new ArrayList<>(through);
        if (new UnixSystem().getUid() == 0) {
            command.addAll(AS_NOBODY);
        }
        command.add(folder.resolve("bin").resolve(name).toString());
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        var process = new ProcessBuilder(command);
        process.environment().keySet().removeIf(variable -> variable.startsWith("PG") || variable.startsWith("LC_"));
        process.environment().put("LC_ALL", "C");
        return process.redirectErrorStream(true);
    }

    /** Runs one of the programs to its end, with an input, and answers what it said. */
    String run(String input, String name, Object... arguments) throws IOException {
        var process = command(List.of(), name, arguments).start();
        try (var in = process.outputWriter(UTF_8)) {
            in.write(input);
        } catch (IOException e) {
            log.debug("{} did not read its input to the end", name, e);
        }
        var said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        if (process.onExit().join().exitValue() != 0 || said.contains("ERROR:") || said.contains("FATAL:")) {
            throw new CannotStart(name + " of PostgreSQL failed: " + said + hint(said));
        }
        return said;
    }

    /** What the operator can do, where the program's own words do not tell. */
    static String hint(String said) {
        return said.contains("unshare")
                ? " (PostgreSQL never runs as root, and this system gives root no user namespace: start Teahouse as an ordinary user.)"
                : "";
    }

    /** Frees the room that earlier versions took. */
    void removeOthers() throws IOException {
        try (var others = Files.newDirectoryStream(folder.getParent(), "postgres-bin-*")) {
            for (var other : others) {
                if (!other.equals(folder)) {
                    Folders.delete(other);
                }
            }
        }
    }
}
