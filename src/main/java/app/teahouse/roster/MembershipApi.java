package app.teahouse.roster;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Surface;
import app.teahouse.members.AcceptRules;
import app.teahouse.members.ChangeProfile;
import app.teahouse.members.ChangeProfile.ProfileText;
import app.teahouse.members.HandOver;
import app.teahouse.members.LeaveCircle;
import app.teahouse.members.SpeakingTable;
import app.teahouse.web.NoSurface;
import app.teahouse.web.On;
import app.teahouse.web.WhileHalted;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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

/** One's own membership, where roles may speak, and how a circle is handed over, for programs. */
@RestController
@RequestMapping("/api/v1/circles/{slug}")
class MembershipApi {
    private final MemberSheet memberSheet;
    private final ChangeProfile changeProfile;
    private final LeaveCircle leaveCircle;
    private final AcceptRules acceptRules;
    private final SpeakingTable speakingTable;
    private final HandOver handOver;

    MembershipApi(
            MemberSheet memberSheet,
            ChangeProfile changeProfile,
            LeaveCircle leaveCircle,
            AcceptRules acceptRules,
            SpeakingTable speakingTable,
            HandOver handOver) {
        this.memberSheet = memberSheet;
        this.changeProfile = changeProfile;
        this.leaveCircle = leaveCircle;
        this.acceptRules = acceptRules;
        this.speakingTable = speakingTable;
        this.handOver = handOver;
    }

    /**
     * @param until when it ends by itself, or null
     * @param reason what staff gave as a reason, or empty
     */
    record SilenceJson(
            String surface, String code, @Nullable Instant until, String reason) {}

    /**
     * The reader's own membership, and where they may not speak now. What its time costs stands under {@code /pass}.
     *
     * @param endsAt the first moment without the right to write, or null where it has no end
     * @param readsUntil the first moment without the right to read, or null with it
     */
    record MembershipJson(
            MemberApi.MemberJson member,
            long unread,
            boolean rulesChanged,
            List<SilenceJson> silences,
            @Nullable Instant endsAt,
            @Nullable Instant readsUntil) {}

    @GetMapping("/membership")
    MembershipJson membership(Member member) {
        var standing = member.standing();
        var me = memberSheet.of(member, String.valueOf(standing.number()));
        var time = memberSheet.time(member);
        return new MembershipJson(
                MemberApi.MemberJson.of(me),
                Math.max(0, standing.lastNumber() - standing.seenNumber()),
                standing.rulesChanged(),
                standing.silences().entrySet().stream()
                        .map(silence -> new SilenceJson(
                                Db.name(silence.getKey()),
                                silence.getValue().code(),
                                silence.getValue().until(),
                                silence.getValue().reason()))
                        .toList(),
                time.endsAt(),
                time.readsUntil());
    }

    /** How a member appears in the circle; what is null follows the account. */
    record ProfileJson(
            @Nullable String alias,
            @Nullable String picture,
            @Nullable String introduction) {}

    @PutMapping("/membership/profile")
    MemberApi.MemberJson change(@On(Surface.PROFILE) Speaker speaker, @RequestBody ProfileJson wish) {
        changeProfile.change(speaker, new ProfileText(wish.alias(), wish.picture(), wish.introduction()));
        var number = speaker.member().standing().number();
        return MemberApi.MemberJson.of(memberSheet.of(speaker.member(), String.valueOf(number)));
    }

    @DeleteMapping("/membership")
    @NoSurface("Leaving says nothing to others")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void leave(Member member) {
        leaveCircle.leave(member);
    }

    record VersionJson(@Nullable Integer version) {}

    @PutMapping("/membership/rules")
    @NoSurface("Accepting the rules says nothing to others")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void accept(Member member, @RequestBody VersionJson read) {
        acceptRules.accept(member, Objects.requireNonNullElse(read.version(), 0));
    }

    /** Where roles may speak, as {@code member.post}. */
    record SpeakingJson(@Nullable List<String> allowed) {}

    @GetMapping("/speaking")
    SpeakingJson speaking(Staff staff) {
        return new SpeakingJson(speakingTable.of(staff.circle()).stream()
                .filter(SpeakingTable.Cell::allowed)
                .map(SpeakingTable.Cell::name)
                .toList());
    }

    @PutMapping("/speaking")
    SpeakingJson setSpeaking(Staff staff, @RequestBody SpeakingJson wish) {
        speakingTable.set(staff, new HashSet<>(Objects.requireNonNullElse(wish.allowed(), List.of())));
        return speaking(staff);
    }

    record OfferJson(@Nullable Long member) {}

    @PutMapping("/handover")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void offer(Owner owner, @RequestBody OfferJson to) {
        handOver.offer(owner, Objects.requireNonNullElse(to.member(), 0L));
    }

    @DeleteMapping("/handover")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawOffer(Owner owner) {
        handOver.withdraw(owner);
    }

    @PostMapping("/handover/acceptance")
    @NoSurface("Taking a circle over says nothing to others; the roles change")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeOver(Member member) {
        handOver.accept(member);
    }

    @PostMapping("/handover/refusal")
    @NoSurface("Declining says nothing to others")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(Member member) {
        handOver.decline(member);
    }
}
