package app.teahouse.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void names_lose_paths_and_what_misleads() {
        assertThat(FileName.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.clean("C:\\Users\\me\\报告 一.pdf")).isEqualTo("报告 一.pdf");
        assertThat(FileName.clean("photo\u202Egpj.exe")).isEqualTo("photogpj.exe");
        assertThat(FileName.clean("a\r\nX-Evil: 1\".txt")).isEqualTo("aX-Evil_ 1_.txt");
        assertThat(FileName.clean(" ..hidden. ")).isEqualTo("hidden");
        assertThat(FileName.clean("..")).isEqualTo("file");
        assertThat(FileName.clean("茶".repeat(300) + ".pdf")).isEqualTo("茶".repeat(116) + ".pdf");
    }

    @Test
    void the_header_has_the_name_for_all_browsers() {
        assertThat(FileName.disposition(false, "report.pdf"))
                .isEqualTo("attachment; filename=\"report.pdf\"; filename*=UTF-8''report.pdf");
        assertThat(FileName.disposition(true, "茶 100%.jpg"))
                .isEqualTo("inline; filename=\"_ 100_.jpg\"; filename*=UTF-8''%e8%8c%b6%20100%25.jpg");
        assertThat(FileName.disposition(false, "a\"; x=\"b\r\nc"))
                .isEqualTo("attachment; filename=\"a_; x=_bc\"; filename*=UTF-8''a_%3b%20x%3d_bc");
    }
}
