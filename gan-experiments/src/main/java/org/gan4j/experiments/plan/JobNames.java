package org.gan4j.experiments.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gan4j.core.config.Configuration;
import org.gan4j.experiments.job.Job;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.Settings;

/**
 * Names of the runs of one experiment: the name that the job gives itself; where jobs of the same name differ, the settings
 * in which they do; and the first digits of the configuration's SHA-256, which alone tell runs apart for certain.
 */
final class JobNames {
    private static final int SHOWN = 3;
    private static final int LONGEST_VALUE = 20;
    private static final int LONGEST = 90;

    private JobNames() {}

    /** Returns a name for each job, in their order. */
    static List<String> of(List<Configuration<Job<?>>> jobs) {
        Map<String, List<SortedMap<String, String>>> groups = new TreeMap<>();
        List<SortedMap<String, String>> settings = new ArrayList<>();
        for (Configuration<Job<?>> job : jobs) {
            SortedMap<String, String> own = Settings.of(job.yaml(), job.value().name());
            settings.add(own);
            groups.computeIfAbsent(job.value().name(), name -> new ArrayList<>())
                    .add(own);
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            String name = jobs.get(i).value().name();
            StringBuilder text = new StringBuilder(name);
            for (String path : differing(groups.getOrDefault(name, List.of()))) {
                text.append('-')
                        .append(said(path, Optional.ofNullable(settings.get(i).get(path))));
            }
            String plain = text.toString().replaceAll("[^A-Za-z0-9._-]+", "-");
            String cut = plain.substring(0, Math.min(LONGEST, plain.length()));
            names.add(cut + "-" + jobs.get(i).sha256().substring(0, RunDirectory.DIGITS));
        }
        return names;
    }

    /** Returns the paths of settings that are not the same in all, those nearest to the root first. */
    private static List<String> differing(List<SortedMap<String, String>> group) {
        TreeSet<String> paths = new TreeSet<>(Comparator.comparing((String path) -> path.split("\\.").length)
                .thenComparing(Comparator.naturalOrder()));
        group.forEach(settings -> paths.addAll(settings.keySet()));
        paths.removeIf(path -> group.stream()
                        .map(settings -> Optional.ofNullable(settings.get(path)))
                        .distinct()
                        .count()
                == 1);
        return paths.stream().limit(SHOWN).toList();
    }

    private static String said(String path, Optional<String> value) {
        String label = path.replaceFirst("^.*\\.(?=[^.]*[A-Za-z])", "");
        return value.map(text -> label + "-" + text.substring(0, Math.min(LONGEST_VALUE, text.length())))
                .orElse("no-" + label);
    }
}
