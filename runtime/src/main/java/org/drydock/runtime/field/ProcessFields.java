package org.drydock.runtime.field;

import static org.drydock.runtime.field.FieldType.BOOLEAN;
import static org.drydock.runtime.field.FieldType.PATH;
import static org.drydock.runtime.field.FieldType.SIGNED;
import static org.drydock.runtime.field.FieldType.TEXT;
import static org.drydock.runtime.field.FieldType.TIME;
import static org.drydock.runtime.field.FieldType.UNSIGNED;

import java.util.List;
import org.drydock.runtime.state.Observation;
import org.drydock.runtime.state.Process;
import org.jspecify.annotations.Nullable;

/** Fields of the process that the event is of, of its ancestors, and of the thread. */
final class ProcessFields {
    private static final long WRITABLE = 1;
    private static final long UPPER_LAYER = 2;
    private static final long MEMFD = 4;
    private static final long LOWER_LAYER = 8;

    private ProcessFields() {}

    /** A text of a process, or null. */
    private interface Text {
        @Nullable
        String of(Process process);
    }

    /** A number of a process, or {@link Process#UNKNOWN}. */
    private interface Number {
        long of(Process process);
    }

    static List<FieldDefinition> all() {
        Definitions fields = new Definitions("proc.", "syscall");
        Text exe = p -> p.exe;
        Text exePath = p -> p.exePath;
        Text name = p -> p.name;
        Text command = Process::commandLine;
        text(fields, "exe", TEXT, "The first word of the command.", exe);
        text(fields, "exepath", PATH, "The path of the program.", exePath);
        text(fields, "name", TEXT, "The process's name.", name);
        text(fields, "cmdline", TEXT, "The name and the arguments.", command);
        ancestors(fields, "aexe", TEXT, "The first word of an ancestor's command.", exe);
        ancestors(fields, "aexepath", PATH, "The path of an ancestor's program.", exePath);
        ancestors(fields, "aname", TEXT, "An ancestor's name.", name);
        ancestors(fields, "acmdline", TEXT, "An ancestor's name and arguments.", command);
        related(fields, "p", 1, exe, exePath, name, command);
        leader(fields, "s", "session", p -> p.sessionLeader, exe, exePath, name);
        leader(fields, "vpg", "process group", p -> p.groupLeader, exe, exePath, name);
        fields.one(
                        "exeline",
                        TEXT,
                        "The first word and the arguments.",
                        text(p -> p.exe == null
                                ? null
                                : p.arguments.isEmpty() ? p.exe : p.exe + " " + p.joinedArguments()))
                .with(
                        "args",
                        TEXT,
                        Quantity.ONE,
                        ArgumentKind.OPTIONAL_INDEX,
                        "The arguments, or one of them.",
                        ProcessFields::arguments)
                .with(
                        "env",
                        TEXT,
                        Quantity.ONE,
                        ArgumentKind.OPTIONAL_KEY,
                        "The environment, or one variable.",
                        ProcessFields::environment)
                .one("cmdnargs", UNSIGNED, "How many arguments there are.", number(p -> p.arguments.size()))
                .one(
                        "cmdlenargs",
                        UNSIGNED,
                        "How long the arguments are together.",
                        number(p ->
                                p.arguments.stream().mapToLong(String::length).sum()))
                .one("cwd", PATH, "The working directory, with a slash at its end.", text(p -> p.directory))
                .one("pid", SIGNED, "The process's id.", number(p -> p.pid))
                .one("ppid", SIGNED, "The parent's id.", number(p -> p.parentId))
                .one("vpid", SIGNED, "The id within the process's pid namespace.", number(p -> p.vpid))
                .one("sid", SIGNED, "The session's id.", number(p -> p.sessionId))
                .one("vpgid", SIGNED, "The group's id within the pid namespace.", number(p -> p.vpgid))
                .one("pgid", SIGNED, "The group's id.", number(p -> p.pgid))
                .one("tty", UNSIGNED, "The terminal's number, 0 for none.", number(p -> p.tty))
                .one("pid.ts", TIME, "When the process began.", number(p -> p.cloneTime))
                .one("ppid.ts", TIME, "When the parent began.", ofAncestor(1, number(p -> p.cloneTime)))
                .one("duration", TIME, "How long the process has run.", duration(0))
                .one("ppid.duration", TIME, "How long the parent has run.", duration(1))
                .one("is_exe_writable", BOOLEAN, "Whether its user may write the program.", flag(WRITABLE))
                .one(
                        "is_exe_upper_layer",
                        BOOLEAN,
                        "Whether the program lies in an overlay's upper layer.",
                        flag(UPPER_LAYER))
                .one(
                        "is_exe_lower_layer",
                        BOOLEAN,
                        "Whether the program lies in an overlay's lower layer.",
                        flag(LOWER_LAYER))
                .one("is_exe_from_memfd", BOOLEAN, "Whether the program lies in memory only.", flag(MEMFD))
                .one("is_sid_leader", BOOLEAN, "Whether it leads its session.", leads(p -> p.sessionId))
                .one("is_vpgid_leader", BOOLEAN, "Whether it leads its group.", leads(p -> p.vpgid))
                .one("exe_ino", UNSIGNED, "The inode of the program.", number(p -> p.exeInode))
                .one("exe_ino.ctime", TIME, "When the program's inode changed.", number(p -> p.exeChanged))
                .one("exe_ino.mtime", TIME, "When the program was written.", number(p -> p.exeModified))
                .one(
                        "exe_ino.ctime_duration_proc_start",
                        TIME,
                        "From the inode's change to the process's start.",
                        number(p -> p.exeChanged == Process.UNKNOWN || p.cloneTime == Process.UNKNOWN
                                ? Process.UNKNOWN
                                : p.cloneTime - p.exeChanged))
                .one(
                        "fdopencount",
                        UNSIGNED,
                        "How many descriptors are open.",
                        number(p -> p.descriptors().size()))
                .with(
                        "apid",
                        SIGNED,
                        Quantity.ANY,
                        ArgumentKind.OPTIONAL_INDEX,
                        "An ancestor's id.",
                        argument -> argument.isEmpty()
                                ? anyNumber(p -> p.pid)
                                : ofAncestor(steps(argument), number(p -> p.pid)));
        Definitions threads = new Definitions("thread.", "syscall")
                .one("tid", SIGNED, "The thread's id.", (o, r) -> r.add(o.event.threadId()))
                .one(
                        "vtid",
                        SIGNED,
                        "The thread's id within its pid namespace.",
                        (o, r) -> o.thread != null && known(o.thread.vtid, r))
                .one(
                        "ismain",
                        BOOLEAN,
                        "Whether it is the process's main thread.",
                        (o, r) -> o.thread != null && r.add(o.thread.process() == o.thread ? 1 : 0))
                .one("cap_permitted", TEXT, "The capabilities it may take.", capabilities(p -> p.capPermitted))
                .one(
                        "cap_inheritable",
                        TEXT,
                        "The capabilities a new program keeps.",
                        capabilities(p -> p.capInheritable))
                .one("cap_effective", TEXT, "The capabilities it has.", capabilities(p -> p.capEffective));
        return java.util.stream.Stream.concat(fields.all().stream(), threads.all().stream())
                .toList();
    }

