package org.gan4j.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.gan4j.core.memory.DType;
import org.gan4j.core.memory.Memory;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final String CLOSED = "this [256, 2] tensor belongs to a scope that has closed; call"
            + " Scope.keep(tensor) before the scope's end, or persistent() for a copy that outlives scopes";

    private static Tensor made() {
        return Tensor.full(DType.FLOAT32, Shape.of(256, 2), 3);
    }

    @Test
    void aTensorDiesWithItsScopeAndItsViewsToo() {
        Tensor tensor;
        Tensor detached;
        Tensor view;
        Tensor leaf;
        try (Scope scope = Scope.open()) {
            tensor = made();
            detached = tensor.tracked().times(2).detach();
            view = tensor.reshape(2, 256).reshape(256, 2);
            leaf = tensor.tracked();
            assertThat(tensor.at(255, 1)).isEqualTo(3);
        }
        for (Tensor dead : List.of(tensor, detached, view, leaf)) {
            assertThatThrownBy(dead::toFloats)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(CLOSED);
            assertThatThrownBy(() -> dead.plus(1)).hasMessage(CLOSED);
            assertThatThrownBy(() -> dead.detach().reshape(512).sum()).hasMessage(CLOSED.replace("[256, 2]", "[512]"));
            assertThatThrownBy(dead::persistent).hasMessage(CLOSED);
            assertThat(dead.toString()).contains("belongs to a scope that has closed");
        }
    }

    @Test
    void aDeadTensorStaysDeadWhenItsMemoryIsUsedAgain() {
        Tensor tensor;
        try (Scope scope = Scope.open()) {
            tensor = made();
        }
        try (Scope scope = Scope.open()) {
            Tensor next = made();
            assertThat(next.lease().block).isSameAs(tensor.lease().block);
            assertThatThrownBy(tensor::toFloats).hasMessage(CLOSED);
        }
    }

    @Test
    void keepMovesATensorToTheParentScope() {
        Tensor kept;
        Tensor view;
        try (Scope outer = Scope.open()) {
            Tensor lost;
            try (Scope inner = Scope.open()) {
                Tensor tensor = made().plus(1);
                view = tensor.reshape(512);
                kept = inner.keep(tensor);
                assertThat(inner.keep(kept)).isSameAs(kept);
                lost = tensor.plus(1);
            }
            assertThat(kept.at(0, 0)).isEqualTo(4);
            assertThat(view.at(511)).isEqualTo(4);
            assertThatThrownBy(lost::toFloats).hasMessage(CLOSED);
        }
        assertThatThrownBy(kept::toFloats).hasMessage(CLOSED);
    }

    @Test
    void keepInTheOutermostScopeLeavesATensorToTheCollector() {
        Tensor kept;
        try (Scope scope = Scope.open()) {
            kept = scope.keep(made());
        }
        try (Scope scope = Scope.open()) {
            made();
        }
        assertThat(kept.at(3, 1)).isEqualTo(3);
    }

    @Test
    void keepReturnsATensorOfAnotherScopeAsItIs() {
        try (Scope outer = Scope.open()) {
            Tensor tensor = made();
            try (Scope inner = Scope.open()) {
                assertThat(inner.keep(tensor)).isSameAs(tensor);
            }
            assertThat(tensor.at(0, 0)).isEqualTo(3);
        }
    }

    @Test
    void aPersistentTensorOutlivesScopes() {
        Tensor persistent;
        try (Scope scope = Scope.open()) {
            persistent = made().persistent();
        }
        assertThat(persistent.at(0, 0)).isEqualTo(3);
    }

    @Test
    void derivativesCannotBeTakenThroughTensorsOfAClosedScope() {
        Tensor leaf = made().tracked();
        Tensor loss;
        try (Scope scope = Scope.open()) {
            loss = scope.keep(leaf.exp().square().sum());
        }
        assertThatThrownBy(() -> Gradients.of(loss, List.of(leaf))).hasMessage(CLOSED);
    }

    @Test
    void gradientsBelongToTheScopeTheyAreAskedForIn() {
        Tensor leaf = made().tracked();
        Tensor gradient;
        try (Scope scope = Scope.open()) {
            gradient = Gradients.of(leaf.square().sum(), List.of(leaf)).get(0);
            assertThat(gradient.at(0, 0)).isEqualTo(6);
        }
        assertThatThrownBy(gradient::toFloats).hasMessage(CLOSED);
    }

    @Test
    void scopesCloseInTheReverseOrder() {
        Scope outer = Scope.open();
        try (Scope inner = Scope.open()) {
            assertThatThrownBy(outer::close)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("A scope opened inside this one is still open");
        }
        outer.close();
        outer.close();
        assertThatThrownBy(() -> outer.keep(made())).hasMessageContaining("keep was called on a scope that has closed");
        assertThat(Scope.current()).isNull();
    }

    @Test
    void aScopeBelongsToItsThread() throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Tensor> foreign = new CopyOnWriteArrayList<>();
        try (Scope scope = Scope.open()) {
            Thread other = new Thread(() -> {
                foreign.add(made());
                try {
                    scope.close();
                } catch (IllegalStateException expected) {
                    failure.set(expected);
                }
            });
            other.start();
            other.join();
        }
        assertThat(failure.get()).hasMessageContaining("must be closed by the thread that opened it");
        assertThat(foreign.get(0).at(0, 0)).isEqualTo(3);
    }

    @Test
    void memoryIsTheSameAfterEveryStep() {
        long before = 0;
        for (int step = 0; step < 20; step++) {
            try (Scope scope = Scope.open()) {
                Tensor leaf = made().tracked();
                Gradients.of(leaf.exp().tanh().sum(), List.of(leaf));
            }
            if (step == 2) {
                before = Memory.bytesHeld();
            }
        }
        assertThat(Memory.bytesHeld()).isLessThanOrEqualTo(before);
    }

    @Test
    void withoutAScopeMemoryComesBackFromTheCollector() throws InterruptedException {
        Tensor held = Tensor.full(DType.FLOAT32, Shape.of(1 << 20), 1).reshape(1 << 10, 1 << 10);
        long before = Memory.bytesInUse(); // what earlier tests have left to the collector too
        long most = 0;
        for (int i = 0; i < 200; i++) {
            held.plus(i);
            if (i % 40 == 39) {
                System.gc();
                Thread.sleep(50);
            }
            most = Math.max(most, Memory.bytesInUse());
        }
        assertThat(held.at(1023, 1023)).isEqualTo(1);
        assertThat(most - before).isLessThan(200L << 22);
    }
}
