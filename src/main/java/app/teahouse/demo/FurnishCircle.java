package app.teahouse.demo;

import app.teahouse.access.ChangeAccess;
import app.teahouse.applications.JoinCircle;
import app.teahouse.applications.JoinText;
import app.teahouse.circles.Access;
import app.teahouse.circles.ChangeAbout;
import app.teahouse.circles.ChangeCircle;
import app.teahouse.circles.ChangeQuestions;
import app.teahouse.circles.ChangeRules;
import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.circles.Circle.Visibility;
import app.teahouse.circles.Question;
import app.teahouse.files.KeepFile;
import app.teahouse.files.StoredFiles;
import app.teahouse.invitations.InvitationText;
import app.teahouse.invitations.MakeInvitation;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Surface;
import app.teahouse.members.ChangeProfile;
import app.teahouse.members.ChangeRole;
import app.teahouse.questions.Replies;
import app.teahouse.tags.MakeTag;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Sets a circle up as its owner would, and lets people in. */
@Component
class FurnishCircle {
    private final Texts texts;
    private final KeepFile keepFile;
    private final StoredFiles storedFiles;
    private final ChangeCircle changeCircle;
    private final ChangeAbout changeAbout;
    private final ChangeRules changeRules;
    private final ChangeQuestions changeQuestions;
    private final ChangeAccess changeAccess;
    private final MakeTag makeTag;
    private final JoinCircle joinCircle;
    private final ChangeProfile changeProfile;
    private final ChangeRole changeRole;
    private final MakeInvitation makeInvitation;

    FurnishCircle(
            Texts texts,
            KeepFile keepFile,
            StoredFiles storedFiles,
            ChangeCircle changeCircle,
            ChangeAbout changeAbout,
            ChangeRules changeRules,
            ChangeQuestions changeQuestions,
            ChangeAccess changeAccess,
            MakeTag makeTag,
            JoinCircle joinCircle,
            ChangeProfile changeProfile,
            ChangeRole changeRole,
            MakeInvitation makeInvitation) {
        this.texts = texts;
        this.keepFile = keepFile;
        this.storedFiles = storedFiles;
        this.changeCircle = changeCircle;
        this.changeAbout = changeAbout;
        this.changeRules = changeRules;
        this.changeQuestions = changeQuestions;
        this.changeAccess = changeAccess;
        this.makeTag = makeTag;
        this.joinCircle = joinCircle;
        this.changeProfile = changeProfile;
        this.changeRole = changeRole;
        this.makeInvitation = makeInvitation;
    }

    /** What only writes files, and so stands outside the transaction: the cover's address, or none. */
    String cover(Stage stage, Entry circle) {
        var staff = stage.staff(circle.text("owner"));
        var name = circle.text("cover");
        return storedFiles.coverUrl(stage.slug(), keepFile.keepCover(staff, name, texts.picture(name)));
    }

    /** The looks, texts and tags of the first day. */
    void furnish(Stage stage, Entry circle, String cover) {
        var owner = stage.partner(circle.text("owner"));
        changeCircle.change(
                owner,
                new ChangeCircle.CircleText(
                        circle.text("name"),
                        circle.text("promise"),
                        circle.text("colour"),
                        cover,
                        circle.text("language"),
                        circle.text("zone")));
        changeAbout.change(owner, stage.illustrated(circle.body()));
        texts.entries(stage.folder() + "/rules.md").forEach(rules -> changeRules.change(owner, rules.body()));
        var staff = stage.staff(circle.text("owner"));
        circle.list("tags").forEach(tag -> makeTag.make(staff, tag));
    }

    /** The circle as it is open to others from some day on. */
    void settle(Stage stage, Entry circle) {
        var owner = stage.partner(circle.text("owner"));
        var asked = Entry.split(circle.maybe("questions").orElse(""), "\\|").stream()
                .map(Question::open)
                .toList();
        changeQuestions.change(owner, _ -> asked);
        var mode = JoinMode.valueOf(circle.maybe("join").orElse("open").toUpperCase(Locale.ROOT));
        changeAccess.change(owner, new Access(Visibility.LISTED, mode, circle.has("public"), true), null);
        circle.maybe("invitation")
                .ifPresent(name -> makeInvitation.make(
                        stage.speaker(circle.text("owner"), Surface.INVITE),
                        new InvitationText(name, Role.MEMBER, 20, null)));
    }

    void join(Stage stage, Entry circle, Entry member) {
        var who = member.text("who");
        joinCircle.join(stage.onlooker(who), new JoinText(Replies.NONE, null));
        if (!member.body().isBlank()) {
            changeProfile.change(
                    stage.speaker(who, Surface.PROFILE), new ChangeProfile.ProfileText(null, null, member.body()));
        }
        member.maybe("role")
                .ifPresent(role -> changeRole.change(
                        stage.staff(circle.text("owner")),
                        stage.member(who).standing().number(),
                        Role.valueOf(role.toUpperCase(Locale.ROOT))));
    }

    void apply(Stage stage, Entry application) {
        joinCircle.join(
                stage.onlooker(application.text("who")),
                new JoinText(Replies.inOrder(Entry.split(application.body(), "\n\n")), null));
    }
}
