package org.gan4j.core.game;

import java.util.List;
import java.util.Optional;
import org.gan4j.core.config.Family;
import org.gan4j.core.config.Names;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.gan.Latent;
import org.gan4j.core.gan.ValueRange;
import org.gan4j.core.memory.DType;

/**
 * The choice of a game, a strategy: its components are networks, losses and settings. It answers what can be asked without
 * data; opening it with what is known of the data makes the game that can be played, with its networks.
 */
@Family("games")
public interface Game {
    /** Returns the names of the players. */
    List<String> players();

    /** Returns the turns of one step of a scheme in which players alternate and nothing else is said: one each, in order. */
    default List<Turn> defaultTurns() {
        return players().stream().map(player -> new Turn(player, 1)).toList();
    }

    /** Returns the names of the players whose tensors samples are made from; empty where there is nothing to sample from. */
    default List<String> sampledPlayers() {
        return List.of();
    }

    /**
     * Tells whether the losses compare samples with data, so that data cannot be left out; by default those of a game that
     * makes samples do.
     */
    default boolean needsData() {
        return !sampledPlayers().isEmpty();
    }

    /** Returns what files and titles call the game: the name of its class in lower case with hyphens. */
    default String displayName() {
        return Names.kebab(getClass());
    }

    /** Tells whether samples have labels. */
    default boolean conditional() {
        return false;
    }

    /** Tells whether in training the score of one sample depends on the other samples of its batch. */
    default boolean mixesSamples() {
        return false;
    }

    /** Returns the least and the greatest value of a sample. */
    default ValueRange range() {
        return ValueRange.UNBOUNDED;
    }

    /** Returns the distribution of the generator's input; empty where there is no such generator. */
    default Optional<Latent> latent() {
        return Optional.empty();
    }

    /** Returns the titles of what the losses report for the metrics, besides themselves, in the order of their charts. */
    default List<MetricGroup> metricGroups() {
        return List.of();
    }

    /**
     * Checks a number of rows per batch when a run is configured.
     *
     * @throws IllegalArgumentException if losses of so many rows would have no meaning, with the reason
     */
    default void requireBatchSize(int size) {}

    /**
     * Returns the game that can be played, with networks made for these data.
     *
     * @param spec what is known of the data
     * @param dtype of parameters, samples and losses
     * @throws IllegalArgumentException if the networks do not fit the data, with the reason
     * @throws org.gan4j.core.io.UserError if the values or the labels of the data are others than the game's
     */
    PlayableGame open(SampleSpec spec, DType dtype);

    /** Returns the game that can be played on a data set, in float32. */
    default PlayableGame open(Dataset data) {
        return open(data.spec().withLabelsOf(data.train()), DType.FLOAT32);
    }
}
