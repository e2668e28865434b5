package app.teahouse.roster;

import app.teahouse.circles.CircleTexts;
import app.teahouse.files.KeepPortrait;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.members.AcceptRules;
import app.teahouse.members.ChangeProfile;
import app.teahouse.members.ChangeProfile.ProfileText;
import app.teahouse.members.LeaveCircle;
import app.teahouse.security.Limits;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.On;
import app.teahouse.web.Page;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A member's own membership: how they appear in the circle, the rules they accepted, and the way out. */
@Controller
class ProfilePages {
    private final Templates templates;
    private final MemberSheet memberSheet;
    private final ChangeProfile changeProfile;
    private final KeepPortrait keepPortrait;
    private final LeaveCircle leaveCircle;
    private final AcceptRules acceptRules;
    private final CircleTexts texts;
    private final Limits limits;
    private final ObjectProvider<LeavingHint> hints;

    ProfilePages(
            Templates templates,
            MemberSheet memberSheet,
            ChangeProfile changeProfile,
            KeepPortrait keepPortrait,
            LeaveCircle leaveCircle,
            AcceptRules acceptRules,
            CircleTexts texts,
            Limits limits,
            ObjectProvider<LeavingHint> hints) {
        this.templates = templates;
        this.memberSheet = memberSheet;
        this.changeProfile = changeProfile;
        this.keepPortrait = keepPortrait;
        this.leaveCircle = leaveCircle;
        this.acceptRules = acceptRules;
        this.texts = texts;
        this.limits = limits;
        this.hints = hints;
    }

    private MemberView me(Member member) {
        return memberSheet.of(member, String.valueOf(member.standing().number()));
    }

    @GetMapping("/c/{slug}/membership")
    Page profile(Member member, Frame frame) {
        var me = me(member);
        var form = Form.blank(
                frame, "alias", me.card().alias(), "picture", me.card().picture(), "introduction", me.introduction());
        return Page.of(templates.rosterProfile(frame, me, form));
    }

    @PostMapping("/c/{slug}/membership/profile")
    Page change(
            @On(Surface.PROFILE) Speaker speaker,
            Member member,
            Frame frame,
            Form form,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        return form.submit(
                () -> {
                    changeProfile.change(
                            speaker,
                            new ProfileText(
                                    form.text("alias"), picture(member, form, file), form.text("introduction")));
                    return Page.to(me(member).url()).saying("web.saved");
                },
                again -> templates.rosterProfile(frame, me(member), again));
    }

    private @Nullable String picture(Member member, Form form, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return form.has("noPicture") ? null : form.text("picture");
        }
        limits.take("upload", member.account().value().toString(), 300, Duration.ofHours(1));
        try (var content = file.getInputStream()) {
            var name = file.getOriginalFilename();
            return keepPortrait.keep(member.person(), name == null ? "" : name, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/c/{slug}/membership/end")
    Page leave(Member member, Frame frame) {
        return Page.of(leaving(member, frame, Form.blank(frame)));
    }

    private JteModel leaving(Member member, Frame frame, Form form) {
        var said = hints.orderedStream()
                .flatMap(hint -> hint.of(frame, member).stream())
                .toList();
        return templates.rosterLeave(frame, me(member), said, form);
    }

    @PostMapping("/c/{slug}/membership/end")
    @NoSurface("Leaving says nothing to others")
    @WhileHalted
    Page leave(Member member, Frame frame, Form form) {
        return form.submit(
                () -> {
                    leaveCircle.leave(member);
                    return Page.to("/").saying("members.left");
                },
                again -> leaving(member, frame, again));
    }

    @GetMapping("/c/{slug}/rules")
    Page rules(Member member, Frame frame) {
        var rules = texts.rules(member.circle()).orElseThrow(() -> Refusal.notFound("rules.none"));
        return Page.of(templates.rosterRules(frame, rules, Form.blank(frame)));
    }

    @PostMapping("/c/{slug}/rules/acceptance")
    @NoSurface("Accepting the rules says nothing to others")
    @WhileHalted
    Page accept(Member member, Frame frame, Form form, @RequestParam int version) {
        return form.submit(
                () -> {
                    acceptRules.accept(member, version);
                    return Page.to("/c/" + member.face().slug()).saying("members.rules.accepted");
                },
                again -> templates.rosterRules(
                        frame, texts.rules(member.circle()).orElseThrow(() -> Refusal.notFound("rules.none")), again));
    }
}
