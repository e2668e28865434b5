package app.teahouse.site;

import app.teahouse.kernel.Visitor;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the JSON API can do: for programs as OpenAPI, for people as a page. */
@Controller
class ApiPages {
    private final Templates templates;
    private final ApiDocument document;

    ApiPages(Templates templates, ApiDocument document) {
        this.templates = templates;
        this.document = document;
    }

    @GetMapping("/api")
    Page api(Visitor visitor, Frame frame) {
        return Page.of(templates.siteApi(frame, document.view()));
    }

    @GetMapping("/api/openapi.json")
    ResponseEntity<byte[]> openapi(Visitor visitor) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(document.bytes());
    }
}
