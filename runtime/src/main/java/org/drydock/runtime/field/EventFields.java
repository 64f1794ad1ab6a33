package org.drydock.runtime.field;

import static org.drydock.runtime.field.FieldType.BOOLEAN;
import static org.drydock.runtime.field.FieldType.BYTES;
import static org.drydock.runtime.field.FieldType.SIGNED;
import static org.drydock.runtime.field.FieldType.TEXT;
import static org.drydock.runtime.field.FieldType.TIME;
import static org.drydock.runtime.field.FieldType.UNSIGNED;

import java.util.List;
import java.util.Optional;
import org.drydock.runtime.event.Event;
import org.drydock.runtime.event.EventType;
import org.drydock.runtime.event.EventTypes;
import org.drydock.runtime.event.Parameter;
import org.drydock.runtime.event.ParameterType;

/** Fields of the event itself. */
final class EventFields {
    private static final long WRITE = 2;
    private static final long READ = 1;
    private static final long MODE_EXECUTE = 0111;
    private static final long TMPFILE = 1 << 13;
    private static final long CREATED = 1 << 14;

    private EventFields() {}

    static List<FieldDefinition> all() {
        Definitions any = new Definitions("evt.", "")
                .one("num", UNSIGNED, "The event's number, counted from 1.", (o, r) -> r.add(o.event.number()))
                .one("time", TIME, "When it happened, to the nanosecond.", (o, r) -> r.add(o.event.time()))
                .one("time.s", TIME, "When it happened, to the second.", (o, r) -> r.add(o.event.time()))
                .one("time.iso8601", TIME, "When it happened, as ISO 8601.", (o, r) -> r.add(o.event.time()))
                .one("datetime", TIME, "When it happened, with the date.", (o, r) -> r.add(o.event.time()))
                .one(
                        "datetime.s",
                        TIME,
                        "When it happened, with the date, to the second.",
                        (o, r) -> r.add(o.event.time()))
                .one("rawtime", TIME, "Nanoseconds since 1970.", (o, r) -> r.add(o.event.time()))
                .one("rawtime.s", TIME, "Seconds since 1970.", (o, r) -> r.add(o.event.time() / 1_000_000_000))
                .one(
                        "rawtime.ns",
                        TIME,
                        "The nanoseconds within the second.",
                        (o, r) -> r.add(o.event.time() % 1_000_000_000))
                .one("source", TEXT, "The source of events it comes from.", (o, r) -> r.add("syscall"))
                .one("hostname", TEXT, "The machine's name.", (o, r) -> r.add(o.hostname))
                .one(
                        "is_async",
                        BOOLEAN,
                        "Whether it was added beside the kernel's events.",
                        (o, r) -> r.add(o.event.type().code() == 402 ? 1 : 0));
        Definitions syscall = new Definitions("evt.", "syscall")
                .one(
                        "type",
                        TEXT,
                        "The system call, or the kernel's event.",
                        (o, r) -> r.add(o.event.type().name()))
                .with(
                        "type.is",
                        UNSIGNED,
                        Quantity.ONE,
                        ArgumentKind.KEY,
                        "1 if the event is of the type.",
                        name -> (o, r) -> r.add(o.event.type().name().equals(name) ? 1 : 0))
                .one("dir", TEXT, "Deprecated: always the exit of the call.", (o, r) -> r.add("<"))
                .one("cpu", SIGNED, "The processor it happened on.", (o, r) -> r.add(o.event.cpu()))
                .one("args", TEXT, "All parameters, as name=value.", (o, r) -> r.add(EventText.all(o)))
                .one("info", TEXT, "All parameters, as name=value.", (o, r) -> r.add(EventText.all(o)))
                .with(
                        "arg",
                        TEXT,
                        Quantity.ONE,
                        ArgumentKind.KEY,
                        "A parameter, by name or place, as text.",
                        key -> (o, r) -> r.add(EventText.of(o, index(o.event, key))))
                .with(
                        "rawarg",
                        UNSIGNED,
                        Quantity.ONE,
                        ArgumentKind.KEY,
                        "A parameter by name, as it is.",
                        key -> (o, r) -> raw(o.event, index(o.event, key), rawType(key), r))
                .one(
                        "buffer",
                        BYTES,
                        "What was read or written, as far as it is told.",
                        (o, r) -> text(o.event, o.event.type().indexOf("data"), r))
                .one("buflen", UNSIGNED, "How many bytes of it are told.", (o, r) -> {
                    int index = o.event.type().indexOf("data");
                    return index >= 0 && r.add(o.event.length(index));
                })
                .one(
                        "res",
                        TEXT,
                        "SUCCESS, or the name of the error.",
                        (o, r) -> o.event.hasResult() && r.add(o.event.resultName()))
                .one(
                        "rawres",
                        SIGNED,
                        "What the call returned.",
                        (o, r) -> o.event.hasResult() && r.add(o.event.result()))
                .one(
                        "failed",
                        BOOLEAN,
                        "Whether the call failed.",
                        (o, r) -> o.event.hasResult() && r.add(o.event.result() < 0 ? 1 : 0))
                .one("count", UNSIGNED, "Always 1.", (o, r) -> r.add(1))
                .one(
                        "is_open_read",
                        BOOLEAN,
                        "Whether a file is opened to read.",
                        (o, r) -> r.add((openFlags(o.event) & READ) != 0 ? 1 : 0))
                .one(
                        "is_open_write",
                        BOOLEAN,
                        "Whether a file is opened to write.",
                        (o, r) -> r.add((openFlags(o.event) & WRITE) != 0 ? 1 : 0))
                .one(
                        "is_open_create",
                        BOOLEAN,
                        "Whether a file was made by opening it.",
                        (o, r) -> r.add((openFlags(o.event) & CREATED) != 0 || isCreat(o.event) ? 1 : 0))
                .one(
                        "is_open_exec",
                        BOOLEAN,
                        "Whether a file is made that may be executed.",
                        (o, r) -> r.add(opensExecutable(o.event) ? 1 : 0));
        Definitions same = new Definitions("syscall.", "syscall")
                .one(
                        "type",
                        TEXT,
                        "The system call.",
                        (o, r) -> r.add(o.event.type().name()));
        return List.of(any, syscall, same).stream()
                .flatMap(d -> d.all().stream())
                .toList();
    }

