package org.gan4j.core.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gan4j.core.config.tree.Location;
import org.gan4j.core.config.tree.Paths;
import org.gan4j.core.config.tree.Problems;

/** Finds values in a bound configuration, and places what rules say in its text. */
final class WiringWalk implements Wiring {
    private final List<Placed<Object>> values = new ArrayList<>();
    private final Function<String, Location> places;
    private final Problems refusals;
    private final Problems warnings;

    WiringWalk(Object root, Function<String, Location> places, Problems refusals, Problems warnings) {
        this.places = places;
        this.refusals = refusals;
        this.warnings = warnings;
        walk("", root);
    }

    private void walk(String path, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(part -> walk(path, part));
            return;
        }
        values.add(new Placed<>(path, value));
        if (value instanceof Record r) {
            for (RecordComponent component : r.getClass().getRecordComponents()) {
                walk(Paths.join(path, component.getName()), Records.get(r, component));
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                walk(Paths.join(path, String.valueOf(i)), list.get(i));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, part) -> walk(Paths.join(path, String.valueOf(key)), part));
        }
    }

    @Override
    public <T> List<Placed<T>> all(Class<T> type) {
        List<Placed<T>> found = new ArrayList<>();
        for (Placed<Object> placed : values) {
            if (type.isInstance(placed.value())) {
                found.add(new Placed<>(placed.path(), type.cast(placed.value())));
            }
        }
        return found;
    }

    @Override
    public <T> Optional<Placed<T>> around(Placed<?> part, Class<T> type) {
        return all(type).stream()
                .filter(outer -> outer.path().isEmpty() || part.path().startsWith(outer.path() + "."))
                .filter(outer -> !outer.path().equals(part.path()))
                .reduce((first, second) -> second);
    }

    @Override
    public void refuse(Placed<?> value, String what) {
        refusals.add(places.apply(value.path()), value.path(), what);
    }

    @Override
    public void warn(Placed<?> value, String what) {
        warnings.add(places.apply(value.path()), value.path(), what);
    }
}
