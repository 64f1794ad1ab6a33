package org.drydock.vuln.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.drydock.vuln.fetch.ScriptedServer.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedFetcherTest {
    @TempDir
    private Path folder;

    private final Map<String, String> files = new ConcurrentHashMap<>();

    private Path fetch(String name, String release) throws IOException {
        Feed feed = Feeds.named(name).orElseThrow();
        try (ScriptedServer server = new ScriptedServer(request -> {
                    String body = files.get(request.target());
                    return body == null
                            ? Reply.of("404 No", new byte[0])
                            : Reply.ok(body.getBytes(StandardCharsets.UTF_8));
                });
                FeedFetcher fetcher = new FeedFetcher(
                        Settings.of(server.address("/mirror"), new ArrayList<>()), FetchProgress.NONE)) {
            return fetcher.fetch(feed, fetcher.addresses(feed, release).getFirst(), folder)
                    .file();
        }
    }

    @Test
    void followsATextThatNamesTheData() throws IOException {
        String base = "/mirror/security.access.redhat.com/data/csaf/v2/vex/";
        files.put(base + "archive_latest.txt", "day1.json\n");
        files.put(base + "day1.json", "{\"day\":1}");
        files.put(base + "day2.json", "{\"day\":2}");
        Path first = fetch("redhat-vex", "");
        assertThat(first).hasContent("{\"day\":1}");
        files.put(base + "archive_latest.txt", "day2.json\n");
        assertThat(fetch("redhat-vex", "")).hasContent("{\"day\":2}");
        files.put(base + "archive_latest.txt", "\n");
        assertThatThrownBy(() -> fetch("redhat-vex", "")).hasMessageContaining("names no file");
    }

    @Test
    void followsAnRpmRepositoryToItsAdvisories() throws IOException {
        String guid = "/mirror/cdn.amazonlinux.com/al2023/core/guids/abc/x86_64/";
        files.put(
                "/mirror/cdn.amazonlinux.com/al2023/core/mirrors/latest/x86_64/mirror.list",
                "https://cdn.amazonlinux.com/al2023/core/guids/abc/x86_64/\n");
        files.put(guid + "repodata/repomd.xml", """
            <repomd><data type="primary"><location href="repodata/p.xml"/></data>
            <data type="updateinfo"><location href="repodata/u.xml"/></data></repomd>
            """);
        files.put(guid + "repodata/u.xml", "<updates/>");
        assertThat(fetch("amazon-updateinfo", "2023")).hasContent("<updates/>");
        files.put(guid + "repodata/repomd.xml", "<repomd/>");
        assertThatThrownBy(() -> fetch("amazon-updateinfo", "2023")).hasMessageContaining("no updateinfo");
        files.put(guid + "repodata/repomd.xml", "<data type=\"updateinfo\"><location href=\"u.xml</data>");
        assertThatThrownBy(() -> fetch("amazon-updateinfo", "2023")).hasMessageContaining("no updateinfo");
        files.put(guid + "repodata/repomd.xml", "<data type=\"updateinfo\"><location href=\"a b\"/></data>");
        assertThatThrownBy(() -> fetch("amazon-updateinfo", "2023")).hasMessageContaining("not an address");
    }

    @Test
    void whatAnIndexNamedBeforeGoes() throws IOException {
        Path index = Files.createDirectories(folder.resolve("mirror")).resolve("latest.txt");
        Path old = Files.writeString(folder.resolve("mirror/day1"), "1");
        Path now = Files.writeString(folder.resolve("mirror/day2"), "2");
        FeedFetcher.dropPredecessor(index, old, folder);
        FeedFetcher.dropPredecessor(index, now, folder);
        assertThat(old).doesNotExist();
        assertThat(now).exists();
    }
}
