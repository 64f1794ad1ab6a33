package org.drydock.vuln.version;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.drydock.vuln.version.RandomVersions.Pair;

/** A program of this machine that compares pairs: two texts and a tab between them in a line, one word out for each. */
public record ExternalTool(List<String> command) {
    /**
     * What the program says of each pair: {@code -1}, {@code 0}, {@code 1}, or {@code -} if it takes one of them for no
     * version. Skips the test if the program is not there or does not work.
     */
    public List<String> compare(List<Pair> pairs) {
        List<String> answers = new ArrayList<>();
        int exit = 0;
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Thread writer = Thread.ofVirtual().start(() -> write(process, pairs));
            try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
                reader.lines().filter(line -> !line.isBlank()).forEach(answers::add);
            }
            writer.join();
            exit = process.waitFor();
        } catch (IOException e) {
            assumeTrue(false, command.getFirst() + " is not there: " + e.getMessage());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assumeTrue(exit == 0, command.getFirst() + " does not work here: exit code " + exit);
        return answers;
    }

    private static void write(Process process, List<Pair> pairs) {
        try (PrintWriter writer = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8))) {
            pairs.forEach(pair -> writer.print(pair.left() + '\t' + pair.right() + '\n'));
        } catch (UncheckedIOException e) {
            // the program has gone away; its exit code says so
            process.destroy();
        }
    }
}
