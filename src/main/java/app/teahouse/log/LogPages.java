package app.teahouse.log;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Staff;
import app.teahouse.members.Members;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Tab;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A circle's log for its staff, and for each member what was done to them. {@link LogApi} is the other door. */
@Controller
class LogPages {
    private static final int MOST_STAFF = 100;

    private final CircleLog log;
    private final LogWish logWish;
    private final LogTable logTable;
    private final Members members;
    private final Templates templates;

    LogPages(CircleLog log, LogWish logWish, LogTable logTable, Members members, Templates templates) {
        this.log = log;
        this.logWish = logWish;
        this.logTable = logTable;
        this.members = members;
        this.templates = templates;
    }

    /** What makes no sense finds everything, and the form says what is wrong. */
    @GetMapping("/c/{slug}/manage/log")
    Page log(Staff staff, @RequestParam(required = false) @Nullable UUID before, Frame frame, Form form) {
        return form.submit(
                () -> Page.of(templates.logLog(
                        frame,
                        log.page(staff, logWish.filter(staff, asked(form)), before, CircleLog.SIZE),
                        members.staff(staff.circle(), MOST_STAFF),
                        new LogQuery(asked(form)),
                        form)),
                again -> templates.logLog(
                        frame,
                        log.page(staff, null, CircleLog.SIZE),
                        members.staff(staff.circle(), MOST_STAFF),
                        new LogQuery(asked(again)),
                        again));
    }

    private static LogWish.Asked asked(Form form) {
        return new LogWish.Asked(
                form.text("kind"), form.text("by"), form.text("whose"), form.text("from"), form.text("to"));
    }

    @GetMapping("/c/{slug}/manage/log.csv")
    void table(Staff staff, Frame frame, Form form, HttpServletResponse response) throws IOException {
        logTable.send(staff, frame, logWish.filter(staff, asked(form)), response);
    }

    /** Names of staff are none of it: a member writes to the staff as a whole. */
    @GetMapping("/c/{slug}/membership/log")
    Page mine(Member member, @RequestParam(required = false) @Nullable UUID before, Frame frame) {
        return Page.of(templates.logMine(frame, log.ofMember(member, before, CircleLog.SIZE)));
    }

    /** This room's tab. */
    @Configuration(proxyBeanMethods = false)
    static class Tabs {

        @Bean
        Tab logTab() {
            return new Tab(Tab.Place.ORDER, 90, Tab.Who.STAFF, "log.tab", "/manage/log");
        }
    }
}
