package app.teahouse.log;

import app.teahouse.kernel.Staff;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Tab;
import gg.jte.generated.precompiled.Templates;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A circle's log for its staff. {@link LogApi} is the other door. */
@Controller
class LogPages {
    private final CircleLog log;
    private final Templates templates;

    LogPages(CircleLog log, Templates templates) {
        this.log = log;
        this.templates = templates;
    }

    @GetMapping("/c/{slug}/manage/log")
    Page log(Staff staff, @RequestParam(required = false) @Nullable UUID before, Frame frame) {
        return Page.of(templates.logLog(frame, log.page(staff, before, CircleLog.SIZE)));
    }

    /** This room's tab. */
    @Configuration(proxyBeanMethods = false)
    static class Tabs {

        @Bean
        Tab logTab() {
            return new Tab(Tab.Place.ORDER, 90, Tab.Who.STAFF, "log.tab", "history", "/manage/log");
        }
    }
}
