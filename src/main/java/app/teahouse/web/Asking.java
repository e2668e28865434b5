package app.teahouse.web;

import app.teahouse.kernel.Face;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.SignIn;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Brings a door the proof it asks for, from the {@link Gate}. It claims every proof type: with none, Spring would build a proof
 * out of request parameters. A token's scopes are checked here, so that no door can forget them: {@code read} to read,
 * {@code write} to write, and {@code manage} for whatever takes a staff's, an owner's or an operator's proof. Writes in a circle that
 * the operator halted end here too, but for those that are {@link WhileHalted}: whose rights reach that far hears why.
 */
@Component
public class Asking implements HandlerMethodArgumentResolver {
    private static final String MEMBER = Asking.class.getName() + ".member";
    private static final String ONLOOKER = Asking.class.getName() + ".onlooker";

    private final Gate gate;

    Asking(Gate gate) {
        this.gate = gate;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type.getPackageName().equals(Gate.class.getPackageName())
                && (type == Visitor.class
                        || type == Person.class
                        || type == Onlooker.class
                        || type == Member.class
                        || type == Speaker.class
                        || type == Staff.class
                        || type == Partner.class
                        || type == Owner.class
                        || type == Operator.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binder) {
        var request = (HttpServletRequest) webRequest.getNativeRequest();
        var type = parameter.getParameterType();
        var visitor = gate.visitor(signIn());
        checkScope(visitor, type, request);
        if (type == Visitor.class) {
            return visitor;
        }
        if (type == Person.class) {
            return gate.person(visitor);
        }
        if (type == Operator.class) {
            return gate.operator(visitor);
        }
        var proof = proofOfCircle(visitor, type, request);
        refuseWhileHalted(request, parameter);
        if (type == Speaker.class && proof instanceof Member member) {
            var on = parameter.getParameterAnnotation(On.class);
            if (on == null) {
                throw new IllegalStateException("A Speaker is asked for without @On: " + parameter);
            }
            return gate.speaker(member, on.value());
        }
        return proof;
    }

    private Object proofOfCircle(Visitor visitor, Class<?> type, HttpServletRequest request) {
        if (type == Onlooker.class) {
            return onlooker(visitor, request);
        }
        if (type == Staff.class) {
            return remember(gate.staff(visitor, slug(request)), request);
        }
        if (type == Partner.class) {
            return remember(gate.partner(visitor, slug(request)), request);
        }
        if (type == Owner.class) {
            return remember(gate.owner(visitor, slug(request)), request);
        }
        return member(visitor, request);
    }

    private static void refuseWhileHalted(HttpServletRequest request, MethodParameter door) {
        var known = onlooker(request);
        var halt = known == null ? null : known.face().halt();
        if (halt != null && !isReading(request) && !door.hasMethodAnnotation(WhileHalted.class)) {
            throw halt.refusal();
        }
    }

    public static @Nullable SignIn signIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignIn signIn ? signIn : null;
    }

    /** Which member the request was found to come from, for what stands behind all doors. */
    public static Optional<Member> member(HttpServletRequest request) {
        return Optional.ofNullable((Member) request.getAttribute(MEMBER));
    }

    /** Whom the request was found to come from in its circle, for the page's frame. */
    static @Nullable Onlooker onlooker(HttpServletRequest request) {
        return (Onlooker) request.getAttribute(ONLOOKER);
    }

    private Onlooker onlooker(Visitor visitor, HttpServletRequest request) {
        var known = onlooker(request);
        if (known == null) {
            known = gate.onlooker(visitor, slug(request));
            leadOn(known.face(), request);
            request.setAttribute(ONLOOKER, known);
        }
        return known;
    }

    private Member member(Visitor visitor, HttpServletRequest request) {
        var known = (Member) request.getAttribute(MEMBER);
        if (known == null) {
            known = gate.member(visitor, slug(request));
            remember(known, request);
        }
        return known;
    }

    private Staff remember(Staff staff, HttpServletRequest request) {
        remember(staff.member(), request);
        return staff;
    }

    private Partner remember(Partner partner, HttpServletRequest request) {
        remember(partner.member(), request);
        return partner;
    }

    private Owner remember(Owner owner, HttpServletRequest request) {
        remember(owner.member(), request);
        return owner;
    }

    private void remember(Member member, HttpServletRequest request) {
        leadOn(member.face(), request);
        request.setAttribute(MEMBER, member);
        request.setAttribute(ONLOOKER, gate.onlooker(member));
    }

    /** A circle keeps its old addresses; whoever may see it is led to the present one, with the rest of the path. */
    private static void leadOn(Face face, HttpServletRequest request) {
        var slug = slug(request);
        if (face.slug().equals(slug) || !isReading(request)) {
            return;
        }
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        var path = request.getRequestURI()
                .replaceFirst("/(c|circles|notifications)/" + slug + "(?=/|$)", "/$1/" + face.slug());
        if (!path.equals(request.getRequestURI())) {
            throw new Moved(path + query);
        }
    }

    private static boolean isReading(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static void checkScope(Visitor visitor, Class<?> proof, HttpServletRequest request) {
        var scopes = visitor.person().map(person -> person.signIn().scopes()).orElse(null);
        if (scopes == null) {
            return;
        }
        var reading = isReading(request);
        if (!scopes.contains(reading ? "read" : "write")) {
            throw Refusal.notAllowed("token.scope").with("scope", reading ? "read" : "write");
        }
        if ((proof == Staff.class || proof == Partner.class || proof == Owner.class || proof == Operator.class)
                && !scopes.contains("manage")) {
            throw Refusal.notAllowed("token.scope").with("scope", "manage");
        }
    }

    @SuppressWarnings("unchecked")
    private static String slug(HttpServletRequest request) {
        var variables = (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        var slug = variables == null ? null : variables.get("slug");
        if (slug == null) {
            throw new IllegalStateException("No {slug} in " + request.getRequestURI());
        }
        return slug;
    }
}
