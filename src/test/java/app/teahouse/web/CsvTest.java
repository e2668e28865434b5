package app.teahouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.kernel.Refusal;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

class CsvTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "tea|tea",
                "-3.50|-3.50",
                "=1+1|'=1+1",
                "＝1|'＝1",
                "-rm|'-rm",
                "a,b|\"a,b\"",
                "say \"tea\"|\"say \"\"tea\"\"\"",
            })
    void a_cell_is_text_and_no_formula(String text, String written) throws IOException {
        var out = new StringWriter();
        Csv.line(out, List.of(text, "2"));
        assertThat(out.toString()).isEqualTo(written + ",2\r\n");
    }

    @Test
    void a_table_is_a_file_that_spreadsheets_read() throws IOException {
        var response = new MockHttpServletResponse();
        Csv.send(response, "teas", out -> Csv.line(out, List.of("茶", "1")));
        assertThat(response.getContentAsByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(response.getContentAsString()).isEqualTo("\uFEFF茶,1\r\n");
        assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"teas.csv\"");
        assertThat(response.getContentType()).isEqualTo("text/csv;charset=utf-8");
    }

    @Test
    void a_table_that_is_refused_is_no_file() {
        var response = new MockHttpServletResponse();
        assertThatThrownBy(() -> Csv.send(response, "teas", out -> {
                    Csv.line(out, List.of("tea"));
                    throw Refusal.notFound("member.unknown");
                }))
                .isInstanceOf(Refusal.class);
        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(response.getHeaderNames()).isEmpty();
    }
}
