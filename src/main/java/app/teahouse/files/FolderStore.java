package app.teahouse.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A {@link Store} in a folder. A file lies two folders deep, named by the last letters of its id: these are random, while the
 * first ones are the time and would put a month's files into one folder.
 */
final class FolderStore implements Store {
    private static final Pattern KEY = Pattern.compile("([a-z2-7]{26})(-[a-z0-9]{1,12})?");

    private final Path folder;
    private final Path incoming;

    FolderStore(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        this.incoming = this.folder.resolve("incoming");
        Files.createDirectories(incoming);
    }

    @Override
    public void write(String key, InputStream content) throws IOException {
        var target = place(key);
        Files.createDirectories(target.getParent());
        var part = incoming.resolve(UUID.randomUUID().toString());
        try {
            try (var channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.transferTo(Channels.newOutputStream(channel));
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            for (var at = target.getParent(); at != null && at.startsWith(folder); at = at.getParent()) {
                forceFolder(at);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public InputStream read(String key) throws IOException {
        return Files.newInputStream(place(key));
    }

    @Override
    public Optional<Path> path(String key) {
        return Optional.of(place(key)).filter(Files::isRegularFile);
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(place(key));
    }

    private Path place(String key) {
        var parts = KEY.matcher(key);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a key: " + key);
        }
        var id = parts.group(1);
        return folder.resolve(id.substring(22, 24)).resolve(id.substring(24)).resolve(key);
    }

    /** A new name in a folder is only safe once the folder is written too. Not every system can do this, or needs it. */
    private static void forceFolder(Path at) {
        try (var channel = FileChannel.open(at, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows refuses to open a folder.
        }
    }
}
