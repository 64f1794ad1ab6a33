package org.drydock.inventory.swift;

import java.util.List;
import org.drydock.inventory.CandidateFile;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.Evidence;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.Selector;
import org.drydock.inventory.document.Documents;
import org.drydock.inventory.document.PackageListing;
import org.drydock.json.JsonValue;

/**
 * Reads the lock file of the Swift package manager, versions 1 to 3. A package's name is the address of its repository
 * without scheme and {@code .git}.
 *
 * @see <a href="https://docs.swift.org/package-manager/PackageDescription/PackageDescription.html">Package.swift</a>
 */
public final class SwiftLockCataloger implements Cataloger {
    private static final String GIT = ".git";

    @Override
    public String name() {
        return "swift-lock";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Evidence evidence() {
        return Evidence.DECLARED;
    }

    @Override
    public List<Selector> selectors() {
        return List.of(new Selector.Name("Package.resolved"), new Selector.Name(".package.resolved"));
    }

    @Override
    public void catalog(CandidateFile file, CatalogSink sink) {
        Documents.json(file, sink).ifPresent(lock -> {
            try (PackageListing listing = new PackageListing(PackageType.SWIFT, sink)) {
                lock.get("pins").elements().forEach(pin -> add(pin, pin.get("location"), listing));
                lock.get("object").get("pins").elements().forEach(pin -> add(pin, pin.get("repositoryURL"), listing));
            }
        });
    }

    private static void add(JsonValue pin, JsonValue location, PackageListing listing) {
        String identity = pin.get("identity").text(pin.get("package").text(""));
        String name = repository(location.text(""));
        String version = pin.get("state").get("version").text("");
        if (version.isEmpty()) {
            listing.leftOut(identity, "it is pinned to a branch or a revision, not to a version");
        } else {
            listing.add(name.isEmpty() ? identity : name, version);
        }
    }

    /** {@code https://github.com/a/b.git}, {@code git@github.com:a/b.git} and the like are {@code github.com/a/b}. */
    static String repository(String address) {
        int scheme = address.indexOf("://");
        String rest = scheme < 0 ? address : address.substring(scheme + 3);
        int slash = rest.indexOf('/');
        int user = rest.indexOf('@');
        if (user >= 0 && (slash < 0 || user < slash)) {
            rest = rest.substring(user + 1);
        }
        int colon = rest.indexOf(':');
        if (scheme < 0 && colon > 0) {
            rest = rest.substring(0, colon) + "/" + rest.substring(colon + 1);
        }
        while (rest.endsWith("/")) {
            rest = rest.substring(0, rest.length() - 1);
        }
        return rest.endsWith(GIT) ? rest.substring(0, rest.length() - GIT.length()) : rest;
    }
}
