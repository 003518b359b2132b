package org.gan4j.experiments.training;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.gan4j.eval.Estimate;
import org.gan4j.experiments.job.MayDiverge;

/**
 * The results of a training run.
 *
 * @param steps how many steps were taken
 * @param stoppedEarly why fewer than all were taken; empty if all were, or if the run diverged
 * @param stepsPerEpoch how many steps are one pass through the data; empty when every batch is drawn afresh
 * @param divergence what was not finite and at which step; empty if the run was completed
 * @param evaluations one for each state that was evaluated; none after a divergence
 * @param selection by what the selected state was chosen, if one was
 * @param datasetChecksum the SHA-256 of the data
 * @param metrics the last line of the metrics, by name
 */
public record TrainingResult(
        long steps,
        Optional<StoppedEarly> stoppedEarly,
        Optional<Double> stepsPerEpoch,
        Optional<String> divergence,
        List<Evaluation> evaluations,
        Optional<SelectedState> selection,
        String datasetChecksum,
        SortedMap<String, Double> metrics)
        implements MayDiverge {

    /**
     * The end of a run before its last step.
     *
     * @param step after how many steps
     * @param of how many it would have taken at most
     * @param reason what was no longer expected of the rest
     */
    public record StoppedEarly(long step, long of, String reason) {
        /** Returns a phrase: "stopped early at step 400 of 1000: ...". */
        public String words() {
            return "stopped early at step " + step + " of " + of + ": " + reason;
        }
    }

    /**
     * The state that did best on validation data.
     *
     * @param step after how many steps
     * @param value its validation measure
     * @param measure what was measured, on which data
     * @param candidates how many states were compared
     */
    public record SelectedState(long step, double value, String measure, int candidates) {}

    /** Returns an estimate of the last state by its name; empty after a divergence, or if nothing gave that estimate. */
    public Optional<Estimate> estimate(String name) {
        return evaluation(Evaluation.LAST).flatMap(evaluation -> evaluation.estimate(name));
    }

    /** Returns the evaluation of a state, if it was evaluated. */
    public Optional<Evaluation> evaluation(String state) {
        return evaluations.stream().filter(e -> e.state().equals(state)).findFirst();
    }
}
