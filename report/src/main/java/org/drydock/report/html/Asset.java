package org.drydock.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.drydock.report.PackageIndex;

/**
 * A piece of the page that is the same in each report.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/#grammardef-hash-source">CSP 3, hash-source</a>
 */
record Asset(String content) {
    static Asset of(String name) {
        try (InputStream in = Asset.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks " + name);
            }
            return new Asset(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " of this build", e);
        }
    }

    /** By which the content security policy lets this piece in, and no other. */
    String hash() {
        return "'sha256-" + Base64.getEncoder().encodeToString(PackageIndex.sha256(content)) + "'";
    }
}
