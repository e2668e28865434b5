package app.teahouse.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder PostgreSQL keeps its data in: made once, with its settings written anew at each start. */
record Cluster(Path folder, Binaries binaries) {

    boolean exists() {
        return Files.exists(folder.resolve("PG_VERSION"));
    }

    void refuseOtherMajor() throws IOException {
        if (!exists()) {
            return;
        }
        var major = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!major.equals(String.valueOf(binaries.major()))) {
            throw new CannotStart("""
                    The data in %s was written by PostgreSQL %s, and this Teahouse brings PostgreSQL %d, which cannot read it. \
                    Start the Teahouse that wrote it, or move the data as docs/operating.md says.""".formatted(folder, major, binaries.major()));
        }
    }

    /**
     * Makes the cluster with its role and database beside the place and renames, so that a start cut short leaves nothing half-made.
     * The locale is built in: it must not depend on the machine, or {@code lower('Ä')} and trigrams of Chinese text fail silently.
     */
    void create(Access access) throws IOException {
        var part = folder.resolveSibling(folder.getFileName() + ".part");
        Folders.delete(part);
        binaries.run(
                "",
                "initdb",
                "--pgdata=" + part,
                "--username=postgres",
                "--auth=reject",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--lc-ctype=C.UTF-8",
                "--lc-collate=C",
                "--lc-messages=C",
                "--text-search-config=simple",
                "--data-checksums");
        single(part, """
                create role teahouse login nosuperuser password '%1$s';
                create role teahouse_app login nosuperuser password '%1$s';
                create database teahouse owner teahouse;
                """.formatted(access.password()));
        Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    void changePassword(Access access) throws IOException {
        single(folder, "alter role teahouse password '%s';\n".formatted(access.password()));
        makeProgram(access);
    }

    /** Clusters of an earlier Teahouse have only the owner's role. */
    void makeProgram(Access access) throws IOException {
        single(folder, """
                do $$ begin create role teahouse_app; exception when duplicate_object then null; end $$;
                alter role teahouse_app login nosuperuser password '%s';
                """.formatted(access.password()));
    }

    /** Runs statements, one a line, without a server: nobody can be connected meanwhile, and no superuser needs a password. */
    private void single(Path cluster, String statements) throws IOException {
        binaries.run(statements, "postgres", "--single", "-D", cluster, "postgres");
    }

    /**
     * The operator's own settings come first, so they may be of any size and speed, and ours after them: what keeps the database
     * closed and durable can't be changed there. Only our two roles may connect, with their password, from this machine; the superuser
     * cannot connect at all. What Teahouse asks wrongly it logs itself, so the server's log has no statements, which hold people's
     * words.
     */
    void configure(int port, boolean durable) throws IOException {
        Folders.write(
                folder.resolve("postgresql.conf"), """
                # Written by Teahouse at each start. Your own settings belong into postgres.conf in the data folder.
                shared_buffers = 64MB
                max_connections = 40
                max_worker_processes = 4
                max_parallel_workers = 2
                max_wal_size = 512MB
                checkpoint_timeout = 15min
                random_page_cost = 1.1
                io_method = sync
                jit = off

                include_if_exists = '../postgres.conf'

                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = scram-sha-256
                ssl = off
                fsync = %s
                synchronous_commit = %s
                full_page_writes = %s
                wal_level = replica
                autovacuum = on
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                default_text_search_config = 'pg_catalog.simple'
                log_min_messages = log
                log_min_error_statement = panic
                log_checkpoints = off
                """.formatted(port, onOff(durable), onOff(durable), onOff(durable)));
        Folders.write(folder.resolve("pg_hba.conf"), """
                # Written by Teahouse at each start.
                host teahouse teahouse,teahouse_app 127.0.0.1/32 scram-sha-256
                """);
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }
}
