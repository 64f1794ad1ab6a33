package org.drydock.runtime.field;

import static org.drydock.runtime.field.FieldType.ADDRESS;
import static org.drydock.runtime.field.FieldType.BOOLEAN;
import static org.drydock.runtime.field.FieldType.NETWORK;
import static org.drydock.runtime.field.FieldType.PATH;
import static org.drydock.runtime.field.FieldType.SIGNED;
import static org.drydock.runtime.field.FieldType.TEXT;
import static org.drydock.runtime.field.FieldType.UNSIGNED;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.drydock.runtime.state.Address;
import org.drydock.runtime.state.Descriptor;
import org.drydock.runtime.state.Process;
import org.jspecify.annotations.Nullable;

/** Fields of the descriptor that the event uses. */
final class DescriptorFields {
    private DescriptorFields() {}

    /** Answers from a descriptor that is known. */
    private interface OfDescriptor {
        boolean extract(Descriptor descriptor, Register into);
    }

    /** The client's end, or the server's. */
    private enum End {
        CLIENT,
        SERVER
    }

    static List<FieldDefinition> all() {
        Definitions fields = new Definitions("fd.", "syscall")
                .one(
                        "num",
                        SIGNED,
                        "The descriptor's number.",
                        (o, r) -> o.descriptorNumber != Process.UNKNOWN && r.add(o.descriptorNumber))
                .one("type", TEXT, "What it is, in a word.", of((d, r) -> r.add(d.kind.label())))
                .one("typechar", TEXT, "What it is, in a letter.", of((d, r) -> r.add(d.kind.character())))
                .one("name", PATH, "The path of a file, both ends of a connection.", of((d, r) -> r.add(d.name)))
                .one("nameraw", PATH, "The path as the call had it.", of((d, r) -> r.add(d.rawName)))
                .one("directory", PATH, "The folder that the file lies in.", of((d, r) -> r.add(d.directory())))
                .one("filename", PATH, "The file's name without its folder.", of((d, r) -> r.add(d.fileName())))
                .one("l4proto", TEXT, "tcp, udp, icmp or raw.", of((d, r) -> r.add(d.protocol)))
                .one(
                        "sockfamily",
                        TEXT,
                        "ip or unix.",
                        of((d, r) -> r.add(d.isInternet() ? "ip" : d.kind == Descriptor.Kind.UNIX ? "unix" : null)))
                .one(
                        "is_server",
                        BOOLEAN,
                        "Whether this is the server's end.",
                        of((d, r) -> d.server != null && r.add(d.server ? 1 : 0)))
                .one("connected", BOOLEAN, "Whether the socket is connected.", of((d, r) -> r.add(d.connected ? 1 : 0)))
                .one(
                        "name_changed",
                        BOOLEAN,
                        "Whether this event changed the name.",
                        of((d, r) -> r.add(d.nameChanged ? 1 : 0)))
                .one("ino", UNSIGNED, "The inode's number.", of((d, r) -> number(d.inode, r)))
                .one("dev", UNSIGNED, "The device that holds the file.", of((d, r) -> number(d.device, r)))
                .one(
                        "dev.major",
                        UNSIGNED,
                        "The device's major number.",
                        of((d, r) -> number(d.device == Process.UNKNOWN ? d.device : (d.device >>> 8) & 0xfff, r)))
                .one(
                        "dev.minor",
                        UNSIGNED,
                        "The device's minor number.",
                        of((d, r) -> number(
                                d.device == Process.UNKNOWN
                                        ? d.device
                                        : (d.device & 0xff) | ((d.device >>> 12) & 0xfff00),
                                r)))
                .one(
                        "is_upper_layer",
                        BOOLEAN,
                        "Whether the file lies in an overlay's upper layer.",
                        of((d, r) -> flag(d, 1 << 15, r)))
                .one(
                        "is_lower_layer",
                        BOOLEAN,
                        "Whether the file lies in an overlay's lower layer.",
                        of((d, r) -> flag(d, 1 << 16, r)))
                .with(
                        "ip",
                        ADDRESS,
                        Quantity.BOTH,
                        ArgumentKind.NONE,
                        "The address of either end.",
                        _ -> of((d, r) -> both(d.clientAddress, d.serverAddress, r)))
                .with(
                        "net",
                        NETWORK,
                        Quantity.BOTH,
                        ArgumentKind.NONE,
                        "The network of either end.",
                        _ -> of((d, r) -> both(d.clientAddress, d.serverAddress, r)))
                .with(
                        "port",
                        UNSIGNED,
                        Quantity.BOTH,
                        ArgumentKind.NONE,
                        "The port of either end.",
                        _ -> of((d, r) -> d.isInternet() && r.add(d.clientPort) && r.add(d.serverPort)))
                .with(
                        "types",
                        TEXT,
                        Quantity.LIST,
                        ArgumentKind.OPTIONAL_INDEX,
                        "What the process's descriptors are; with a number, what that one is.",
                        DescriptorFields::types);
        for (Map.Entry<String, String> end : Map.of("c", "client", "s", "server", "l", "local", "r", "remote")
                .entrySet()) {
            String letter = end.getKey();
            String word = end.getValue();
            fields.one(letter + "ip", ADDRESS, "The " + word + " end's address.", of((d, r) -> address(d, letter, r)))
                    .one(
                            letter + "net",
                            NETWORK,
                            "The " + word + " end's network.",
                            of((d, r) -> address(d, letter, r)))
                    .one(letter + "port", UNSIGNED, "The " + word + " end's port.", of((d, r) -> port(d, letter, r)))
                    .one(
                            letter + "ip.name",
                            TEXT,
                            "The " + word + " end's name; known only where one was observed.",
                            of((d, r) -> false));
        }
        return fields.all();
    }

