package app.teahouse.reservations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.teahouse.kernel.Refusal;
import app.teahouse.reservations.Heads.Column;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables as spreadsheets write them, and as nobody should. */
class GridTest {

    @Test
    void quotes_line_ends_and_empty_lines_are_read_as_spreadsheets_write_them() {
        var rows = rows("a, b ,\"c, \"\"d\"\"\"\r\n\r\n\"two\nlines\",x\ry\n", ',');
        assertThat(rows)
                .extracting(Grid.Row::line, Grid.Row::cells)
                .containsExactly(
                        tuple(1, List.of("a", "b", "c, \"d\"")),
                        tuple(3, List.of("two lines", "x")),
                        tuple(5, List.of("y")));
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("a\nb\n\"never closed", "reservation.open-quote", 3),
                Arguments.of("a\n\"" + "x\n".repeat(1_000_000), "reservation.open-quote", 2),
                Arguments.of("x".repeat(5_000_000), "reservation.cell-too-long", 1),
                Arguments.of(",".repeat(1_000_000), "reservation.too-many-cells", 1));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void what_would_swallow_the_rest_is_refused_with_its_line(String text, String code, int line) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> rows(text, ','))
                .satisfies(refusal -> {
                    assertThat(refusal.faults().getFirst().code()).isEqualTo(code);
                    assertThat(refusal.facts()).containsEntry("line", line);
                });
    }

    @Test
    void words_behind_a_closing_quote_and_control_letters_do_no_harm() {
        assertThat(rows("\"a\"b,c\u0000d\u001B", ','))
                .extracting(Grid.Row::cells)
                .containsExactly(List.of("ab", "cd"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"昵称,邮箱,标签", "Name;E-Mail;Tags", "标签\t电子邮箱\t姓名", "NICKNAME, Email , labels"})
    void heads_are_known_in_both_languages_whatever_stands_between(String head) {
        var heads = Heads.of(head + "\n");
        assertThat(heads.at()).containsOnlyKeys(Column.NAME, Column.EMAIL, Column.TAGS);
        assertThat(heads.unknown()).isEmpty();
    }

    @Test
    void a_file_without_addresses_and_one_with_two_columns_of_them_are_refused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Heads.of("a@example.org,b@example.org\n"))
                .satisfies(refusal ->
                        assertThat(refusal.faults().getFirst().code()).isEqualTo("reservation.no-email-column"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Heads.of("email,邮箱\n"))
                .satisfies(refusal ->
                        assertThat(refusal.faults().getFirst().code()).isEqualTo("reservation.head-twice"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-1-5, 2026-01-05",
        "2026/01/05 08:30, 2026-01-05",
        "2026年1月5日, 2026-01-05",
        "2026.12.31, 2026-12-31",
        "2026-02-30,",
        "05.01.2026,",
        "forever,",
        "0026-01-01,"
    })
    void days_are_read_in_the_ways_they_are_written(String text, LocalDate day) {
        assertThat(Entry.day(text)).isEqualTo(day);
    }

    @Test
    void letters_are_read_in_any_encoding_that_spreadsheets_write() throws IOException {
        var text = "昵称,邮箱\n小雨,a@example.org\n";
        for (var bytes : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                text.getBytes(Charset.forName("GB18030")),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))) {
            assertThat(Letters.of(new ByteArrayInputStream(bytes))).isEqualTo(text);
        }
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Letters.of(new ByteArrayInputStream(new byte[] {'P', 'K', 3, 4})));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Letters.of(new ByteArrayInputStream(new byte[Letters.MOST_BYTES + 1])));
    }

    private static List<Grid.Row> rows(String text, char between) {
        var grid = new Grid(text, between);
        var rows = new ArrayList<Grid.Row>();
        for (var row = grid.next(); row != null; row = grid.next()) {
            rows.add(row);
        }
        return rows;
    }
}
