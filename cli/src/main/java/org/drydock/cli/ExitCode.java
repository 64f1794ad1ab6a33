package org.drydock.cli;

/** What the program ends with; scripts rely on it. */
final class ExitCode {
    static final int PASS = 0;
    static final int ERROR = 1;
    static final int GATE_FAILED = 2;
    static final int NOTHING_TO_EXAMINE = 3;
    static final int WRONG_USAGE = 64;

    private ExitCode() {}
}
