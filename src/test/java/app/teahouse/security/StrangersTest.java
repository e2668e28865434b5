package app.teahouse.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import jakarta.servlet.http.Cookie;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What can be sent by somebody who only wants to make the server work. */
@TeahouseTest
class StrangersTest {
    @LocalServerPort
    int port;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomeTokens tokens;

    @Autowired
    Limits limits;

    @Autowired
    MockMvcTester mvc;

    /** Only the head is sent: whoever waits for the rest of it answers nothing. */
    @ParameterizedTest
    @CsvSource({
        "/sign-in, multipart/form-data, 303",
        "/c/tea/files, Multipart/Form-Data, 303",
        "/api/v1/circles/tea/files, multipart/form-data, 401",
        "/api/v1/nowhere, multipart/mixed, 401"
    })
    void a_strangers_files_are_refused_before_they_are_read(String path, String type, String status)
            throws IOException {
        assertThat(head("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                        + "; boundary=x\r\nContent-Length: 600000000\r\n\r\n--x\r\n"))
                .startsWith("HTTP/1.1 " + status);
    }

    @Test
    void a_request_of_a_program_is_bounded_in_memory() {
        var member = circles.someMember(circles.someOwner());
        var post = "{\"title\": \"x\", \"text\": \"x\", \"more\": \"" + "x".repeat(4_000_000) + "\"}";

        assertThat(mvc.post()
                        .uri("/api/v1/circles/" + member.face().slug() + "/posts")
                        .header("Authorization", "Bearer " + tokens.some(member.person(), "write"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(post))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("request.malformed");
    }

    @Test
    void a_cookie_that_is_not_of_our_making_spoils_no_page() {
        assertThat(mvc.get().uri("/sign-in").cookie(new Cookie("flash", "%zz"))).hasStatusOk();
    }

    @Test
    void a_text_that_the_database_cannot_hold_is_refused() {
        var member = circles.someMember(circles.someOwner());

        assertThat(mvc.get()
                        .uri("/c/" + member.face().slug() + "/members")
                        .param("q", "a\0b")
                        .cookie(people.cookie(member.person())))
                .hasStatus(422);
    }

    @Test
    void a_portrait_counts_as_an_upload() {
        var member = circles.someMember(circles.someOwner());
        for (var i = 0; i < 300; i++) {
            limits.take("upload", member.account().value().toString(), 300, Duration.ofHours(1));
        }

        assertThat(mvc.post()
                        .uri("/c/" + member.face().slug() + "/membership/profile")
                        .multipart()
                        .file(new MockMultipartFile("file", "me.png", "image/png", new byte[10]))
                        .cookie(people.cookie(member.person()))
                        .with(csrf()))
                .hasStatus(429);
    }

    /** It was taken for a bug of ours, and filled the log. */
    @Test
    void half_an_encoded_letter_in_an_address_is_a_mistake_of_the_sender() throws IOException {
        assertThat(head("GET /discover?q=% HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 422");
    }

    private String head(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