    private static void text(Definitions fields, String name, FieldType type, String description, Text text) {
        fields.one(name, type, description, text(text));
    }

    private static void ancestors(Definitions fields, String name, FieldType type, String description, Text text) {
        fields.with(
                name,
                type,
                Quantity.ANY,
                ArgumentKind.OPTIONAL_INDEX,
                description,
                argument -> argument.isEmpty() ? anyText(text) : ofAncestor(steps(argument), text(text)));
    }

    private static void related(
            Definitions fields, String before, int steps, Text exe, Text exePath, Text name, Text command) {
        fields.one(before + "exe", TEXT, "The first word of the parent's command.", ofAncestor(steps, text(exe)))
                .one(before + "exepath", PATH, "The path of the parent's program.", ofAncestor(steps, text(exePath)))
                .one(before + "name", TEXT, "The parent's name.", ofAncestor(steps, text(name)))
                .one(before + "cmdline", TEXT, "The parent's name and arguments.", ofAncestor(steps, text(command)));
    }

    /** Who leads a session or a group. */
    private interface Leader {
        @Nullable
        Process of(Process process);
    }

    private static void leader(
            Definitions fields, String before, String what, Leader leader, Text exe, Text exePath, Text name) {
        String first = before.equals("s") ? "sname" : before + "id.name";
        fields.one(first, TEXT, "The name of the " + what + "'s leader.", text(p -> of(leader.of(p), name)))
                .one(
                        before + "id.exe",
                        TEXT,
                        "The first word of the command of the " + what + "'s leader.",
                        text(p -> of(leader.of(p), exe)))
                .one(
                        before + "id.exepath",
                        PATH,
                        "The path of the program of the " + what + "'s leader.",
                        text(p -> of(leader.of(p), exePath)));
    }

