package org.gan4j.core.game.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.game.adversarial.LabelledWorld.TableDiscriminator;
import org.gan4j.core.game.adversarial.LabelledWorld.TableGenerator;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.DataLabels;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.LabelSampler;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.gan.SampleTransform;
import org.gan4j.core.gan.SpectralNorm;
import org.gan4j.core.gan.UniformLabels;
import org.gan4j.core.io.UserError;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.LineGame;
import org.junit.jupiter.api.Test;

/** The game whose networks take labels, on a world in which every distribution can be counted. */
class ConditionalGameTest {
    private static final RandomStream RANDOM = RandomStream.of(8);

    private final AdversarialGame game = LabelledWorld.game(new DataLabels());
    private final PlayableGame opened = LabelledWorld.opened(game);
    private final GameState start = opened.start(RandomStream.of(5));

    /** Counts of points by label, [point][label], of the data and of what the generator makes for the data's labels. */
    private static double[][] counts(boolean real) {
        double[][] counts = new double[LabelledWorld.POINTS][LabelledWorld.LABELS];
        for (int i = 0; i < LabelledWorld.ROWS; i++) {
            int y = (int) LabelledWorld.REAL_LABELS[i];
            int x = real ? (int) LabelledWorld.REAL_POINTS[i] : LabelledWorld.FAKE_POINTS[y][i];
            counts[x][y]++;
        }
        return counts;
    }

    private GameState withTable(float... table) {
        Tensor scores = Tensor.of(Shape.of(table.length, 1), table);
        return start.withPlayer(
                "d",
                d -> PlayerState.of(
                        Parameters.of(d.parameters().with("table", scores).asMap())
                                .persistent(),
                        d.buffers()));
    }

    @Test
    void theBestDiscriminatorHasTheRatioOfTheConditionalDensities() {
        double[][] p = counts(true);
        double[][] q = counts(false);
        float[] best = new float[LabelledWorld.POINTS * LabelledWorld.LABELS];
        double minimum = 0;
        for (int x = 0; x < LabelledWorld.POINTS; x++) {
            for (int y = 0; y < LabelledWorld.LABELS; y++) {
                // A cell without data or without fakes has its best score at infinity; a score of 30 is as good.
                double ratio = p[x][y] / (p[x][y] + q[x][y]);
                best[x * LabelledWorld.LABELS + y] =
                        (float) Math.max(-30, Math.min(30, Math.log(ratio) - Math.log1p(-ratio)));
                minimum -= xlogy(p[x][y], ratio) + xlogy(q[x][y], 1 - ratio);
            }
        }
        GameState state = withTable(best).tracking(List.of("d"));
        GameLosses result = opened.losses(state, Draw.of(LabelledWorld.real(), RANDOM), List.of("d"));
        assertThat(result.loss("d").item()).isCloseTo(minimum / LabelledWorld.ROWS, within(1e-6));
        Tensor table = state.player("d").parameters().get("table");
        double[] gradient =
                Gradients.of(result.loss("d"), List.of(table)).get(0).toDoubles();
        for (double g : gradient) {
            assertThat(g).isCloseTo(0, within(1e-6));
        }
        assertThat(best[0]).isNotEqualTo(best[1]);
    }

    private static double xlogy(double x, double y) {
        return x == 0 ? 0 : x * Math.log(y);
    }

    @Test
    void bothPlayersAreToldTheLabel() {
        GameState tracked = start.tracking(List.of("g"));
        GameLosses result = opened.losses(tracked, Draw.of(LabelledWorld.real(), RANDOM), List.of("g"));
        float[] table = start.player("d").parameters().get("table").toFloats();
        double expected = 0;
        for (int i = 0; i < LabelledWorld.ROWS; i++) {
            int y = (int) LabelledWorld.REAL_LABELS[i];
            double score = table[LabelledWorld.FAKE_POINTS[y][i] * LabelledWorld.LABELS + y];
            expected += Math.log1p(Math.exp(-score)) / LabelledWorld.ROWS;
        }
        assertThat(result.loss("g").item()).isCloseTo(expected, within(1e-6));
    }

