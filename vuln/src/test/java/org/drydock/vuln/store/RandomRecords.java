package org.drydock.vuln.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.Affected;

/** Records such as feeds have: a few packages each, some packages in many. */
final class RandomRecords {
    private static final List<String> NAMESPACES = List.of("debian:12", "debian:13", "npm", "pypi");
    private static final List<String> ODD = List.of("latest", "", "1.0-", "not a version", "1.2.x");

    private RandomRecords() {}

    static Advisory next(Random random, String id) {
        List<Affected> affected = new ArrayList<>();
        String name = "package-" + (int) (400 * random.nextDouble() * random.nextDouble() * random.nextDouble());
        for (int i = random.nextInt(3); i >= 0; i--) {
            affected.add(affected(random, NAMESPACES.get(random.nextInt(NAMESPACES.size())), name));
        }
        return new Advisory(
                id,
                random.nextBoolean() ? List.of("GHSA-" + random.nextInt(100_000)) : List.of(),
                List.of(),
                "Something is wrong with " + name + " when " + Long.toString(random.nextLong(), 36),
                List.of(new Rating(
                        "cvss", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:" + "NLH".charAt(random.nextInt(3)))),
                List.of("https://example.org/" + Long.toString(random.nextLong(), 36)),
                "2024-01-0" + (1 + random.nextInt(9)),
                "2025-01-0" + (1 + random.nextInt(9)),
                affected);
    }

    static String version(Random random) {
        if (random.nextInt(30) == 0) {
            return ODD.get(random.nextInt(ODD.size()));
        }
        return random.nextInt(4) + "." + random.nextInt(12) + "." + random.nextInt(3);
    }

    private static Affected affected(Random random, String namespace, String name) {
        List<Affected.Range> ranges = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String introduced = random.nextBoolean() ? "0" : version(random);
            ranges.add(
                    switch (random.nextInt(3)) {
                        case 0 -> new Affected.Range(introduced, version(random), null);
                        case 1 -> new Affected.Range(introduced, null, version(random));
                        default -> new Affected.Range(introduced, null, null);
                    });
        }
        List<String> versions = new ArrayList<>();
        for (int i = random.nextInt(4); i > 1; i--) {
            versions.add(version(random));
        }
        List<Status> statuses = List.of(Status.values());
        Status status = statuses.get(random.nextInt(statuses.size()));
        return new Affected(namespace, name, status, ranges, versions, null, List.of());
    }
}
