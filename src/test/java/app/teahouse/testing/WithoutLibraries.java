package app.teahouse.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Loads a class and its package anew, in a world in which some libraries don't exist: whoever needs one of them fails. */
public final class WithoutLibraries extends ClassLoader {
    private final Class<?> known;
    private final List<String> absent;

    /** @param absent beginnings of the names of classes */
    public WithoutLibraries(Class<?> known, String... absent) {
        super(known.getClassLoader());
        this.known = known;
        this.absent = List.of(absent);
    }

    public Class<?> loadAnew() throws ClassNotFoundException {
        return loadClass(known.getName());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (absent.stream().anyMatch(name::startsWith)) {
            throw new ClassNotFoundException(name);
        }
        if (!name.startsWith(known.getPackageName() + ".")) {
            return super.loadClass(name, resolve);
        }
        var loaded = findLoadedClass(name);
        return loaded != null ? loaded : define(name);
    }

    private Class<?> define(String name) {
        try (var file = getResourceAsStream(name.replace('.', '/') + ".class")) {
            var bytes = Objects.requireNonNull(file, name).readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
