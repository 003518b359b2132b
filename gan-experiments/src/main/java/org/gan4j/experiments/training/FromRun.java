package org.gan4j.experiments.training;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.core.config.Default;
import org.gan4j.core.config.NotHashed;
import org.gan4j.core.config.Require;
import org.gan4j.core.game.Game;
import org.gan4j.core.game.GameState;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.training.checkpoint.SavedWeights;
import org.gan4j.experiments.store.RunInputs;

/**
 * Weights of another run to start from: parameters and buffers of some of its players. Step, optimizers, averages, game
 * variables and the memory of the scheme begin anew; averages begin at the weights taken.
 *
 * <p>What is taken is known by its digest, which a {@link TrainingJob} finds out when it is made and its resolved
 * configuration holds. The path is no part of the run's identity: a run that was moved is the same, another one at its path is
 * not. With {@code players} and {@code sha256} given, nothing is read before the training starts.
 *
 * @param run the directory of a training run, finished or not; relative to the working directory
 * @param state which of its states: {@code last}; {@code average}, the averaged parameters of those players that have an
 *     average, with the buffers that belong to their last parameters; {@code selected}, which has only the players that samples
 *     are made from, such as the generator, with the buffers of that step
 * @param players whose weights are taken; left out, those of all players that both the state and this game have
 * @param sha256 the digest of what is taken, see {@link SavedWeights#sha256}; left out, it is that of what is there
 */
public record FromRun(
        @NotHashed String run,
        @Default("last") State state,
        @Default("[]") List<String> players,
        Optional<String> sha256) {

    /** State of a run. */
    public enum State {
        /** The latest checkpoint. */
        LAST,
        /** The running averages beside the latest checkpoint. */
        AVERAGE,
        /** The best candidate of a selection. */
        SELECTED
    }

    /** Checks the form of the path and the digest. */
    public FromRun {
        Require.that(!run.isBlank(), "run", "\"" + run + "\"", "the directory of a run");
        sha256.ifPresent(digest ->
                Require.that(digest.matches("[0-9a-f]{64}"), "sha256", digest, "64 hexadecimal digits in lower case"));
        players = Collections.unmodifiableList(players);
    }

    /**
     * Returns this with players and digest as they are found.
     *
     * @throws IllegalArgumentException if the run or the players cannot be used, beginning with "from"
     */
    FromRun resolved(Game game) {
        for (String player : players) {
            if (!game.players().contains(player)) {
                throw new IllegalArgumentException(
                        "from.players has \"" + player + "\", but the players are " + game.players());
            }
        }
        if (sha256.isPresent() && !players.isEmpty()) {
            return this;
        }
        try {
            SavedWeights all = RunWeights.read(Path.of(run), state, game);
            List<String> taken = players.isEmpty()
                    ? all.players().stream().filter(game.players()::contains).toList()
                    : players;
            if (taken.isEmpty()) {
                throw new IllegalArgumentException("from takes nothing: state " + word() + " of " + run
                        + " has the players " + all.players() + ", and this game " + game.players());
            }
            FromRun named = new FromRun(run, state, taken, sha256);
            String found = named.taken(all).sha256();
            named.requireDigest(found);
            return new FromRun(run, state, taken, Optional.of(found));
        } catch (UserError unusable) {
            throw new IllegalArgumentException("from cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    /**
     * Returns a training's first state with these weights in place of its own.
     *
     * @param directory of the run that starts, for messages
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#CHECKPOINT} if they are not those of the digest,
     *     or if names, shapes or types differ, with all differences
     */
    GameState into(GameState fresh, Game game, Path directory) {
        SavedWeights weights = taken(RunWeights.read(Path.of(run), state, game));
        requireDigest(weights.sha256());
        List<String> differences = weights.differences(fresh, run, "this run");
        if (!differences.isEmpty()) {
            throw new UserError(
                    ExitCode.CHECKPOINT,
                    directory + ": the " + word() + " weights of " + run + " do not fit this run:\n  "
                            + String.join("\n  ", differences)
                            + "\nGive this run the networks of that one, or take other players with from.players.");
        }
        return weights.into(fresh);
    }

    /** Returns in words what is taken, such as "the last weights of [g] of runs/ring/minimax-ring-s1-0123abcd". */
    String words() {
        return "the " + word() + " weights of " + players + " of " + run;
    }

    /** Returns what {@code run.json} says of these weights. */
    RunInputs.Weights input() {
        return new RunInputs.Weights(run, word(), players, sha256.orElseThrow());
    }

    private SavedWeights taken(SavedWeights all) {
        for (String player : players) {
            if (!all.players().contains(player)) {
                throw new UserError(
                        ExitCode.CHECKPOINT,
                        "state " + word() + " has no weights of \"" + player + "\", but those of " + all.players(),
                        run,
                        "Name other players with from.players, or another state with from.state.");
            }
        }
        return all.of(players);
    }

    private void requireDigest(String found) {
        if (sha256.isPresent() && !sha256.get().equals(found)) {
            throw new UserError(
                    ExitCode.CHECKPOINT,
                    "the " + word() + " weights of " + players + " have the SHA-256 " + found + ", but from.sha256 is "
                            + sha256.get(),
                    run,
                    "Restore that run, or leave out from.sha256 to start from the weights that are there.");
        }
    }

    private String word() {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
