package app.teahouse.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the program and PostgreSQL have taken of the machine so far, as Linux counts it: CPU in milliseconds (in steps of ten), memory
 * in KiB, where what several processes share is split among them (PSS).
 *
 * @param compiling the part of the program's CPU that went into compiling itself, which ends as it runs longer
 */
record Usage(long program, long compiling, long postgres) {
    private static final long MILLIS_A_TICK = 10;

    static Usage of(ProcessHandle program, ProcessHandle postgres) {
        return new Usage(cpu(program.pid(), false), compiling(program.pid()), postgres(postgres));
    }

    Usage since(Usage before) {
        return new Usage(
                program - before.program, Math.max(0, compiling - before.compiling), postgres - before.postgres);
    }

    /** A backend that ended is counted in its parent, the server. */
    private static long postgres(ProcessHandle server) {
        return cpu(server.pid(), true)
                + server.descendants()
                        .mapToLong(child -> cpu(child.pid(), false))
                        .sum();
    }

    static long memory(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(one -> pss(one.pid()))
                .sum();
    }

    static long memoryAlone(ProcessHandle process) {
        return pss(process.pid());
    }

    private static long cpu(long pid, boolean andEndedChildren) {
        var fields = stat(Path.of("/proc/" + pid + "/stat"));
        if (fields.length == 0) {
            return 0;
        }
        var ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        if (andEndedChildren) {
            ticks += Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
        }
        return ticks * MILLIS_A_TICK;
    }

    private static long compiling(long pid) {
        try (var threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            return threads.filter(thread -> read(thread.resolve("comm")).matches("C[12] CompilerThr.*\\s*"))
                    .map(thread -> stat(thread.resolve("stat")))
                    .filter(fields -> fields.length > 0)
                    .mapToLong(fields -> (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_A_TICK)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    /** The fields after the name, which may hold blanks: the third is first. */
    private static String[] stat(Path file) {
        var text = read(file);
        return text.isEmpty()
                ? new String[0]
                : text.substring(text.lastIndexOf(')') + 2).split(" ");
    }

    private static long pss(long pid) {
        return read(Path.of("/proc/" + pid + "/smaps_rollup"))
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /** Empty where the process is gone. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("No such process")) {
                return "";
            }
            throw new UncheckedIOException(e);
        }
    }
}
