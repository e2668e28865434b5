package app.teahouse.access;

import app.teahouse.circles.Access;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.circles.Circle.Visibility;
import app.teahouse.circles.Circles;
import app.teahouse.endings.ArchiveCircle;
import app.teahouse.endings.DeleteCircle;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who may come in, and how a circle ends, for programs. */
@RestController
@RequestMapping("/api/v1/circles/{slug}")
class AccessApi {
    private final Circles circles;
    private final AccessPreview accessPreview;
    private final ChangeAccess changeAccess;
    private final ArchiveCircle archiveCircle;
    private final DeleteCircle deleteCircle;

    AccessApi(
            Circles circles,
            AccessPreview accessPreview,
            ChangeAccess changeAccess,
            ArchiveCircle archiveCircle,
            DeleteCircle deleteCircle) {
        this.circles = circles;
        this.accessPreview = accessPreview;
        this.changeAccess = changeAccess;
        this.archiveCircle = archiveCircle;
        this.deleteCircle = deleteCircle;
    }

    /** What is null stays as it is; the password is never answered. */
    record AccessJson(
            @Nullable String visibility,
            @Nullable String joinMode,
            @Nullable Boolean publicReading,
            @Nullable Boolean teasers,
            @Nullable String password) {

        static AccessJson of(Access access) {
            return new AccessJson(
                    Db.name(access.visibility()),
                    Db.name(access.joinMode()),
                    access.publicReading(),
                    access.teasers(),
                    null);
        }

        Access wish(Access now) {
            return new Access(
                    visibility == null
                            ? now.visibility()
                            : AccessPages.constant(Visibility.class, "visibility", visibility),
                    joinMode == null ? now.joinMode() : AccessPages.constant(JoinMode.class, "joinMode", joinMode),
                    publicReading == null ? now.publicReading() : publicReading,
                    teasers == null ? now.teasers() : teasers);
        }
    }

    private Circle circle(Partner partner) {
        return circles.fresh(partner.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown"));
    }

    @GetMapping("/access")
    AccessJson access(Partner partner) {
        return AccessJson.of(circle(partner).access());
    }

    @PutMapping("/access")
    AccessJson change(Partner partner, @RequestBody AccessJson wish) {
        changeAccess.change(partner, wish.wish(circle(partner).access()), wish.password());
        return access(partner);
    }

    /** Who would be affected; the keys are those of the messages. */
    record PreviewJson(List<Consequence> items) {}

    @PostMapping("/access/preview")
    PreviewJson preview(Partner partner, @RequestBody AccessJson wish) {
        var circle = circle(partner);
        var after = wish.wish(circle.access());
        ChangeAccess.check(circle, after, wish.password());
        return new PreviewJson(accessPreview.of(partner.circle(), after));
    }

    @PutMapping("/archive")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void archive(Partner partner) {
        archiveCircle.archive(partner);
    }

    @DeleteMapping("/archive")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void open(Partner partner) {
        archiveCircle.open(partner);
    }

    record DeletionJson(Instant deleteAt) {}

    /** The circle is gone at that moment, unless the owner thinks again before. */
    @PutMapping("/deletion")
    DeletionJson delete(Owner owner) {
        return new DeletionJson(deleteCircle.delete(owner));
    }

    @DeleteMapping("/deletion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(Owner owner) {
        deleteCircle.keep(owner);
    }
}
