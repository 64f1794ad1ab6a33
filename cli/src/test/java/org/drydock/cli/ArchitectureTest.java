package org.drydock.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.drydock.inventory.Cataloger;
import org.drydock.inventory.collect.Catalogers;
import org.drydock.report.ReportWriter;
import org.drydock.report.formats.ReportWriters;

/** Holds the arrows between the rooms, and the lists of plug-ins. */
@AnalyzeClasses(packages = "org.drydock", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] LIBRARIES = {
        "tools.jackson..",
        "com.github.luben..",
        "com.samskivert..",
        "us.springett..",
        "org.apache.commons..",
        "org.tukaani..",
        "picocli..",
        "org.snakeyaml..",
        "org.tomlj..",
        "com.google.re2j.."
    };

    @ArchTest
    static final ArchRule coreKnowsTheJdkOnly =
            onlyDependsOn("core", "java..", "org.jspecify..").because("every room speaks core's words");

    @ArchTest
    static final ArchRule json =
            onlyDependsOn("json", "java..", "org.jspecify..", "org.drydock.core..", "tools.jackson..");

    @ArchTest
    static final ArchRule image = onlyDependsOn(
            "image",
            "java..",
            "javax.net..",
            "org.jspecify..",
            "org.drydock.core..",
            "org.drydock.json..",
            "com.github.luben..");

    @ArchTest
    static final ArchRule inventory = onlyDependsOn(
            "inventory",
            "java..",
            "javax.xml..",
            "org.jspecify..",
            "org.drydock.core..",
            "org.drydock.json..",
            "org.drydock.image..",
            "org.snakeyaml..",
            "org.tomlj..");

    @ArchTest
    static final ArchRule vuln = classes()
            .that()
            .resideInAPackage("org.drydock.vuln..")
            .should()
            .onlyDependOnClassesThat(not(resideInAnyPackage(
                    "org.drydock.image..", "org.drydock.policy..", "org.drydock.report..", "org.drydock.cli..")))
            .because("matching is a question about packages, never about images");

    @ArchTest
    static final ArchRule policy = onlyDependsOn(
            "policy",
            "java..",
            "org.jspecify..",
            "org.drydock.core..",
            "org.drydock.json..",
            "org.snakeyaml..",
            "org.tomlj..",
            "com.google.re2j..");

    @ArchTest
    static final ArchRule report = classes()
            .that()
            .resideInAPackage("org.drydock.report..")
            .should()
            .onlyDependOnClassesThat(not(resideInAnyPackage("org.drydock.image..", "org.drydock.cli..")));

    @ArchTest
    static final ArchRule runtime = onlyDependsOn(
            "runtime",
            "java..",
            "org.jspecify..",
            "org.drydock.core..",
            "org.drydock.json..",
            "org.snakeyaml..",
            "com.google.re2j..");

    @ArchTest
    static final ArchRule noCircles =
            slices().matching("org.drydock.(**)").should().beFreeOfCycles();

    @ArchTest
    static void noLibraryShowsInPublicSignatures(JavaClasses all) {
        assertThat(all.stream()
                        .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                        .flatMap(c -> c.getMethods().stream())
                        .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(m -> !m.getOwner().getPackageName().startsWith("picocli"))
                        .filter(m -> isOfLibrary(m.getRawReturnType())
                                || m.getRawParameterTypes().stream().anyMatch(ArchitectureTest::isOfLibrary))
                        .map(m -> m.getFullName()))
                .isEmpty();
    }

    private static boolean isOfLibrary(JavaClass type) {
        return resideInAnyPackage(LIBRARIES).test(type);
    }

    @ArchTest
    static void everyCatalogerIsListed(JavaClasses all) {
        Set<String> listed = Catalogers.all().stream()
                .map(c -> c.getClass().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(implementations(all, Cataloger.class));
        assertThat(Catalogers.all()).extracting(Cataloger::name).doesNotHaveDuplicates();
    }

    @ArchTest
    static void everyReportWriterIsListed(JavaClasses all) {
        Set<String> listed = ReportWriters.all().stream()
                .map(w -> w.getClass().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        listed.add(ReportWriters.ofTemplate("t", "").getClass().getName());
        assertThat(listed).isEqualTo(implementations(all, ReportWriter.class));
    }

    private static Set<String> implementations(JavaClasses all, Class<?> contract) {
        return all.stream()
                .filter(c -> c.isAssignableTo(contract) && !c.isInterface())
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction onlyDependsOn(
            String room, String... allowed) {
        String own = "org.drydock." + room + "..";
        return classes()
                .that(resideInAPackage(own))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideInAPackage(own)));
    }
}
