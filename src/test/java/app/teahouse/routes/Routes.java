package app.teahouse.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All doors of the product, found in Spring MVC itself, so that none can be forgotten. */
@Component
public class Routes {
    private final RequestMappingHandlerMapping mapping;

    Routes(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    public List<Route> all() {
        var routes = new ArrayList<Route>();
        mapping.getHandlerMethods().forEach((info, door) -> {
            if (door.getBeanType().getPackageName().startsWith("app.teahouse")) {
                routes.addAll(routes(info, door));
            }
        });
        routes.sort(Comparator.comparing(Route::line));
        return routes;
    }

    /** Who else answers requests: libraries that brought doors of their own. */
    Set<String> foreign() {
        var foreign = new TreeSet<String>();
        mapping.getHandlerMethods().values().stream()
                .map(door -> door.getBeanType().getName())
                .filter(name -> !name.startsWith("app.teahouse"))
                .forEach(foreign::add);
        return foreign;
    }

    private static List<Route> routes(RequestMappingInfo info, HandlerMethod door) {
        var methods = info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::asHttpMethod)
                .toList();
        return info.getPatternValues().stream()
                .flatMap(path -> (methods.isEmpty() ? List.of(HttpMethod.GET, HttpMethod.POST) : methods)
                        .stream().map(method -> new Route(method, path, door, body(info, path))))
                .toList();
    }

    private static MediaType body(RequestMappingInfo info, String path) {
        return info.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .orElse(path.startsWith("/api/") ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_FORM_URLENCODED);
    }

    /** The lines of {@code public-routes.txt}, without their reasons. */
    static Set<String> declaredPublic() {
        try {
            var lines = new TreeSet<String>();
            for (var line : new ClassPathResource("public-routes.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                var words = line.strip().split("\\s+", 3);
                if (!line.startsWith("#") && words.length == 3) {
                    lines.add(words[0] + " " + words[1]);
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
