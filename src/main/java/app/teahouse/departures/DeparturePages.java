package app.teahouse.departures;

import app.teahouse.accounts.Sessions;
import app.teahouse.departures.DeleteAccount.Words;
import app.teahouse.kernel.Person;
import app.teahouse.security.Limits;
import app.teahouse.security.SessionCookie;
import app.teahouse.settings.SettingsEntry;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;

/** The last pages of settings: all my data as a ZIP, and deleting the account. */
@Controller
class DeparturePages {
    private static final String DATA = "/me/settings/data";
    private static final String LEAVE = "/me/settings/leave";

    private final Templates templates;
    private final DeleteAccount deleteAccount;
    private final List<OwnData> rooms;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Limits limits;
    private final JsonMapper json;

    DeparturePages(
            Templates templates,
            DeleteAccount deleteAccount,
            List<OwnData> rooms,
            Sessions sessions,
            SessionCookie cookie,
            Limits limits,
            JsonMapper json) {
        this.templates = templates;
        this.deleteAccount = deleteAccount;
        this.rooms = rooms;
        this.sessions = sessions;
        this.cookie = cookie;
        this.limits = limits;
        this.json = json;
    }

    @Bean
    static SettingsEntry dataEntry() {
        return new SettingsEntry(80, "departures.data", "download", DATA);
    }

    @Bean
    static SettingsEntry leaveEntry() {
        return new SettingsEntry(90, "departures.leave", "door-enter", LEAVE);
    }

    @GetMapping(DATA)
    Page data(Person person, Frame frame) {
        return Page.of(templates.departuresData(frame));
    }

    /** Streamed while it is read, room by room: nothing is built up in memory or on disk, and no connection is held. */
    @PostMapping(DATA)
    void data(Person person, HttpServletResponse response) throws IOException {
        sessions.reread(person.signIn());
        limits.take("own-data", person.account().value().toString(), 5, Duration.ofHours(1));
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"teahouse-my-data.zip\"");
        response.setHeader("Cache-Control", "no-store");
        try (var archive = new Archive(response.getOutputStream(), json)) {
            for (var room : rooms) {
                room.write(person.account(), archive);
            }
        }
    }

    @GetMapping(LEAVE)
    Page leave(Person person, Frame frame) {
        return Page.of(
                templates.departuresLeave(frame, Form.blank(frame, "words", "stay"), deleteAccount.obstacles(person)));
    }

    @PostMapping(LEAVE)
    Page leave(Person person, Frame frame, Form form, HttpServletResponse response) {
        return form.submit(
                () -> {
                    deleteAccount.delete(
                            person, form.value("password"), form.has("words", "go") ? Words.GO : Words.STAY);
                    cookie.clear(response);
                    return Page.to("/").saying("departures.left");
                },
                again -> templates.departuresLeave(frame, again, deleteAccount.obstacles(person)));
    }
}
