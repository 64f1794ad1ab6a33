package org.drydock.runtime.field;

import static org.drydock.runtime.field.FieldType.BOOLEAN;
import static org.drydock.runtime.field.FieldType.TEXT;
import static org.drydock.runtime.field.FieldType.TIME;

import java.util.List;
import java.util.stream.Stream;
import org.drydock.runtime.state.Container;
import org.drydock.runtime.state.Observation;
import org.drydock.runtime.state.Process;
import org.jspecify.annotations.Nullable;

/** Fields of the container, and of the pod, that the process is in. */
final class ContainerFields {
    private ContainerFields() {}

    static List<FieldDefinition> all() {
        Definitions fields = new Definitions("container.", "syscall")
                .one("id", TEXT, "The container's id in 12 characters, or host.", (o, r) -> {
                    Container container = container(o);
                    return container != null && r.add(container.id());
                })
                .one("full_id", TEXT, "The container's whole id.", (o, r) -> {
                    Container container = container(o);
                    return container != null && r.add(container.fullId());
                })
                .one("mounts", TEXT, "All mounts.", (o, r) -> {
                    Container container = container(o);
                    return container != null
                            && !container.equals(Container.HOST)
                            && r.add(String.join(",", container.mounts()));
                })
                .one("start_ts", TIME, "When the container started.", (o, r) -> number(o, "start_ts", r))
                .one("duration", TIME, "How long it has run.", (o, r) -> number(o, "duration", r))
                .one("info", TEXT, "Deprecated: nothing.", (o, r) -> r.add(""));
        for (String part : List.of("source", "dest", "mode", "rdwr", "propagation")) {
            fields.with(
                    "mount." + part,
                    TEXT,
                    Quantity.ONE,
                    ArgumentKind.KEY,
                    "The " + part + " of a mount, by number or by a pattern for its other end.",
                    key -> (o, r) -> r.add(mount(container(o), key, part)));
        }
        fields.with(
                "mount",
                TEXT,
                Quantity.ONE,
                ArgumentKind.KEY,
                "A mount, by destination or number.",
                key -> (o, r) -> r.add(mount(container(o), key, "")));
        for (String name : List.of(
                "name",
                "image",
                "image.id",
                "image.repository",
                "image.tag",
                "image.digest",
                "type",
                "healthcheck",
                "liveness_probe",
                "readiness_probe",
                "ip",
                "cni.json",
                "labels")) {
            fields.one(
                    name, TEXT, "The container's " + name.replace('.', ' ') + ", as its runtime tells it.", fact(name));
        }
        fields.with(
                "label",
                TEXT,
                Quantity.ONE,
                ArgumentKind.KEY,
                "One of the container's labels.",
                key -> fact("label." + key));
        for (String name : List.of("privileged", "host_pid", "host_network", "host_ipc")) {
            fields.one(name, BOOLEAN, "Whether the container is " + name.replace('_', ' ') + ".", (o, r) -> {
                Container container = container(o);
                return container != null
                        && container.fact(name).isPresent()
                        && r.add(container.fact(name).get().equals("true") ? 1 : 0);
            });
        }
        Definitions pods = new Definitions("k8s.", "syscall");
        for (String name : List.of(
                "ns.name",
                "pod.name",
                "pod.id",
                "pod.uid",
                "pod.sandbox_id",
                "pod.full_sandbox_id",
                "pod.labels",
                "pod.ip",
                "pod.cni.json")) {
            pods.one(name, TEXT, "Of the Kubernetes pod: its " + name.replace('.', ' ') + ".", fact("k8s." + name));
        }
        pods.with(
                "pod.label",
                TEXT,
                Quantity.ONE,
                ArgumentKind.KEY,
                "One of the pod's labels.",
                key -> fact("k8s.pod.label." + key));
        return Stream.concat(fields.all().stream(), pods.all().stream()).toList();
    }

    private static @Nullable Container container(Observation observation) {
        Process process = observation.process();
        return process == null ? null : process.container;
    }

    private static Extractor fact(String name) {
        return (o, r) -> {
            Container container = container(o);
            return container != null && r.add(container.facts().get(name));
        };
    }

    private static boolean number(Observation observation, String name, Register into) {
        Container container = container(observation);
        String text = container == null ? null : container.facts().get(name);
        try {
            return text != null && into.add(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static @Nullable String mount(@Nullable Container container, String key, String part) {
        if (container == null) {
            return null;
        }
        boolean byNumber = !key.isEmpty() && key.length() < 6 && key.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = 0;
        for (String mount : container.mounts()) {
            String[] parts = mount.split(":", -1);
            String wanted = part.equals("dest") || parts.length < 2 ? parts[0] : parts[1];
            if (byNumber ? Integer.parseInt(key) == number : Glob.of(key).matches(wanted)) {
                int index =
                        List.of("source", "dest", "mode", "rdwr", "propagation").indexOf(part);
                return part.isEmpty() ? mount : index < parts.length ? parts[index] : null;
            }
            number++;
        }
        return null;
    }
}
