package org.drydock.inventory.java;

import org.drydock.inventory.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * What one folder {@code META-INF/maven/GROUP/ARTIFACT} in an archive tells.
 *
 * @param coordinates the artifact id is never empty
 * @param evidence {@code pom.properties} or {@code pom.xml}
 * @param atRoot whether the folder lies at the archive's root, where a build puts the archive's own
 * @param pom the project's model, if it is there too
 */
record MavenDescriptor(
        Coordinates coordinates,
        String evidence,
        boolean atRoot,
        @Nullable ZipEntry pom) {
    static final String POM_PROPERTIES = "pom.properties";
    static final String POM_XML = "pom.xml";
}
