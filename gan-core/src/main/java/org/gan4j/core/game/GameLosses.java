package org.gan4j.core.game;

import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.gan4j.core.tensor.Tensor;

/**
 * The losses of one minibatch and what happened besides: values only, nothing has been changed yet.
 *
 * @param losses the loss of each player asked for, a scalar to be minimised, by the player's name
 * @param updates new values of buffers ("d/norm0/mean") and game variables ("extra/balance"), to be committed by the
 *     scheme
 * @param report numbers worth a line in the metrics, scalars by name ("score-mean/real"); each is computed only when
 *     read, and must be read before parameters are updated
 * @param circumstances what the losses were computed from, in words, for the message when one of them is not finite:
 *     "hinge, scores of real samples from -3.1 to 97.4"; may be empty
 */
public record GameLosses(
        SortedMap<String, Tensor> losses,
        SortedMap<String, Tensor> updates,
        SortedMap<String, Supplier<Tensor>> report,
        Supplier<String> circumstances) {
    public GameLosses {
        Objects.requireNonNull(losses, "losses is null");
        Objects.requireNonNull(updates, "updates is null");
        Objects.requireNonNull(report, "report is null");
        Objects.requireNonNull(circumstances, "circumstances is null");
    }

    /** Makes losses without a word on its circumstances. */
    public GameLosses(
            SortedMap<String, Tensor> losses,
            SortedMap<String, Tensor> updates,
            SortedMap<String, Supplier<Tensor>> report) {
        this(losses, updates, report, () -> "");
    }

    /**
     * Returns the loss of a player.
     *
     * @throws IllegalArgumentException if the player was not asked for
     */
    public Tensor loss(String player) {
        Tensor loss = losses.get(player);
        if (loss == null) {
            throw new IllegalArgumentException(
                    "no loss of player '" + player + "' was computed; players were " + losses.keySet());
        }
        return loss;
    }
}
