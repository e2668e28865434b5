package app.teahouse.takeaway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A ZIP that may be left and gone on with. Its entries are appended to one file and its directory to a second one beside it; both
 * are cut to what was kept when they are opened again, so that a crash leaves nothing half. Memory holds one small entry at most.
 *
 * <p>Entries carry no date, so the same things make the same bytes.
 */
public final class Parcel implements AutoCloseable {
    private static final int UTF_8 = 0x0800;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int FIRST_DAY = 0x21;
    private static final long MOST = 0xFFFFFFFFL;

    /**
     * What of the two files counts.
     *
     * @param bytes of entries
     * @param directory bytes of their directory
     */
    public record Mark(long bytes, long directory, long entries) {
        public static final Mark NOTHING = new Mark(0, 0, 0);
    }

    private final FileChannel content;
    private final FileChannel directory;
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private long entries;

    private Parcel(FileChannel content, FileChannel directory, long entries) {
        this.content = content;
        this.directory = directory;
        this.entries = entries;
    }

    /** Opens it as it was at {@code mark}. */
    public static Parcel open(Path file, Mark mark) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var content = channel(file, mark.bytes());
        try {
            return new Parcel(content, channel(besides(file), mark.directory()), mark.entries());
        } catch (IOException e) {
            content.close();
            throw e;
        }
    }

    /** Whether what counted at {@code mark} is still there. */
    static boolean holds(Path file, Mark mark) throws IOException {
        return mark.entries() == 0
                || (Files.exists(file)
                        && Files.size(file) >= mark.bytes()
                        && Files.exists(besides(file))
                        && Files.size(besides(file)) >= mark.directory());
    }

    static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(besides(file));
    }

    private static Path besides(Path file) {
        return file.resolveSibling(file.getFileName() + ".directory");
    }

    private static FileChannel channel(Path file, long length) throws IOException {
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return channel.truncate(length).position(length);
    }

    public void put(String path, String text) throws IOException {
        put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file that is small enough to be held; it is compressed. */
    public void put(String path, byte[] bytes) throws IOException {
        var crc = new CRC32();
        crc.update(bytes);
        var packed = deflate(bytes);
        var smaller = packed.length < bytes.length;
        var at = content.position();
        var kept = smaller ? packed : bytes;
        var head = new Head(path, smaller ? DEFLATED : STORED, crc.getValue(), kept.length, bytes.length);
        write(content, head.local());
        write(content, ByteBuffer.wrap(kept));
        enter(head, at);
    }

    /** A file that is read as a stream and kept as it is: pictures and films do not get smaller. */
    public void store(String path, InputStream stream) throws IOException {
        var at = content.position();
        var crc = new CRC32();
        var length = 0L;
        write(content, new Head(path, STORED, 0, 0, 0).local());
        var buffer = new byte[64 * 1024];
        for (var read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            crc.update(buffer, 0, read);
            length += read;
            write(content, ByteBuffer.wrap(buffer, 0, read));
        }
        var head = new Head(path, STORED, crc.getValue(), length, length);
        var end = content.position();
        content.position(at);
        write(content, head.local());
        content.position(end);
        enter(head, at);
    }

    private void enter(Head head, long at) throws IOException {
        write(directory, head.central(at));
        entries++;
    }

    /** What is in it so far, in the order in which it was put in. All of the directory is read: for parcels of some thousand entries. */
    public List<String> names() throws IOException {
        var array = new byte[Math.toIntExact(directory.position())];
        var bytes = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (directory.read(bytes, bytes.position()) < 0) {
                throw new IOException("The directory of a parcel is shorter than it was");
            }
        }
        var names = new ArrayList<String>();
        for (var at = 0; at < array.length; ) {
            var length = Short.toUnsignedInt(bytes.getShort(at + 28));
            names.add(new String(array, at + 46, length, StandardCharsets.UTF_8));
            at += 46 + length + Short.toUnsignedInt(bytes.getShort(at + 30));
        }
        return names;
    }

    /** Brings everything so far to the disk, and says what counts from now on. */
    public Mark keep() throws IOException {
        content.force(false);
        directory.force(false);
        return new Mark(content.position(), directory.position(), entries);
    }

    /** Writes the directory behind the entries; after this it is a ZIP, and as long as is answered. */
    public long finish() throws IOException {
        var start = content.position();
        var length = directory.position();
        for (var from = 0L; from < length; ) {
            from += directory.transferTo(from, length - from, content.position(start + from));
        }
        content.position(start + length);
        write(content, end(start, length));
        content.force(true);
        return content.position();
    }

    /** Both ends: the one for long ZIPs and their place, and the old one that everybody looks for first. */
    private ByteBuffer end(long start, long length) {
        var end = little(56 + 20 + 22);
        end.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45);
        end.putInt(0)
                .putInt(0)
                .putLong(entries)
                .putLong(entries)
                .putLong(length)
                .putLong(start);
        end.putInt(0x07064b50).putInt(0).putLong(start + length).putInt(1);
        var few = (short) Math.min(entries, 0xFFFF);
        end.putInt(0x06054b50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(few)
                .putShort(few);
        end.putInt((int) Math.min(length, MOST))
                .putInt((int) Math.min(start, MOST))
                .putShort((short) 0);
        return end.flip();
    }

    private byte[] deflate(byte[] bytes) {
        deflater.reset();
        deflater.setInput(bytes);
        deflater.finish();
        var packed = new byte[bytes.length + 64];
        var length = deflater.deflate(packed);
        // Full before its end: it would be larger than it was.
        return deflater.finished() ? Arrays.copyOf(packed, length) : new byte[bytes.length + 1];
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        deflater.end();
        try (content;
                directory) {
            entries = 0;
        }
    }

    /** What a ZIP says of an entry, before its bytes and again in its directory. */
    private record Head(String path, int method, long crc, long packed, long length) {

        Head {
            if (length > MOST - 1) {
                throw new IllegalArgumentException("One file of a ZIP is larger than 4 GB: " + path);
            }
        }

        ByteBuffer local() {
            var name = path.getBytes(StandardCharsets.UTF_8);
            var head = little(30 + name.length);
            head.putInt(0x04034b50);
            facts(head, name.length).putShort((short) 0).put(name);
            return head.flip();
        }

        /** An entry that begins beyond 4 GB says so in an addition. */
        ByteBuffer central(long at) {
            var name = path.getBytes(StandardCharsets.UTF_8);
            var far = at >= MOST;
            var head = little(46 + name.length + 12).putInt(0x02014b50).putShort((short) (0x0300 | 45));
            facts(head, name.length).putShort((short) (far ? 12 : 0));
            head.putShort((short) 0).putShort((short) 0).putShort((short) 0);
            head.putInt(0100644 << 16).putInt((int) Math.min(at, MOST)).put(name);
            if (far) {
                head.putShort((short) 1).putShort((short) 8).putLong(at);
            }
            return head.flip();
        }

        private ByteBuffer facts(ByteBuffer head, int name) {
            head.putShort((short) 45).putShort((short) UTF_8).putShort((short) method);
            head.putShort((short) 0).putShort((short) FIRST_DAY);
            return head.putInt((int) crc)
                    .putInt((int) packed)
                    .putInt((int) length)
                    .putShort((short) name);
        }
    }
}
