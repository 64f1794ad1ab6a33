package org.drydock.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.drydock.json.JsonWriter;

/** Writes one JSON document, as all formats in JSON do: indented, ended by a line feed. */
public final class JsonOutput {
    private JsonOutput() {}

    /**
     * Writes the document that {@code body} makes.
     *
     * @throws IOException if the target fails
     */
    public static void write(OutputStream out, Consumer<JsonWriter> body) throws IOException {
        try (JsonWriter json = JsonWriter.pretty(out)) {
            body.accept(json);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw e;
        }
        out.write('\n');
        out.flush();
    }
}
