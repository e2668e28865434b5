package app.teahouse.web;

import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Settings;
import app.teahouse.kernel.SignIn;
import app.teahouse.web.CircleFrame.Part;
import app.teahouse.web.CircleFrame.TabView;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;

/** Makes the {@link Frame} and the {@link Form} that a door asks for. */
@Component
class Frames implements HandlerMethodArgumentResolver {
    private static final String MONEY = "/manage/money";
    private static final String REMOVALS = "/manage/removals";
    private static final Set<Tab.Place> PARTS = EnumSet.complementOf(EnumSet.of(Tab.Place.CIRCLE));

    private final Words words;
    private final Assets assets;
    private final Settings settings;
    private final SiteFace.Source site;
    private final MadeUp madeUp;
    private final Bell bell;
    private final Waiting waiting;
    private final Stamp stamp;
    private final List<Tab> tabs;
    private final List<Tab> entries;
    private final Clock clock;

    Frames(
            Words words,
            Assets assets,
            Settings settings,
            SiteFace.Source site,
            MadeUp madeUp,
            Bell bell,
            Waiting waiting,
            Stamp stamp,
            List<Tab> tabs,
            Clock clock) {
        this.words = words;
        this.assets = assets;
        this.settings = settings;
        this.site = site;
        this.madeUp = madeUp;
        this.bell = bell;
        this.waiting = waiting;
        this.stamp = stamp;
        var sorted = tabs.stream().sorted(Comparator.comparingInt(Tab::order)).toList();
        this.tabs =
                sorted.stream().filter(tab -> tab.place() == Tab.Place.CIRCLE).toList();
        this.entries =
                sorted.stream().filter(tab -> tab.place() != Tab.Place.CIRCLE).toList();
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Frame.class || parameter.getParameterType() == Form.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binder) {
        var request = (HttpServletRequest) webRequest.getNativeRequest();
        if (parameter.getParameterType() == Form.class) {
            return new Form(request.getParameterMap(), words, locale(request));
        }
        return frame(request, (HttpServletResponse) webRequest.getNativeResponse());
    }

    Frame frame(HttpServletRequest request, @Nullable HttpServletResponse response) {
        var signIn = Asking.signIn();
        var fragment = request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
        var asked = new Frame.Asked(
                request.getRequestURI(),
                locale(request),
                signIn == null ? ZoneOffset.UTC : signIn.zone(),
                theme(request),
                fragment,
                signIn,
                signIn == null || fragment ? 0 : bell.unread(signIn.account()),
                signIn == null || fragment ? Map.of() : waits(request, signIn),
                fragment ? null : flash(request, response),
                () -> csrf(request),
                () -> stamped(request));
        return new Frame(words, assets, settings, site.face(), madeUp, asked, () -> circle(request), clock.instant());
    }

    /** Only pages with a menu that says it ask how much waits: those about a circle's money, those about who was removed, and the operator's. */
    private Map<String, Long> waits(HttpServletRequest request, SignIn signIn) {
        var path = request.getRequestURI();
        if (path.equals("/site") || path.startsWith("/site/")) {
            return signIn.operator() ? waiting.desk() : Map.of();
        }
        var onlooker = path.contains(MONEY) || path.contains(REMOVALS) ? Asking.onlooker(request) : null;
        return onlooker == null || !mayOpen(Tab.Who.PARTNERS, onlooker)
                ? Map.of()
                : onlooker.member().map(waiting::money).orElse(Map.of());
    }

    /** The language of the profile; else of the cookie that the switch in the footer sets; else of the browser. */
    static Locale locale(HttpServletRequest request) {
        var signIn = Asking.signIn();
        if (signIn != null && signIn.locale() != null) {
            return Words.nearest(signIn.locale());
        }
        var cookie = WebUtils.getCookie(request, "lang");
        return Words.nearest(cookie == null ? request.getLocale() : Locale.forLanguageTag(cookie.getValue()));
    }

