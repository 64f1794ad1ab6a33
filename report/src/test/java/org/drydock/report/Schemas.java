package org.drydock.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds outputs to JSON schemas. */
public final class Schemas {
    private Schemas() {}

    /** A schema in the repository's {@code docs}. */
    public static Schema ofDocs(String name) throws IOException {
        Path file = Path.of("docs", name);
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(file))) {
                return of(Files.readString(folder.resolve(file)));
            }
        }
        throw new AssertionError("no folder above has " + file);
    }

    /** A schema that comes with the official CycloneDX library, and the ones that it refers to. */
    public static Schema ofCycloneDx(String name) {
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_7,
                        registry -> registry.schemaIdResolvers(
                                resolvers -> resolvers.mapPrefix("http://cyclonedx.org/schema/", "classpath:/")))
                .getSchema(SchemaLocation.of("http://cyclonedx.org/schema/" + name));
    }

    private static Schema of(String schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON);
    }

    public static void check(Schema schema, String json) {
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    }
}
