package org.gan4j.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation has its derivatives checked: an operation without a row fails here. */
class OperationTableTest {
    /** Static methods from tensors to a tensor that are parts of operations, not operations. */
    private static final Set<String> PARTS = Set.of(
            "Broadcasting.undo/2",
            "Elementwise.binary/3",
            "Elementwise.binary/4",
            "Layout.repeat/2",
            "Reduction.sumTo/3",
            "Tensor.concatenate/2",
            "Tensor.where/3");

    @ParameterizedTest
    @MethodSource("rows")
    void derivativesMatchDifferences(OperationTable.Row row) {
        if (row.order() == 0) {
            List<Tensor> tracked = row.at().stream().map(Tensor::tracked).toList();
            assertThat(row.function().apply(tracked).isTracked()).isFalse();
            return;
        }
        GradientCheck.check(
                row.order(),
                arguments -> {
                    Tensor value = row.function().apply(arguments);
                    return value.plus(value.square());
                },
                row.at().toArray(new Tensor[0]));
    }

    static List<OperationTable.Row> rows() {
        return OperationTable.rows();
    }

    @Test
    void everyOperationHasARowAndEveryRowAnOperation() throws Exception {
        Set<String> operations = operations();
        Set<String> inTable =
                rows().stream().map(OperationTable.Row::operation).collect(Collectors.toCollection(TreeSet::new));
        assertThat(inTable).isEqualTo(operations);
        assertThat(operations).hasSizeGreaterThan(50);
        long differentiable = rows().stream()
                .filter(row -> row.order() > 0)
                .map(OperationTable.Row::operation)
                .distinct()
                .count();
        int checks = rows().stream().mapToInt(OperationTable.Row::order).sum();
        System.out.println("operations: " + operations.size() + ", differentiable: " + differentiable + ", rows: "
                + rows().size() + ", comparisons of derivatives of orders 1 to 3: " + checks);
    }

    @Test
    void everyMethodOfATensorThatReturnsATensorIsAnOperation() throws Exception {
        Set<String> names = operations().stream()
                .map(operation -> operation.substring(operation.indexOf('.') + 1, operation.indexOf('/')))
                .collect(Collectors.toCollection(TreeSet::new));
        names.addAll(Set.of("to", "detach", "tracked", "persistent"));
        Set<String> methods = Arrays.stream(Tensor.class.getMethods())
                .filter(method -> method.getReturnType() == Tensor.class && !Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(methods).isNotEmpty().isSubsetOf(names);
    }

    private static Set<String> operations() throws Exception {
        Path classes = Path.of(
                Tensor.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Set<String> operations = new TreeSet<>();
        try (Stream<Path> files = Files.list(classes.resolve("org/gan4j/core/tensor"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.matches("[A-Za-z]+\\.class") && !name.startsWith("package")) {
                    addOperations(Class.forName("org.gan4j.core.tensor." + name.replace(".class", "")), operations);
                }
            }
        }
        operations.removeAll(PARTS);
        return operations;
    }

    private static void addOperations(Class<?> family, Set<String> operations) {
        for (Method method : family.getDeclaredMethods()) {
            if (Modifier.isStatic(method.getModifiers())
                    && !Modifier.isPrivate(method.getModifiers())
                    && !method.isSynthetic()
                    && method.getReturnType() == Tensor.class
                    && Arrays.stream(method.getGenericParameterTypes())
                            .anyMatch(type -> type.getTypeName().contains(Tensor.class.getName()))) {
                operations.add(family.getSimpleName() + "." + method.getName() + "/" + method.getParameterCount());
            }
        }
    }
}
