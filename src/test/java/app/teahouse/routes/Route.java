package app.teahouse.routes;

import app.teahouse.kernel.Id;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Visitor;
import app.teahouse.web.Form;
import app.teahouse.web.NoSurface;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/**
 * One door of the product: a method, a path and who answers.
 *
 * @param body what kind of body it reads
 */
public record Route(HttpMethod method, String path, HandlerMethod door, MediaType body) {
    public static final Set<Class<?>> PROOFS = Set.of(
            Visitor.class,
            Person.class,
            Onlooker.class,
            Member.class,
            Speaker.class,
            Staff.class,
            Partner.class,
            Owner.class,
            Operator.class);
    private static final Set<Class<?>> OF_A_CIRCLE =
            Set.of(Onlooker.class, Member.class, Speaker.class, Staff.class, Partner.class, Owner.class);
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([a-zA-Z]+)(?::[^}]*)?}");
    private static final String SOME_ID = "01890000-0000-7000-8000-000000000001";

    /** What it asks for, in the order of its parameters. */
    List<Class<?>> proofs() {
        return Arrays.stream(door.getMethodParameters())
                .<Class<?>>map(MethodParameter::getParameterType)
                .filter(PROOFS::contains)
                .toList();
    }

    /** The proof that says most; what this door asks for. */
    public Optional<Class<?>> proof() {
        return proofs().stream()
                .max(java.util.Comparator.comparingInt(List.of(
                        Visitor.class,
                        Person.class,
                        Onlooker.class,
                        Member.class,
                        Speaker.class,
                        Staff.class,
                        Partner.class,
                        Owner.class,
                        Operator.class)::indexOf));
    }

    public boolean asksForA(Class<?> proof) {
        return proofs().contains(proof);
    }

    boolean asksForProofOfTheCircle() {
        return proofs().stream().anyMatch(OF_A_CIRCLE::contains);
    }

    public boolean isOfACircle() {
        return path.contains("{slug}");
    }

    public boolean isApi() {
        return path.startsWith("/api/v1/");
    }

    public boolean isWrite() {
        return !method.equals(HttpMethod.GET);
    }

    boolean streams() {
        return ResponseBodyEmitter.class.isAssignableFrom(door.getReturnType().getParameterType());
    }

    boolean speaksOrSaysWhyNot() {
        return asksForA(Speaker.class)
                || asksForA(Staff.class)
                || asksForA(Partner.class)
                || asksForA(Owner.class)
                || door.hasMethodAnnotation(NoSurface.class);
    }

    /** Whether anything of the request is read before somebody is asked who they are. */
    boolean readsBeforeItAsks() {
        if (proofs().isEmpty()) {
            return false;
        }
        for (var parameter : door.getMethodParameters()) {
            if (PROOFS.contains(parameter.getParameterType())) {
                return false;
            }
            if (reads(parameter)) {
                return true;
            }
        }
        return false;
    }

    private static boolean reads(MethodParameter parameter) {
        return parameter.getParameterType() == Form.class
                || parameter.hasParameterAnnotation(RequestBody.class)
                || parameter.hasParameterAnnotation(RequestPart.class)
                || parameter.hasParameterAnnotation(RequestParam.class)
                || parameter.hasParameterAnnotation(PathVariable.class);
    }

    /** Its address in a circle; every other variable holds something that can be read. */
    String in(String slug) {
        var types = new HashMap<String, Class<?>>();
        for (var parameter : door.getMethodParameters()) {
            var variable = parameter.getParameterAnnotation(PathVariable.class);
            if (variable != null) {
                var named = variable.value().isEmpty()
                        ? door.getMethod()
                                .getParameters()[parameter.getParameterIndex()]
                                .getName()
                        : variable.value();
                types.put(named, parameter.getParameterType());
            }
        }
        return VARIABLE.matcher(path)
                .replaceAll(match -> match.group(1).equals("slug") ? slug : something(types, match.group(1)));
    }

    private static String something(Map<String, Class<?>> types, String variable) {
        var type = types.getOrDefault(variable, String.class);
        if (Id.class.isAssignableFrom(type) || type == UUID.class) {
            return SOME_ID;
        }
        if (type.isEnum()) {
            return app.teahouse.kernel.Db.name((Enum<?>) type.getEnumConstants()[0]);
        }
        return type == String.class ? "something" : "1";
    }

    String line() {
        return method + " " + path;
    }

    @Override
    public String toString() {
        return line() + " (" + door.getBeanType().getSimpleName() + "."
                + door.getMethod().getName() + ")";
    }
}
