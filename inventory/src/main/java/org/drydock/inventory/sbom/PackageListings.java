package org.drydock.inventory.sbom;

import java.nio.charset.StandardCharsets;
import org.drydock.core.DrydockException;
import org.drydock.image.PackageListing;
import org.drydock.inventory.Inventory;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;

/** Reads a list of packages as an inventory; the format is told by the content. The face of this package. */
public final class PackageListings {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private PackageListings() {}

    /**
     * What the document lists. Components that cannot be judged are told of in diagnostics or as unidentified.
     *
     * @throws SbomException if the document is in no known format, or malformed
     */
    public static Inventory read(PackageListing listing) {
        Document document = new Document(listing.reference());
        byte[] bytes = listing.bytes();
        try {
            switch (listing.kind()) {
                case PURLS -> PurlList.read(text(bytes), document);
                case SBOM -> sbom(bytes, document);
            }
        } catch (StackOverflowError e) {
            throw new SbomException(document.place() + ": nested too deep", e);
        } catch (SbomException e) {
            throw e;
        } catch (DrydockException e) {
            throw new SbomException(String.valueOf(e.getMessage()), e);
        }
        return new ListedInventory(document).inventory();
    }

    private static void sbom(byte[] bytes, Document document) {
        int first = firstByte(bytes);
        if (first == '{') {
            json(JsonReader.read(bytes, document.place()), document);
        } else if (first == '<') {
            CycloneDxXml.read(bytes, document);
        } else {
            String text = text(bytes);
            if (!text.stripLeading().startsWith("SPDXVersion:")) {
                throw unknown(document);
            }
            SpdxTagValue.read(text, document);
        }
    }

    private static void json(JsonValue json, Document document) {
        if (json.get("bomFormat").text("").equals("CycloneDX")) {
            CycloneDxJson.read(json, document);
        } else if (!json.get("spdxVersion").isNull()) {
            SpdxJson.read(json, document);
        } else if (!json.get("artifacts").isNull() && !json.get("descriptor").isNull()) {
            SyftJson.read(json, document);
        } else {
            throw unknown(document);
        }
    }

    private static SbomException unknown(Document document) {
        return new SbomException(document.place()
                + ": not an SBOM in a known format: CycloneDX (JSON, XML), SPDX 2 (JSON, tag-value) and syft's"
                + " JSON are");
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static int firstByte(byte[] bytes) {
        int at = bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf
                ? 3
                : 0;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n')) {
            at++;
        }
        return at < bytes.length ? bytes[at] : -1;
    }
}
