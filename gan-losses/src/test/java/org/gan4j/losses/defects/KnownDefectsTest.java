package org.gan4j.losses.defects;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every defect that has shipped elsewhere has its test here. */
class KnownDefectsTest {
    private static final List<Class<? extends Annotation>> TESTS =
            List.of(Test.class, ParameterizedTest.class, TestFactory.class);

    static List<KnownDefects.Defect> defects() {
        return KnownDefects.ALL;
    }

    @Test
    void theListHoldsAllThatConcernLossesAndPenalties() {
        assertThat(KnownDefects.ALL)
                .extracting(KnownDefects.Defect::number)
                .contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 16, 17, 20, 23);
    }

    @ParameterizedTest
    @MethodSource("defects")
    void itsTestIsThere(KnownDefects.Defect defect) throws ClassNotFoundException {
        String[] test = defect.test().split("#", -1);
        List<Method> methods = Arrays.stream(Class.forName(test[0]).getDeclaredMethods())
                .filter(method -> method.getName().equals(test[1]))
                .filter(method -> TESTS.stream().anyMatch(method::isAnnotationPresent))
                .toList();
        assertThat(methods).as(defect.test()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("defects")
    void whatIsSeededIsFoundByTheContract(KnownDefects.Defect defect) {
        List<String> seeded = new ArrayList<>(List.of(""));
        BrokenLosses.ALL.forEach(broken -> seeded.add(broken.defect()));
        BrokenPenalties.ALL.forEach(broken -> seeded.add(broken.defect()));
        assertThat(seeded).contains(defect.seeded());
    }
}
