package app.teahouse.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An import by its pages and by its API, as far as it goes where no other host can be reached. */
@TeahouseTest
class ImportDoorsTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomeTokens tokens;

    @Autowired
    Jobs jobs;

    @Autowired
    JsonMapper json;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Clock clock;

    private Owner owner;
    private String api;
    private String page;
    private String token;

    @BeforeEach
    void a_circle() {
        owner = circles.someOwner();
        page = "/c/" + SomeCircles.slug(owner) + "/manage/content";
        api = "/api/v1/circles/" + SomeCircles.slug(owner);
        token = "Bearer " + tokens.some(owner.member().person(), "read", "write", "manage");
    }

    @Test
    void the_report_names_lines_and_titles_and_no_files_that_nobody_knows() throws IOException {
        var lines = """
                {"format":"posts-jsonl","version":1,"source":"tea"}
                {"id":"1","title":"Later","text":"From the future.","created_at":"2091-04-01T12:00:00Z"}
                {"id":"1","title":"Again","text":"The same.","created_at":"2021-04-01T12:00:00Z"}
                nothing
                """;
        var brought = mvc.post()
                .uri(api + "/imports")
                .multipart()
                .file(new MockMultipartFile(
                        "file", "posts.jsonl", "application/json", lines.getBytes(StandardCharsets.UTF_8)))
                .header("Authorization", token)
                .exchange();
        var report = page + "/" + read(brought).get("id").stringValue();

        assertThat(show(report))
                .bodyText()
                .contains("Line 4", ">Later<", "It is there twice")
                .doesNotContain("post-", "line 4");
    }

    @Test
    void a_program_imports_and_sees_which_pictures_are_missing() throws IOException {
        var brought = mvc.post()
                .uri(api + "/imports")
                .multipart()
                .file(new MockMultipartFile("file", "tea.zip", "application/zip", archive()))
                .header("Authorization", token)
                .exchange();
        assertThat(brought).hasStatus(201);
        var run = read(brought).get("id").stringValue();
        assertThat(read(brought).get("picturesAway").intValue()).isEqualTo(2);
        assertThat(read(brought).get("hosts").intValue()).isEqualTo(1);

        assertThat(call("/imports/" + run + "/start", "{\"fetchPictures\": true}"))
                .hasStatus(204);
        work();

        var report = read(get("/imports/" + run));
        assertThat(report.get("state").stringValue()).isEqualTo("done");
        assertThat(report.get("pictures").get("failed").intValue()).isEqualTo(2);
        var missing = read(get("/imports/" + run + "/pictures")).get("items");
        assertThat(missing).hasSize(2);
        assertThat(missing.get(0).get("host").stringValue()).isEqualTo("nowhere.invalid");
        assertThat(missing.get(0).get("reason").stringValue()).isEqualTo("unknown_host");

        assertThat(call(
                        "/imports/" + run + "/pictures/"
                                + missing.get(0).get("id").stringValue() + "/again",
                        ""))
                .hasStatus(204);
        assertThat(read(get("/imports/" + run)).get("pictures").get("waiting").intValue())
                .isEqualTo(1);
        assertThat(call("/imports/" + run + "/pictures/stop", "")).hasStatus(204);
        assertThat(read(get("/imports/" + run)).get("pictures").get("known").intValue())
                .isEqualTo(1);

        assertThat(read(get("/bylines")).get("items").get(0).get("byline").stringValue())
                .isEqualTo("Lu Yu");
        assertThat(mvc.put()
                        .uri(api + "/bylines")
                        .header("Authorization", token)
                        .contentType("application/json")
                        .content("{\"byline\": \"Lu Yu\", \"member\": 1}"))
                .hasStatus(204);
        assertThat(read(get("/bylines")).get("items").get(0).get("member").intValue())
                .isEqualTo(1);
    }

    @Test
    void staff_see_the_offer_the_report_and_try_again() throws IOException {
        var run = upload();
        assertThat(show(run)).hasStatusOk().bodyText().contains("name=\"fetch\"", "2 pictures", "1 other site");

        assertThat(post(run + "/start", "fetch", "true")).hasStatus(303);
        work();
        assertThat(show(run))
                .hasStatusOk()
                .bodyText()
                .contains("nowhere.invalid", "There is no site of this name", "https://nowhere.invalid/one.png");

        assertThat(post(run + "/pictures/fetch", "x", "x")).hasStatus(303);
        assertThat(show(run)).hasStatusOk().bodyText().contains("0 of 2", "every 3s");
        work();
        assertThat(show(run + "?after=aaaaaaaaaaaaaaaaaaaaaaaaaa"))
                .hasStatusOk()
                .bodyText()
                .contains("one.png");
    }

    @Test
    void what_is_here_already_is_not_offered_again() throws IOException {
        var run = upload();
        post(run + "/start", "x", "x");
        work();

        assertThat(show(upload()))
                .hasStatusOk()
                .bodyText()
                .contains("here already", "form=\"drop\"")
                .doesNotContain("form=\"start\"");
    }

    private String upload() throws IOException {
        var sent = mvc.post()
                .uri(page)
                .multipart()
                .file(new MockMultipartFile("file", "tea.zip", "application/zip", archive()))
                .cookie(people.cookie(owner.member().person()))
                .with(csrf())
                .exchange();
        return String.valueOf(sent.getResponse().getHeader("Location"));
    }

    private void work() {
        jobs.run("imports.work", clock.instant());
        jobs.run("away.fetch", clock.instant());
    }

    private MvcTestResult show(String url) {
        return mvc.get().uri(url).cookie(people.cookie(owner.member().person())).exchange();
    }

    private MvcTestResult post(String url, String name, String value) {
        return mvc.post()
                .uri(url)
                .param(name, value)
                .cookie(people.cookie(owner.member().person()))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(api + path).header("Authorization", token).exchange();
    }

    private MvcTestResult call(String path, String body) {
        return mvc.post()
                .uri(api + path)
                .header("Authorization", token)
                .contentType("application/json")
                .content(body)
                .exchange();
    }

    private JsonNode read(MvcTestResult result) throws IOException {
        return json.readTree(result.getResponse().getContentAsString());
    }

    private static byte[] archive() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("manifest.csv"));
            zip.write("file,published,author\na.md,2022-04-01,Lu Yu\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("a.md"));
            zip.write("![one](https://nowhere.invalid/one.png)\n\n<img src=\"https://nowhere.invalid/two.png\">\n"
                    .getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