    @Test
    void penaltiesSeeEachSampleWithItsOwnLabel() {
        List<Tensor> seen = new ArrayList<>();
        Penalty looking = (score, real, fake, random) -> {
            seen.addAll(List.of(score.apply(real), score.ofFake(fake), score.apply(fake), fake));
            return real.mean().times(0);
        };
        TreeMap<String, Penalty> penalties = new TreeMap<>();
        penalties.put("looking", looking);
        LabelSampler uniform = new UniformLabels(LabelledWorld.LABELS);
        AdversarialGame watched = new AdversarialGame(
                game.generator(),
                game.discriminator(),
                game.loss(),
                penalties,
                List.of(),
                Optional.of(uniform),
                DiscriminatorBatching.SEPARATE);
        LabelledWorld.opened(watched).losses(start, Draw.of(LabelledWorld.real(), RANDOM), List.of("d"));
        float[] asked = uniform.labels(
                        Tensor.of(Shape.of(LabelledWorld.ROWS), LabelledWorld.REAL_LABELS.clone()),
                        RANDOM.split("labels").replay())
                .toFloats();
        assertThat(asked).isNotEqualTo(LabelledWorld.REAL_LABELS).contains(0f, 1f);
        float[] fake = new float[LabelledWorld.ROWS];
        for (int i = 0; i < fake.length; i++) {
            fake[i] = LabelledWorld.FAKE_POINTS[(int) asked[i]][i];
        }
        assertThat(seen.get(3).toFloats()).isEqualTo(fake);
        assertThat(seen.get(0).toFloats()).isEqualTo(scores(LabelledWorld.REAL_POINTS, LabelledWorld.REAL_LABELS));
        assertThat(seen.get(1).toFloats()).isEqualTo(scores(fake, asked));
        assertThat(seen.get(2).toFloats()).isEqualTo(scores(fake, LabelledWorld.REAL_LABELS));
    }

    private float[] scores(float[] points, float[] labels) {
        float[] table = start.player("d").parameters().get("table").toFloats();
        float[] scores = new float[points.length];
        for (int i = 0; i < scores.length; i++) {
            int row = (int) points[i];
            scores[i] = table[row * LabelledWorld.LABELS + (int) labels[i]];
        }
        return scores;
    }

    @Test
    void uniformLabelsAreThoseOfTheDataAsOftenAsEachOther() {
        Tensor labels =
                new UniformLabels(5).labels(Tensor.of(Shape.of(20_000), new float[20_000]), RANDOM.split("uniform"));
        int[] counts = new int[5];
        for (float label : labels.toFloats()) {
            counts[(int) label]++;
        }
        // 5 standard deviations of a binomial count: 5 sqrt(20 000 / 5 * 4 / 5) = 283.
        for (int count : counts) {
            assertThat(count).isCloseTo(4000, within(283));
        }
    }

    @Test
    void networksAndLabelsMustFit() {
        AdversarialLoss loss = new LineGame.Logistic();
        Generator plain = new TableGenerator(false);
        Discriminator judge = new TableDiscriminator(true);
        assertThatThrownBy(() -> AdversarialGame.of(new TableGenerator(true), new TableDiscriminator(false), loss))
                .hasMessage(
                        "generator takes labels, but the game gives none: write labels: data (or labels: uniform) beside"
                                + " it, or take a network without labels");
        assertThatThrownBy(() -> AdversarialGame.of(plain, judge, loss))
                .hasMessageStartingWith("discriminator takes labels");
        assertThatThrownBy(() -> AdversarialGame.of(plain, SpectralNorm.of(judge), loss))
                .hasMessageStartingWith("discriminator takes labels");
        assertThatThrownBy(() -> AdversarialGame.conditional(plain, judge, loss, new DataLabels()))
                .hasMessage(
                        "labels are given, but the generator takes none: use a conditional network, or leave labels out"
                                + " of the game");
        assertThatThrownBy(() -> new AdversarialGame(
                        new TableGenerator(true),
                        judge,
                        loss,
                        new TreeMap<>(),
                        List.of(new Unlabelling()),
                        Optional.of(new DataLabels()),
                        DiscriminatorBatching.SEPARATE))
                .hasMessageStartingWith("transforms has unlabelling, after which samples have no labels");
    }

    @Test
    void dataMustHaveTheLabelsThatAreAskedFor() {
        assertThatThrownBy(() -> game.open(LabelledWorld.spec(0), DType.FLOAT32))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("the game is conditional, but the data have no labels");
        AdversarialGame uniform = LabelledWorld.game(new UniformLabels(3));
        assertThatThrownBy(() -> uniform.open(LabelledWorld.spec(2), DType.FLOAT32))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("labels of 3 classes are asked for, but the data have 2")
                .hasMessageContaining("{type: uniform, classes: 2}");
        assertThatThrownBy(() -> new UniformLabels(0)).hasMessage("classes must be at least 1, but is 0");
        Samples unlabelled = Samples.of(LabelledWorld.real().values());
        assertThatThrownBy(() -> opened.losses(start, Draw.of(unlabelled, RANDOM.split("play")), List.of("g")))
                .hasMessageContaining("needs data with labels");
    }

    private record Unlabelling() implements SampleTransform {
        @Override
        public Samples apply(Samples samples, Pass pass) {
            return Samples.of(samples.values());
        }

        @Override
        public boolean keepsLabels() {
            return false;
        }
    }
}
