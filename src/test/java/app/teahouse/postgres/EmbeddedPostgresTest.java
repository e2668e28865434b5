package app.teahouse.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The database is closed to others, durable, independent of the machine's locale, and one program's at a time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedPostgresTest {
    static final Path BINARIES = Path.of("target/postgres");

    @TempDir
    static Path folder;

    private RunningPostgres postgres;

    @BeforeAll
    void start() {
        postgres = start(folder);
    }

    @AfterAll
    void stop() {
        postgres.close();
    }

    @Test
    void settings_are_durable() throws SQLException {
        assertThat(show("fsync")).isEqualTo("on");
        assertThat(show("synchronous_commit")).isEqualTo("on");
        assertThat(show("full_page_writes")).isEqualTo("on");
        assertThat(show("data_checksums")).isEqualTo("on");
    }

    @Test
    void it_listens_at_one_address_of_this_machine_alone() throws SQLException {
        assertThat(show("listen_addresses")).isEqualTo("127.0.0.1");
        assertThatThrownBy(() -> new Socket("127.0.0.2", postgres.port()).close())
                .isInstanceOf(IOException.class);
        assertThat(Path.of("/tmp/.s.PGSQL." + postgres.port())).doesNotExist();
    }

    @Test
    void a_wrong_password_is_refused() {
        assertThatThrownBy(() -> connect(postgres.url(), "teahouse", "wrong").close())
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState())
                .isEqualTo("28P01");
    }

    @Test
    void the_superuser_and_other_databases_are_out_of_reach() {
        assertThatThrownBy(() ->
                        connect(postgres.url(), "postgres", postgres.password()).close())
                .hasMessageContaining("no pg_hba.conf entry");
        var other = postgres.url().replace("/teahouse", "/postgres");
        assertThatThrownBy(() -> connect(other, "teahouse", postgres.password()).close())
                .hasMessageContaining("no pg_hba.conf entry");
    }

    @Test
    void our_role_is_no_superuser_and_adds_the_extensions_it_may() throws SQLException {
        assertThat(ask("select rolsuper from pg_roles where rolname = current_user"))
                .isEqualTo("f");
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("create extension pg_trgm");
            statement.execute("create extension unaccent");
            assertThatThrownBy(() -> statement.execute("create extension file_fdw"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void other_users_of_the_machine_cannot_read_the_folder_or_the_password() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Access.file(folder))))
                .isEqualTo("rw-------");
    }

    @Test
    void the_locale_does_not_depend_on_the_machine() throws SQLException {
        assertThat(ask("select lower('ÄÉ') || upper('ß茶')")).isEqualTo("äéß茶");
        assertThat(ask("select 'B' < 'a'")).isEqualTo("t");
        assertThat(show("server_encoding")).isEqualTo("UTF8");
    }

    @Test
    void a_second_program_is_told_who_has_the_folder() {
        assertThatThrownBy(() -> start(folder))
                .isInstanceOf(CannotStart.class)
                .hasMessage(
                        "The data folder %s is in use by another Teahouse (process %d). Stop that one, or choose another folder.",
                        folder, ProcessHandle.current().pid());
    }

    @Test
    void data_and_port_stay_over_a_restart_and_the_own_settings_of_the_operator_hold(@TempDir Path other)
            throws Exception {
        int port;
        try (var first = start(other)) {
            port = first.port();
            run(first, "create table kept (id int)");
        }
        Files.writeString(other.resolve("postgres.conf"), "work_mem = 5MB\nfsync = off\n");
        try (var second = start(other)) {
            assertThat(second.port()).isEqualTo(port);
            assertThat(ask(second, "select count(*) from kept")).isEqualTo("0");
            assertThat(ask(second, "show work_mem")).isEqualTo("5MB");
            assertThat(ask(second, "show fsync")).isEqualTo("on");
        }
        try (var taken = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
                var third = start(other)) {
            assertThat(third.port()).isNotEqualTo(taken.getLocalPort());
            assertThat(ask(third, "select count(*) from kept")).isEqualTo("0");
        }
        Files.delete(Access.file(other));
        try (var fourth = start(other)) {
            assertThat(ask(fourth, "select count(*) from kept")).isEqualTo("0");
        }
        Files.writeString(other.resolve("postgres/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> start(other))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("was written by PostgreSQL 17, and this Teahouse brings PostgreSQL 18");
    }

    @Test
    void a_pid_file_that_names_a_stranger_is_no_obstacle(@TempDir Path other) throws Exception {
        start(other).close();
        Files.writeString(
                other.resolve("postgres/postmaster.pid"),
                "%d\n%s\n1\n1\n\n127.0.0.1\n  1 1\nready\n"
                        .formatted(ProcessHandle.current().pid(), other.resolve("postgres")));
        try (var again = start(other)) {
            assertThat(ask(again, "select 1")).isEqualTo("1");
        }
    }

    static RunningPostgres start(Path folder) {
        return EmbeddedPostgres.in(folder).binariesIn(BINARIES).start();
    }

    private String show(String setting) throws SQLException {
        return ask("show " + setting);
    }

    private String ask(String query) throws SQLException {
        return ask(postgres, query);
    }

    private static String ask(RunningPostgres postgres, String query) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return Objects.requireNonNull(rows.getString(1));
        }
    }

    private static void run(RunningPostgres postgres, String statement) throws SQLException {
        try (var connection = connect(postgres);
                var running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    private Connection connect() throws SQLException {
        return connect(postgres);
    }

    static Connection connect(RunningPostgres postgres) throws SQLException {
        return connect(postgres.url(), postgres.user(), postgres.password());
    }

    private static Connection connect(String url, String user, String password) throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
