package org.gan4j.experiments.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.digits.StrokeDigits;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.random.RandomStream;
import org.gan4j.experiments.training.TrainingJob;
import org.junit.jupiter.api.Test;

class ConditionalGamesTest {
    private static final ConditionalGames GAMES =
            new ConditionalGames(1, List.of(4L, 9L), StrokeDigits.DEFAULTS, 8, ConditionalGames.DEFAULTS.evaluators());

    /** Runs of one seed begin with the same generator and the same trunk, and have finite losses of both players. */
    @Test
    void runsOfOneSeedArePaired() {
        Dataset digits = StrokeDigits.DEFAULTS.open(new DataDirectory(Path.of("unused")));
        List<TrainingJob> jobs = GAMES.jobs();
        assertThat(jobs)
                .hasSize(5 * 2)
                .extracting(TrainingJob::seed)
                .containsExactly(4L, 9L, 4L, 9L, 4L, 9L, 4L, 9L, 4L, 9L);
        List<float[]> generators = new ArrayList<>();
        TreeSet<String> heads = new TreeSet<>();
        for (TrainingJob job : jobs) {
            if (job.seed() != 4) {
                continue;
            }
            PlayableGame game = job.game().open(digits);
            GameState state = game.start(RandomStream.of(4));
            generators.add(
                    state.player("g").parameters().get("image.dense.weight").toFloats());
            heads.addAll(state.player("d").parameters().names());
            var batch = digits.batches(8, RandomStream.of(1)).batch(0);
            var losses = game.losses(state, Draw.of(batch, RandomStream.of(2)), game.players());
            assertThat(losses.loss("d").allFinite()).isTrue();
            assertThat(losses.loss("g").allFinite()).isTrue();
        }
        assertThat(generators)
                .hasSize(5)
                .allSatisfy(weights -> assertThat(weights).isEqualTo(generators.get(0)));
        assertThat(heads).contains("output.weight", "output.embedding", "classes.weight");
    }
}
