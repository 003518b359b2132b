package org.gan4j.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.data.Split;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.gan.DataLabels;
import org.gan4j.core.gan.LabelSampler;
import org.gan4j.core.gan.NormalLatent;
import org.gan4j.core.gan.SmallNetworks;
import org.gan4j.core.gan.SmallNetworks.LabelledDiscriminator;
import org.gan4j.core.gan.SmallNetworks.LabelledGenerator;
import org.gan4j.core.gan.SmallNetworks.SmallDiscriminator;
import org.gan4j.core.gan.SmallNetworks.SmallGenerator;
import org.gan4j.core.gan.UniformLabels;
import org.gan4j.core.gan.network.GeneratorNetwork;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.dense.Labels;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.LineGame;
import org.junit.jupiter.api.Test;

/** What is drawn from which stream, of which label, and to which scope it belongs. */
class SamplersTest {
    private static final int CLASSES = 3;

    /** Ten rows, six of them of class 2. */
    private static final Split ROWS = new Split() {
        @Override
        public int size() {
            return 10;
        }

        @Override
        public Samples rows(int... rows) {
            int[] labels = new int[rows.length];
            for (int i = 0; i < rows.length; i++) {
                labels[i] = rows[i] < 6 ? 2 : rows[i] % 2;
            }
            return Samples.of(Tensor.zeros(DType.FLOAT32, Shape.of(rows.length, 2)), Labels.of(labels));
        }
    };

    private static SampleSpec labelled() {
        return new SampleSpec(
                SmallNetworks.SAMPLE,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                CLASSES,
                () -> Tensor.zeros(DType.FLOAT32, SmallNetworks.SAMPLE));
    }

    private static Sampler unconditional(DType dtype) {
        PlayableGame game = AdversarialGame.of(
                        new SmallGenerator(true), new SmallDiscriminator(false), new LineGame.Logistic())
                .open(SmallNetworks.SPEC, dtype);
        return game.sampler(game.start(RandomStream.of(5)));
    }

    private static LabelledSampler conditional(LabelSampler labels, SampleSpec spec) {
        PlayableGame game = AdversarialGame.conditional(
                        new LabelledGenerator(), new LabelledDiscriminator(), new LineGame.Logistic(), labels)
                .open(spec, DType.FLOAT32);
        return (LabelledSampler) game.sampler(game.start(RandomStream.of(5)));
    }

    @Test
    void theSameStreamGivesTheSameSamplesAndAnotherOneOthers() {
        Sampler sampler = unconditional(DType.FLOAT32);
        Samples first = sampler.sample(7, RandomStream.of(8));
        assertThat(first.values().shape()).isEqualTo(Shape.of(7, 2));
        assertThat(first.labels()).isEmpty();
        assertThat(sampler.sample(7, RandomStream.of(8)).values().toFloats())
                .isEqualTo(first.values().toFloats());
        assertThat(sampler.sample(7, RandomStream.of(9)).values().toFloats())
                .isNotEqualTo(first.values().toFloats());
        assertThat(sampler).isInstanceOf(Decoder.class).isNotInstanceOf(LabelledSampler.class);
    }

    /** A generator that adds a number of its pass: blocks of 1 000, each with the latents and the pass of its own stream. */
    private record Noisy() implements Layer {
        @Override
        public Shape output(Shape input) {
            return input;
        }

