package org.gan4j.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.io.Sha256;

/** Classes of a source file, loaded. */
final class LoadedSource extends ClassLoader {
    private final SortedMap<String, byte[]> classes;

    LoadedSource(SortedMap<String, byte[]> classes) {
        super(LoadedSource.class.getClassLoader());
        this.classes = classes;
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** Returns the records that implement a type, in the order of their names. */
    List<Class<? extends Record>> records(Class<?> type) {
        List<Class<? extends Record>> found = new ArrayList<>();
        for (String name : classes.keySet()) {
            try {
                Class<?> loaded = Class.forName(name, false, this);
                if (type.isAssignableFrom(loaded) && Record.class.isAssignableFrom(loaded)) {
                    found.add(loaded.asSubclass(Record.class));
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("compiled a moment ago", e);
            }
        }
        return found;
    }

    /** Returns a digest of each class, by name. */
    SortedMap<String, String> digests() {
        SortedMap<String, String> digests = new TreeMap<>();
        classes.forEach((name, bytes) -> digests.put(name, Sha256.of(bytes)));
        return digests;
    }
}
