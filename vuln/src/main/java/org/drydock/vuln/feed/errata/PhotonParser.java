package org.drydock.vuln.feed.errata;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drydock.core.Diagnostic;
import org.drydock.core.Severity;
import org.drydock.core.Status;
import org.drydock.json.JsonValue;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.Affected;
import org.drydock.vuln.feed.FeedJson;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedStart;
import org.drydock.vuln.feed.FeedText;

/**
 * Reads the vulnerabilities of one release of Photon OS. Packages are source packages; which release it is shows in the
 * tags of the versions. An entry whose affected versions are {@code NA} says that the package has not the vulnerability.
 *
 * @see <a href="https://packages.broadcom.com/photon/photon_cve_metadata/">The files</a>
 */
public final class PhotonParser implements FeedParser {
    private static final String TAG = ".ph";

    @Override
    public String format() {
        return "photon";
    }

    @Override
    public boolean recognises(FeedStart start) {
        return start.json().has("[]", "cve_id") && start.json().has("[]", "res_ver");
    }

    @Override
    public void parse(InputStream in, String place, FeedSink sink) {
        List<JsonValue> entries = FeedJson.whole(in, place).elements();
        Optional<String> release = entries.stream()
                .map(entry -> entry.get("res_ver").text(""))
                .flatMap(version -> release(version).stream())
                .findFirst();
        if (release.isEmpty()) {
            sink.diagnostic(Diagnostic.notExamined(
                    "photon-release-unknown", place, "no version shows for which release of Photon OS it is"));
            return;
        }
        String namespace = "photon-os:" + release.get() + ".0";
        sink.source("photon/" + release.get() + ".0");
        Map<String, Set<Affected>> byId = new LinkedHashMap<>();
        for (JsonValue entry : entries) {
            String id = entry.get("cve_id").text("").strip();
            String name = entry.get("pkg").text("").strip();
            if (!FeedText.isName(id) || !FeedText.isName(name)) {
                sink.diagnostic(Diagnostic.notExamined(
                        "photon-entry-unreadable", place, "an entry has no usable id or package"));
                continue;
            }
            byId.computeIfAbsent(id, _ -> new LinkedHashSet<>()).add(affected(namespace, name, entry));
        }
        byId.forEach((id, affected) -> sink.advisory(
                new Advisory(id, List.of(), List.of(), "", List.of(), List.of(), "", "", List.copyOf(affected))));
    }

    private static Affected affected(String namespace, String name, JsonValue entry) {
        String fixed = entry.get("res_ver").text("").strip();
        boolean mended = FeedText.isName(fixed) && !fixed.equalsIgnoreCase("NA");
        boolean never = !mended && entry.get("aff_ver").text("").strip().equalsIgnoreCase("NA");
        return new Affected(
                namespace,
                name,
                never ? Status.NOT_AFFECTED : Status.AFFECTED,
                never ? List.of() : List.of(new Affected.Range("0", mended ? fixed : null, null)),
                List.of(),
                null,
                ratings(entry.get("cve_score")));
    }

    /** The bare score, as the word that CVSS gives its band. */
    private static List<Rating> ratings(JsonValue score) {
        String text = score instanceof JsonValue.JsonNumber number ? number.literal() : score.text("");
        try {
            double value = text.isEmpty() || text.length() > 8 ? 0 : Double.parseDouble(text);
            return value > 0 && value <= 10
                    ? List.of(new Rating("word", Severity.ofCvss(value, 3).word()))
                    : List.of();
        } catch (NumberFormatException e) {
            return List.of();
        }
    }

    private static Optional<String> release(String version) {
        int at = version.lastIndexOf(TAG);
        int end = at + TAG.length();
        int start = end;
        while (at >= 0 && end < version.length() && Character.isDigit(version.charAt(end)) && end - start < 2) {
            end++;
        }
        return at >= 0 && end > start ? Optional.of(version.substring(start, end)) : Optional.empty();
    }
}
