package org.drydock.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

    /** The schema of SARIF 2.1.0, as a library for it brings it along. */
    public static Schema ofSarif() throws IOException {
        return of(resource("/schema/sarif-schema-2.1.0.json"), SpecificationVersion.DRAFT_7);
    }

    /** The schema of SPDX 2.3, as the official tools bring it along. */
    public static Schema ofSpdx() throws IOException {
        return of(resource("/resources/spdx-schema-v2.3.json"), SpecificationVersion.DRAFT_2019_09);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Schemas.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A schema of draft 7, given as its text. */
    public static Schema ofText(String schema) {
        return of(schema, SpecificationVersion.DRAFT_7);
    }

    private static Schema of(String schema, SpecificationVersion version) {
        return SchemaRegistry.withDefaultDialect(version).getSchema(schema, InputFormat.JSON);
    }

    private static Schema of(String schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON);
    }

    public static void check(Schema schema, String json) {
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    }
}
