package app.teahouse.columns;

import app.teahouse.guard.ClosedJson;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.web.NoSurface;
import app.teahouse.web.On;
import app.teahouse.web.WhileHalted;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A circle's columns as programs read and arrange them. */
@RestController
@RequestMapping("/api/v1/circles/{slug}")
class ColumnApi {
    private final Library library;
    private final ColumnSheet sheet;
    private final WriteColumn writeColumn;
    private final Arrange arrange;
    private final Sections sections;
    private final MarkDone markDone;

    ColumnApi(
            Library library,
            ColumnSheet sheet,
            WriteColumn writeColumn,
            Arrange arrange,
            Sections sections,
            MarkDone markDone) {
        this.library = library;
        this.sheet = sheet;
        this.writeColumn = writeColumn;
        this.arrange = arrange;
        this.sections = sections;
        this.markDone = markDone;
    }

    record ColumnJson(
            long number,
            String url,
            String name,
            String promise,
            @Nullable String cover,
            boolean course,
            boolean published,
            int items,
            int minutes,
            int done,
            int unread) {
        static ColumnJson of(ColumnFace face, int items, int minutes, int done, int unread) {
            return new ColumnJson(
                    face.number(),
                    face.url(),
                    face.name(),
                    face.promise(),
                    face.cover(),
                    face.course(),
                    face.published(),
                    items,
                    minutes,
                    done,
                    unread);
        }
    }

    record ColumnsJson(List<ColumnJson> items) {}

    @GetMapping("/columns")
    ColumnsJson all(Onlooker onlooker) {
        return new ColumnsJson(library.published(onlooker).stream()
                .map(card -> ColumnJson.of(card.face(), card.items(), card.minutes(), card.done(), card.unread()))
                .toList());
    }

    /**
     * When parts open.
     *
     * @param opens {@code at_once}, {@code on_day}, {@code after_before} or {@code after_joining}
     * @param day in the circle's zone, for {@code on_day}
     * @param days for {@code after_joining}
     */
    record OpeningJson(
            @Nullable String opens,
            @Nullable LocalDate day,
            @Nullable Integer days) {

        static OpeningJson of(Opening opening) {
            return new OpeningJson(opening.kind(), opening.day(), opening.days() == 0 ? null : opening.days());
        }

        Opening opening() {
            return Opening.of(opens, day == null ? null : day.toString(), days == null ? null : days.toString());
        }
    }

    /**
     * @param open whether the asker may read the post
     * @param task whether something is handed in there
     * @param preview whether everybody may
     * @param closed why not yet, or null
     * @param opening when it opens, if otherwise than its column says
     * @param unread whether it is another's and open, and the asker has neither opened nor done it
     * @param part how far the asker came, in thousandths
     */
    record ColumnItemJson(
            int place,
            long number,
            @Nullable String name,
            int minutes,
            boolean open,
            boolean done,
            boolean unread,
            int part,
            boolean task,
            boolean preview,
            @Nullable ClosedJson closed,
            @Nullable OpeningJson opening) {

        static ColumnItemJson of(ItemView item) {
            return new ColumnItemJson(
                    item.place(),
                    item.number(),
                    item.name(),
                    item.minutes(),
                    item.open(),
                    item.done(),
                    item.unread(),
                    item.part(),
                    item.task(),
                    item.preview(),
                    item.closed() == null ? null : ClosedJson.of(item.closed()),
                    item.opening() == null ? null : OpeningJson.of(item.opening()));
        }
    }

    record ColumnSectionJson(@Nullable UUID id, String name, List<ColumnItemJson> items) {
        static ColumnSectionJson of(SectionView section) {
            return new ColumnSectionJson(
                    section.id() == null ? null : section.id().value(),
                    section.name(),
                    section.items().stream().map(ColumnItemJson::of).toList());
        }
    }

    /** @param leastTier from which tier of the circle's plans on it is open; 0 for all members */
    record WholeColumnJson(ColumnJson column, OpeningJson opening, int leastTier, List<ColumnSectionJson> sections) {}

