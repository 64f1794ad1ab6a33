package org.drydock.report.cyclonedx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drydock.core.Purl;
import org.drydock.core.Subject.PackageSubject;
import org.drydock.inventory.Package;
import org.drydock.report.PackageIndex;

/** The {@code bom-ref} of each component: its package URL, and its place where several components share that. */
final class ComponentRefs {
    private final List<String> byPosition = new ArrayList<>();
    private final Map<String, String> bySubject = new HashMap<>();
    private final Map<String, String> byPurl = new HashMap<>();

    ComponentRefs(List<Package> packages) {
        Map<String, Integer> uses = new HashMap<>();
        packages.forEach(p -> uses.merge(p.purl().toString(), 1, Integer::sum));
        Set<String> taken = new HashSet<>();
        for (Package installed : packages) {
            PackageSubject subject = PackageIndex.subjectOf(installed);
            String purl = installed.purl().toString();
            String wanted = uses.getOrDefault(purl, 0) == 1 ? purl : purl + "#" + PackageIndex.id(subject);
            String ref = wanted;
            for (int n = 2; !taken.add(ref); n++) {
                ref = wanted + "-" + n;
            }
            byPosition.add(ref);
            bySubject.putIfAbsent(subject.key(), ref);
            byPurl.putIfAbsent(purl, ref);
        }
    }

    /** Of the package at this position in the inventory. */
    String ofInstalled(int position) {
        return byPosition.get(position);
    }

    /** Of the first package with this package URL; empty if the inventory lists none. */
    Optional<String> of(Purl purl) {
        return Optional.ofNullable(byPurl.get(purl.toString()));
    }

    /** Of a finding's subject. A package that the inventory does not list is named by its package URL. */
    String of(PackageSubject subject) {
        return bySubject.getOrDefault(subject.key(), subject.purl().toString());
    }
}
