package org.drydock.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The entry point of the program. */
public final class Main {
    /** Drydock's own version. */
    public static final String VERSION = "0.1.0";

    private Main() {}

    public static void main(String[] args) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        int exit = run(args, out, err);
        out.flush();
        err.flush();
        Runtime.getRuntime().halt(exit);
    }

    /**
     * Runs one command line and returns what the program is to end with. Asking for the version costs no more than
     * starting: nothing of the command line is set up for it.
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            out.println("drydock " + VERSION);
            return ExitCode.PASS;
        }
        return new CommandLineRun(Surroundings.ofProcess(out, err)).run(args);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
