package org.gan4j.core.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ForwardPassTest {
    private final RandomStream random = RandomStream.of(4);
    private final Buffers buffers = Buffers.empty().with("norm.mean", Tensor.of(Shape.of(2), 1f, 2f));

    @Test
    void updatesAreCollectedAndReadWithinThePass() {
        ForwardPass pass = ForwardPass.training(3, random, buffers);
        Pass part = pass.at("norm");
        assertThat(part.buffer("mean").toFloats()).containsExactly(1, 2);
        part.update("mean", Tensor.of(Shape.of(2), 5f, 6f).tracked());
        assertThat(part.buffer("mean").toFloats()).containsExactly(5, 6);
        assertThat(pass.updates()).containsOnlyKeys("norm.mean");
        assertThat(pass.updates().values()).noneMatch(Tensor::isTracked);
        assertThat(buffers.get("norm.mean").toFloats()).containsExactly(1, 2);
        assertThat(part.step()).isEqualTo(3);
        assertThat(part.training()).isTrue();
    }

    @Test
    void passesWithoutUpdatesAndInEvaluationLeaveNoTrace() {
        ForwardPass training = ForwardPass.training(0, random, buffers);
        training.withoutUpdates().at("norm").update("mean", Tensor.of(Shape.of(2), 5f, 6f));
        training.at("norm").withoutUpdates().update("mean", Tensor.of(Shape.of(2), 5f, 6f));
        ForwardPass evaluation = ForwardPass.evaluation(0, random, buffers);
        evaluation.at("norm").update("mean", Tensor.of(Shape.of(2), 5f, 6f));
        assertThat(training.updates()).isEmpty();
        assertThat(evaluation.updates()).isEmpty();
        assertThat(evaluation.at("norm").buffer("mean").toFloats()).containsExactly(1, 2);
        assertThat(evaluation.training()).isFalse();
    }

    @Test
    void aBufferAwaitsOneUpdateInTrainingOnly() {
        ForwardPass pass = ForwardPass.training(0, random, buffers);
        assertThat(pass.at("norm").awaitsUpdate("mean")).isTrue();
        assertThat(pass.withoutUpdates().awaitsUpdate("norm.mean")).isFalse();
        assertThat(ForwardPass.evaluation(0, random, buffers).awaitsUpdate("norm.mean"))
                .isFalse();
        pass.at("norm").withRandom(random.split("fake")).update("mean", Tensor.of(Shape.of(2), 5f, 6f));
        assertThat(pass.awaitsUpdate("norm.mean")).isFalse();
    }

    @Test
    void partsHaveStreamsOfTheirOwn() {
        ForwardPass pass = ForwardPass.training(0, random, buffers);
        assertThat(pass.at("a").random()).isEqualTo(random.split("a"));
        assertThat(pass.at("a").at("b").random()).isEqualTo(random.split("a").split("b"));
        Pass other = pass.at("norm").withRandom(random.split("fake"));
        assertThat(other.random()).isEqualTo(random.split("fake"));
        other.update("mean", Tensor.of(Shape.of(2), 5f, 6f));
        assertThat(pass.updates()).containsOnlyKeys("norm.mean");
    }

    @Test
    void unknownBuffersAreRefused() {
        ForwardPass pass = ForwardPass.training(0, random, buffers);
        assertThatThrownBy(() -> pass.buffer("mean")).hasMessage("There is no buffer \"mean\"; there are [norm.mean]");
        assertThatThrownBy(() -> pass.at("x").update("mean", Tensor.of(Shape.of(2), 5f, 6f)))
                .hasMessageContaining("\"x.mean\"");
    }
}