    private static Extractor of(OfDescriptor extractor) {
        return (o, r) -> o.descriptor != null && extractor.extract(o.descriptor, r);
    }

    private static boolean number(long value, Register into) {
        return value != Process.UNKNOWN && into.add(value);
    }

    private static boolean flag(Descriptor descriptor, long bit, Register into) {
        return descriptor.flags != Process.UNKNOWN && into.add((descriptor.flags & bit) != 0 ? 1 : 0);
    }

    private static boolean both(@Nullable Address client, @Nullable Address server, Register into) {
        boolean first = into.add(client);
        return into.add(server) || first;
    }

    private static @Nullable End end(Descriptor descriptor, String letter) {
        return switch (letter) {
            case "c" -> End.CLIENT;
            case "s" -> End.SERVER;
            default -> {
                if (descriptor.server == null) {
                    yield null;
                }
                yield letter.equals("l") == descriptor.server ? End.SERVER : End.CLIENT;
            }
        };
    }

    private static boolean address(Descriptor descriptor, String letter, Register into) {
        End end = end(descriptor, letter);
        return end != null && into.add(end == End.CLIENT ? descriptor.clientAddress : descriptor.serverAddress);
    }

    private static boolean port(Descriptor descriptor, String letter, Register into) {
        End end = descriptor.isInternet() ? end(descriptor, letter) : null;
        return end != null && into.add(end == End.CLIENT ? descriptor.clientPort : descriptor.serverPort);
    }

    private static Extractor types(String argument) {
        return (o, r) -> {
            Process process = o.process();
            if (process == null) {
                return false;
            }
            if (!argument.isEmpty()) {
                Descriptor one = process.descriptors().get(Long.parseLong(argument));
                return one != null && r.add(one.kind.label().toLowerCase(Locale.ROOT));
            }
            process.descriptors().values().stream()
                    .map(d -> d.kind.label())
                    .distinct()
                    .sorted()
                    .forEach(r::add);
            return r.count() > 0;
        };
    }
}
