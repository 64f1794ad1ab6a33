package org.drydock.inventory.java;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The file that Maven's archiver leaves beside the pom: it states the coordinates with everything resolved. */
final class PomProperties {
    private PomProperties() {}

    /** What the file states; parts that are missing, malformed or unresolved are empty. */
    static Coordinates parse(byte[] bytes) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            // A malformed escape: what stands before it was read.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Coordinates(
                Coordinates.idOrEmpty(properties.getProperty("groupId", "")),
                Coordinates.idOrEmpty(properties.getProperty("artifactId", "")),
                Coordinates.versionOrEmpty(properties.getProperty("version", "")));
    }
}