    /** Whether a parameter can be named so: by its name, or its place. */
    static boolean isParameter(String key) {
        return EventTypes.hasParameter(key)
                || (key.length() < 3 && !key.isEmpty() && key.chars().allMatch(c -> c >= '0' && c <= '9'));
    }

    /** The type that a parameter has where it is first told. */
    static FieldType rawType(String key) {
        Optional<Parameter> parameter = EventTypes.all().stream()
                .map(EventType::parameters)
                .flatMap(List::stream)
                .filter(p -> p.name().equals(key))
                .findFirst();
        ParameterType type = parameter.map(Parameter::type).orElse(ParameterType.TEXT);
        if (type.isNumber()) {
            return type.isSigned() ? SIGNED : UNSIGNED;
        }
        return type == ParameterType.BYTES ? BYTES : TEXT;
    }

    private static int index(Event event, String key) {
        int named = event.type().indexOf(key);
        return named < 0 && Character.isDigit(key.charAt(0)) ? Integer.parseInt(key) : named;
    }

    private static boolean raw(Event event, int index, FieldType type, Register into) {
        if (index < 0 || !event.has(index)) {
            return false;
        }
        if (!type.isNumber()) {
            return into.add(type == BYTES ? event.bytes(index) : event.text(index));
        }
        return into.add(event.number(index, type == SIGNED));
    }

    private static boolean text(Event event, int index, Register into) {
        return index >= 0 && event.has(index) && into.add(event.bytes(index));
    }

    private static boolean isCreat(Event event) {
        return event.type().name().equals("creat") && event.result() >= 0;
    }

    private static long openFlags(Event event) {
        if (event.type().name().equals("creat")) {
            return WRITE | CREATED;
        }
        boolean opens = event.type().name().startsWith("open");
        int index = opens ? event.type().indexOf("flags") : -1;
        return index < 0 ? 0 : event.number(index, false);
    }

    private static boolean opensExecutable(Event event) {
        boolean makes = (openFlags(event) & (TMPFILE | CREATED)) != 0;
        int mode = event.type().indexOf("mode");
        return makes && mode >= 0 && (event.number(mode, false) & MODE_EXECUTE) != 0;
    }
}