    @GetMapping("/columns/{number}")
    WholeColumnJson column(Onlooker onlooker, @PathVariable long number) {
        var view = sheet.read(onlooker, number);
        return new WholeColumnJson(
                ColumnJson.of(view.face(), view.items().size(), view.minutes(), view.done(), view.unread()),
                OpeningJson.of(view.opening()),
                view.tier() == null ? 0 : view.tier().least(),
                view.sections().stream().map(ColumnSectionJson::of).toList());
    }

    record ColumnTextJson(@Nullable String name, @Nullable String promise, boolean course, boolean published) {
        ColumnText text() {
            return new ColumnText(name, promise, course, published);
        }
    }

    record BegunJson(long number) {}

    @PostMapping("/columns")
    ResponseEntity<BegunJson> begin(@On(Surface.POST) Speaker speaker, @RequestBody ColumnTextJson asked) {
        var number = writeColumn.begin(speaker, asked.text());
        var slug = speaker.member().face().slug();
        return ResponseEntity.created(URI.create("/api/v1/circles/" + slug + "/columns/" + number))
                .body(new BegunJson(number));
    }

    @PutMapping("/columns/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@On(Surface.POST) Speaker speaker, @PathVariable long number, @RequestBody ColumnTextJson asked) {
        writeColumn.change(speaker, number, asked.text());
    }

    @DeleteMapping("/columns/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@On(Surface.POST) Speaker speaker, @PathVariable long number) {
        writeColumn.delete(speaker, number);
    }

    @PutMapping("/columns/{number}/items/{post}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@On(Surface.POST) Speaker speaker, @PathVariable long number, @PathVariable long post) {
        arrange.add(speaker, number, post, null);
    }

    @DeleteMapping("/columns/{number}/items/{post}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@On(Surface.POST) Speaker speaker, @PathVariable long number, @PathVariable long post) {
        arrange.remove(speaker, number, post);
    }

    /**
     * @param section null for before all sections
     * @param after the post it stands behind there; 0 at the section's beginning, null at its end
     */
    record ColumnPlaceJson(@Nullable UUID section, @Nullable Long after) {}

    @PutMapping("/columns/{number}/items/{post}/place")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(
            @On(Surface.POST) Speaker speaker,
            @PathVariable long number,
            @PathVariable long post,
            @RequestBody ColumnPlaceJson asked) {
        var section = asked.section() == null ? null : new SectionId(asked.section());
        arrange.move(speaker, number, post, new Arrange.Target.Into(section, asked.after()));
    }

    record SectionNameJson(@Nullable String name) {}

    record SectionMadeJson(UUID id) {}

    @PostMapping("/columns/{number}/sections")
    ResponseEntity<SectionMadeJson> addSection(
            @On(Surface.POST) Speaker speaker, @PathVariable long number, @RequestBody SectionNameJson asked) {
        var section = sections.add(speaker, number, asked.name());
        var slug = speaker.member().face().slug();
        return ResponseEntity.created(
                        URI.create("/api/v1/circles/" + slug + "/columns/" + number + "/sections/" + Ids.text(section)))
                .body(new SectionMadeJson(section.value()));
    }

    @PutMapping("/columns/{number}/sections/{section}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void renameSection(
            @On(Surface.POST) Speaker speaker,
            @PathVariable long number,
            @PathVariable SectionId section,
            @RequestBody SectionNameJson asked) {
        sections.rename(speaker, number, section, asked.name());
    }

    @DeleteMapping("/columns/{number}/sections/{section}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSection(@On(Surface.POST) Speaker speaker, @PathVariable long number, @PathVariable SectionId section) {
        sections.remove(speaker, number, section);
    }

    @PutMapping("/posts/{post}/done")
    @NoSurface("What one has done is seen by nobody else")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void done(Member member, @PathVariable long post) {
        markDone.done(member, post);
    }

    @DeleteMapping("/posts/{post}/done")
    @NoSurface("What one has done is seen by nobody else")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void undo(Member member, @PathVariable long post) {
        markDone.undo(member, post);
    }
}
