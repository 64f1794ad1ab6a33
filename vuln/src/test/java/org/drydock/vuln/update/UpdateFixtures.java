package org.drydock.vuln.update;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small feeds as their publishers give them. */
public final class UpdateFixtures {
    private UpdateFixtures() {}

    public static byte[] kev(String... ids) {
        StringBuilder entries = new StringBuilder();
        for (String id : ids) {
            entries.append(entries.isEmpty() ? "" : ",")
                    .append("{\"cveID\":\"" + id
                            + "\",\"dateAdded\":\"2026-01-01\",\"knownRansomwareCampaignUse\":\"Known\"}");
        }
        return bytes("{\"title\":\"CISA Catalog of Known Exploited Vulnerabilities\",\"catalogVersion\":\"2026.01.01\","
                + "\"dateReleased\":\"2026-01-01T00:00:00Z\",\"count\":" + ids.length + ",\"vulnerabilities\":["
                + entries
                + "]}");
    }

    public static byte[] tracker(String pkg, String fixed) {
        return bytes("{\"" + pkg + "\":{\"CVE-2026-1\":{\"releases\":{\"bookworm\":{\"status\":\"resolved\","
                + "\"repositories\":{\"bookworm\":\"1\"},\"fixed_version\":\"" + fixed
                + "\",\"urgency\":\"high\"}}}}}");
    }

    public static byte[] secdb(String release, String pkg, String fixed) {
        return bytes(
                "{\"distroversion\":\"v" + release + "\",\"reponame\":\"main\",\"urlprefix\":\"x\",\"apkurl\":\"x\","
                        + "\"packages\":[{\"pkg\":{\"name\":\"" + pkg + "\",\"secfixes\":{\"" + fixed
                        + "\":[\"CVE-2026-2\"]}}}]}");
    }

    public static String osv(String id, String ecosystem, String pkg, String fixed, String details) {
        return "{\"id\":\"" + id + "\",\"modified\":\"2026-01-01T00:00:00Z\",\"summary\":\"About " + pkg
                + "\",\"details\":\"" + details + "\",\"affected\":[{\"package\":{\"ecosystem\":\"" + ecosystem
                + "\",\"name\":\"" + pkg + "\"},\"ranges\":[{\"type\":\"ECOSYSTEM\",\"events\":[{\"introduced\":\"0\"},"
                + "{\"fixed\":\"" + fixed + "\"}]}]}]}";
    }

    /** An OSV export; each record begins with its id. */
    public static byte[] export(List<String> records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String record : records) {
                ZipEntry entry = new ZipEntry(record.substring(7, record.indexOf('"', 7)) + ".json");
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(bytes(record));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
