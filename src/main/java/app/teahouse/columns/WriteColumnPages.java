package app.teahouse.columns;

import app.teahouse.files.KeepFile;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.security.Limits;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.On;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where columns are begun, described, published and deleted. Guest experts come here too, for their own. */
@Controller
class WriteColumnPages {
    private final Library library;
    private final ColumnSheet sheet;
    private final WriteColumn writeColumn;
    private final KeepFile keepFile;
    private final Limits limits;
    private final Templates templates;

    WriteColumnPages(
            Library library,
            ColumnSheet sheet,
            WriteColumn writeColumn,
            KeepFile keepFile,
            Limits limits,
            Templates templates) {
        this.library = library;
        this.sheet = sheet;
        this.writeColumn = writeColumn;
        this.keepFile = keepFile;
        this.limits = limits;
        this.templates = templates;
    }

    @GetMapping("/c/{slug}/manage/columns")
    Page list(Member member, Onlooker onlooker, Frame frame) {
        mustBegin(member);
        return Page.of(templates.columnsList(frame, library.editable(onlooker)));
    }

    @GetMapping("/c/{slug}/manage/columns/new")
    Page blank(Member member, Frame frame) {
        mustBegin(member);
        return Page.of(templates.columnsAbout(frame, Form.blank(frame), null));
    }

    @PostMapping("/c/{slug}/manage/columns")
    Page begin(
            @On(Surface.POST) Speaker speaker,
            Form form,
            Frame frame,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        mustBegin(speaker.member());
        return form.submit(
                () -> {
                    var text = text(form);
                    text.check();
                    var cover = cover(speaker, file);
                    var number = writeColumn.begin(speaker, text);
                    if (cover != null) {
                        writeColumn.cover(speaker, number, cover.id());
                    }
                    return Page.to(url(speaker.member(), number)).saying("columns.begun");
                },
                again -> templates.columnsAbout(frame, again, null));
    }

    private static void mustBegin(Member member) {
        if (!ColumnFace.mayBegin(member)) {
            throw Refusal.notAllowed("column.not-for-you");
        }
    }

    private static ColumnText text(Form form) {
        return new ColumnText(form.text("name"), form.text("promise"), form.has("course"), form.has("published"));
    }

    @GetMapping("/c/{slug}/manage/columns/{number}/about")
    Page about(Member member, Onlooker onlooker, @PathVariable long number, Frame frame) {
        var face = sheet.arrange(onlooker, member, number).face();
        var form = Form.blank(
                frame,
                "name",
                face.name(),
                "promise",
                face.promise(),
                "course",
                face.course(),
                "published",
                face.published());
        return Page.of(templates.columnsAbout(frame, form, face));
    }

    /** The picture is kept first: nothing slow is done while the column's row is changed. */
    @PostMapping("/c/{slug}/manage/columns/{number}/about")
    Page change(
            @On(Surface.POST) Speaker speaker,
            Onlooker onlooker,
            @PathVariable long number,
            Form form,
            Frame frame,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        var face = sheet.arrange(onlooker, speaker.member(), number).face();
        return form.submit(
                () -> {
                    var text = text(form);
                    text.check();
                    var cover = cover(speaker, file);
                    writeColumn.change(speaker, number, text);
                    if (cover != null || form.has("noCover")) {
                        writeColumn.cover(speaker, number, cover == null ? null : cover.id());
                    }
                    return Page.to(url(speaker.member(), number)).saying("web.saved");
                },
                again -> templates.columnsAbout(frame, again, face));
    }

    private KeepFile.@Nullable Kept cover(Speaker speaker, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return null;
        }
        limits.take("upload", speaker.account().value().toString(), 300, Duration.ofHours(1));
        try (var content = file.getInputStream()) {
            var name = file.getOriginalFilename();
            return keepFile.keepCover(speaker, name == null ? "" : name, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/c/{slug}/manage/columns/{number}/deletion")
    Page askDelete(Member member, Onlooker onlooker, @PathVariable long number, Frame frame) {
        return Page.of(templates.columnsDeletion(
                frame, sheet.arrange(onlooker, member, number).face()));
    }

    @PostMapping("/c/{slug}/manage/columns/{number}/deletion")
    Page delete(@On(Surface.POST) Speaker speaker, @PathVariable long number) {
        writeColumn.delete(speaker, number);
        return Page.to("/c/" + speaker.member().face().slug() + "/manage/columns")
                .saying("columns.deleted");
    }

    private static String url(Member member, long number) {
        return "/c/" + member.face().slug() + "/manage/columns/" + number;
    }
}
