package org.drydock.vuln.match;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.drydock.inventory.Distro;
import org.drydock.inventory.Package;
import org.drydock.inventory.PackageMetadata.BinaryMetadata;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.SourcePackage;
import org.drydock.vuln.Namespaces;
import org.drydock.vuln.match.Question.By;
import org.jspecify.annotations.Nullable;

/**
 * In which namespaces, and under which names and versions, advisories speak of the packages of one inventory.
 *
 * <p>Debian, Ubuntu, Alpine, Azure Linux and openEuler speak of source packages and their versions; other distributions of
 * rpm packages speak of binary packages, Red Hat, SUSE, Photon and Mageia of both.
 */
final class PackageNamespaces {
    private final Map<PackageType, List<Slot>> wanted = new EnumMap<>(PackageType.class);
    private final Map<PackageType, List<Slot>> covered = new EnumMap<>(PackageType.class);

    /**
     * A namespace that speaks of packages of one type.
     *
     * @param by what of a package its names are
     * @param tier as {@link Question#tier}
     */
    record Slot(String namespace, By by, int tier) {}

    /**
     * Lays out what to ask.
     *
     * @param covers whether there is data of a namespace
     */
    PackageNamespaces(@Nullable Distro distro, Predicate<String> covers) {
        for (PackageType type : PackageType.values()) {
            List<Slot> slots = slots(type, distro);
            List<Slot> known = new ArrayList<>(slots.size());
            for (Slot slot : slots) {
                if (covers.test(slot.namespace)) {
                    known.add(slot);
                }
            }
            wanted.put(type, slots);
            covered.put(type, known);
        }
    }

    /** The namespaces that would speak of packages of a type, the nearest first; empty if the distribution is not known. */
    List<Slot> wanted(PackageType type) {
        return wanted.getOrDefault(type, List.of());
    }

    /** Those of them that there is data of. */
    List<Slot> covered(PackageType type) {
        return covered.getOrDefault(type, List.of());
    }

    /** What to ask of a package; empty if there is no data that could speak of it. */
    List<Question> questions(Package subject) {
        List<Slot> slots = covered(subject.type());
        if (subject.metadata() instanceof BinaryMetadata binary) {
            return products(binary, subject.version(), slots);
        }
        if (slots.size() == 1) {
            Question only = question(subject, slots.getFirst());
            return only == null ? List.of() : List.of(only);
        }
        List<Question> questions = new ArrayList<>(slots.size());
        for (Slot slot : slots) {
            Question question = question(subject, slot);
            if (question != null && !asksAgain(question, questions)) {
                questions.add(question);
            }
        }
        return questions;
    }

    /** A program that changed hands has advisories under the names of both. */
    private static List<Question> products(BinaryMetadata binary, String version, List<Slot> slots) {
        List<Question> questions = new ArrayList<>();
        for (Slot slot : slots) {
            for (String product : binary.products()) {
                String name = Namespaces.normaliseName(slot.namespace, product);
                questions.add(new Question(slot.namespace, name, version, slot.by, slot.tier));
            }
        }
        return questions;
    }

    /** A source package often has the name of a binary one. */
    private static boolean asksAgain(Question question, List<Question> before) {
        for (Question asked : before) {
            if (asked.namespace().equals(question.namespace())
                    && asked.name().equals(question.name())
                    && asked.version().equals(question.version())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Question question(Package subject, Slot slot) {
        SourcePackage source = subject.source();
        return switch (slot.by) {
            case NAME ->
                new Question(
                        slot.namespace,
                        Namespaces.normaliseName(slot.namespace, subject.name()),
                        subject.version(),
                        slot.by,
                        slot.tier);
            case SOURCE ->
                source == null
                        ? new Question(slot.namespace, subject.name(), subject.version(), By.NAME, slot.tier)
                        : new Question(slot.namespace, source.name(), source.version(), slot.by, slot.tier);
            case SOURCE_RPM ->
                source == null
                        ? null
                        : new Question(
                                slot.namespace,
                                Namespaces.sourcePackage(source.name()),
                                source.version(),
                                slot.by,
                                slot.tier);
            case CPE -> {
                String product = CpeNames.of(source == null ? subject.name() : source.name());
                yield product.isEmpty()
                        ? null
                        : new Question(
                                slot.namespace, product, CpeNames.upstreamOfApk(subject.version()), slot.by, slot.tier);
            }
        };
    }

    private static List<Slot> slots(PackageType type, @Nullable Distro distro) {
        return switch (type) {
            case DEB -> distro == null ? List.of() : DistroNamespaces.ofDeb(distro);
            case APK -> distro == null ? List.of() : DistroNamespaces.ofApk(distro);
            case RPM -> distro == null ? List.of() : DistroNamespaces.ofRpm(distro);
            case PACMAN, PORTAGE -> List.of();
            case JAVA,
                    NPM,
                    PYTHON,
                    GO,
                    RUBYGEMS,
                    NUGET,
                    PACKAGIST,
                    CRATES,
                    HEX,
                    PUB,
                    SWIFT,
                    COCOAPODS,
                    CONAN,
                    HACKAGE,
                    CRAN,
                    LUAROCKS,
                    OPAM,
                    JULIA,
                    PEAR,
                    OTP,
                    TERRAFORM,
                    GITHUB_ACTIONS,
                    WORDPRESS_PLUGIN,
                    NIX,
                    SNAP,
                    CONDA,
                    BREW,
                    JVM,
                    ML_MODEL ->
                Namespaces.ofLanguage(type).map(PackageNamespaces::language).orElse(List.of());
            case BINARY -> List.of(new Slot(Namespaces.CPE, By.CPE, 0));
        };
    }

    private static List<Slot> language(String namespace) {
        return List.of(new Slot(namespace, By.NAME, 0));
    }
}