    private static @Nullable String of(@Nullable Process process, Text text) {
        return process == null ? null : text.of(process);
    }

    /** Answers from a process instead of the event's. */
    private interface OfProcess {
        boolean extract(Observation observation, Process process, Register into);
    }

    private static final class FromProcess implements Extractor {
        private final OfProcess extractor;
        private final int steps;

        FromProcess(OfProcess extractor, int steps) {
            this.extractor = extractor;
            this.steps = steps;
        }

        @Override
        public boolean extract(Observation observation, Register into) {
            Process process = observation.process();
            Process at = process == null ? null : process.ancestor(steps);
            return at != null && extractor.extract(observation, at, into);
        }
    }

    private static FromProcess text(Text text) {
        return new FromProcess((o, p, r) -> r.add(text.of(p)), 0);
    }

    private static FromProcess number(Number number) {
        return new FromProcess((o, p, r) -> known(number.of(p), r), 0);
    }

    private static Extractor ofAncestor(int steps, FromProcess extractor) {
        return new FromProcess(extractor.extractor, steps);
    }

    private static boolean known(long value, Register into) {
        return value != Process.UNKNOWN && into.add(value);
    }

    private static int steps(String argument) {
        return Math.min(10_000, Integer.parseInt(argument));
    }

    private static Extractor anyText(Text text) {
        return new FromProcess(
                (o, p, r) -> {
                    Process at = p.ancestor(1);
                    for (int i = 0; at != null && i < 10_000; i++) {
                        r.add(text.of(at));
                        at = at.ancestor(1);
                    }
                    return r.count() > 0;
                },
                0);
    }

    private static Extractor anyNumber(Number number) {
        return new FromProcess(
                (o, p, r) -> {
                    Process at = p.ancestor(1);
                    for (int i = 0; at != null && i < 10_000; i++) {
                        known(number.of(at), r);
                        at = at.ancestor(1);
                    }
                    return r.count() > 0;
                },
                0);
    }

    private static Extractor duration(int steps) {
        return new FromProcess(
                (o, p, r) -> p.cloneTime != Process.UNKNOWN
                        && o.event.time() >= p.cloneTime
                        && r.add(o.event.time() - p.cloneTime),
                steps);
    }

    private static Extractor flag(long bit) {
        return number(p -> p.execFlags == Process.UNKNOWN ? Process.UNKNOWN : (p.execFlags & bit) != 0 ? 1 : 0);
    }

    private static Extractor leads(Number id) {
        return number(p -> p.vpid == Process.UNKNOWN || id.of(p) == Process.UNKNOWN
                ? Process.UNKNOWN
                : p.vpid == id.of(p) ? 1 : 0);
    }

    private static Extractor capabilities(Number set) {
        return (o, r) ->
                o.thread != null && set.of(o.thread) != Process.UNKNOWN && r.add(Capabilities.names(set.of(o.thread)));
    }

    private static Extractor arguments(String argument) {
        if (argument.isEmpty()) {
            return text(Process::joinedArguments);
        }
        int index = Integer.parseInt(argument);
        return text(p -> index < p.arguments.size() ? p.arguments.get(index) : null);
    }

    private static Extractor environment(String variable) {
        if (variable.isEmpty()) {
            return text(p -> String.join(" ", p.environment));
        }
        String before = variable + "=";
        return text(p -> {
            for (String entry : p.environment) {
                if (entry.startsWith(before)) {
                    return entry.substring(before.length());
                }
            }
            return null;
        });
    }
}
