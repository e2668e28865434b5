package app.teahouse.tags;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import java.net.URI;
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

/** A circle's tags as programs read and arrange them. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/tags")
class TagApi {
    private final Tags tags;
    private final MakeTag makeTag;
    private final RenameTag renameTag;
    private final MergeTags mergeTags;

    TagApi(Tags tags, MakeTag makeTag, RenameTag renameTag, MergeTags mergeTags) {
        this.tags = tags;
        this.makeTag = makeTag;
        this.renameTag = renameTag;
        this.mergeTags = mergeTags;
    }

    record TagJson(UUID id, String name, String colour, long posts, List<String> synonyms) {}

    record TagsJson(List<TagJson> items) {}

    @GetMapping
    TagsJson all(Member member) {
        return new TagsJson(tags.all(member.circle()).stream()
                .map(tag -> new TagJson(tag.id().value(), tag.name(), tag.colour(), tag.posts(), tag.synonyms()))
                .toList());
    }

    record NameJson(@Nullable String name, @Nullable String colour) {}

    record MadeJson(UUID id) {}

    @PostMapping
    ResponseEntity<MadeJson> make(Staff staff, @RequestBody NameJson asked) {
        var tag = makeTag.make(staff, asked.name() == null ? "" : asked.name());
        var slug = staff.member().face().slug();
        return ResponseEntity.created(URI.create("/api/v1/circles/" + slug + "/tags/" + tag.value()))
                .body(new MadeJson(tag.value()));
    }

    @PutMapping("/{tag}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rename(Staff staff, @PathVariable TagId tag, @RequestBody NameJson asked) {
        if (asked.name() != null) {
            renameTag.rename(staff, tag, asked.name());
        }
        if (asked.colour() != null) {
            renameTag.colour(staff, tag, asked.colour());
        }
    }

    @PutMapping("/{tag}/synonyms/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void addSynonym(Staff staff, @PathVariable TagId tag, @PathVariable String name) {
        renameTag.addSynonym(staff, tag, name);
    }

    @DeleteMapping("/{tag}/synonyms/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSynonym(Staff staff, @PathVariable TagId tag, @PathVariable String name) {
        renameTag.removeSynonym(staff, tag, name);
    }

    record IntoJson(@Nullable UUID into) {}

    @PostMapping("/{tag}/merge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void merge(Staff staff, @PathVariable TagId tag, @RequestBody IntoJson asked) {
        if (asked.into() == null) {
            throw Refusal.invalid("into", "field.missing");
        }
        mergeTags.merge(staff, tag, new TagId(asked.into()));
    }
}
