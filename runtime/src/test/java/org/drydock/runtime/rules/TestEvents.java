package org.drydock.runtime.rules;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.drydock.runtime.event.EventTypes;
import org.drydock.runtime.state.Address;
import org.drydock.runtime.state.Container;
import org.drydock.runtime.state.Descriptor;
import org.drydock.runtime.state.Observation;
import org.drydock.runtime.state.Process;
import org.drydock.runtime.state.Users;
import org.jspecify.annotations.Nullable;

/** Events with what is known around them. */
final class TestEvents {
    static final long TIME = 1_700_000_000_123_456_789L;

    private TestEvents() {}

    static Process process(long id, String name, List<String> arguments, @Nullable Process parent) {
        Process process = new Process(id);
        process.pid = id;
        process.vpid = id;
        process.uid = 0;
        process.gid = 0;
        process.loginUid = -1;
        process.tty = 0;
        process.exe = name;
        process.exePath = "/usr/bin/" + name;
        process.name(name);
        process.arguments(arguments);
        process.cloneTime = TIME - 5_000_000_000L;
        process.parent = parent;
        process.container = Container.HOST;
        return process;
    }

    /** {@code cat} of {@code bash} of {@code sshd} opens a file. */
    static Observation open(String path, long flags) {
        Observation o = new Observation(new Users(), "box");
        Process sshd = process(1, "sshd", List.of(), null);
        Process bash = process(2, "bash", List.of("-l"), sshd);
        o.thread = process(3, "cat", List.of("-n", path), bash);
        o.descriptor = new Descriptor(Descriptor.Kind.FILE);
        o.descriptor.name = path;
        o.descriptor.rawName = path;
        o.descriptorNumber = 5;
        fill(o, 307, List.of(number(5, 8), number(-100, 8), text(path), number(flags, 4), number(0, 4)));
        return o;
    }

    /** The same process connects from 10.0.0.1 to 192.168.1.2. */
    static Observation connect() {
        Observation o = open("/x", 1);
        Descriptor socket = new Descriptor(Descriptor.Kind.IPV4);
        socket.clientAddress = Address.parse("10.0.0.1").orElseThrow();
        socket.serverAddress = Address.parse("192.168.1.2").orElseThrow();
        socket.clientPort = 40_000;
        socket.serverPort = 443;
        socket.server = false;
        socket.protocol = "tcp";
        socket.name = "10.0.0.1:40000->192.168.1.2:443";
        o.descriptor = socket;
        fill(o, 23, List.of(number(-115, 8)));
        return o;
    }

    static void fill(Observation o, int code, List<byte[]> values) {
        List<Byte> all = new ArrayList<>();
        values.forEach(v -> {
            for (byte b : v) {
                all.add(b);
            }
        });
        byte[] buffer = new byte[all.size()];
        for (int i = 0; i < buffer.length; i++) {
            buffer[i] = all.get(i);
        }
        o.event.begin(EventTypes.of(code).orElseThrow(), 7, TIME, 3, 1, buffer, 0);
        values.forEach(v -> o.event.add(v.length));
    }

    static byte[] number(long value, int bytes) {
        byte[] all = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        return java.util.Arrays.copyOf(all, bytes);
    }

    static byte[] text(String text) {
        return (text + "\0").getBytes(StandardCharsets.UTF_8);
    }
}
