package org.gan4j.experiments.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.experiments.plan.SourceCopy;

/** Compiler of one source file to classes in memory: nothing is left on the disk. */
final class SourceCompiler {
    private SourceCompiler() {}

    /**
     * Compiles a file against the class path of this process.
     *
     * @param shown what messages call it
     * @throws UserError with the compiler's messages
     */
    static LoadedSource compile(SourceCopy source, String shown) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new UserError(
                    ExitCode.USAGE,
                    "this Java has no compiler",
                    shown,
                    "Set JAVA_HOME to a JDK (not a JRE), or compile the file and use --module.");
        }
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(null, Locale.ROOT, null);
                Memory memory = new Memory(standard)) {
            List<String> options = List.of("-cp", System.getProperty("java.class.path", ""), "-parameters");
            List<Text> texts = List.of(new Text(source, shown));
            if (!compiler.getTask(messages, memory, null, options, null, texts).call()) {
                throw new UserError(
                        ExitCode.CONFIGURATION,
                        shown + ": it does not compile:\n" + messages.toString().strip());
            }
            return memory.compiled();
        } catch (IOException e) {
            throw new IllegalStateException("memory was closed with an error", e);
        }
    }

    /** Source text under the name that messages show. */
    private static final class Text extends SimpleJavaFileObject {
        private final SourceCopy source;
        private final String shown;

        Text(SourceCopy source, String shown) {
            super(URI.create("memory:/" + source.name()), Kind.SOURCE);
            this.source = source;
            this.shown = shown;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source.text();
        }

        @Override
        public String getName() {
            return shown;
        }
    }

    /** Files of the class path to read, memory to write. */
    private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final SortedMap<String, ByteArrayOutputStream> written = new TreeMap<>();

        Memory(StandardJavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(
                    URI.create("memory:/" + className.replace('.', '/') + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    written.put(className, bytes);
                    return bytes;
                }
            };
        }

        LoadedSource compiled() {
            SortedMap<String, byte[]> classes = new TreeMap<>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return new LoadedSource(classes);
        }
    }
}
