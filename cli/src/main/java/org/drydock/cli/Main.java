package org.drydock.cli;

/** The entry point of the program. */
public final class Main {
    /** Drydock's own version. */
    public static final String VERSION = "0.1.0";

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    @SuppressWarnings("SystemOut")
    static int run(String[] args) {
        if (args.length == 1 && args[0].equals("--version")) {
            System.out.println("drydock " + VERSION);
            return 0;
        }
        System.err.println("drydock: no such command");
        return 64;
    }
}
