package app.teahouse.log;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Differences;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Staff;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.web.Asking;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Writes down every act of staff that does not tell the log itself: who, where, to whom, and why if they said so. It stands behind all doors
 * that take a staff's proof, so that none has to think of it; what changed in words is told by the operations that know it.
 */
@Component
class NoteActs implements HandlerInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(NoteActs.class);
    private static final int LONGEST_REASON = 300;

    private final CircleLog log;
    private final Members members;
    private final Clock clock;

    NoteActs(CircleLog log, Members members, Clock clock) {
        this.log = log;
        this.members = members;
        this.clock = clock;
    }

    /** Whether this door's acts are written down here. */
    static boolean notes(HandlerMethod door) {
        return isOfStaff(door)
                && !NotedActs.BY_THEMSELVES.contains(name(door))
                && !NotedActs.NOTHING.contains(name(door));
    }

    static boolean isOfStaff(HandlerMethod door) {
        return Arrays.stream(door.getMethodParameters())
                .map(parameter -> parameter.getParameterType())
                .anyMatch(type -> type == Staff.class || type == Partner.class || type == Owner.class);
    }

    static String name(HandlerMethod door) {
        return door.getBeanType().getSimpleName() + "." + door.getMethod().getName();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod door && notes(door)) {
            Differences.listen();
        }
        return true;
    }

    /** What was refused was not done. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        var differences = Differences.heard();
        var reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (reading || failure != null || response.getStatus() >= 400) {
            return;
        }
        if (handler instanceof HandlerMethod door && notes(door)) {
            Asking.member(request).ifPresent(member -> note(member, door, request, differences));
        }
    }

    private void note(
            Member member, HandlerMethod door, HttpServletRequest request, List<Differences.Difference> differences) {
        var room = door.getBeanType().getPackageName().replaceFirst(".*\\.", "");
        var reason = request.getParameter("reason");
        try {
            log.write(new CircleLog.Deed(
                    member.circle(),
                    "did",
                    member.account(),
                    whose(member, request),
                    room + " " + door.getMethod().getName(),
                    reason == null || reason.length() > LONGEST_REASON ? "" : reason.strip(),
                    clock.instant(),
                    FieldWords.before(differences),
                    FieldWords.after(differences)));
        } catch (RuntimeException e) {
            LOG.error("An act of staff in {} is not in its log: {}", member.circle(), name(door), e);
        }
    }

    /** Pages about a member have their number in the address. */
    @SuppressWarnings("unchecked")
    private @Nullable AccountId whose(Member member, HttpServletRequest request) {
        var pattern = (String) request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (pattern == null || !(pattern.contains("/m/{number}") || pattern.contains("/members/{number}"))) {
            return null;
        }
        var variables = (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        var number = variables == null ? null : variables.get("number");
        return number == null || !number.matches("[0-9]{1,18}")
                ? null
                : members.numbered(member.circle(), Long.parseLong(number))
                        // That somebody noted something about staff is not for all staff.
                        .filter(card -> !(pattern.contains("/staff-notes")
                                && card.role().isStaff()))
                        .map(MemberCard::account)
                        .orElse(null);
    }

    /** Behind all doors. */
    @Configuration(proxyBeanMethods = false)
    static class Behind implements WebMvcConfigurer {
        private final NoteActs noteActs;

        Behind(NoteActs noteActs) {
            this.noteActs = noteActs;
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(noteActs);
        }
    }
}