        @Override
        public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
            assertThat(pass.training()).isFalse();
            return input.plus(pass.random().split("noise").normal(input.shape(), (double) pass.step(), 1));
        }
    }

    @Test
    void samplesAreMadeInBlocksOfTheirOwnStreams() {
        GeneratorSampler sampler = new GeneratorSampler(
                new GeneratorNetwork(new Noisy(), 2),
                NormalLatent.standard(2),
                Parameters.empty(),
                Buffers.empty(),
                Shape.of(1, 2),
                50);
        Tensor samples = sampler.sample(2500, RandomStream.of(8)).values();
        assertThat(samples.shape()).isEqualTo(Shape.of(2500, 1, 2));
        RandomStream random = RandomStream.of(8);
        int from = 0;
        for (int block = 0; block < 3; block++) {
            int size = block < 2 ? 1000 : 500;
            RandomStream own = random.split(block);
            Tensor latents = own.split("latent").normal(Shape.of(size, 2));
            Tensor expected = latents.plus(own.split("pass").split("noise").normal(Shape.of(size, 2), 50, 1));
            assertThat(samples.slice(0, from, from + size).toFloats()).isEqualTo(expected.toFloats());
            from += size;
        }
        Tensor fewer = sampler.sample(1000, RandomStream.of(8)).values();
        assertThat(fewer.toFloats())
                .as("the first block does not depend on how many follow")
                .isEqualTo(samples.slice(0, 0, 1000).toFloats());
    }

    @Test
    void samplesOfLabelsHaveTheseLabels() {
        LabelledSampler sampler = conditional(new DataLabels(), labelled().withLabelsOf(ROWS));
        assertThat(sampler.classes()).isEqualTo(CLASSES);
        Tensor asked = Labels.of(2, 0, 1, 1);
        Samples samples = sampler.sample(asked, RandomStream.of(8));
        assertThat(samples.labels().orElseThrow().toFloats()).isEqualTo(asked.toFloats());
        Samples others = sampler.sample(Labels.of(2, 1, 1, 0), RandomStream.of(8));
        for (int i = 0; i < 4; i++) {
            boolean same = samples.values().at(i, 0) == others.values().at(i, 0);
            assertThat(same).as("row %d", i).isEqualTo(i % 2 == 0);
        }
        assertThatThrownBy(() -> sampler.sample(Labels.of(3), RandomStream.of(8)))
                .hasMessageContaining("The label of sample 0 is 3.0")
                .hasMessageContaining("the classes 0 to 2");
    }

    /** Labels are those of random rows, or those that the game chooses beside them, and the samples are of these labels. */
    @Test
    void samplesWithoutAWordHaveLabelsAsInTraining() {
        LabelledSampler ofRows = conditional(new DataLabels(), labelled().withLabelsOf(ROWS));
        Samples samples = ofRows.sample(2500, RandomStream.of(8));
        float[] labels = samples.labels().orElseThrow().toFloats();
        RandomStream asked = RandomStream.of(8).split("asked");
        for (int block = 0; block < 3; block++) {
            int size = block < 2 ? 1000 : 500;
            int[] rows = asked.split(block).split("rows").integers(size, ROWS.size());
            float[] expected = ROWS.rows(rows).labels().orElseThrow().toFloats();
            assertThat(Arrays.copyOfRange(labels, 1000 * block, 1000 * block + size))
                    .isEqualTo(expected);
        }
        Samples again = ofRows.sample(samples.labels().orElseThrow(), RandomStream.of(8));
        assertThat(again.values().toFloats()).isEqualTo(samples.values().toFloats());
    }

    /** The labels that a game chooses beside random rows are drawn from a stream of their own. */
    @Test
    void labelsThatTheGameDrawsAreThoseOfTheirStream() {
        LabelledSampler uniform =
                conditional(new UniformLabels(CLASSES), labelled().withLabelsOf(ROWS));
        float[] labels =
                uniform.sample(1500, RandomStream.of(8)).labels().orElseThrow().toFloats();
        RandomStream asked = RandomStream.of(8).split("asked");
        for (int block = 0; block < 2; block++) {
            int size = block == 0 ? 1000 : 500;
            int[] drawn = asked.split(block).split("labels").integers(size, CLASSES);
            assertThat(Arrays.copyOfRange(labels, 1000 * block, 1000 * block + size))
                    .isEqualTo(Labels.of(drawn).toFloats());
        }
    }

    @Test
    void withoutRowsLabelsCannotBeDrawnButCanBeAskedFor() {
        LabelledSampler sampler = conditional(new DataLabels(), labelled());
        assertThatThrownBy(() -> sampler.sample(4, RandomStream.of(8)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "no labels can be drawn, because the game was opened without rows that have any: open it with"
                                + " a data set, or ask for samples by label");
        assertThat(sampler.sample(Labels.of(1, 2), RandomStream.of(8)).size()).isEqualTo(2);
    }

    @Test
    void samplesBelongToTheScopeOfTheCaller() {
        LabelledSampler labelled = conditional(new DataLabels(), labelled().withLabelsOf(ROWS));
        Samples[] made = new Samples[4];
        float[] values;
        try (Scope caller = Scope.open()) {
            made[0] = unconditional(DType.FLOAT32).sample(1200, RandomStream.of(8));
            made[1] = unconditional(DType.FLOAT64).sample(3, RandomStream.of(8));
            made[2] = labelled.sample(1200, RandomStream.of(8));
            made[3] = labelled.sample(Labels.of(2, 1), RandomStream.of(8));
            values = made[0].values().toFloats();
            try (Scope inner = Scope.open()) {
                assertThat(inner.keep(made[0].values()).toFloats()).isEqualTo(values);
            }
            for (Samples samples : made) {
                assertThat(samples.values().allFinite()).isTrue();
                samples.labels()
                        .ifPresent(labels -> assertThat(labels.allFinite()).isTrue());
            }
            assertThat(made[0].values().toFloats()).isEqualTo(values);
        }
        for (Samples samples : made) {
            assertThatThrownBy(() -> samples.values().toFloats()).hasMessageContaining("a scope that has closed");
            samples.labels()
                    .ifPresent(labels ->
                            assertThatThrownBy(labels::toFloats).hasMessageContaining("a scope that has closed"));
        }
    }

    /** In float64, of a generator with running statistics and of one with labels. */
    @Test
    void decodersAreDifferentiableInTheirLatents() {
        Decoder plain = (Decoder) unconditional(DType.FLOAT64);
        assertThat(plain.latent()).isEqualTo(NormalLatent.standard(3));
        Tensor at = GradientCheck.random(Shape.of(4, 3), 3);
        GradientCheck.check(2, z -> plain.decode(Samples.of(z.get(0)), plain.pass(RandomStream.of(8))), at);
        PlayableGame game = AdversarialGame.conditional(
                        new LabelledGenerator(), new LabelledDiscriminator(), new LineGame.Logistic(), new DataLabels())
                .open(labelled(), DType.FLOAT64);
        Decoder told = (Decoder) game.sampler(game.start(RandomStream.of(5)));
        GradientCheck.check(
                2, z -> told.decode(Samples.of(z.get(0), Labels.of(0, 1, 2, 1)), told.pass(RandomStream.of(8))), at);
    }

    /** What is decoded of the latents that a block draws is what the block gives. */
    @Test
    void decodingDrawnLatentsIsSampling() {
        Sampler sampler = unconditional(DType.FLOAT32);
        Decoder decoder = (Decoder) sampler;
        RandomStream own = RandomStream.of(8).split(0);
        Samples latents = decoder.latent().sample(6, own.split("latent"));
        assertThat(decoder.decode(latents, decoder.pass(own.split("pass"))).toFloats())
                .isEqualTo(sampler.sample(6, RandomStream.of(8)).values().toFloats());
    }

    /** Statistics and weights are those of the state, and training mode is none of the sampler's. */
    @Test
    void aSamplerIsThatOfItsState() {
        PlayableGame game = AdversarialGame.of(
                        new SmallGenerator(true), new SmallDiscriminator(false), new LineGame.Logistic())
                .open(SmallNetworks.SPEC, DType.FLOAT32);
        GameState start = game.start(RandomStream.of(5));
        GameState moved = start.withPlayer(
                "g",
                g -> g.withBuffers(g.buffers().with("layers.1.mean", Tensor.full(DType.FLOAT32, Shape.of(5), 0.5))));
        float[] before =
                game.sampler(start).sample(6, RandomStream.of(8)).values().toFloats();
        float[] after =
                game.sampler(moved).sample(6, RandomStream.of(8)).values().toFloats();
        assertThat(after).isNotEqualTo(before);
        GeneratorNetwork network = new SmallGenerator(true).open(SmallNetworks.SPEC);
        RandomStream own = RandomStream.of(8).split(0);
        Tensor expected = network.generate(
                moved.player("g").parameters(),
                NormalLatent.standard(3).sample(6, own.split("latent")),
                ForwardPass.evaluation(0, own.split("pass"), moved.player("g").buffers()));
        assertThat(after).isEqualTo(expected.toFloats());
    }

    @Test
    void givenSamplesAreHandedOutFromTheFirst() {
        Sampler given = Sampler.of(Tensor.of(Shape.of(3, 1), 4f, 5f, 6f));
        assertThat(given.sample(2, RandomStream.of(8)).values().toFloats()).containsExactly(4, 5);
        assertThatThrownBy(() -> given.sample(4, RandomStream.of(8)))
                .hasMessage("this measure needs 4 samples, but 3 were given");
        assertThat(given.sample(3, RandomStream.of(9)).labels()).isEqualTo(Optional.empty());
    }
}
