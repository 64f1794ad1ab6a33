package org.drydock.cli;

/** The entry point of the program. */
public final class Main {
    /** Drydock's own version. */
    public static final String VERSION = "0.1.0";

    private Main() {}

    public static void main(String[] args) {
        int status = run(args);
        // Not where all is well: on its way out System.exit looks for a logger in every jar, half a start's time.
        if (status != 0) {
            System.exit(status);
        }
    }

    @SuppressWarnings("SystemOut")
    public static int run(String[] args) {
        if (args.length == 1 && args[0].equals("--version")) {
            System.out.println("drydock " + VERSION);
            return 0;
        }
        System.err.println("drydock: no such command");
        return 64;
    }
}
