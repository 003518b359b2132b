package org.gan4j.experiments.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.Json;
import org.gan4j.experiments.job.Job;

/**
 * Line of a plan: one job and the directory it is run into.
 *
 * @param number of the line among the jobs, from 1
 * @param directory of the run, relative to the directory of all runs, with {@code /} between names
 * @param configuration the resolved job with its type
 * @param after the numbers of the jobs whose runs this one reads
 */
public record PlannedJob(int number, String directory, Configuration<Job<?>> configuration, List<Integer> after) {
    /** Checks that it comes after earlier jobs only. */
    public PlannedJob {
        after = Collections.unmodifiableList(after);
        for (int other : after) {
            if (other < 1 || other >= number) {
                throw new IllegalArgumentException("job " + number + " is after " + after
                        + ", but must be after jobs of" + " smaller numbers, from 1");
            }
        }
    }

    /** Returns the job. */
    public Job<?> job() {
        return configuration.value();
    }

    /** Returns the line of a plan's file. */
    String line() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("number", number);
        line.put("directory", directory);
        line.put("sha256", configuration.sha256());
        line.put("after", after);
        line.put("job", tree(configuration.json()));
        return Json.line(line);
    }

    /** A job without settings is its name alone. */
    private static Object tree(String json) {
        return json.startsWith("{") ? Json.parse(json, "job") : json.substring(1, json.length() - 1);
    }
}
