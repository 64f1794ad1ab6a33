package org.drydock.runtime.field;

import static org.drydock.runtime.field.FieldType.TEXT;
import static org.drydock.runtime.field.FieldType.TIME;

import java.util.List;
import java.util.stream.Stream;

/**
 * Fields of the Kubernetes API server's audit events. Events of the kernel have none of them.
 *
 * @see <a href="https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/">the audit event</a>
 */
final class AuditFields {
    private static final Extractor NOT_IN_KERNEL_EVENTS = (observation, into) -> false;
    private static final List<String> TEXTS = List.of(
            "auditid",
            "stage",
            "auth.decision",
            "auth.reason",
            "auth.openshift.decision",
            "auth.openshift.username",
            "user.name",
            "user.groups",
            "impuser.name",
            "verb",
            "uri",
            "target.name",
            "target.namespace",
            "target.resource",
            "target.subresource",
            "target.pod.name",
            "req.binding.subjects",
            "req.binding.role",
            "req.binding.subject.has_name",
            "req.configmap.name",
            "req.configmap.obj",
            "req.pod.host_ipc",
            "req.pod.host_network",
            "req.pod.host_pid",
            "req.pod.fs_group",
            "req.pod.run_as_user",
            "req.service.type",
            "resp.name",
            "response.code",
            "response.reason",
            "useragent",
            "sourceips",
            "cluster.name");
    private static final List<String> KINDS_OF_CONTAINER =
            List.of("containers", "initContainers", "ephemeralContainers");
    private static final List<String> OF_CONTAINERS = List.of(
            "args",
            "command",
            "image",
            "image.repository",
            "host_port",
            "privileged",
            "allow_privilege_escalation",
            "read_only_fs",
            "run_as_user",
            "eff_run_as_user",
            "run_as_group",
            "eff_run_as_group",
            "proc_mount",
            "add_capabilities");
    private static final List<String> LISTS = List.of(
            "req.pod.supplemental_groups",
            "req.pod.volumes.hostpath",
            "req.pod.volumes.volume_type",
            "req.pod.volumes.flexvolume_driver",
            "req.role.rules",
            "req.role.rules.apiGroups",
            "req.role.rules.nonResourceURLs",
            "req.role.rules.verbs",
            "req.role.rules.resources",
            "req.service.ports");

    private AuditFields() {}

    static List<FieldDefinition> all() {
        Definitions audit = new Definitions("ka.", "k8s_audit");
        for (String name : TEXTS) {
            audit.one(name, TEXT, "Of the audited request: " + name.replace('.', ' ') + ".", NOT_IN_KERNEL_EVENTS);
        }
        LISTS.forEach(name -> list(audit, name));
        for (String kind : KINDS_OF_CONTAINER) {
            OF_CONTAINERS.forEach(name -> list(audit, "req.pod." + kind + "." + name));
        }
        audit.with(
                "uri.param",
                TEXT,
                Quantity.ONE,
                ArgumentKind.KEY,
                "A parameter of the request's address.",
                _ -> NOT_IN_KERNEL_EVENTS);
        return Stream.of(audit, json("jevt."), json("json."))
                .flatMap(d -> d.all().stream())
                .toList();
    }

    private static void list(Definitions audit, String name) {
        audit.with(
                name,
                TEXT,
                Quantity.LIST,
                ArgumentKind.OPTIONAL_INDEX,
                "Of the audited request, all or one: " + name.replace('.', ' ') + ".",
                _ -> NOT_IN_KERNEL_EVENTS);
    }

    private static Definitions json(String prefix) {
        return new Definitions(prefix, "k8s_audit")
                .with(
                        "value",
                        TEXT,
                        Quantity.ONE,
                        ArgumentKind.KEY,
                        "A value of the event, by JSON Pointer.",
                        _ -> NOT_IN_KERNEL_EVENTS)
                .one("obj", TEXT, "The whole event as JSON.", NOT_IN_KERNEL_EVENTS)
                .one("rawtime", TIME, "When it happened.", NOT_IN_KERNEL_EVENTS)
                .one("time", TEXT, "When it happened, as text.", NOT_IN_KERNEL_EVENTS)
                .one("time.iso8601", TIME, "When it happened, as ISO 8601.", NOT_IN_KERNEL_EVENTS);
    }
}
