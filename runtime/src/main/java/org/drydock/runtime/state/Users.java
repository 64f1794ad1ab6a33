package org.drydock.runtime.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The users and groups of the machine. */
public final class Users {
    /**
     * A user.
     *
     * @param home the home directory
     * @param shell the login shell
     */
    public record User(long id, String name, String home, String shell) {}

    private final Map<Long, User> users = new HashMap<>();
    private final Map<Long, String> groups = new HashMap<>();

    public void add(User user) {
        users.put(user.id(), user);
    }

    public void addGroup(long id, String name) {
        groups.put(id, name);
    }

    /** A user; root is known even where no list tells of it. */
    public Optional<User> user(long id) {
        User user = users.get(id);
        return user == null && id == 0 ? Optional.of(new User(0, "root", "/root", "")) : Optional.ofNullable(user);
    }

    /** The name of a group; root's is known even where no list tells of it. */
    public Optional<String> group(long id) {
        String name = groups.get(id);
        return name == null && id == 0 ? Optional.of("root") : Optional.ofNullable(name);
    }
}
