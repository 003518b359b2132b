package org.gan4j.experiments.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A call that can be read: no method takes more than five arguments. */
class ParametersTest {
    private static final int MOST = 5;

    /** Methods that stay, by class: kernels, which take blocks and sizes; too few fail as well as too many. */
    private static final Map<String, Integer> EXCEPTIONS = Map.ofEntries(
            entry("core.kernel.ElementwiseKernels", 1),
            entry("core.kernel.MatrixKernels", 2),
            entry("core.kernel.NormalisationKernels", 2),
            entry("core.kernel.UpdateKernels", 3),
            entry("core.kernel.nd4j.Nd4jElementwise", 1),
            entry("core.kernel.nd4j.Nd4jMatrix", 1),
            entry("core.kernel.onednn.OneDnnElementwise", 2),
            entry("core.kernel.onednn.OneDnnMatrix", 2),
            entry("core.kernel.portable.DoubleReduction", 4),
            entry("core.kernel.portable.DoubleUpdates", 2),
            entry("core.kernel.portable.FloatMath", 1),
            entry("core.kernel.portable.FloatReduction", 5),
            entry("core.kernel.portable.FloatUpdates", 2),
            entry("core.kernel.portable.OpenBlasMatrix", 2),
            entry("core.kernel.portable.StridedLayout", 2),
            entry("core.kernel.portable.TiledElementwise", 1),
            entry("core.kernel.portable.TiledNormalisation", 4),
            entry("core.kernel.portable.TiledUpdate", 5),
            entry("core.kernel.select.ChosenElementwise", 1),
            entry("core.kernel.select.ChosenMatrix", 2),
            // what is passed on to a kernel of products
            entry("core.tensor.Matrix", 1),
            // two points, each with a radius
            entry("core.data.digits.Pen", 1),
            // one axis of an image, named for the message of an error
            entry("core.tensor.Sliding", 1));

    @Test
    void noMethodHasMoreThanFiveParameters() {
        assertThat(longLists(MainClasses.all()))
                .as("methods with more than " + MOST + " parameters, by class")
                .isEqualTo(EXCEPTIONS);
    }

    @Test
    void sixAreSeen() {
        assertThat(longLists(new ClassFileImporter().importClasses(Offender.class))
                        .values())
                .containsExactly(1);
    }

    private static SortedMap<String, Integer> longLists(Iterable<JavaClass> classes) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (JavaClass type : classes) {
            for (JavaMethod method : type.getMethods()) {
                boolean written = !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !method.getModifiers().contains(JavaModifier.BRIDGE);
                if (written && method.getRawParameterTypes().size() > MOST) {
                    counts.merge(CountedAccesses.key(type), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    /** Has one method with five parameters and one with six; never called. */
    static final class Offender {
        private Offender() {}

        static int five(int a, int b, int c, int d, int e) {
            return a + b + c + d + e;
        }

        static int six(int a, int b, int c, int d, int e, int f) {
            return five(a, b, c, d, e) + f;
        }
    }
}
