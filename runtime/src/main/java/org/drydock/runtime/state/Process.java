package org.drydock.runtime.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A thread, and for the main thread the process: what is known of it. Text is as the kernel has it, one character a
 * byte. A value that nothing has told is {@code null}, or {@link #UNKNOWN}.
 */
public final class Process {
    /** Stands for a number that nothing has told. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    public final long tid;
    public long pid = UNKNOWN;
    public long parentId = UNKNOWN;
    public long vtid = UNKNOWN;
    public long vpid = UNKNOWN;
    public long sessionId = UNKNOWN;
    public long vpgid = UNKNOWN;
    public long pgid = UNKNOWN;
    public long tty = UNKNOWN;
    public long uid = UNKNOWN;
    public long gid = UNKNOWN;
    public long loginUid = UNKNOWN;
    public long cloneTime = UNKNOWN;
    public long execFlags = UNKNOWN;
    public long capEffective = UNKNOWN;
    public long capPermitted = UNKNOWN;
    public long capInheritable = UNKNOWN;
    public long exeInode = UNKNOWN;
    public long exeChanged = UNKNOWN;
    public long exeModified = UNKNOWN;
    public @Nullable String name;
    public @Nullable String exe;
    public @Nullable String exePath;
    public @Nullable String directory;
    public List<String> arguments = List.of();
    public List<String> environment = List.of();
    public @Nullable Container container;
    public @Nullable Process parent;
    public @Nullable Process main;
    public @Nullable Process sessionLeader;
    public @Nullable Process groupLeader;
    private @Nullable String joinedArguments;
    private @Nullable String commandLine;
    private Map<Long, Descriptor> descriptors = new HashMap<>();

    public Process(long tid) {
        this.tid = tid;
    }

    /** Takes a new program's arguments. */
    public void arguments(List<String> all) {
        arguments = List.copyOf(all);
        joinedArguments = null;
        commandLine = null;
    }

    /** Takes a new name. */
    public void name(String newName) {
        name = newName;
        commandLine = null;
    }

    /** The process: its main thread. */
    public Process process() {
        return main == null ? this : main;
    }

    /** The arguments behind the first word, joined by blanks. */
    public String joinedArguments() {
        if (joinedArguments == null) {
            joinedArguments = String.join(" ", arguments);
        }
        return joinedArguments;
    }

    /** The name and the arguments; null if the name is not known. */
    public @Nullable String commandLine() {
        if (commandLine == null && name != null) {
            commandLine = arguments.isEmpty() ? name : name + " " + joinedArguments();
        }
        return commandLine;
    }

    /** The process that many steps up, 0 for itself; null if it is not known. */
    public @Nullable Process ancestor(int steps) {
        Process at = process();
        for (int i = 0; i < steps && at != null; i++) {
            Process next = at.process().parent;
            at = next == null || next.process() == at ? null : next.process();
        }
        return at;
    }

    /** All processes above, the parent first; a loop ends it. */
    public List<Process> ancestors() {
        List<Process> above = new ArrayList<>();
        for (Process at = ancestor(1); at != null && !above.contains(at); at = at.ancestor(1)) {
            above.add(at);
        }
        return above;
    }

    /** The open files, by number: one table for all threads of a process. */
    public Map<Long, Descriptor> descriptors() {
        return process().descriptors;
    }

    /** Shares or takes over a table of open files. */
    public void descriptors(Map<Long, Descriptor> table) {
        process().descriptors = table;
    }
}
