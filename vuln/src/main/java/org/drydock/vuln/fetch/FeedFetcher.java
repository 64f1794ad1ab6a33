package org.drydock.vuln.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.drydock.vuln.fetch.Feed.Address;
import org.drydock.vuln.fetch.Feed.Step;
import org.drydock.vuln.fetch.Fetcher.Fetched;
import org.jspecify.annotations.Nullable;

/** Fetches feeds from where they are published, or from where the settings say instead. */
public final class FeedFetcher implements AutoCloseable {
    private static final int MAX_INDEX = 1 << 20;
    private static final String REPOMD = "repodata/repomd.xml";

    private final FetchSettings settings;
    private final Fetcher fetcher;
    private final OsvChanges osvChanges;

    public FeedFetcher(FetchSettings settings, FetchProgress progress) {
        this.settings = settings;
        this.fetcher = new Fetcher(settings, progress);
        this.osvChanges = new OsvChanges(fetcher, settings.clock());
    }

    /**
     * The addresses of a feed, in the form that {@link #fetch} takes: other ones if the settings have them.
     *
     * @param release of feeds with a file for each, else empty
     */
    public List<Address> addresses(Feed feed, String release) {
        List<String> own = settings.addresses().get(feed.name());
        return own == null
                ? feed.addresses(release)
                : own.stream()
                        .map(url -> new Address(ReleaseText.fill(url, release), Step.DATA))
                        .toList();
    }

    /**
     * Fetches one file of a feed.
     *
     * @throws FetchException if it cannot be had; what was there before stays
     */
    public Fetched fetch(Feed feed, Address address, Path folder) {
        URI uri = uri(address.url());
        URI mirrored = settings.addresses().containsKey(feed.name()) ? uri : mirrored(uri);
        if (address.step() == Step.DATA
                && feed.format().equals("osv")
                && address.url().endsWith("/all.zip")) {
            return osvChanges.fetch(mirrored, folder);
        }
        Fetched fetched = follow(uri, mirrored, address.step(), folder);
        if (address.step() != Step.DATA) {
            dropPredecessor(FetchFolder.fileOf(mirrored, folder), fetched.file(), folder);
        }
        return fetched;
    }

    @Override
    public void close() {
        fetcher.close();
    }

    private Fetched follow(URI uri, URI mirrored, Step step, Path folder) {
        Fetched fetched = fetcher.fetch(mirrored, folder);
        return switch (step) {
            case DATA -> fetched;
            case LINE -> {
                URI next = uri.resolve(uri(firstLine(fetched.file())).toString());
                yield follow(next, mirrored(next), Step.DATA, folder);
            }
            case REPOSITORY_LINE -> {
                String base = firstLine(fetched.file());
                URI next = uri.resolve(
                                uri(base.endsWith("/") ? base : base + "/").toString())
                        .resolve(REPOMD);
                yield follow(next, mirrored(next), Step.REPOMD, folder);
            }
            case REPOMD -> {
                URI next = uri.resolve("../").resolve(uri(updateinfo(fetched.file())));
                yield follow(next, mirrored(next), Step.DATA, folder);
            }
        };
    }

    /** What is found by an index has another name each time; what an index named last is kept beside it as a note. */
    static void dropPredecessor(Path index, Path data, Path folder) {
        Path note = FetchedState.beside(index, ".names");
        String now = folder.relativize(data).toString();
        try {
            String before = Files.exists(note) ? Files.readString(note) : now;
            if (!before.equals(now)) {
                Path old = folder.resolve(before).normalize();
                if (old.startsWith(folder.normalize())) {
                    FetchedState.forget(old);
                    Files.deleteIfExists(old);
                }
            }
            Files.writeString(note, now);
        } catch (IOException e) {
            throw new FetchException(note + ": cannot be written: " + e, e);
        }
    }

    /** {@code MIRROR/HOST/PATH}. */
    private URI mirrored(URI uri) {
        URI mirror = settings.mirror();
        if (mirror == null) {
            return uri;
        }
        String base = mirror.toString();
        String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return uri((base.endsWith("/") ? base : base + "/") + uri.getRawAuthority() + path);
    }

    private static String firstLine(Path file) {
        return text(file)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElseThrow(() -> new FetchException(file + ": names no file"));
    }

    /** The place of the advisories in the index of an rpm repository. */
    static String updateinfo(Path file) {
        String text = text(file);
        int data = text.indexOf("<data type=\"updateinfo\"");
        int end = data < 0 ? -1 : text.indexOf("</data>", data);
        int href = data < 0 ? -1 : text.indexOf("href=\"", data);
        int start = href + "href=\"".length();
        int quote = href < 0 ? -1 : text.indexOf('"', start);
        if (quote < 0 || quote > end) {
            throw new FetchException(file + ": the repository has no updateinfo");
        }
        return text.substring(start, quote);
    }

    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MAX_INDEX), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FetchException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    static URI uri(@Nullable String text) {
        try {
            return new URI(String.valueOf(text));
        } catch (URISyntaxException e) {
            throw new FetchException(text + ": not an address", e);
        }
    }
}
