package org.drydock.runtime.field;

import static org.drydock.runtime.field.FieldType.PATH;
import static org.drydock.runtime.field.FieldType.SIGNED;
import static org.drydock.runtime.field.FieldType.TEXT;
import static org.drydock.runtime.field.FieldType.UNSIGNED;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.drydock.runtime.state.Observation;
import org.drydock.runtime.state.Process;
import org.drydock.runtime.state.Users;
import org.jspecify.annotations.Nullable;

/** Fields of the user and the group that the process runs as. */
final class UserFields {
    private static final long NONE = 0xffffffffL;

    private UserFields() {}

    static List<FieldDefinition> all() {
        Definitions users = new Definitions("user.", "syscall")
                .one("uid", UNSIGNED, "The user's number.", (o, r) -> number(uid(o), r))
                .one("name", TEXT, "The user's name.", (o, r) -> text(o, uid(o), Users.User::name, r))
                .one("homedir", PATH, "The user's home directory.", (o, r) -> text(o, uid(o), Users.User::home, r))
                .one("shell", TEXT, "The user's shell.", (o, r) -> text(o, uid(o), Users.User::shell, r))
                .one(
                        "loginuid",
                        SIGNED,
                        "The number of the user who logged in; -1 if none did.",
                        (o, r) -> number(loginUid(o), r))
                .one(
                        "loginname",
                        TEXT,
                        "The name of the user who logged in.",
                        (o, r) -> text(o, loginUid(o), Users.User::name, r));
        Definitions groups = new Definitions("group.", "syscall")
                .one("gid", UNSIGNED, "The group's number.", (o, r) -> number(gid(o), r))
                .one(
                        "name",
                        TEXT,
                        "The group's name.",
                        (o, r) -> gid(o) != Process.UNKNOWN
                                && r.add(o.users.group(gid(o)).orElse(null)));
        return Stream.concat(users.all().stream(), groups.all().stream()).toList();
    }

    private static boolean number(long value, Register into) {
        return value != Process.UNKNOWN && into.add(value);
    }

    private static boolean text(
            Observation observation, long uid, Function<Users.User, @Nullable String> part, Register into) {
        if (uid == Process.UNKNOWN) {
            return false;
        }
        Users.User user = observation.users.user(uid).orElse(null);
        return into.add(user == null ? (uid == NONE || uid == -1 ? "<NA>" : null) : part.apply(user));
    }

    private static long uid(Observation observation) {
        return observation.thread == null ? Process.UNKNOWN : observation.thread.uid;
    }

    private static long gid(Observation observation) {
        return observation.thread == null ? Process.UNKNOWN : observation.thread.gid;
    }

    private static long loginUid(Observation observation) {
        return observation.thread == null ? Process.UNKNOWN : observation.thread.loginUid;
    }
}
