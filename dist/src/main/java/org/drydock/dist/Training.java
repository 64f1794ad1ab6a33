package org.drydock.dist;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.drydock.cli.Main;

/**
 * The training run of the AOT cache: runs many command lines in one JVM, because a cache can learn from a single process
 * only. Started by {@code dist/src/sh/train.sh}; never by a user.
 *
 * @see <a href="https://openjdk.org/jeps/514">JEP 514: Ahead-of-Time Command-Line Ergonomics</a>
 */
public final class Training {
    private Training() {}

    /**
     * Runs each line of a file as one command line; words are separated by single tabs.
     *
     * @param args one argument, the file; empty lines are left out
     */
    public static void main(String[] args) throws IOException {
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            if (!line.isEmpty()) {
                Main.run(line.split("\t", -1), stream(), stream());
            }
        }
    }

    /** As the program itself writes, so that the cache knows those classes. */
    private static PrintStream stream() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    }
}
