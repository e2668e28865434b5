package app.teahouse.bench;

import java.io.IOException;
import java.nio.file.Files;

/** Records what the program does while a page is measured, if that was asked for. */
record Profile(String pid, String file) implements AutoCloseable {

    static Profile of(Options options, Program program, String page) throws IOException {
        var folder = options.profile();
        if (folder == null) {
            return new Profile("", "");
        }
        Files.createDirectories(folder);
        var pid = String.valueOf(program.handle().pid());
        jcmd(pid, "JFR.configure", "stackdepth=256");
        jcmd(
                pid,
                "JFR.start",
                "name=bench",
                "settings=profile",
                "jdk.CPUTimeSample#enabled=true",
                "jdk.CPUTimeSample#throttle=5ms");
        return new Profile(pid, folder.resolve(page + ".jfr").toString());
    }

    private static void jcmd(String... command) throws IOException {
        var whole = new String[command.length + 1];
        whole[0] = System.getProperty("java.home") + "/bin/jcmd";
        System.arraycopy(command, 0, whole, 1, command.length);
        Program.run(whole);
    }

    @Override
    public void close() throws IOException {
        if (!pid.isEmpty()) {
            jcmd(pid, "JFR.stop", "name=bench", "filename=" + file);
        }
    }
}
