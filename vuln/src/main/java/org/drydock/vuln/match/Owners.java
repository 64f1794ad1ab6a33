package org.drydock.vuln.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drydock.inventory.Inventory;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageType;
import org.drydock.vuln.store.AdvisoryStore.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What the distribution has to do with packages of languages whose files belong to its packages. Where it examines all
 * that it ships, and ships just this, its word alone counts, for it mends without raising the version of upstream. Else its
 * word counts for what it has spoken of.
 */
final class Owners {
    /** Distributions whose data speaks of everything that they ship. */
    private static final Set<String> COMPREHENSIVE =
            Set.of("debian", "ubuntu", "red-hat", "almalinux", "rocky-linux", "centos", "oracle-linux", "azure-linux");

    private final Inventory inventory;
    private final Knowledge knowledge;
    private final PackageNamespaces namespaces;
    private final Map<Package.Owner, Set<String>> spoken = new HashMap<>();
    private @Nullable Map<Package.Owner, List<Package>> owners;

    Owners(Inventory inventory, Knowledge knowledge, PackageNamespaces namespaces) {
        this.inventory = inventory;
        this.knowledge = knowledge;
        this.namespaces = namespaces;
    }

    /** Whether all that can be said of the package is said of its owner; then it is not judged by itself. */
    boolean speakFor(Package subject) {
        Package.Owner owner = subject.owner();
        if (owner == null || !isComprehensive(owner.type())) {
            return false;
        }
        for (Package candidate : find(owner)) {
            if (ThirdParty.builder(candidate, inventory.distro()) == null && isOfVersion(candidate, subject)) {
                return true;
            }
        }
        return false;
    }

    /** The ids of all that the distribution has said of the package's owner. */
    Set<String> spokenIds(Package subject) {
        Package.Owner owner = subject.owner();
        return owner == null ? Set.of() : spoken.computeIfAbsent(owner, this::readSpokenIds);
    }

    private Set<String> readSpokenIds(Package.Owner owner) {
        Set<String> ids = new HashSet<>();
        for (Package candidate : find(owner)) {
            if (ThirdParty.builder(candidate, inventory.distro()) != null) {
                continue;
            }
            for (Question question : namespaces.questions(candidate)) {
                if (question.by() == Question.By.CPE) {
                    continue;
                }
                for (Statement statement : knowledge.find(question.namespace(), question.name())) {
                    ids.add(statement.advisoryId());
                    ids.addAll(statement.aliases());
                    ids.addAll(statement.related());
                }
            }
        }
        return ids;
    }

    private boolean isComprehensive(PackageType type) {
        for (PackageNamespaces.Slot slot : namespaces.covered(type)) {
            String family = slot.namespace().substring(0, slot.namespace().indexOf(':') + 1);
            if (!family.isEmpty()
                    && COMPREHENSIVE.contains(family.substring(0, family.length() - 1))
                    && !knowledge.isStarterOnly(slot.namespace())) {
                return true;
            }
        }
        return false;
    }

    private List<Package> find(Package.Owner owner) {
        Map<Package.Owner, List<Package>> known = owners;
        if (known == null) {
            known = new HashMap<>();
            for (Package candidate : inventory.packages()) {
                if (candidate.type().isOperatingSystem()) {
                    known.computeIfAbsent(new Package.Owner(candidate.type(), candidate.name()), _ -> new ArrayList<>())
                            .add(candidate);
                }
            }
            owners = known;
        }
        return known.getOrDefault(owner, List.of());
    }

    /** Whether the owner's upstream version and the package's are one, the one perhaps in fewer parts. */
    private static boolean isOfVersion(Package owner, Package subject) {
        return isPrefix(upstream(owner.version()), subject.version())
                || isPrefix(subject.version(), upstream(owner.version()))
                || (owner.source() != null
                        && isPrefix(subject.version(), upstream(owner.source().version())));
    }

    private static boolean isPrefix(String prefix, String version) {
        if (prefix.isEmpty() || !version.startsWith(prefix)) {
            return false;
        }
        return version.length() == prefix.length() || !Character.isDigit(version.charAt(prefix.length()));
    }

    private static String upstream(String version) {
        String text = version.substring(version.indexOf(':') + 1);
        int revision = text.lastIndexOf('-');
        return revision < 0 ? text : text.substring(0, revision);
    }
}
