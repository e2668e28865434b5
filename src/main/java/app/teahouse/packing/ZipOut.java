package app.teahouse.packing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A ZIP that is written a piece at a time, can be gone on with after a crash, and is the same whenever the same is put into it. The
 * JDK's own keeps every entry in memory, and begins anew. Its directory grows in a file beside it and is appended at the end.
 */
public final class ZipOut implements Closeable {
    private static final int UTF8 = 1 << 11;
    private static final int FIRST_DAY = 0x21; // 1980-01-01
    private static final long MOST_32 = 0xFFFFFFFFL;
    private static final int MOST_16 = 0xFFFF;

    private final FileChannel zip;
    private final FileChannel directory;
    private long entries;

    private ZipOut(FileChannel zip, FileChannel directory, long entries) {
        this.zip = zip;
        this.directory = directory;
        this.entries = entries;
    }

    /** How far a ZIP had come; what was written behind it is forgotten. */
    public record Mark(long position, long directory, long entries) {
        public static final Mark START = new Mark(0, 0, 0);
    }

    public static ZipOut open(Path file, Path directoryFile, Mark mark) throws IOException {
        var zip = channel(file, mark.position());
        try {
            return new ZipOut(zip, channel(directoryFile, mark.directory()), mark.entries());
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    private static FileChannel channel(Path file, long position) throws IOException {
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.size() < position) {
            channel.close();
            throw new IOException("The archive is shorter than it was: " + file);
        }
        channel.truncate(position).position(position);
        return channel;
    }

    /** Where to go on after a crash; all before it is on the disk. */
    public Mark mark() throws IOException {
        zip.force(false);
        directory.force(false);
        return new Mark(zip.position(), directory.position(), entries);
    }

    /** An entry that is compressed. */
    public void add(String name, byte[] content) throws IOException {
        var crc = new CRC32();
        crc.update(content);
        var packed = deflate(content);
        var at = zip.position();
        write(zip, head(name, 8, crc.getValue(), packed.remaining(), content.length));
        var size = packed.remaining();
        write(zip, packed);
        list(name, 8, crc.getValue(), size, content.length, at);
    }

    private static ByteBuffer deflate(byte[] content) {
        var deflater = new Deflater(6, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            var packed = new byte[content.length + content.length / 1000 + 64];
            var length = 0;
            while (!deflater.finished()) {
                length += deflater.deflate(packed, length, packed.length - length);
            }
            return ByteBuffer.wrap(packed, 0, length);
        } finally {
            deflater.end();
        }
    }

    /** An entry that is compressed already, such as a picture. Of what is not known before, the place is kept and filled in. */
    public void store(String name, InputStream content) throws IOException {
        var at = zip.position();
        write(zip, head(name, 0, 0, 0, 0));
        var crc = new CRC32();
        var size = 0L;
        var buffer = new byte[64 * 1024];
        for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            crc.update(buffer, 0, read);
            write(zip, ByteBuffer.wrap(buffer, 0, read));
            size += read;
        }
        if (size >= MOST_32) {
            throw new IOException("Too large for an entry: " + name);
        }
        var end = zip.position();
        zip.position(at);
        write(zip, head(name, 0, crc.getValue(), size, size));
        zip.position(end);
        list(name, 0, crc.getValue(), size, size, at);
    }

    private static ByteBuffer head(String name, int method, long crc, long packed, long size) {
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        return little(30 + bytes.length)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) UTF8)
                .putShort((short) method)
                .putShort((short) 0)
                .putShort((short) FIRST_DAY)
                .putInt((int) crc)
                .putInt((int) packed)
                .putInt((int) size)
                .putShort((short) bytes.length)
                .putShort((short) 0)
                .put(bytes)
                .flip();
    }

    private void list(String name, int method, long crc, long packed, long size, long at) throws IOException {
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        var far = at >= MOST_32;
        var entry = little(46 + bytes.length + (far ? 12 : 0))
                .putInt(0x02014b50)
                .putShort((short) (far ? 45 : 20))
                .putShort((short) (far ? 45 : 20))
                .putShort((short) UTF8)
                .putShort((short) method)
                .putShort((short) 0)
                .putShort((short) FIRST_DAY)
                .putInt((int) crc)
                .putInt((int) packed)
                .putInt((int) size)
                .putShort((short) bytes.length)
                .putShort((short) (far ? 12 : 0))
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) (far ? MOST_32 : at))
                .put(bytes);
        if (far) {
            entry.putShort((short) 1).putShort((short) 8).putLong(at);
        }
        write(directory, entry.flip());
        entries++;
    }

    /** Appends the directory; nothing can be added then. */
    public void finish() throws IOException {
        var from = zip.position();
        var size = directory.position();
        var done = 0L;
        while (done < size) {
            done += directory.transferTo(done, size - done, zip);
        }
        if (entries >= MOST_16 || from >= MOST_32 || size >= MOST_32) {
            write(zip, farEnd(from, size));
        }
        var few = (short) Math.min(entries, MOST_16);
        write(
                zip,
                little(22)
                        .putInt(0x06054b50)
                        .putInt(0)
                        .putShort(few)
                        .putShort(few)
                        .putInt((int) Math.min(size, MOST_32))
                        .putInt((int) Math.min(from, MOST_32))
                        .putShort((short) 0)
                        .flip());
        zip.force(true);
    }

    private ByteBuffer farEnd(long from, long size) {
        return little(56 + 20)
                .putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putInt(0)
                .putInt(0)
                .putLong(entries)
                .putLong(entries)
                .putLong(size)
                .putLong(from)
                .putInt(0x07064b50)
                .putInt(0)
                .putLong(from + size)
                .putInt(1)
                .flip();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void write(FileChannel channel, ByteBuffer content) throws IOException {
        while (content.hasRemaining()) {
            channel.write(content);
        }
    }

    @Override
    public void close() throws IOException {
        try (zip;
                directory) {
            // Both, whatever happens to one.
        }
    }
}