    private static @Nullable String theme(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, "theme");
        return cookie != null
                        && (cookie.getValue().equals("light")
                                || cookie.getValue().equals("dark"))
                ? cookie.getValue()
                : null;
    }

    /** What the page before wants said is said once. */
    private static @Nullable String flash(HttpServletRequest request, @Nullable HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, Page.FLASH);
        if (cookie == null || cookie.getValue().isEmpty() || response == null) {
            return null;
        }
        response.addCookie(Page.flashCookie("", 0));
        try {
            var said = URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8);
            return said.matches("[a-z0-9.-]+(\\|/[A-Za-z0-9/_-]*(\\?[a-z]+=[A-Za-z0-9,]*)?)?") ? said : null;
        } catch (IllegalArgumentException e) {
            // Not of our making.
            return null;
        }
    }

    /** Kept with the request, so that {@link VisitorTag} knows it as no part of the page. */
    private String stamped(HttpServletRequest request) {
        var now = stamp.now();
        request.setAttribute(Stamp.class.getName(), now);
        return now;
    }

    private static String csrf(HttpServletRequest request) {
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? "" : token.getToken();
    }

    private @Nullable CircleFrame circle(HttpServletRequest request) {
        var onlooker = Asking.onlooker(request);
        if (onlooker == null) {
            return null;
        }
        var standing = onlooker.member().map(member -> member.standing()).orElse(null);
        return new CircleFrame(
                onlooker.face(),
                standing,
                onlooker.openUntil().orElse(null),
                views(tabs, onlooker, request.getRequestURI()),
                manage(onlooker, request.getRequestURI()));
    }

    /** The parts of Manage; the page that is open is marked in one of them. */
    private List<Part> manage(Onlooker onlooker, String path) {
        if (!mayOpen(Tab.Who.STAFF, onlooker)) {
            return List.of();
        }
        var circle = "/c/" + onlooker.face().slug();
        var open = open(entries, path.substring(Math.min(circle.length(), path.length())));
        var parts = new ArrayList<Part>();
        for (var place : PARTS) {
            var views = entries.stream()
                    .filter(tab -> tab.place() == place && mayOpen(tab.who(), onlooker))
                    .map(tab -> view(tab, circle, open))
                    .toList();
            if (!views.isEmpty()) {
                parts.add(new Part(place.key(), place.icon, views));
            }
        }
        return parts;
    }

    private static List<TabView> views(List<Tab> tabs, Onlooker onlooker, String path) {
        var circle = "/c/" + onlooker.face().slug();
        var open = open(tabs, path.startsWith(circle) ? path.substring(circle.length()) : "");
        return tabs.stream()
                .filter(tab -> mayOpen(tab.who(), onlooker))
                .map(tab -> view(tab, circle, open))
                .toList();
    }

    private static TabView view(Tab tab, String circle, @Nullable Tab open) {
        return new TabView(tab.key(), circle + tab.path(), tab.equals(open));
    }

    /** The tab whose address says most of the page's. */
    private static @Nullable Tab open(List<Tab> tabs, String path) {
        return tabs.stream()
                .filter(tab -> leads(tab.path(), path))
                .max(Comparator.comparingInt(tab -> tab.path().length()))
                .orElse(null);
    }

    private static boolean leads(String tab, String path) {
        return tab.isEmpty()
                ? path.isEmpty() || path.startsWith("/p/")
                : path.equals(tab) || path.startsWith(tab + "/");
    }

    private static boolean mayOpen(Tab.Who who, Onlooker onlooker) {
        return switch (who) {
            case ONLOOKERS -> true;
            case READERS -> onlooker.mayRead();
            case MEMBERS -> onlooker.member().isPresent();
            case STAFF -> onlooker.member().filter(member -> member.isStaff()).isPresent();
            case PARTNERS ->
                onlooker.member().filter(member -> member.role().leads()).isPresent();
            case OWNER ->
                onlooker.member().filter(member -> member.role() == Role.OWNER).isPresent();
        };
    }
}
